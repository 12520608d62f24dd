"""Lists of times that go with lists of numbers, and the time that a change takes from its beginning to its end."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.indicators.bearing import begins_change
from geo.indicators.change import Change
from geo.indicators.period import Period, PeriodKind
from geo.indicators.site import Site, rises

_GROWN = re.compile(
    r"[,、(]?(?:年均|平均|累计|共|净|实现|约|近|已|[一二两三四五六七八九十\d]{1,2}年间?){0,3}"
    r"(?:增[长加幅速]|提[高升]|扩大|翻|上升|下降|减少|涨)"
)
_MARKS = frozenset({"、", "和", "及", "与", ","})
_WHOLE_YEAR = len("2024")


def listed_periods(text: str, periods: Sequence[Period], run: Sequence[Site]) -> list[Period]:
    """Return one period for each number of a list: 一季度、上半年和全年分别增长5%、6%和7%; nothing without such a list.

    Parameters
    ----------
    text
        Clean text.
    periods
        The time expressions of the text, in order.
    run
        Quantities that only list marks stand between.
    """
    first = run[0]
    last = bisect_left(periods, first.quantity.start, key=lambda period: period.start) - 1
    if last >= 0 and periods[last].kind is PeriodKind.SPAN:  # 两年平均增速分别为4.2%、5.1%
        last -= 1
    group: list[Period] = []
    while last >= 0 and periods[last].start >= first.sentence.start:
        if group and text[periods[last].end : group[0].start] not in _MARKS:
            break
        group.insert(0, periods[last])
        last -= 1
    return group if len(group) == len(run) and all(period.iso for period in group) else []


class Rise:
    """What a change began from and came to, as long as the text goes on about it (从2006年的3亿元升至2018年的9亿元).

    It is fed with every figure in order.
    """

    def __init__(self) -> None:
        self._from: Period | None = None
        self._to: Period | None = None
        self._end = -1

    def see(self, text: str, site: Site, period: Period | None) -> None:
        """Note a figure with its period."""
        if begins_change(site):
            self._from, self._to = period, None
        elif site.left.start == self._end and rises(text, site.left.start):
            self._to = period
        else:
            self._from = self._to = None
        self._end = site.quantity.end

    def span(self, text: str, change: Change | None) -> Period | None:
        """Return the years from beginning to end for the growth told right after them (增长了2.9倍)."""
        first, last = self._from, self._to
        if change is None or first is None or last is None or not _GROWN.match(text, self._end):
            return None
        years = (first.iso, last.iso)
        if any(len(year) != _WHOLE_YEAR for year in years) or first.year >= last.year:
            return None
        return Period(first.start, last.end, PeriodKind.SPAN, "/".join(years), last.year)
