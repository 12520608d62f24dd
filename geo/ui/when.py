"""Periods in words: the data keep ISO 8601, people read 2025年前三季度 and 2025 Q1-Q3."""

import calendar
import re
from functools import cache

_YEARS = re.compile(r"(\d{4})/(\d{4})")
_DURATION = re.compile(r"P(\d{1,3})([YMD])")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_PARTS = {
    (1, 3): ("一季度", "Q1"),
    (4, 6): ("二季度", "Q2"),
    (7, 9): ("三季度", "Q3"),
    (10, 12): ("四季度", "Q4"),
    (1, 6): ("上半年", "H1"),
    (7, 12): ("下半年", "H2"),
    (1, 9): ("前三季度", "Q1-Q3"),
}
# Of the past or of a plan: the words beside a figure tell which.
_LASTING = {"Y": ("年", "year"), "M": ("个月", "month"), "D": ("天", "day")}
Date = tuple[int, int, int]


def in_both(period: str) -> dict[str, str]:
    """Return a period in words by language."""
    return {language: when(period, language) for language in ("zh", "en")}


@cache
def when(period: str, language: str) -> str:
    """Return a period in words.

    Parameters
    ----------
    period
        As in the data contract: a year, month, day, two of them with a slash between, or a duration; or empty.
    language
        ``zh`` or ``en``.

    Returns
    -------
    str
        What is written in another way comes back as it is.
    """
    zh = language == "zh"
    if found := _DURATION.fullmatch(period):
        return _lasting(int(found[1]), _LASTING[found[2]], zh=zh)
    if found := _YEARS.fullmatch(period):
        return f"{found[1]}—{found[2]}年" if zh else f"{found[1]}–{found[2]}"
    ends = [_date(part) for part in period.split("/")]
    if None in ends or len(ends) > len(("first", "last")):
        return period
    dates = [end for end in ends if end]
    return _day(dates[0], zh=zh) if len(dates) == 1 else _stretch(dates[0], dates[1], zh=zh)


def _lasting(n: int, unit: tuple[str, str], *, zh: bool) -> str:
    return f"{n}{unit[0]}" if zh else f"{n} {unit[1]}" + ("" if n == 1 else "s")


def _date(text: str) -> Date | None:
    """Return year, month and day, 0 for what is not said; None for anything but a date."""
    found = _DATE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    return (year, month, day) if month < len(calendar.month_abbr) else None


def _day(date: Date, *, zh: bool) -> str:
    year, month, day = date
    if zh:
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    return " ".join(filter(None, (str(day or ""), calendar.month_abbr[month], str(year))))


def _stretch(first: Date, last: Date, *, zh: bool) -> str:
    months = first[1], last[1]
    whole = first[0] == last[0] and all(months) and not first[2] and not last[2]
    if whole and months in _PARTS:
        words = _PARTS[months]
        return f"{first[0]}年{words[0]}" if zh else f"{first[0]} {words[1]}"
    if whole:
        names = [calendar.month_abbr[month] for month in months]
        return f"{first[0]}年{months[0]}—{months[1]}月" if zh else f"{first[0]} {names[0]}–{names[1]}"
    return ("—" if zh else " – ").join(_day(date, zh=zh) for date in (first, last))
