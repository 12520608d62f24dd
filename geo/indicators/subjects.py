"""Subjects: the place that a figure is about.

Without a subject of its own a figure is the article's city's. A road, river, firm, park or county is the subject where
it opens a clause, and stays so until another does or the sentence turns to something else at a semicolon; it is also
the place of a figure that stands right beside its name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from geo.indicators.clause_subject import BUILT, ELSEWHERE, LONGEST_WORD, MANY, OPENING, ClauseSubjects
from geo.indicators.lexical import strip_head
from geo.indicators.named_places import OWN_UNITS, NamedPlaces
from geo.indicators.site import Site
from geo.indicators.subject_words import adverbs, linking, own_city
from geo.indicators.units import COUNT
from geo.model import ADMIN_KINDS, Context, PlaceKind, Resolution, Span
from geo.text import Document

_SAID = re.compile(r"[\d;]")
_NEAR = 6
_OBJECT_REACH = 24
_EXTENTS = frozenset({"length", "area", "money", "volume", "power"})
_SAID_OF_OBJECTS = _EXTENTS | {"people", "ratio", "mass", "energy"}
_ECONOMIES = OWN_UNITS | {PlaceKind.INDUSTRIAL_PARK, PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.OTHER}
_NOT_SUBJECT_AFTER = re.compile(r"(?:[与同向对占居列位由至到赴比较为进入返来抵援]|从|位于|来自|源自)$")
_FRESH = re.compile(r"[,;。:、和及\n]$")
_ALONG = re.compile(r"(?:[与同向对占居列位由至到赴比较为沿经进入返来抵援驻离]|从|位于|来自|源自|依托|穿越)$")
_ALONE = frozenset(PlaceKind) - {
    PlaceKind.REGION,
    PlaceKind.PROVINCE,
    PlaceKind.PREFECTURE,
    PlaceKind.ENTERPRISE,
    PlaceKind.HIGHWAY,
    PlaceKind.ROAD,
    PlaceKind.RAILWAY,
}
_GOAL = re.compile("(?:流向|汇入|流入|注入|侵入|通往|通向|直达|销往|发往|运往)$")
_CLAUSES_BACK = 24
_PARAGRAPH_BACK = 600
_LINES = frozenset({PlaceKind.HIGHWAY, PlaceKind.ROAD, PlaceKind.RAILWAY, PlaceKind.RIVER})
_WORK = re.compile(
    r"(?:建设|新建|改造|打造|实施|培育|引进|治理|争取|举办|开展|组织|出台|启动|推进|统筹|支持|招引|谋划)"
)
_DEED = re.compile(_WORK.pattern + r"|新增|新辟|新开|新改|更新|完成|建成|再建|整治|修缮|安排|腾退|开工")


class Subjects:
    """The named places of one document as subjects of its figures."""

    def __init__(self, document: Document, resolutions: Sequence[Resolution], context: Context) -> None:
        self._text = document.text
        self._clauses = document.clauses
        self._paragraphs = document.paragraphs
        self._about = context.about.id if context.about else ""
        above = set(context.about.admin) if context.about else set()
        fit = [r for r in resolutions if not r.mention.in_org and r.place.name not in above]
        wide = [r for r in resolutions if r.place.kind in ELSEWHERE and not r.mention.in_org]
        self._elsewhere = NamedPlaces(document.text, wide)
        self._places = NamedPlaces(document.text, fit)
        self._clause_starts = [clause.start for clause in document.clauses]
        self._openers = ClauseSubjects(document.text, self._places, self._about)
        self._kinds = {r.place.id: r.place.kind for r in resolutions}
        self._economy: tuple[int, str] = (-1, "")
        self._last: tuple[int, str, int] = (-1, "", 0)

    def of(self, site: Site) -> str:
        """Return the id of the place that a figure is about; empty where the article has none."""
        subject = self._opening(site)
        if subject:
            self._keep(site, subject)
        elif self._last[0] == site.paragraph and not self._names_before(site) and not self._turned_home(site):
            subject = self._last[1]
        near = self._beside(site) or self._item(site) or self._object(site)
        return near or subject or self._only(site) or self._about

    def _keep(self, site: Site, subject: str) -> None:
        """Keep the subject for the sentences after this one, where it may be theirs as well."""
        zone = self.kind(subject) is PlaceKind.INDUSTRIAL_PARK
        if zone or self._is_unit(subject) or subject == self._about:
            lasting = zone or self._alone(site)
            since = self._last[2] if self._last[:2] == (site.paragraph, subject) else site.quantity.end
            self._last = (site.paragraph, subject, since) if lasting else (-1, "", 0)

    def _turned_home(self, site: Site) -> bool:
        """Tell whether the text has come back from a zone to its own city (占全市的一成)."""
        _, subject, end = self._last
        if self.kind(subject) is not PlaceKind.INDUSTRIAL_PARK:
            return False
        low = max(end, site.quantity.start - _PARAGRAPH_BACK)
        home = own_city().search(self._text, low, site.quantity.start)
        return home is not None

    def _alone(self, site: Site) -> bool:
        """Tell whether a sentence speaks of one county or city only."""
        high = min(site.sentence.end, site.sentence.start + _PARAGRAPH_BACK)
        named = self._places.within(site.sentence.start, high)
        return len({r.place.id for r in named if r.place.kind in ADMIN_KINDS}) < len("甲乙")

    def _names_before(self, site: Site) -> bool:
        return self._places.any_within(site.sentence.start, site.quantity.start)

    def of_economy(self, site: Site) -> str:
        """Return the unit or zone that a figure of a whole economy is about: never a road, a firm or a sight."""
        place = self._wider(site) or self._same_economy(site) or self.of(site)
        self._economy = site.sentence.start, place
        return place if place == self._about or self._kinds.get(place) in _ECONOMIES else self._about

    def _same_economy(self, site: Site) -> str:
        """Return the province or region that the sentence's economy was, while it has no other subject."""
        sentence, place = self._economy
        wider = sentence == site.sentence.start and self._kinds.get(place) in ELSEWHERE
        return place if wider and not self._opening(site) else ""

    def _wider(self, site: Site) -> str:
        """Return the province or region whose name alone opens the clause (成渝经济圈生产总值达8万亿元)."""
        start = self._openers.after_colon(site.clause)
        named = self._elsewhere.within(start, min(start + OPENING, site.left.end))
        before = self._text[start : named[0].mention.clean.start] if named else ""
        if (
            not named
            or strip_head(before, adverbs(), LONGEST_WORD)
            or site.left.start > named[0].mention.clean.end
        ):
            return ""
        more = self._places.within(named[0].mention.clean.end, site.left.end)
        return "" if more or self._places.listed(named[0]) else named[0].place.id

    def _only(self, site: Site) -> str:
        """Return the place that alone is named in the paragraph before a figure, where the sentence names no other."""
        start = max(self._paragraphs[site.paragraph].start, site.quantity.start - _PARAGRAPH_BACK)
        named = self._places.within(start, site.quantity.start)
        before = [r for r in named if self._places.finest(r) is r and not self._is_goal(r)]
        ids = {r.place.id for r in before}
        if len(ids) != 1 or self._about in ids or before[0].place.kind not in _ALONE:
            return ""
        end = before[-1].mention.clean.end
        turned = end > site.sentence.start and ";" in self._text[end : site.quantity.start]
        said = turned or self._places.listed(before[-1])
        said = said or own_city().search(self._text, start, site.quantity.start) is not None
        return "" if said else before[0].place.id

    def _is_goal(self, resolution: Resolution) -> bool:
        """Tell whether a place is only where something goes (汇入某江)."""
        return (
            _GOAL.search(
                self._text, max(0, resolution.mention.clean.start - 2), resolution.mention.clean.start
            )
            is not None
        )

    def within(self, span: Span) -> str:
        """Return the id of the first place named in a range, else of the article's own."""
        return next((r.place.id for r in self._places.within(span.start, span.end)), self._about)

    def kind(self, place_id: str) -> PlaceKind | None:
        """Return the kind of a place; None for the article's own."""
        return None if place_id == self._about else self._kinds.get(place_id)

    def listed(self, site: Site, count: int) -> list[str]:
        """Return the places of a list that opens the clause, where there are as many as numbers (A、B分别为3%和5%)."""
        found = self._places.within(site.back, site.quantity.start)
        finest = [r for r in found if self._places.finest(r) is r]
        low = max(site.sentence.start, site.quantity.start - _PARAGRAPH_BACK)
        before = self._text[low : site.quantity.start]
        if len(found) != count != len(finest) and "分别" in before and not own_city().search(before):
            found = self._places.within(low, site.quantity.start)
            finest = [r for r in found if self._places.finest(r) is r]
        lists = (rs for rs in (found, finest) if len(rs) == count and self._is_list(rs))
        return next(([r.place.id for r in rs] for rs in lists), [])

    def _is_list(self, found: Sequence[Resolution]) -> bool:
        """Tell whether nothing is said of a place before the next one is named."""
        pairs = pairwise(found)
        return not any(
            _SAID.search(self._text, first.mention.clean.end, second.mention.clean.start)
            for first, second in pairs
        )

    def _beside(self, site: Site) -> str:
        """Return the place whose name stands right before the number, or right after an extent."""
        quantity = site.quantity
        if quantity.group in _EXTENTS:
            for resolution in self._places.within(quantity.end, quantity.end + 3)[:1]:
                if self._text[quantity.end : resolution.mention.clean.start] in {"", " ", "的", "以上的"}:
                    return self._places.finest(resolution).place.id
        for resolution in self._places.within(site.left.start, quantity.start)[-1:]:
            clean = resolution.mention.clean
            between = self._text[clean.end : quantity.start]
            close = len(between) <= _NEAR and not strip_head(between, linking(), LONGEST_WORD)
            if close and not _NOT_SUBJECT_AFTER.search(self._text, max(0, clean.start - 2), clean.start):
                opening = quantity.group != COUNT or _FRESH.search(
                    self._text, max(0, clean.start - 1), clean.start
                )
                return resolution.place.id if opening or clean.start == site.clause.start else ""
        return ""

    def _item(self, site: Site) -> str:
        """Return the unit that opens the next item of a list of figures (甲县6家、乙县新建3家)."""
        start = site.left.start
        named = self._places.within(start, start + 2)[:1] if self._text.startswith("、", start) else ()
        return next((self._places.finest(r).place.id for r in named if r.place.kind in OWN_UNITS), "")

    def _object(self, site: Site) -> str:
        """Return the road, river or firm that an extent or sum is said of as the object of a verb."""
        if site.quantity.group not in _SAID_OF_OBJECTS:
            return ""
        low = max(site.left.start, site.left.end - _OBJECT_REACH)
        for resolution in self._places.within(low, site.left.end)[-1:]:
            clean = resolution.mention.clean
            if resolution.place.kind in OWN_UNITS and self._text.startswith("段", clean.end):
                return self._of_stretch(clean)
            if resolution.place.kind in OWN_UNITS or self._places.follows_another(clean.start):
                return ""
            plain = "," not in self._text[clean.end : site.left.end] and not self._places.joint(resolution)
            if plain and not _ALONG.search(self._text, max(0, clean.start - 2), clean.start):
                return resolution.place.id
        return ""

    def _of_stretch(self, unit: Span) -> str:
        """Return the road or river whose stretch a unit's name tells (丹河白石段)."""
        before = self._places.within(unit.start - _OBJECT_REACH, unit.start)[-1:]
        return next(
            (r.place.id for r in before if r.mention.clean.end == unit.start and r.place.kind in _LINES), ""
        )

    def _opening(self, site: Site) -> str:
        """Return the subject of the clause, else of the clauses before it that have none of another."""
        index = bisect_left(self._clause_starts, site.clause.start)
        first = max(0, index - _CLAUSES_BACK)
        turned = False
        while index >= first and self._clause_starts[index] >= site.sentence.start:
            subject = self._openers.of(self._clauses[index])
            turned = turned or subject == MANY
            if subject not in {None, MANY} and (not turned or self._is_unit(subject)):
                carried = self._clause_starts[index] < site.clause.start
                return self._about if carried and self._is_deed_of_another(site, subject) else subject
            index -= 1
            turned = turned or (index >= 0 and self._text[self._clauses[index].end - 1] == ";")
        return ""

    def _is_deed_of_another(self, site: Site, subject: str) -> bool:
        """Tell whether a clause says what is done, by who began the sentence so; and a road builds nothing."""
        if self.kind(subject) in BUILT:
            return _WORK.match(self._text, site.clause.start) is not None
        first = self._clauses[bisect_left(self._clause_starts, site.sentence.start)]
        deeds = (_DEED.match(self._text, clause.start) for clause in (first, site.clause))
        return all(deeds) and self._openers.of(first) is None

    def _is_unit(self, place_id: str) -> bool:
        """Tell whether a place is a county or city other than the article's own: one may speak of it at length."""
        return self.kind(place_id) in ADMIN_KINDS
