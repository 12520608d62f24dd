"""Timing: which period a figure belongs to, and whether its section tells of what was done or what is to be done."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from geo.indicators.comparison import Change
from geo.indicators.period import AsOf, Period, PeriodKind, in_year
from geo.indicators.periods import find_periods
from geo.indicators.quantity import RANK, RATIO
from geo.indicators.sections import Scope, read_scopes
from geo.indicators.site import Site
from geo.model import Span
from geo.text import Document

_STOCK = re.compile(
    r"(?:达到?|产能|总投资|容量|突破|[由从压]到?|增加到|增至|升至|提[升高][至到]|稳定在|保持在|现有|拥有|共有|余额|存量|超过)(?:了|近|约|超)?$|[,。]有$"
)

_FLOW = re.compile(
    r"完成|实现|接待|新增|累计|签[约订](?![^,。;]{0,4}率)|办理|办结|发放|引进|投入|销售|开展|举办|新开工|改造|拨付|查处|培训|转移|出口"
    r"|交易|生产|产量|营业|发送"
)
_DONE = re.compile(r"新?(?:签约|引进|开工|竣工|投产|开业|立案|受理|办结|举办|开展|新增)")
_SO_FAR = "累计"
_BALANCE = re.compile(
    r"余额|存款|贷款|资产|负债|债务|总投资|资本|估值|价值|均|单价|储量|存量|产能|规模|工资|标准"
)
_STANDING = re.compile(r"已经?(?:发展到|达|增加到|有|建成)")
_FLOWING = frozenset({"money", "people", "mass", "energy"})
_SENTENCE_BACK = 300
_COUNTED = frozenset({"count", "household"})
_HAVING = re.compile(r"已(?:经|累计)?(?:建成|有|培育|形成|开通|入驻|建有)|拥有|现有|建有|共有")
_TABLE_REACH = 120
_LEAD = 3
_DAY = len("2024-10-01")
_OF_A_DAY = frozenset({"people", "count"})
_AHEAD = re.compile(r"下一步|接下来|[拟将]")


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
        self._origin = Span(0, 0)
        self._last: tuple[int, Period | None] = (-1, None)

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
        if behind := self._behind(site):
            return behind
        index = self._index(site)
        if index >= 0 and self._starts[index] >= site.sentence.start:
            period = self._fitting(self._in_scope(self.periods[index], scope), site, change)
            self._last = (site.paragraph, period)
            return period if period is not None and period.iso else scope
        if (
            scope is not None
            and scope.days
            and _AHEAD.search(
                self._text, max(site.sentence.start, site.left.end - _SENTENCE_BACK), site.left.end
            )
        ):
            return None
        if scope is None and self._last[0] == site.paragraph and (running_on or self._flows_on(site)):
            return self._last[1]
        return scope

    def _behind(self, site: Site) -> Period | None:
        """Return the time that stands in brackets right after a figure (87亿元(2023年))."""
        end = site.quantity.end
        index = bisect_left(self._starts, end)
        if not self._text.startswith("(", end) or self._starts[index : index + 1] != [end + 1]:
            return None
        period = self.periods[index]
        return period if self._text.startswith(")", period.end) and period.iso else None

    def _scope_period(self, site: Site, change: Change | None) -> Period | None:
        """Return the period of the section where it holds for a figure of this kind."""
        scope = self.scope(site)
        flows = change is not None or self._flows(site)
        return scope.period if flows or not scope.flows_only else None

    def _flows(self, site: Site) -> bool:
        """Tell whether a figure is of what was done in a time and not of how things stand."""
        if site.quantity.group in _FLOWING:
            return not self._is_stock(site)
        return (
            site.quantity.group in _COUNTED
            and _DONE.search(self._text, site.clause.start, site.left.end) is not None
        )

    def _flows_on(self, site: Site) -> bool:
        """Tell whether a sum or a number of visitors goes on with the time of the sentence before."""
        last = self._last[1]
        if last is None:
            return False
        if last.days:
            return site.quantity.group in _FLOWING | {RATIO}
        if site.quantity.group not in _FLOWING or self._is_stock(site):
            return False
        return _FLOW.search(self._text, site.clause.start, site.left.end) is not None

    def _index(self, site: Site) -> int:
        """Return the number of the period before a figure; 由2015年的3000元增至4万元 has 2015 for the first only."""
        index = bisect_left(self._starts, site.quantity.start) - 1
        if site.named.end < site.left.end:
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
        index = bisect_left(self._starts, table) - 1
        near = index >= 0 and table - self._starts[index] <= _TABLE_REACH
        scope = self.scope(site).period
        general = self.periods[index] if near else scope
        if general and scope and not general.months[0] and scope.months[0] and scope.year == general.year:
            general = scope
        own = next(filter(None, map(self._within, headers)), None)
        if own is None:
            return general
        # The column 2023年 of a table of the first half of the year is that half of 2023.
        part = (
            general is not None and general.months[0] and not own.months[0] and own.kind is PeriodKind.FIXED
        )
        return in_year(general, own.year) if general and part else own

    def _within(self, span: Span) -> Period | None:
        """Return the first period named in a range."""
        index = bisect_left(self._starts, span.start)
        inside = index < len(self._starts) and self._starts[index] < span.end
        return self.periods[index] if inside and self.periods[index].iso else None

    @staticmethod
    def _in_scope(period: Period, scope: Period | None) -> Period:
        return in_year(period, scope.year) if period.floating and scope and scope.year else period

    def _fitting(self, period: Period, site: Site, change: Change | None) -> Period | None:
        """Return the period as it applies: a level reached after some years has no span of its own."""
        if len(period.iso) == _DAY and site.quantity.group not in _OF_A_DAY:
            return None
        stretch = period.kind in {PeriodKind.SPAN, PeriodKind.SINCE} and not period.iso.isdigit()
        stock = change is None and self._is_stock(site)
        if change is None and site.quantity.group == RANK and stretch:
            return None
        if stock and (stretch or self._left_behind(period, site)):
            return None
        if change is None and period.months[0] and (self._stands(site) or self._turned(period, site)):
            return None
        if period.kind is PeriodKind.UNTIL and self._adds_up(period, site):
            return Period(
                period.start, period.end, period.kind, _from_january(period), period.year, period.months
            )
        return period

    def _adds_up(self, period: Period, site: Site) -> bool:
        """Tell whether a figure reached by the end of a month counts from January on (接待游客, not 贷款余额)."""
        start = max(period.end, site.left.end - _SENTENCE_BACK)
        if site.quantity.group in _COUNTED:
            done = (found[0] for found in _FLOW.finditer(self._text, start, site.left.end))
            return any(word != _SO_FAR for word in done)
        if _BALANCE.search(self._text, site.clause.start, site.left.end):
            start = site.clause.start
        elif site.quantity.group in {"money", "energy"} or site.quantity.base == "人次":
            return True
        return _FLOW.search(self._text, start, site.left.end) is not None

    def _turned(self, period: Period, site: Site) -> bool:
        """Tell whether the text after a semicolon speaks of another place, and no more of that part of the year."""
        semicolon = self._text.rfind(";", max(period.end, site.left.end - _SENTENCE_BACK), site.left.end)
        opens = any(offset in self._named for offset in range(semicolon + 1, semicolon + 1 + _LEAD))
        return semicolon >= 0 and opens and _FLOW.search(self._text, site.clause.start, site.left.end) is None

    def _stands(self, site: Site) -> bool:
        """Tell whether the clause says how many there are by now (已建成12个)."""
        counted = site.quantity.group in _COUNTED
        return counted and _HAVING.search(self._text, site.clause.start, site.left.end) is not None

    def _left_behind(self, period: Period, site: Site) -> bool:
        """Tell whether the sentence has turned from that time to how things stand."""
        between = self._text[max(period.end, site.left.end - _SENTENCE_BACK) : site.left.end]
        return ";" in between or ("," in between and _STANDING.search(between) is not None)

    def _is_stock(self, site: Site) -> bool:
        return _STOCK.search(self._text, max(site.left.start, site.left.end - 8), site.left.end) is not None


def _from_january(period: Period) -> str:
    month = period.months[1]
    return f"{period.year}-01/{period.year}-{month:02}" if period.year else ""
