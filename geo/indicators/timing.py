"""Timing: which period a figure belongs to, and whether its section tells of what was done or what is to be done."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from geo.indicators import bearing
from geo.indicators.change import Change
from geo.indicators.events import Events
from geo.indicators.fitting import SENTENCE_BACK, Fitting
from geo.indicators.period import AsOf, Period, PeriodKind, in_year
from geo.indicators.period_lists import listed_periods
from geo.indicators.periods import find_periods
from geo.indicators.sections import Scope, read_scopes
from geo.indicators.site import Site
from geo.indicators.spent import is_closed_off, is_spent
from geo.model import Span
from geo.text import Document

_TABLE_REACH = 120
_PERIODS_BACK = 4
_AHEAD = re.compile(r"下一步|接下来|[拟将]")
_IN_BRACKETS = re.compile(r"(?:以上|左右)?\(")
_SINCE_THEN = frozenset({"至今", "迄今"})
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
        self._fitting = Fitting(document.text, named)
        self.now = AsOf.parse(as_of)
        found = find_periods(document.text, as_of)
        self.periods = [p for p in found if p.kind is not PeriodKind.BASE]
        self._starts = [p.start for p in self.periods]
        self._bases = [p for p in found if p.kind is PeriodKind.BASE]
        self._base_starts = [p.start for p in self._bases]
        self._scopes = read_scopes(document, as_of)
        self._events = Events(document, self.periods, self.now)
        self._origins: set[int] = set()
        self._last: tuple[int, Period | None] = (-1, None)
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
            if not bearing.begins_change(site):
                self._last = (site.paragraph, own)
        elif scope is None or scope.days:
            own = self._from_before(site, scope, running_on=running_on)
        elif running_on and self.scope(site).flows_only:
            own = self._point_before(site)
        if bearing.begins_change(site) and (own is None or own.start < site.named.end):
            return None
        if own is None:
            return None if self._is_outside(scope, site, change) else scope
        fitting = self._fitting.of(own, site, change)
        return fitting if fitting is not None and fitting.iso else scope

    def listed(self, run: Sequence[Site]) -> list[Period]:
        """Return the period of each number of a list that goes with a list of times, or nothing."""
        scope = self.scope(run[0]).period
        found = listed_periods(self._text, self.periods, run) if len(run) > 1 else []
        # 一季度、上半年和全年 of one list are of one year.
        year = scope.year if scope else min((period.year for period in found), default=0)
        return [in_year(period, year) if period.floating else period for period in found]

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
        goes_back = self._text.startswith("其中", site.sentence.start) and site.paragraph - self._last[0] == 1
        last = self._last[1] if goes_back or self._last[0] == site.paragraph else None
        if last is None or scope is not None:
            return None
        goes_on = running_on or self._flows_on(last, site) or self._lists_on(last, site)
        goes_on = goes_on or (0 < self.now.year < last.year and bearing.is_reached(self._text, site))
        goes_on = goes_on or (self._carried == site.sentence and self._runs_on(site))
        goes_on = goes_on or (last.kind is PeriodKind.UNTIL and bearing.is_summed_up(self._text, site))
        if goes_on:
            self._carried = site.sentence
        return last if goes_on else None

    def _runs_on(self, site: Site) -> bool:
        """Tell whether a figure goes on with the time that one before it in the sentence has taken over."""
        if bearing.is_share(site):
            return True
        lasting = (bearing.is_stock, bearing.is_limit, bearing.is_yearly, bearing.stands)
        return (bearing.flows(site) or bearing.is_counted(site)) and not any(
            f(self._text, site) for f in lasting
        )

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
        low = max(site.sentence.start, site.left.end - SENTENCE_BACK)
        return scope.days and _AHEAD.search(self._text, low, site.left.end) is not None

    def _index(self, site: Site) -> int:
        """Return the number of the period before a figure; 由2015年的3000元增至4万元 has 2015 for the first only."""
        index = bisect_left(self._starts, site.quantity.start) - 1
        if bearing.begins_change(site):
            if index >= 0 and self._starts[index] >= site.named.end:
                self._origins.add(index)
            return index
        while index in self._origins:
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
