"""The place that a clause opens with, which is then the subject of its figures."""

import re
from bisect import bisect_right

from geo.indicators.lexical import strip_head
from geo.indicators.named_places import OWN_UNITS, NamedPlaces
from geo.indicators.subject_words import adverbs, anaphors, own_city
from geo.model import ADMIN_KINDS, PlaceKind, Resolution, Span

LONGEST_WORD = 6
OPENING = 18
ELSEWHERE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION})  # 广东客商签约5个项目: not Guangdong's
BUILT = frozenset(
    {
        PlaceKind.PROJECT,
        PlaceKind.RESERVOIR,
        PlaceKind.HIGHWAY,
        PlaceKind.RAILWAY,
        PlaceKind.AIRPORT,
        PlaceKind.ROAD,
    }
)
_LEADS = re.compile(r"(?:地处|位于|坐落[于在]|毗邻|背靠|作为)(?:我[省市县州区])?$")
_DESCRIBED = re.compile(r"[\u4e00-\u9fff]{1,8}的$")
_ALONG, _WAYS = frozenset({"沿", "沿着"}), frozenset({PlaceKind.HIGHWAY, PlaceKind.ROAD, PlaceKind.RAILWAY})
_SEATS = ADMIN_KINDS | {PlaceKind.TOWNSHIP}
_SPEAKS = re.compile(
    r":|作为|[省市]?(?:全[省区市])?(?:共|累计|接待|实现|完成|纳入|预计|重点|主要|A级|[0-9]{2})|在[^,。;]{1,10}(?:接待|实现|完成)"
)
_OWNERS = frozenset({"公司", "集团", "景区", "园区", "开发区"})
_LAST_CLAUSE = re.compile(r"[^,;。:\n]*$")
_BULLETS, _COUNTIES, _SPOKEN_OF = "-•·—*() 0123456789.、", frozenset("县区旗"), 400
_COLON, _BEFORE, _LIST_REACH = 24, 300, 24
MANY = "*"  # a list opens the clause: none of its members alone is the subject
_BOUNDED = ("新区", "示范区", "试验区", "流域", "新城", "片区")
_TIME = re.compile(
    r"(?:截至|到|至)?(?:(?:今年|去年|20\d\d年)以来|今年|去年|(?:20\d\d年|今年|去年|前年|20\d\d-20\d\d年)?"
    r"(?:前三季度|上半年|下半年|[一二三四]季度|\d{1,2}[—~-]\d{1,2}月|\d{1,2}月(?:\d{1,2}日)?(?:底|末)?|前\d{1,2}个月)|20\d\d年)[底末]?,?"
)
_TITLED = re.compile(
    r"(?:“[^”]{1,10}”)?[\u4e00-\u9fff]{0,4}(?:企业|公司|集团|景区|园区|项目|品牌|单位|高校)$"
)
_TOPIC = re.compile(r"(?:围绕|聚焦|针对)[^,。;]{0,4}$")
_WHOLE = frozenset("全该")
_LINE_END = re.compile("\n")
_VERBAL = frozenset("已共累现有年日入实拥目今将,占总是也在接带去上前最新吸内每单")
_WHEN_DONE = re.compile(r"(?:全部|全面)?(?:项目)?(?:建成|投产|达产|投用|完工|投运)后")


def _has_bounds(resolution: Resolution) -> bool:
    """Tell whether a region is a new area, a basin or the like, of which figures are told (某某新区, 某江流域)."""
    return resolution.mention.name.endswith(_BOUNDED)


