"""Time: the periods of figures in order, and which of them can be set side by side."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEARS = re.compile(r"P(\d{1,3})Y")
_MONTHS_A_YEAR = 12
_DAY_DIGITS = len("2024-11-20")


class TimeKind(StrEnum):
    """What stretch of time a figure covers."""

    YEAR = "year"
    YEAR_TO_DATE = "year_to_date"
    MONTH = "month"
    MONTHS = "months"
    YEARS = "years"
    DAY = "day"
    DAYS = "days"
    AT_PUBLICATION = "at_publication"
    UNKNOWN = "unknown"


# What a level such as a length or a share is told for at one moment, whatever the stretch is called.
_MOMENTS = frozenset({TimeKind.YEAR, TimeKind.MONTH, TimeKind.DAY, TimeKind.AT_PUBLICATION})
_UNDATED = frozenset({TimeKind.AT_PUBLICATION, TimeKind.UNKNOWN})
Measure = tuple[TimeKind, int]


@dataclass(frozen=True, slots=True)
class Time:
    """When a figure held.

    Parameters
    ----------
    kind
        What the period covers; ``AT_PUBLICATION`` where the text names none.
    length
        Months; days for ``DAY`` and ``DAYS``; 0 where unknown.
    first, last
        First and last day; None where unknown.
    firm
        False where the dates are inferred, from a publication known by its year or for the like of 近4年, so that
        equal ones of two articles need not be the same time.
    """

    kind: TimeKind
    length: int = 0
    first: date | None = None
    last: date | None = None
    firm: bool = True

    @property
    def is_dated(self) -> bool:
        """Whether the text names the period."""
        return self.kind not in _UNDATED

    @property
    def order(self) -> tuple[date, date, TimeKind]:
        """What times are sorted by: their end, then their beginning; unknown ones stand first."""
        return self.last or date.min, self.first or date.min, self.kind

    def measure(self, *, stock: bool = False) -> Measure | None:
        """Return what two times must share to be set side by side; None where nothing can be.

        Parameters
        ----------
        stock
            The figure is a state (a length, a share), so that a year stands for its end.
        """
        if stock and self.kind in _MOMENTS:
            return TimeKind.AT_PUBLICATION, 0
        return (self.kind, self.length) if self.is_dated else None

    def within(self, other: "Time") -> bool:
        """Tell whether this time lies in the other."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return other.first <= self.first and self.last <= other.last


def alike(one: Time, other: Time, *, stock: bool = False) -> bool:
    """Tell whether figures of two times may be ranked: never nine months against a year."""
    measure = one.measure(stock=stock)
    return measure is not None and measure == other.measure(stock=stock)


def read_time(period: str, published: str, *, ahead: bool = False) -> Time:
    """Return the time that a period means.

    Parameters
    ----------
    period
        ISO 8601 as in the data contract: ``2024``, ``2024-11``, ``2024-01/2024-09``, ``P4Y``; empty where the
        text does not say.
    published
        ISO 8601 date, month or year of the article; empty where unknown.
    ahead
        The figure is an aim, so that ``P3Y`` begins and does not end with the article.

    Returns
    -------
    Time
        Of kind ``UNKNOWN`` where neither text can be read as a time.
    """
    day = _range(published)
    if years := _YEARS.fullmatch(period):
        return _years(int(years[1]), day, ahead=ahead)
    if not period:
        return _at_publication(published, day)
    ends = [_range(end) for end in period.split("/", maxsplit=1)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or first[0] > last[1]:
        return Time(TimeKind.UNKNOWN, firm=False)
    return _stretch(first[0], last[1])


def _range(text: str) -> tuple[date, date] | None:
    """Return first and last day of an ISO 8601 date, month or year."""
    match = _ISO_DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return (date(year, month, day),) * 2
        return date(year, month or 1, 1), _month_end(year, month or _MONTHS_A_YEAR)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    if month == _MONTHS_A_YEAR:
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _at_publication(published: str, day: tuple[date, date] | None) -> Time:
    if day is None:
        return Time(TimeKind.UNKNOWN, firm=False)
    return Time(TimeKind.AT_PUBLICATION, 0, *day, firm=len(published) == _DAY_DIGITS)


def _years(count: int, day: tuple[date, date] | None, *, ahead: bool) -> Time:
    length = count * _MONTHS_A_YEAR
    if day is None:
        return Time(TimeKind.YEARS, length, firm=False)
    last = min(day[1].year + count * ahead, date.max.year)
    first = max(last - count + 1, date.min.year)
    return Time(TimeKind.YEARS, length, date(first, 1, 1), date(last, 12, 31), firm=False)


def _stretch(first: date, last: date) -> Time:
    """Return the time from one day to another."""
    whole = first.day == 1 and last == _month_end(last.year, last.month)
    if not whole:
        days = (last - first).days + 1
        return Time(TimeKind.DAYS if days > 1 else TimeKind.DAY, days, first, last)
    months = (last.year - first.year) * _MONTHS_A_YEAR + last.month - first.month + 1
    return Time(_kind_of_months(months, first.month), months, first, last)


def _kind_of_months(months: int, opening: int) -> TimeKind:
    if opening == 1 and months % _MONTHS_A_YEAR == 0:
        return TimeKind.YEAR if months == _MONTHS_A_YEAR else TimeKind.YEARS
    if months == 1:
        return TimeKind.MONTH
    return TimeKind.YEAR_TO_DATE if opening == 1 and months < _MONTHS_A_YEAR else TimeKind.MONTHS
