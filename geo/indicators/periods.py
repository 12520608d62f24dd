"""Periods: the time expressions of a text as ISO 8601, absolute or told from the article's own date."""

import re
from collections.abc import Callable
from dataclasses import replace

from geo.indicators.numbers import han_value
from geo.indicators.period import AsOf, Period, PeriodKind, iso_of
from geo.indicators.period_days import days_of, months_of_days, turns_year
from geo.indicators.period_pattern import events, parts, pattern, relative_years

_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DECEMBER = 12
_SPRING = 5
_SUMMER = 8
_PLAN_YEARS = 5
_UP_TO_THEN = frozenset({"累计", "平均"})
_PLANNED_BEFORE = re.compile(r"力争|确保|计划|目标|预期|下一步|下一?阶段|接下来|将|安排")
_PLANNED_AFTER = re.compile(r"[^,。;]{0,16}(?:力争|确保|计划|目标|要|将|拟)")
_RECORD = re.compile(r"来?(?:[^,。;\d]{0,6}(?:新高|新低)|(?:同期|单月|当季)?[的之]?最[高低好大快多])")
_TO_COME = re.compile(r"(?:[拟将定]|计划|力争|预计|确保|争取)[于在到]?$")
_PLAN_REACH = 80
_QUARTER = 3
_TO_MONTH = len("2024-11")
_PLAN_EPOCH = 1951  # the tenth five-year plan began in 2001, the fourteenth in 2021


_BASE_LEAD = re.compile(r"(?:较|比|相较于?|对比|[与和同]|高于|低于|好于|恢复[至到]|相当于|是|为)$")
_LIKENED_LEAD = frozenset({"与", "和", "同"})
_LIKENED = re.compile(r".{0,4}(?:相比|持平|相当)")
_MULTIPLE = re.compile(r".{0,6}\d倍|的\d[\d.、和]{1,30}倍")
_UNTIL_LEAD = re.compile(r"(?:截至|截止到?|至|到)$")
_SINCE_TAIL = re.compile(r"以来|至今|起")
_FROM_LEAD = re.compile("[自从]")
_SINCE_FAR = re.compile(r"[^。;\n]{0,60}?以来")
_DATELINE = re.compile(
    r"电|讯|消息|上午|下午|晚|,?记者|,?在|[^,。;]{0,12}(?:召开|举行|获悉|发布|介绍|召开的)"
)
_LOOK = 3


def find_periods(text: str, as_of: str) -> tuple[Period, ...]:
    """Return the time expressions of a clean text in order.

    Parameters
    ----------
    text
        Clean text.
    as_of
        ISO 8601 date the article speaks from; empty where unknown.
    """
    now = AsOf.parse(as_of)
    found: list[Period] = []
    for match in pattern().finditer(text):
        if match["day"] and _DATELINE.match(text, match.end()):
            continue
        edge = "\n" if match["all_year"] or match["tail"] in _UP_TO_THEN else "。"
        year = _nearby_year(text, found, match.start(), edge)
        found.append(_read(text, match, now, year))
    return tuple(found)


def _is_planned(text: str, match: re.Match[str]) -> bool:
    """Tell whether a time without a year is one that a plan is for, not one that is over (力争全年, 拟于4月)."""
    start = match.start()
    if not match["all_year"]:
        return _TO_COME.search(text, max(0, start - _LOOK), start) is not None
    low = max(0, start - _PLAN_REACH)
    low = max(low, text.rfind("。", low, start), text.rfind("\n", low, start))
    before = _PLANNED_BEFORE.search(text, low, start)
    return before is not None or _PLANNED_AFTER.match(text, match.end()) is not None


def _nearby_year(text: str, found: list[Period], start: int, edge: str) -> int:
    """Return the year that the sentence has named before, or 0; 前三季度 after 2024年 means that year.

    A whole year (全年) is the one that the paragraph has named: its edge is the line.
    """
    for period in reversed(found[-2:]):
        named = period.kind is not PeriodKind.BASE and period.year and not period.floating
        if named and text.find(edge, period.end, start) < 0:
            return period.year if text.find("\n", period.end, start) < 0 else 0
    return 0


