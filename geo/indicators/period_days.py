"""Days: holidays, feasts and stretches of days as ISO 8601."""

import re
from datetime import date, timedelta

from geo.indicators.numbers import han_value
from geo.indicators.period_pattern import holidays

_SAME_FEAST = {"劳动": "五一", "十一": "国庆"}
_FEAST_DAYS, _EARLY = {"元旦": (1, 1), "清明": (4, 5), "五一": (5, 1), "国庆": (10, 1)}, 2
_WHOLE_MONTH = 28


def _holiday(name: str, year: int) -> tuple[str, str]:
    return holidays().get(f"{_SAME_FEAST.get(name, name)}{year}", ("", ""))


def days_of(match: re.Match[str], year: int) -> str:
    """Return a stretch of days; empty where the year is unknown or that year's holiday is."""
    if name := match["holiday"] or match["feast"]:
        first, last = _holiday(name, year)
        if match["joint"]:
            opening, closing = _holiday(match["joint"], year)
            first, last = min(first or opening, opening or first), max(last, closing)
        if first and (match["nth_day"] or match["first_day"]):
            return _nth(first, match["nth_day"] or "1")
        return first if first == last else f"{first}/{last}"
    if name := match["fixed_feast"]:
        return _holiday_itself(_SAME_FEAST.get(name, name), year) if year else ""
    month, day, to_day = (int(match[name]) for name in ("day_month", "from_day", "to_day"))
    to_month = int(match["to_day_month"] or month)
    last_year = year + (to_month < month)
    return f"{year}-{month:02}-{day:02}/{last_year}-{to_month:02}-{to_day:02}" if year else ""


def _nth(first: str, number: str) -> str:
    """Return the day of a holiday that a number counts (黄金周第二天)."""
    count = int(number) if number.isdigit() else int(han_value(number) or 1)
    return (date.fromisoformat(first) + timedelta(days=count - 1)).isoformat()


def _holiday_itself(name: str, year: int) -> str:
    """Return the day of a feast that is the same each year; 清明 is a day earlier in leap years and the years after."""
    month, day = _FEAST_DAYS[name]
    return f"{year}-{month:02}-{day - (name == '清明' and year % 4 < _EARLY):02}"


def turns_year(match: re.Match[str]) -> bool:
    """Tell whether some days run into the next year (12月30日至1月1日)."""
    return bool(match["to_day_month"]) and int(match["to_day_month"]) < int(match["day_month"])


def months_of_days(match: re.Match[str]) -> tuple[int, int]:
    """Return the months from the first of one (1月1日) to the end of one (10月31日)."""
    if int(match["from_day"]) > 1 or int(match["to_day"]) < _WHOLE_MONTH or turns_year(match):
        return 0, 0
    return int(match["day_month"]), int(match["to_day_month"] or match["day_month"])
