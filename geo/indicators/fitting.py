"""Fitting: a period that a sentence names, as it applies to one figure of it."""

from collections.abc import Iterable
from dataclasses import replace

from geo.indicators import bearing
from geo.indicators.change import Change
from geo.indicators.period import Period, PeriodKind
from geo.indicators.site import Site

SENTENCE_BACK = 300
_LEAD = 3
_DAY = len("2024-10-01")
_OF_A_DAY = frozenset({"people", "count"})
_OF_IT = ("其中", "其")


class Fitting:
    """Tells what the periods of one document mean for its figures, in order.

    Parameters
    ----------
    text
        Clean text.
    named
        Where the names of places begin in it.
    """

    def __init__(self, text: str, named: Iterable[int]) -> None:
        self._text = text
        self._named = frozenset(named)
        self._kept = (-1, False)

    def of(self, period: Period, site: Site, change: Change | None) -> Period | None:
        """Return the period as it applies: a level reached after some years has no span of its own."""
        if len(period.iso) == _DAY and not period.days and site.quantity.group not in _OF_A_DAY:
            return None
        if period.kind is PeriodKind.UNTIL:
            return self._until(period, site, change)
        return None if change is None and self._is_past(period, site) else period

    def _is_past(self, period: Period, site: Site) -> bool:
        """Tell whether the words have left the period and say how things stand."""
        stock = bearing.is_stock(self._text, site)
        stretch = period.kind in {PeriodKind.SPAN, PeriodKind.SINCE} and not period.iso.isdigit()
        if stretch and (bearing.is_rank(site) or (stock and not bearing.is_summed_up(self._text, site))):
            return True
        if bearing.is_of_each_year(self._text, site) or (
            stretch is False and self._is_of_a_year(period, site)
        ):
            return True
        between = self._between(period, site)
        if stock and bearing.has_turned_to_standing(between):
            return True
        return self._turned(period, between, site) or (
            period.months[0] > 0 and bearing.stands(self._text, site)
        )

    def _is_of_a_year(self, period: Period, site: Site) -> bool:
        """Tell whether a figure is that of any whole year (年吞吐量) and the period is but a part of one."""
        return (period.days or period.months[0] > 0) and bearing.is_yearly(self._text, site)

    def _between(self, period: Period, site: Site) -> str:
        low = max(period.end, site.sentence.start, site.left.end - SENTENCE_BACK)
        return self._text[low : site.left.end]

    def _until(self, period: Period, site: Site, change: Change | None) -> Period | None:
        """Return a month's end (截至5月底) as what it means for a figure: the day of a level, the months of a flow."""
        if change is None and bearing.is_yearly(self._text, site):
            return None
        between = self._between(period, site)
        if (
            period.months[0] == 0
            or len(period.iso) == _DAY
            or not bearing.adds_up(self._text, site, between, grows=change is not None)
        ):
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
        elif period.months[0] or period.days:
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
