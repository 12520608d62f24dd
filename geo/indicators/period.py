"""What a period is: a time expression as ISO 8601, and the date an article speaks from."""

from dataclasses import dataclass, replace
from enum import StrEnum


class PeriodKind(StrEnum):
    """How an expression tells the time of a figure."""

    FIXED = "fixed"
    UNTIL = "until"
    SINCE = "since"
    SPAN = "span"
    NOW = "now"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class Period:
    """One time expression.

    Parameters
    ----------
    start, end
        Range in the clean text.
    kind
        ``BASE`` is what a change is measured from (较2019年), never the figure's own period.
    iso
        ISO 8601; empty where the text's date is unknown.
    year
        The last year it speaks of, 0 where unknown.
    months
        First and last month of a part of a year; (0, 0) without.
    days
        True for a stretch of days (a holiday).
    floating
        True where the text names no year and the article's own stands in.
    """

    start: int
    end: int
    kind: PeriodKind
    iso: str
    year: int = 0
    months: tuple[int, int] = (0, 0)
    days: bool = False
    floating: bool = False


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date an article speaks from; zeros where unknown."""

    iso: str = ""
    year: int = 0
    month: int = 0

    @classmethod
    def parse(cls, iso: str) -> "AsOf":
        """Read an ISO 8601 date, month or year."""
        numbers = [int(part) for part in iso.split("-")[:2] if part.isdigit()]
        year, month = [*numbers, 0, 0][:2]
        return cls(iso, year, month) if year else cls()


def in_year(period: Period, year: int) -> Period:
    """Return a period that names no year in the year that its section speaks of."""
    return replace(period, iso=iso_of(year, period.months, None), year=year, floating=False)


def iso_of(year: int, months: tuple[int, int], day: str | None) -> str:
    """Return a year, or a part of it, as ISO 8601; empty where the year is unknown."""
    if not year:
        return ""
    first, last = months
    if not first:
        return str(year)
    if first == last:
        return f"{year}-{first:02}-{int(day):02}" if day else f"{year}-{first:02}"
    return f"{year}-{first:02}/{year}-{last:02}"