def _read(text: str, match: re.Match[str], now: AsOf, nearby: int) -> Period:
    reader = next((read for names, read in _READERS if any(map(match.group, names))), None)
    return reader(match, now, nearby) if reader else _in_year(text, match, now, nearby)


def _years(match: re.Match[str], _now: AsOf, _nearby: int) -> Period:
    """Read 2021至2024年 and 2024年11月至2025年3月."""
    first, last = match["from_year"], match["to_year"]
    if match["opening"] and match["closing"]:
        opening, closing = int(match["opening"]), int(match["closing"].removesuffix("月"))
        first, last = f"{first}-{opening:02}", f"{last}-{closing:02}"
    return Period(*match.span(), PeriodKind.FIXED, f"{first}/{last}", int(match["to_year"]))


def _over_new_year(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    """Read 去年11月至今年3月 and 2024年12月至次年2月."""
    first = int(match["turn_year"]) if match["turn_year"] else now.year + relative_years()[match["turn_word"]]
    opening, closing = int(match["turn_from"]), int(match["turn_to"])
    iso = f"{first}-{opening:02}/{first + 1}-{closing:02}" if now.year or match["turn_year"] else ""
    return Period(*match.span(), PeriodKind.FIXED, iso, first + 1)


def _now(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    return Period(*match.span(), PeriodKind.NOW, now.iso[:_TO_MONTH], now.year)


def _vague(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    return Period(*match.span(), PeriodKind.SPAN, "", now.year)


def _ago(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    return Period(*match.span(), PeriodKind.BASE, "", max(0, now.year - _small_number(match["ago"])))


def _stretch(match: re.Match[str], now: AsOf, nearby: int) -> Period:
    """Read 近4年 (P4Y), 近3年来 (the years up to now) and 5年累计 (the years up to the one named)."""
    start, end = match.span()
    count = _small_number(match["near"] or match["lately"] or match["goal"] or match["done"])
    if _RECORD.match(match.string, end):
        return Period(start, end, PeriodKind.BASE, "", now.year)
    if count == 1:  # 过去一年: the year that the section is about
        return Period(start, end, PeriodKind.SPAN, "")
    last = nearby if match["tail"] in _UP_TO_THEN else now.year if match["until_now"] else 0
    if last:
        return Period(start, end, PeriodKind.SPAN, f"{last - count + 1}/{last}", last)
    return Period(start, end, PeriodKind.SPAN, f"P{count}Y", now.year)


def _small_number(text: str) -> int:
    return int(text) if text.isdigit() else int(han_value(text) or 0)


def _five_year_plan(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    first = _PLAN_EPOCH + _PLAN_YEARS * int(han_value(match["plan"]) or 0)
    last = first + _PLAN_YEARS - 1
    start, end = match.span()
    if match["plan_tail"] == "末":
        if match.string[start - 1 : start] in {"比", "较"}:
            return Period(start, end, PeriodKind.BASE, str(last), last)
        return Period(start, end, PeriodKind.FIXED, str(last), last)
    if match["plan_years"]:
        last = first + _small_number(match["plan_years"]) - 1
    if match["plan_tail"] == "以来":
        return _since(start, end, first, replace(now, year=min(last, now.year or last)))
    return Period(start, end, PeriodKind.FIXED, f"{first}/{last}", last)


def _event(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    return _since(*match.span(), events()[match["event"]], now)


def _since(start: int, end: int, first: int, now: AsOf) -> Period:
    last = max(first, now.year)
    return Period(start, end, PeriodKind.SINCE, f"{first}/{last}" if last > first else str(first), last)


def _turn(match: re.Match[str], now: AsOf, _nearby: int) -> Period:
    """Read 上季度, 上月, 本季度 and 本月 from the article's own month."""
    start, end = match.span()
    length = _QUARTER if "季" in match["turn"] else 1
    first = (now.month - 1) // length * length + 1 - length * match["turn"].startswith("上")
    year, first = (now.year, first) if first > 0 else (now.year - 1, first + _DECEMBER)
    months = (first, first + length - 1)
    iso = iso_of(year, months, None) if now.month else ""
    return Period(start, end, PeriodKind.FIXED, iso, year, months)


_READERS: tuple[tuple[tuple[str, ...], Callable[[re.Match[str], AsOf, int], Period]], ...] = (
    (("near", "lately", "goal", "done"), _stretch),
    (("turn_from",), _over_new_year),
    (("plan",), _five_year_plan),
    (("event",), _event),
    (("turn",), _turn),
    (("from_year",), _years),
    (("now",), _now),
    (("vague",), _vague),
    (("ago",), _ago),
)


def _in_year(text: str, match: re.Match[str], now: AsOf, nearby: int) -> Period:
    """Read a year or a part of one."""
    start, end = match.span()
    planned = _is_planned(text, match)
    if (match["within"] and nearby < now.year) or (match["all_year"] and (nearby == now.year or planned)):
        nearby = 0
    year, months = _year(match, now) or nearby, _months(match)
    floating = not year
    if floating and now.year:
        late = int(match["day_month"]) if turns_year(match) else _opening_month(match, months) - 1
        year = now.year - (0 < now.month < late and not planned)
    if (match["holiday"] or match["feast"] or match["fixed_feast"] or match["from_day"]) and not months[0]:
        kind = PeriodKind.BASE if _is_compared(text, start, end) else PeriodKind.FIXED
        return Period(start, end, kind, days_of(match, year), year, days=True)
    kind = _kind(text, match, months)
    if kind is PeriodKind.SINCE:
        last = max(year, now.year)
        if year == now.year and 0 < months[0] <= now.month:
            return Period(start, end, kind, iso_of(year, (months[0], now.month), None), last, months)
        iso = f"{year}/{last}" if year and year != last else str(year or "")
        return Period(start, end, kind, iso, last, months)
    return Period(start, end, kind, iso_of(year, months, match["day"]), year, months, floating=floating)


def _opening_month(match: re.Match[str], months: tuple[int, int]) -> int:
    """Return the month in which an article may first speak of that time; of a year one hears in the spring after."""
    if match["all_year"]:
        return _SUMMER
    if match["year_end"] == "年末":
        return _SPRING
    return months[1] if months[0] == 1 else months[0]


def _year(match: re.Match[str], now: AsOf) -> int:
    if written := match["year"] or match["whole_year"]:
        return int(written.translate(_HAN_DIGITS))
    word = match["word"] or match["whole_word"]
    return now.year + relative_years()[word] if word and now.year else 0


def _months(match: re.Match[str]) -> tuple[int, int]:
    """Return the first and last month; (0, 0) of a whole year and of a few days."""
    if match["from_quarter"]:
        first, last = _small_number(match["from_quarter"]), _small_number(match["to_quarter"])
        return _QUARTER * (first - 1) + 1, _QUARTER * last
    if match["part"]:
        first, last = parts()[match["part"]]
        return (last, last) if match["part_end"] else (first, last)
    if match["first_months"]:
        return 1, min(_small_number(match["first_months"]), _DECEMBER)
    if match["from_day"]:
        return months_of_days(match)
    opening = match["from_month"] or match["from_han"] or match["month"] or match["han_month"]
    closing = match["to_month"] or match["to_han"] or opening
    return (_small_number(opening), _small_number(closing)) if opening else (0, 0)


def _kind(text: str, match: re.Match[str], months: tuple[int, int]) -> PeriodKind:
    start, end = match.span()
    if match[0].endswith("同期") or _is_compared(text, start, end):
        return PeriodKind.BASE
    if _SINCE_TAIL.match(text, end) or (
        _FROM_LEAD.search(text, max(0, start - 1), start) and _SINCE_FAR.match(text, end)
    ):
        return PeriodKind.SINCE
    until = _UNTIL_LEAD.search(text, max(0, start - _LOOK), start)
    return (
        PeriodKind.UNTIL
        if months[0] == months[1] > 0
        and (until or match["month_end"] or match["han_month_end"] or match["part_end"])
        else PeriodKind.FIXED
    )


def _is_compared(text: str, start: int, end: int) -> bool:
    lead = _BASE_LEAD.search(text, max(0, start - _LOOK), start)
    return lead is not None and _is_base(text, lead[0], end)


def _is_base(text: str, lead: str, end: int) -> bool:
    if lead in _LIKENED_LEAD:
        return _LIKENED.match(text, end) is not None
    return lead not in {"是", "为"} or _MULTIPLE.match(text, end) is not None
