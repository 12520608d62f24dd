"""Timing: which period a figure belongs to, and whether its section tells of what was done or what is to be done."""

import re
from bisect import bisect_left

from geo.indicators.comparison import Change
from geo.indicators.periods import AsOf, Period, PeriodKind, find_periods
from geo.indicators.quantity import RANK
from geo.indicators.site import Site
from geo.text import Document

_STOCK = re.compile(
    r"(?:达到?|增至|升至|提[升高][至到]|稳定在|保持在|现有|拥有|共有|余额|存量|超过)(?:了|近|约|超)?$|[,。]有$"
)


class Timeline:
    """The time expressions of one document."""

    def __init__(self, document: Document, as_of: str) -> None:
        self._text = document.text
        self._document = document
        self.year = AsOf.parse(as_of).year
        self._all = find_periods(document.text, as_of)
        self._periods = [p for p in self._all if p.kind is not PeriodKind.BASE]
        self._starts = [p.start for p in self._periods]
        self._bases = [p for p in self._all if p.kind is PeriodKind.BASE]
        self._base_starts = [p.start for p in self._bases]
        self._last: tuple[int, Period] | None = None

    def base(self, site: Site) -> Period | None:
        """Return the time a figure is compared with, where one stands between it and the number before."""
        index = bisect_left(self._base_starts, site.left.end) - 1
        if index >= 0 and self._bases[index].start >= site.back:
            return self._bases[index]
        return None

    def of(self, site: Site, change: Change | None) -> Period | None:
        """Return the period of a figure; None where the text does not say."""
        index = bisect_left(self._starts, site.quantity.start) - 1
        if index >= 0 and self._starts[index] >= site.sentence.start:
            return self._fitting(self._periods[index], site, change)
        return None

    def _fitting(self, period: Period, site: Site, change: Change | None) -> Period | None:
        """Return the period as it applies: a level reached after some years has no span of its own."""
        stretch = (
            period.kind in {PeriodKind.SPAN, PeriodKind.SINCE} and "/" in period.iso
        ) or period.iso.startswith("P")
        if stretch and change is None and self._is_stock(site):
            return None
        if period.kind is PeriodKind.UNTIL and not self._is_stock(site):
            return Period(
                period.start, period.end, period.kind, _from_january(period), period.year, period.months
            )
        return period

    def _is_stock(self, site: Site) -> bool:
        if site.quantity.group == RANK:
            return True
        return _STOCK.search(self._text, max(site.left.start, site.left.end - 8), site.left.end) is not None


def _from_january(period: Period) -> str:
    month = period.months[1]
    return f"{period.year}-01/{period.year}-{month:02}" if period.year else ""
