"""Subjects: the place that a figure is about.

Without a subject of its own a figure is the article's city's. A road, river, firm, park or county is the subject where
it opens a clause, and stays so until another does or the sentence turns to something else at a semicolon; it is also
the place of a figure that stands right beside its name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.indicators.lexical import strip_head
from geo.indicators.site import Site
from geo.indicators.subject_words import adverbs, anaphors, linking, own_city
from geo.indicators.units import COUNT
from geo.model import ADMIN_KINDS, Context, PlaceKind, Resolution, Span
from geo.text import Document

_NEAR = 6
_LONGEST_WORD = 6
_OPENING = 18
_OBJECT_REACH = 24
_EXTENTS = frozenset({"length", "area", "money", "volume", "power"})
_SAID_OF_OBJECTS = _EXTENTS | {"people", "ratio", "mass", "energy"}
_OWN_UNITS = ADMIN_KINDS | {PlaceKind.TOWNSHIP, PlaceKind.VILLAGE}
_ECONOMIES = _OWN_UNITS | {PlaceKind.INDUSTRIAL_PARK, PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.OTHER}
_NOT_SUBJECT_AFTER = re.compile(r"(?:[与同向对占居列位由至到赴比较为进入返来抵援]|从|位于)$")
_FRESH = re.compile(r"[,;。:、和及\n]$")
_ALONG = re.compile(r"(?:[与同向对占居列位由至到赴比较为沿经进入返来抵援驻离]|从|位于|依托|穿越)$")
_JOINTS = frozenset({"", "的", "上的", "“", "所在的", "境内的"})
_COLON = 24
_TIME = re.compile(
    r"(?:截至|到|至)?(?:(?:今年|去年|20\d\d年)以来|今年|去年|(?:20\d\d年|今年|去年|前年|20\d\d-20\d\d年)?"
    r"(?:前三季度|上半年|下半年|[一二三四]季度|\d{1,2}[—~-]\d{1,2}月|\d{1,2}月(?:\d{1,2}日)?(?:底|末)?|前\d{1,2}个月)|20\d\d年)[底末]?,?"
)
_LISTED = re.compile(r"[、和与及]|以及|等")
_TITLED = re.compile(
    r"(?:“[^”]{1,10}”)?[\u4e00-\u9fff]{0,4}(?:企业|公司|集团|景区|园区|项目|品牌|单位|高校)$"
)
_TOPIC = re.compile(r"(?:围绕|聚焦|针对)[^,。;]{0,4}$")
_ALONE = frozenset(PlaceKind) - {
    PlaceKind.REGION,
    PlaceKind.PROVINCE,
    PlaceKind.PREFECTURE,
    PlaceKind.ENTERPRISE,
    PlaceKind.HIGHWAY,
    PlaceKind.ROAD,
    PlaceKind.RAILWAY,
}
_ELSEWHERE = frozenset({PlaceKind.PROVINCE, PlaceKind.REGION})  # 广东客商签约5个项目: not Guangdong's
_CLAUSES_BACK = 24
_PARAGRAPH_BACK = 600
_WHOLE = frozenset("全该")
_VERBAL = frozenset("已共累现有年日入实拥目今将,占总是也在接带去上前最新吸内每单")
_BUILT = frozenset(
    {
        PlaceKind.PROJECT,
        PlaceKind.RESERVOIR,
        PlaceKind.HIGHWAY,
        PlaceKind.RAILWAY,
        PlaceKind.AIRPORT,
        PlaceKind.ROAD,
    }
)
_LINES = frozenset({PlaceKind.HIGHWAY, PlaceKind.ROAD, PlaceKind.RAILWAY, PlaceKind.RIVER})
_WORK = re.compile(
    r"(?:建设|新建|改造|打造|实施|培育|引进|治理|争取|举办|开展|组织|出台|启动|推进|统筹|支持|招引|谋划)"
)
_WHEN_DONE = re.compile(r"(?:全部|全面)?(?:项目)?(?:建成|投产|达产|投用|完工|投运)后")


class Subjects:
    """The named places of one document as subjects of its figures."""

    def __init__(self, document: Document, resolutions: Sequence[Resolution], context: Context) -> None:
        self._text = document.text
        self._clauses = document.clauses
        self._paragraphs = document.paragraphs
        self._about = context.about.id if context.about else ""
        above = set(context.about.admin) if context.about else set()
        fit = [r for r in resolutions if not r.mention.in_org and r.place.name not in above]
        self._elsewhere = [r for r in resolutions if r.place.kind in _ELSEWHERE and not r.mention.in_org]
        self._places = sorted(fit, key=lambda r: r.mention.clean)
        self._starts = [r.mention.clean.start for r in self._places]
        self._clause_starts = [clause.start for clause in document.clauses]
        self._subjects: dict[int, str | None] = {}
        self._kinds = {r.place.id: r.place.kind for r in resolutions}
        self._economy: tuple[int, str] = (-1, "")
        self._last: tuple[int, str] = (-1, "")

    def of(self, site: Site) -> str:
        """Return the id of the place that a figure is about; empty where the article has none."""
        subject = self._opening(site)
        if subject:
            self._last = site.paragraph, subject
        elif self._last[0] == site.paragraph and self._is_unit(self._last[1]):
            subject = self._last[1]
        near = self._beside(site) or self._item(site) or self._object(site)
        return near or subject or self._only(site) or self._about

    def of_economy(self, site: Site) -> str:
        """Return the unit or zone that a figure of a whole economy is about: never a road, a firm or a sight."""
        place = self._wider(site) or self._same_economy(site) or self.of(site)
        self._economy = site.sentence.start, place
        return place if place == self._about or self._kinds.get(place) in _ECONOMIES else self._about

    def _same_economy(self, site: Site) -> str:
        """Return the province or region that the sentence's economy was, while it has no other subject."""
        sentence, place = self._economy
        wider = sentence == site.sentence.start and self._kinds.get(place) in _ELSEWHERE
        return place if wider and not self._opening(site) else ""

    def _wider(self, site: Site) -> str:
        """Return the province or region whose name alone opens the clause (成渝经济圈生产总值达8万亿元)."""
        start = self._after_colon(site.clause)
        named = [
            m
            for m in self._elsewhere
            if start <= m.mention.clean.start < min(start + _OPENING, site.left.end)
        ]
        before = self._text[start : named[0].mention.clean.start] if named else ""
        if (
            not named
            or strip_head(before, adverbs(), _LONGEST_WORD)
            or site.left.start > named[0].mention.clean.end
        ):
            return ""
        more = self._within(named[0].mention.clean.end, site.left.end)
        return "" if more or self._listed(named[0]) else named[0].place.id

    def _only(self, site: Site) -> str:
        """Return the place that alone is named in the paragraph before a figure, where the sentence names no other."""
        start = max(self._paragraphs[site.paragraph].start, site.quantity.start - _PARAGRAPH_BACK)
        before = self._within(start, site.quantity.start)
        ids = {r.place.id for r in before}
        if len(ids) != 1 or self._about in ids or before[0].place.kind not in _ALONE:
            return ""
        end = before[-1].mention.clean.end
        turned = end > site.sentence.start and ";" in self._text[end : site.quantity.start]
        said = turned or self._listed(before[-1]) or own_city().search(self._text, start, site.quantity.start)
        return "" if said else before[0].place.id

    def within(self, span: Span) -> str:
        """Return the id of the first place named in a range, else of the article's own."""
        return next((r.place.id for r in self._within(span.start, span.end)), self._about)

    def kind(self, place_id: str) -> PlaceKind | None:
        """Return the kind of a place; None for the article's own."""
        return None if place_id == self._about else self._kinds.get(place_id)

    def listed(self, site: Site, count: int) -> list[str]:
        """Return the places of a list that opens the clause, where there are as many as numbers (A、B分别为3%和5%)."""
        found = self._within(site.back, site.quantity.start)
        finest = [r for r in found if self._finest(r) is r]
        return next(([r.place.id for r in rs] for rs in (found, finest) if len(rs) == count), [])

    def _within(self, start: int, end: int) -> Sequence[Resolution]:
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _beside(self, site: Site) -> str:
        """Return the place whose name stands right before the number, or right after an extent."""
        quantity = site.quantity
        if quantity.group in _EXTENTS:
            for resolution in self._within(quantity.end, quantity.end + 3)[:1]:
                if self._text[quantity.end : resolution.mention.clean.start] in {"", "的", "以上的"}:
                    return self._finest(resolution).place.id
        for resolution in self._within(site.left.start, quantity.start)[-1:]:
            clean = resolution.mention.clean
            between = self._text[clean.end : quantity.start]
            close = len(between) <= _NEAR and not strip_head(between, linking(), _LONGEST_WORD)
            if close and not _NOT_SUBJECT_AFTER.search(self._text, max(0, clean.start - 2), clean.start):
                opening = quantity.group != COUNT or _FRESH.search(
                    self._text, max(0, clean.start - 1), clean.start
                )
                return resolution.place.id if opening or clean.start == site.clause.start else ""
        return ""

    def _item(self, site: Site) -> str:
        """Return the unit that opens the next item of a list of figures (甲县6家、乙县新建3家)."""
        start = site.left.start
        named = self._within(start, start + 2)[:1] if self._text.startswith("、", start) else ()
        return next((self._finest(r).place.id for r in named if r.place.kind in _OWN_UNITS), "")

    def _listed(self, resolution: Resolution) -> bool:
        """Tell whether a name is a member of a list, whose other members may be no known places."""
        clean = resolution.mention.clean
        return self._listed_before(clean.start) or self._text.startswith("、", clean.end)

    def _listed_before(self, start: int) -> bool:
        return self._text[start - 1 : start] in {"、", "和", "与", "及"} and start > 0

    def _object(self, site: Site) -> str:
        """Return the road, river or firm that an extent or sum is said of as the object of a verb."""
        if site.quantity.group not in _SAID_OF_OBJECTS:
            return ""
        low = max(site.left.start, site.left.end - _OBJECT_REACH)
        for resolution in self._within(low, site.left.end)[-1:]:
            clean = resolution.mention.clean
            if resolution.place.kind in _OWN_UNITS and self._text.startswith("段", clean.end):
                return self._of_stretch(clean)
            if resolution.place.kind in _OWN_UNITS or self._listed_before(clean.start):
                return ""
            plain = "," not in self._text[clean.end : site.left.end] and not _LISTED.match(
                self._text, clean.end
            )
            if plain and not _ALONG.search(self._text, max(0, clean.start - 2), clean.start):
                return resolution.place.id
        return ""

    def _of_stretch(self, unit: Span) -> str:
        """Return the road or river whose stretch a unit's name tells (丹河白石段)."""
        before = self._within(unit.start - _OBJECT_REACH, unit.start)[-1:]
        return next(
            (r.place.id for r in before if r.mention.clean.end == unit.start and r.place.kind in _LINES), ""
        )

    def _opening(self, site: Site) -> str:
        """Return the subject of the clause, else of the clauses before it that have none of another."""
        index = bisect_left(self._clause_starts, site.clause.start)
        first = max(0, index - _CLAUSES_BACK)
        turned = False
        while index >= first and self._clause_starts[index] >= site.sentence.start:
            subject = self._subject(index)
            if subject is not None and (not turned or self._is_unit(subject)):
                works = self._clause_starts[index] < site.clause.start and _WORK.match(
                    self._text, site.clause.start
                )
                return "" if works and self.kind(subject) in _BUILT else subject  # a road builds nothing
            index -= 1
            turned = turned or (index >= 0 and self._text[self._clauses[index].end - 1] == ";")
        return ""

    def _is_unit(self, place_id: str) -> bool:
        """Tell whether a place is a county or city other than the article's own: one may speak of it at length."""
        return self.kind(place_id) in ADMIN_KINDS

    def _subject(self, index: int) -> str | None:
        if index not in self._subjects:
            self._subjects[index] = self._read_subject(self._clauses[index])
        return self._subjects[index]

    def _read_subject(self, clause: Span) -> str | None:
        """Return the subject that a clause opens with; None where it has none."""
        clause = Span(self._after_colon(clause), clause.end)
        opening = strip_head(self._text[clause.start : clause.start + _OPENING], adverbs(), _LONGEST_WORD)
        if own_city().match(opening):
            return self._about
        if named := self._named_before(opening, clause):
            return named
        for resolution in self._within(clause.start, min(clause.end, clause.start + _OPENING))[:1]:
            clean = resolution.mention.clean
            if self._opens(self._text[clause.start : clean.start], clean):
                finest = self._finest(resolution)
                elsewhere = finest.place.kind in _ELSEWHERE and finest.place.id != self._about
                return None if elsewhere or self._heads_list(finest) else finest.place.id
        return None

    def _after_colon(self, clause: Span) -> int:
        """Return where a clause begins in earnest: after 他算了一笔账: and after the time it names."""
        start = (
            self._text.rfind(":", clause.start, min(clause.end, clause.start + _COLON)) + 1 or clause.start
        )
        time = _TIME.match(self._text, start)
        return time.end() if time else start

    def _named_before(self, opening: str, clause: Span) -> str:
        """Return the place that 全村, 园区 or 建成后 at the beginning of a clause refers back to."""
        pattern, kinds_of = anaphors()
        found = pattern.match(opening)
        if found and (found[0][0] in _WHOLE or opening[found.end() : found.end() + 1] in _VERBAL):
            kinds = kinds_of[found[0]]
        elif _WHEN_DONE.match(opening):
            kinds = _BUILT
        else:
            return ""
        before = self._within(max(0, clause.start - 300), clause.start)
        return next((r.place.id for r in reversed(before) if r.place.kind in kinds), "")

    def _opens(self, before: str, clean: Span) -> bool:
        rest = strip_head(before, adverbs(), _LONGEST_WORD)
        if not rest or _TITLED.match(before) or _TOPIC.search(rest):
            return True
        return rest == "以" and self._text.startswith("为例", clean.end)

    def _finest(self, resolution: Resolution) -> Resolution:
        """Return the last of names that stand one within the other (浑源县的恒山景区)."""
        while True:
            end = resolution.mention.clean.end
            inner = self._within(end, end + 4)[:1]
            joint = self._text[end : inner[0].mention.clean.start] if inner else None
            if joint not in _JOINTS or (joint == "" and resolution.place.kind not in _OWN_UNITS):
                return resolution
            resolution = inner[0]

    def _heads_list(self, resolution: Resolution) -> bool:
        """Tell whether a name is the first of a list, whose figure is that of no single member."""
        end = resolution.mention.clean.end
        joint = _LISTED.match(self._text, end)
        if joint is None:
            return False
        return bool(self._within(joint.end(), joint.end() + 2)) or joint[0] in {"、", "等"}