class ClauseSubjects:
    """Reads what each clause of a document opens with.

    Parameters
    ----------
    text
        Clean text.
    places
        The places named in it.
    about
        Id of the article's own place; empty where it has none.
    """

    def __init__(self, text: str, places: NamedPlaces, about: str) -> None:
        self._text = text
        self._places = places
        self._about = about
        self._lines = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._known: dict[int, str | None] = {}

    def of(self, clause: Span) -> str | None:
        """Return the subject that a clause opens with: ``MANY`` for a list, None where it has none."""
        if clause.start not in self._known:
            self._known[clause.start] = self._read(clause)
        return self._known[clause.start]

    def after_colon(self, clause: Span) -> int:
        """Return where a clause begins in earnest: after 他算了一笔账: and after the time it names."""
        colon = self._text.rfind(":", clause.start, min(clause.end, clause.start + _COLON))
        start = colon + 1 or clause.start
        time = _TIME.match(self._text, start)
        start = time.end() if time else start
        return start + (self._text[start : start + 1] == " ")

    def _read(self, clause: Span) -> str | None:
        start = self.after_colon(clause)
        own = self._of_opening(Span(start, clause.end))
        if start == clause.start or own not in {None, self._about}:
            return own
        heading = self._of_heading(Span(clause.start, start))  # 某省:全省接待游客3万人次
        return own if own is not None and heading in {None, MANY} else heading

    def _of_heading(self, heading: Span) -> str | None:
        """Return the place whose name alone stands before the colon of an item (青峰景区:接待游客3万人次)."""
        for resolution in self._places.within(heading.start, heading.end)[:1]:
            end = self._places.finest(resolution).mention.clean.end
            bare = not self._text[heading.start : resolution.mention.clean.start].strip(_BULLETS)
            if bare and (self._text[end] == ":" or self._places.heads_list(resolution)):
                return self._of_name(resolution)
        return None

    def _of_opening(self, clause: Span) -> str | None:
        first = next(iter(self._places.within(clause.start, min(clause.end, clause.start + OPENING))), None)
        before = self._text[clause.start : first.mention.clean.start] if first else ""
        if first and (led := _LEADS.search(before)):
            return self._led(first, clause) if not led[0].startswith("作为") else None
        opening = strip_head(self._text[clause.start : clause.start + OPENING], adverbs(), LONGEST_WORD)
        if own_city().match(opening):
            return self._own(opening[:2], clause.start)
        if named := self._named_before(opening, clause):
            return named
        return self._of_name(first) if first and self._opens(before, first) else None

    def _heading_of_line(self, start: int) -> str:
        """Return the division that a line opens with, before a colon: 全区 in 某某自治区:全区共接待 is its."""
        line = self._lines[bisect_right(self._lines, start) - 1]
        for resolution in self._places.within(line, line + 1):
            if resolution.place.kind in ADMIN_KINDS and self._text[resolution.mention.clean.end] == ":":
                return resolution.place.id
        return ""

    def _own(self, word: str, start: int) -> str:
        """Return the county or zone that 全县 or 该区 means: the one spoken of last, else the article's own place."""
        if headed := self._heading_of_line(start):
            return headed
        that, unit = word[0], word[1:]
        if that not in _WHOLE or unit not in _COUNTIES:
            return self._about
        kinds = {PlaceKind.COUNTY, PlaceKind.INDUSTRIAL_PARK} if that == "该" else {PlaceKind.COUNTY}
        for resolution in reversed(self._places.within(max(0, start - _SPOKEN_OF), start)):
            clean, place = resolution.mention.clean, resolution.place
            if place.kind in kinds and place.name.endswith(unit):
                low = max(0, clean.start - OPENING)
                before = _LAST_CLAUSE.search(self._text, low, clean.start)
                if before and self._opens(before[0].strip(), resolution):
                    return place.id
        return self._about

    def _led(self, resolution: Resolution, clause: Span) -> str | None:
        """Return the place that a clause begins by placing (地处某山腹地的某县)."""
        for placed in self._places.within(resolution.mention.clean.end, clause.end):
            if self._text[placed.mention.clean.start - 1] == "的":
                return self._of_name(placed)
        return None

    def _of_name(self, resolution: Resolution) -> str | None:
        finest = self._places.finest(resolution)
        elsewhere = finest.place.kind in ELSEWHERE and finest.place.id != self._about
        if elsewhere and not _has_bounds(finest) and not _SPEAKS.match(self._text, finest.mention.clean.end):
            return None
        if not self._places.heads_list(finest):
            return finest.place.id
        return resolution.place.id if self._holds_list(resolution, finest) else MANY

    def _holds_list(self, unit: Resolution, first: Resolution) -> bool:
        """Tell whether a list is of things in one unit (某县的甲村、乙村 but no 某县甲湖、另一县乙湖)."""
        if unit is first or unit.place.kind not in OWN_UNITS:
            return False
        end = first.mention.clean.end
        more = self._places.within(end, end + _LIST_REACH)
        return self._places.joint(first) != "等" and not any(r.place.kind in _SEATS for r in more)

    def _named_before(self, opening: str, clause: Span) -> str:
        """Return the place that 全村, 园区 or 建成后 at the beginning of a clause refers back to."""
        pattern, kinds_of = anaphors()
        found = pattern.match(opening)
        after = opening[found.end() : found.end() + 1] if found else ""
        if found and (found[0][0] in _WHOLE or after in _VERBAL or (found[0] in _OWNERS and after == "的")):
            kinds = kinds_of[found[0]]
        elif _WHEN_DONE.match(opening):
            kinds = BUILT
        else:
            return ""
        before = self._places.within(max(0, clause.start - _BEFORE), clause.start)
        return next(
            (r.place.id for r in reversed(before) if r.place.kind in kinds and not self._likened(r)), ""
        )

    def _likened(self, resolution: Resolution) -> bool:
        """Tell whether a place is what another is spoken of as part of (作为某集群的起步区,该区)."""
        return self._text.endswith("作为", 0, resolution.mention.clean.start)

    def _opens(self, before: str, resolution: Resolution) -> bool:
        clean = resolution.mention.clean
        rest = strip_head(before, adverbs(), LONGEST_WORD)
        if not rest or _TITLED.match(before) or _TOPIC.search(rest):
            return True
        if _DESCRIBED.match(rest):
            return True
        if rest in _ALONG and resolution.place.kind in _WAYS:
            return "," in self._text[clean.end : clean.end + 3]
        return rest == "以" and self._text.startswith("为例", clean.end)
