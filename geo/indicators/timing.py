"""Timing: which period a figure belongs to, and whether its section tells of what was done or what is to be done."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geo.indicators import bearing
from geo.indicators.change import Change
from geo.indicators.events import Events
from geo.indicators.period import AsOf, Period, PeriodKind, in_year
from geo.indicators.periods import find_periods
from geo.indicators.sections import Scope, read_scopes
from geo.indicators.site import Site
from geo.indicators.spent import is_closed_off, is_spent
from geo.model import Span
from geo.text import Document

_SENTENCE_BACK = 300
_TABLE_REACH = 120
_LEAD = 3
_PERIODS_BACK = 4
_DAY = len("2024-10-01")
_OF_A_DAY = frozenset({"people", "count"})
_AHEAD = re.compile(r"下一步|接下来|[拟将]")
_IN_BRACKETS = re.compile(r"(?:以上|左右)?\(")
_SINCE_THEN = frozenset({"至今", "迄今"})
_OF_IT = ("其中", "其")
_POINT = ("底", "末")
_VERB_FIRST = re.compile(
    r"(?:共|已|累计)?(?:新建|改建|新改建|建成|完成|实现|改造|开通|打通|新增|培育|引进|建设|治理|修复|修建)"
)


class Timeline:
    """The time expressions and sections of one document.

    Parameters
    ----------
    document
        The document.
    as_of
        ISO 8601 date it speaks from; empty where unknown.
    named
        Where the names of places begin in its clean text.
    """

    def __init__(self, document: Document, as_of: str, named: Iterable[int] = ()) -> None:
        self._text = document.text
        self._named = frozenset(named)
        self.now = AsOf.parse(as_of)
        found = find_periods(document.text, as_of)
        self.periods = [p for p in found if p.kind is not PeriodKind.BASE]
        self._starts = [p.start for p in self.periods]
        self._bases = [p for p in found if p.kind is PeriodKind.BASE]
        self._base_starts = [p.start for p in self._bases]
        self._scopes = read_scopes(document, as_of)
        self._events = Events(document, self.periods)
        self._origin = Span(0, 0)
        self._last: tuple[int, Period | None] = (-1, None)
        self._kept = (-1, False)
        self._carried = Span(0, 0)

    def base(self, site: Site) -> Period | None:
        """Return the time a figure is compared with, where one stands between it and the number before."""
        index = bisect_left(self._base_starts, site.left.end) - 1
        if index >= 0 and self._bases[index].start >= site.back:
            return self._bases[index]
        return None

    def scope(self, site: Site) -> Scope:
        """Return what the section says of a figure."""
        return self._scopes[site.paragraph]

    def of(self, site: Site, change: Change | None, *, running_on: bool) -> Period | None:
        """Return the period of a figure; None where the text does not say.

        Parameters
        ----------
        site
            The quantity in its surroundings.
        change
            The change it states, if any.
        running_on
            The sentence goes on with the topic of the one before it (其中, or growth rates without a time).
        """
        scope = self._scope_period(site, change)
        if stated := self._in_brackets(site):
            return self._in_scope(stated, scope)
        own = self._own(site, change)
        event = self._events.of(site) if own is None and not (scope and not scope.days) else None
        if event is not None:
            self._last = (site.paragraph, event)
            return event
        if own is not None:
            own = self._in_scope(own, scope)
            self._last = (site.paragraph, own)
        elif scope is None or scope.days:
            own = self._from_before(site, scope, running_on=running_on)
        elif running_on and self.scope(site).flows_only:
            own = self._point_before(site)
        if bearing.begins_change(site) and (own is None or own.start < site.named.end):
            return None
        if own is None:
            return None if self._is_outside(scope, site, change) else scope
        fitting = self._fitting(own, site, change)
        return fitting if fitting is not None and fitting.iso else scope

    def _scope_period(self, site: Site, change: Change | None) -> Period | None:
        """Return the period of the section where it holds for a figure of this kind."""
        scope = self.scope(site)
        flows = change is not None or bearing.is_flow(self._text, site)
        return scope.period if flows or not scope.flows_only else None

    def _in_brackets(self, site: Site) -> Period | None:
        """Return the time that stands in brackets right after a figure (87亿元(2023年))."""
        opening = _IN_BRACKETS.match(self._text, site.quantity.end)
        if opening is None:
            return None
        index = bisect_left(self._starts, opening.end())
        found = index < len(self._starts) and self._starts[index] == opening.end()
        return self.periods[index] if found and self._text.startswith(")", self.periods[index].end) else None

    def _own(self, site: Site, change: Change | None) -> Period | None:
        """Return the period that the sentence names before a figure."""
        last = self._index(site)
        for index in range(last, max(-1, last - _PERIODS_BACK), -1):
            period = self.periods[index]
            if period.start < site.sentence.start:
                return None
            if self._text[period.start : period.end] in _SINCE_THEN and self._follows_since(index, site):
                return self.periods[index - 1]
            if not is_spent(self._text, period, site) or (
                change is not None and not is_closed_off(self._text, period, site)
            ):
                return period
        return None

    def _follows_since(self, index: int, site: Site) -> bool:
        """Tell whether a 至今 goes with a 从2012年起 before it."""
        return (
            index > 0
            and self.periods[index - 1].kind is PeriodKind.SINCE
            and self._starts[index - 1] >= site.sentence.start
        )

    def _from_before(self, site: Site, scope: Period | None, *, running_on: bool) -> Period | None:
        """Return the period that a sentence without one takes over from what went before in the text."""
        last = self._last[1] if self._last[0] == site.paragraph else None
        if last is None or scope is not None:
            return None
        goes_on = running_on or self._flows_on(last, site) or self._lists_on(last, site)
        goes_on = goes_on or (0 < self.now.year < last.year and bearing.is_reached(self._text, site))
        goes_on = goes_on or (bearing.is_share(site) and self._carried == site.sentence)
        if goes_on:
            self._carried = site.sentence
        return last if goes_on else None

    def _point_before(self, site: Site) -> Period | None:
        """Return the month's end that the paragraph has named, which outdoes the span of the title for what goes on."""
        last = self._last[1] if self._last[0] == site.paragraph else None
        return last if last is not None and last.kind is PeriodKind.UNTIL else None

    def _flows_on(self, last: Period, site: Site) -> bool:
        """Tell whether a sum or a number of visitors goes on with the time of the sentence before."""
        if last.days:
            return bearing.flows(site) or bearing.is_share(site)
        if bearing.is_counted(site):
            return bearing.is_begun(self._text, site)
        if not bearing.flows(site) or bearing.is_stock(self._text, site):
            return False
        return bearing.tells_flow(self._text, site.left.start, site)

    def _lists_on(self, last: Period, site: Site) -> bool:
        """Tell whether a sentence without a subject goes on with what there was at that day (到2021年底)."""
        point = last.kind is PeriodKind.UNTIL or self._text[last.start : last.end].endswith(_POINT)
        return point and _VERB_FIRST.match(self._text, site.sentence.start) is not None

    def _is_outside(self, scope: Period | None, site: Site, change: Change | None) -> bool:
        """Tell whether the section's time is not that of the figure: a limit, or what comes after a holiday."""
        if scope is None:
            return False
        if bearing.since_opening(self._text, site):
            return True
        if change is None and scope.months[0] and bearing.is_limit(self._text, site):
            return True
        low = max(site.sentence.start, site.left.end - _SENTENCE_BACK)
        return scope.days and _AHEAD.search(self._text, low, site.left.end) is not None

    def _index(self, site: Site) -> int:
        """Return the number of the period before a figure; 由2015年的3000元增至4万元 has 2015 for the first only."""
        index = bisect_left(self._starts, site.quantity.start) - 1
        if bearing.begins_change(site):
            self._origin = Span(site.named.end, site.quantity.end)
        elif index >= 0 and self._origin.start <= self._starts[index] < self._origin.end:
            index -= 1
        return index

    def of_cell(self, headers: Sequence[Span], table: int, site: Site) -> Period | None:
        """Return the period of a table's cell.

        Parameters
        ----------
        headers
            Ranges of its column's header and of its row's.
        table
            Where the table begins; a time named shortly before it holds for all of it.
        site
            The figure in its surroundings.
        """
        scope = self.scope(site).period
        general = self._of_table(table, scope)
        own = next(filter(None, map(self._within, headers)), None)
        if own is None:
            return general
        # The column 2023年 of a table of the first half of the year is that half of 2023.
        part = general is not None and general.months[0] and not own.months[0]
        part = part and own.kind is PeriodKind.FIXED
        return in_year(general, own.year) if general and part else self._in_scope(own, scope)

    def _of_table(self, table: int, scope: Period | None) -> Period | None:
        """Return the time of a whole table: of the line before it, else of its section, else of the lines above."""
        line = self._text.rfind("\n", 0, max(0, table - 1)) + 1
        caption = self._within(Span(line, table), lasting=True)
        near = caption or self._within(Span(max(0, table - _TABLE_REACH), table), lasting=True)
        if scope is None or near is None:
            return near or scope
        finer = near.year == scope.year and near.months[0] and not scope.months[0]
        coarser = near.year == scope.year and scope.months[0] and not near.months[0]
        return self._in_scope(near, scope) if (caption and not coarser) or finer else scope

    def _within(self, span: Span, *, lasting: bool = False) -> Period | None:
        """Return the first period named in a range; only one that isn't told from now where it must be lasting."""
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        kinds = {PeriodKind.FIXED, PeriodKind.UNTIL} if lasting else {*PeriodKind}
        return next((p for p in self.periods[low:high] if p.iso and p.kind in kinds), None)

    @staticmethod
    def _in_scope(period: Period, scope: Period | None) -> Period:
        return in_year(period, scope.year) if period.floating and scope and scope.year else period

    def _fitting(self, period: Period, site: Site, change: Change | None) -> Period | None:
        """Return the period as it applies: a level reached after some years has no span of its own."""
        if len(period.iso) == _DAY and site.quantity.group not in _OF_A_DAY:
            return None
        if period.kind is PeriodKind.UNTIL:
            return self._until(period, site, change)
        return None if change is None and self._is_past(period, site) else period

    def _is_past(self, period: Period, site: Site) -> bool:
        """Tell whether the words have left the period and say how things stand."""
        stock = bearing.is_stock(self._text, site)
        stretch = period.kind in {PeriodKind.SPAN, PeriodKind.SINCE} and not period.iso.isdigit()
        if stretch and (bearing.is_rank(site) or stock):
            return True
        between = self._between(period, site)
        if stock and bearing.has_turned_to_standing(between):
            return True
        return self._turned(period, between, site) or (
            period.months[0] > 0 and bearing.stands(self._text, site)
        )

    def _between(self, period: Period, site: Site) -> str:
        low = max(period.end, site.sentence.start, site.left.end - _SENTENCE_BACK)
        return self._text[low : site.left.end]

    def _until(self, period: Period, site: Site, change: Change | None) -> Period | None:
        """Return a month's end (截至5月底) as what it means for a figure: the day of a level, the months of a flow."""
        if change is None and bearing.is_yearly(self._text, site):
            return None
        between = self._between(period, site)
        if period.months[0] == 0 or not bearing.adds_up(self._text, site, between, grows=change is not None):
            return period
        year, month = period.year, period.months[1]
        return replace(period, iso=f"{year}-01/{year}-{month:02}" if year else "")

    def _turned(self, period: Period, between: str, site: Site) -> bool:
        """Tell whether a figure after a semicolon no longer says what was done in that part of the year."""
        if ";" not in between:
            return False
        segment = site.left.end - len(between) + between.rfind(";") + 1
        if self._kept == (segment, True):
            return False
        if self._text.startswith(_OF_IT, segment) or self._text.startswith(_OF_IT, site.sentence.start):
            goes_on = True
        elif period.months[0]:
            goes_on = (
                not (bearing.is_counted(site) or self._opens_with_place(segment))
                or (bearing.flows(site) and not bearing.is_stock(self._text, site))
                or bearing.tells_flow(self._text, site.left.start, site)
                or (bearing.is_counted(site) and bearing.is_begun(self._text, site))
            )
        else:
            goes_on = bearing.flows(site) or bearing.tells_deed(self._text, segment, site)
        goes_on = goes_on and not bearing.is_limit(self._text, site)
        self._kept = (segment, goes_on)
        return not goes_on

    def _opens_with_place(self, start: int) -> bool:
        return any(offset in self._named for offset in range(start, start + _LEAD))
