"""Periods: the time expressions of a text as ISO 8601, absolute or told from the article's own date."""

import re
from functools import cache

from geo.indicators.numbers import han_value
from geo.indicators.period import AsOf, Period, PeriodKind, iso_of
from geo.lexicon import rows, words

_HAN_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_DECEMBER = 12
_SAME_FEAST = {"劳动": "五一", "十一": "国庆"}
_SPRING = 5
_SUMMER = 8
_PLAN_YEARS = 5
_FIRSTS = "0123456789前头年全近过最这今未再用十“一二两三四五六七八九元春清端中国劳"
_TO_MONTH = len("2024-11")
_PLAN_EPOCH = 1951  # the tenth five-year plan began in 2001, the fourteenth in 2021


@cache
def _parts() -> dict[str, tuple[int, int]]:
    return {row[0]: (int(row[1]), int(row[2])) for row in rows("period_part")}


@cache
def _holidays() -> dict[str, tuple[str, str]]:
    return {row[0]: (row[1], row[2]) for row in rows("period_holiday")}


@cache
def _relative_years() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in rows("period_relative_year")}


def _any(known: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of every time expression; each alternative is bounded."""
    number = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
    word = _any(tuple(_relative_years()))
    part = (
        r"(?P<from_quarter>[一二三1-3])[至到—~-]{1,2}(?P<to_quarter>[二三四2-4])季度"
        rf"|(?P<part>{_any(tuple(_parts()))})度?(?P<part_end>末)?"
        r"|(?P<day_month>1[0-2]|0?[1-9])月(?P<from_day>[12]\d|3[01]|0?[1-9])日?[至到—~-]{1,2}"
        r"(?:(?P<to_day_month>1[0-2]|0?[1-9])月)?(?P<to_day>[12]\d|3[01]|0?[1-9])日"
        r"|“?(?P<holiday>元旦|春节|清明|五一|劳动|端午|中秋|国庆|十一)(?:国际)?(?:劳动)?节?”?(?:[、和“]{0,2}(?:中秋|国庆)节?”?)?"
        r"(?:双节)?(?:小长假|假期|期间|黄金周|长假|假日|[三五七八九]天)"
        r"|“(?P<feast>五一|十一|端午|清明|中秋|春节|元旦)”"
        rf"|[前头](?P<first_months>{number})个?月"
        r"|(?P<from_month>1[0-2]|0?[1-9])月?份?[至到—~-]{1,2}(?P<to_month>1[0-2]|0?[1-9])月份?"
        r"|(?P<month>1[0-2]|0?[1-9])月份?(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?(?P<month_end>底|末)?"
        r"|(?P<han_month>十[一二]?|[一二三四五六七八九])月份?(?P<han_month_end>[底末])"
        r"|(?P<year_end>年[底末])|(?P<all_year>全年)"
    )
    listed = (*_parts(), *_relative_years(), *words("period_now"))
    firsts = "".join(sorted({*_FIRSTS, *(name[0] for name in listed)}))
    return re.compile(
        rf"(?=[{firsts}])(?<!\d)(?:"
        r"(?P<from_year>(?:19|20)\d\d)(?:年(?P<opening>1[0-2]|0?[1-9])月|年?)[至到—~-]{1,2}(?P<to_year>(?:19|20)\d\d)年"
        r"(?P<closing>(?:1[0-2]|0?[1-9])月)?"
        rf"|(?:(?P<year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{{2}})年度?|(?P<word>{word}))?(?:{part})"
        rf"|(?:(?P<whole_year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{{2}})年度?|(?P<whole_word>{word}))(?:同期|[底末])?"
        rf"|(?:近|过去|最近|这|今后|未来|再用|用|(?<!目)前)(?P<near>{number})年(?P<until_now>多?来)?"
        rf"|(?P<lately>{number})年多?(?P<tail>来|间|累计|以来)"
        rf"|(?P<ago>{number})年前"
        r"|近(?:些|几)?(?P<vague>年)来?"
        r"|“?(?P<plan>十[一二三四五六]?)五”?(?P<plan_tail>时期|期间|以来|末)"
        rf"|(?P<now>{_any(words('period_now'))})"
        r")"
    )


_PLANNED = re.compile(r"[^,。;\d]{0,20}(?:预期|力争|计划|目标|确保|将|拟|要|安排|任务|争取)")
_BASE_LEAD = re.compile(r"(?:较|比|相较于?|对比|[与和同]|高于|低于|好于|是|为)$")
_LIKENED_LEAD = frozenset({"与", "和", "同"})
_LIKENED = re.compile(r".{0,4}(?:相比|持平|相当)")
_MULTIPLE = re.compile(r".{0,6}\d倍")
_UNTIL_LEAD = re.compile(r"(?:截至|截止到?|至|到)$")
_SINCE_TAIL = re.compile(r"以来|至今|起")
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
    for match in _pattern().finditer(text):
        if match["day"] and _DATELINE.match(text, match.end()):
            continue
        year = _nearby_year(text, found, match.start())
        found.append(_read(text, match, now, year))
    return tuple(found)


def _nearby_year(text: str, found: list[Period], start: int) -> int:
    """Return the year that the sentence has named before, or 0; 前三季度 after 2024年 means that year."""
    for period in reversed(found[-2:]):
        if period.kind is not PeriodKind.BASE and period.year and text.find("。", period.end, start) < 0:
            return period.year if text.find("\n", period.end, start) < 0 else 0
    return 0


def _read(text: str, match: re.Match[str], now: AsOf, nearby: int) -> Period:
    start, end = match.span()
    if match["near"] or match["lately"]:
        return _stretch(match, now, nearby)
    if match["plan"]:
        return _five_year_plan(text, match, now)
    if match["from_year"]:
        return _years(match)
    if match["now"] or match["vague"]:
        kind = PeriodKind.NOW if match["now"] else PeriodKind.SPAN
        return Period(start, end, kind, now.iso[:_TO_MONTH] if match["now"] else "", now.year)
    if match["ago"]:
        return Period(start, end, PeriodKind.BASE, "", max(0, now.year - _small_number(match["ago"])))
    return _in_year(text, match, now, nearby)


def _years(match: re.Match[str]) -> Period:
    """Read 2021至2024年 and 2024年11月至2025年3月."""
    first, last = match["from_year"], match["to_year"]
    if match["opening"] and match["closing"]:
        opening, closing = int(match["opening"]), int(match["closing"].removesuffix("月"))
        first, last = f"{first}-{opening:02}", f"{last}-{closing:02}"
    return Period(*match.span(), PeriodKind.FIXED, f"{first}/{last}", int(match["to_year"]))


def _stretch(match: re.Match[str], now: AsOf, nearby: int) -> Period:
    """Read 近4年 (P4Y), 近3年来 (the years up to now) and 5年累计 (the years up to the one named)."""
    start, end = match.span()
    count = _small_number(match["near"] or match["lately"])
    if count == 1:  # 过去一年: the year that the section is about
        return Period(start, end, PeriodKind.SPAN, "")
    last = (
        (now.year if match["until_now"] else nearby) if match["until_now"] or match["tail"] == "累计" else 0
    )
    if last:
        return Period(start, end, PeriodKind.SPAN, f"{last - count + 1}/{last}", last)
    return Period(start, end, PeriodKind.SPAN, f"P{count}Y", now.year)


def _small_number(text: str) -> int:
    return int(text) if text.isdigit() else int(han_value(text) or 0)


def _five_year_plan(text: str, match: re.Match[str], now: AsOf) -> Period:
    first = _PLAN_EPOCH + _PLAN_YEARS * int(han_value(match["plan"]) or 0)
    last = first + _PLAN_YEARS - 1
    start, end = match.span()
    if match["plan_tail"] == "末":
        if text[start - 1 : start] in {"比", "较"}:
            return Period(start, end, PeriodKind.BASE, str(last), last)
        return Period(start, end, PeriodKind.FIXED, str(last), last)
    if match["plan_tail"] == "以来":
        last = min(last, now.year or last)
        return Period(start, end, PeriodKind.SINCE, f"{first}/{last}", last)
    return Period(start, end, PeriodKind.FIXED, f"{first}/{last}", last)


def _in_year(text: str, match: re.Match[str], now: AsOf, nearby: int) -> Period:
    """Read a year or a part of one."""
    start, end = match.span()
    year, months = _year(match, now) or nearby, _months(match)
    floating = not year
    if floating and now.year:
        year = now.year - (0 < now.month < _opening_month(text, match, months) - 1)
    if match["holiday"] or match["feast"] or match["from_day"]:
        return Period(start, end, PeriodKind.FIXED, _days(match, year), year, days=True)
    kind = _kind(text, match, months)
    if kind is PeriodKind.SINCE:
        last = max(year, now.year)
        iso = f"{year}/{last}" if year and year != last else str(year or "")
        return Period(start, end, kind, iso, last, months)
    return Period(start, end, kind, iso_of(year, months, match["day"]), year, months, floating=floating)


def _opening_month(text: str, match: re.Match[str], months: tuple[int, int]) -> int:
    """Return the month after which an article may speak of that time; of a whole year one hears in the spring after."""
    if match["all_year"]:
        return 0 if _PLANNED.match(text, match.end()) else _SUMMER
    return _SPRING if match["year_end"] == "年末" else months[0]


def _year(match: re.Match[str], now: AsOf) -> int:
    if written := match["year"] or match["whole_year"]:
        return int(written.translate(_HAN_DIGITS))
    word = match["word"] or match["whole_word"]
    return now.year + _relative_years()[word] if word and now.year else 0


def _days(match: re.Match[str], year: int) -> str:
    """Return a stretch of days; empty where the year is unknown or that year's holiday is."""
    if name := match["holiday"] or match["feast"]:
        first, last = _holidays().get(f"{_SAME_FEAST.get(name, name)}{year}", ("", ""))
        return first if first == last else f"{first}/{last}"
    month, day, to_day = (int(match[name]) for name in ("day_month", "from_day", "to_day"))
    to_month = int(match["to_day_month"] or month)
    return f"{year}-{month:02}-{day:02}/{year}-{to_month:02}-{to_day:02}" if year else ""


def _months(match: re.Match[str]) -> tuple[int, int]:
    if match["from_quarter"]:
        return 3 * _small_number(match["from_quarter"]) - 2, 3 * _small_number(match["to_quarter"])
    if match["part"]:
        first, last = _parts()[match["part"]]
        return (last if match["part_end"] else first), last
    if match["first_months"]:
        return 1, min(_small_number(match["first_months"]), _DECEMBER)
    if match["from_month"]:
        return int(match["from_month"]), int(match["to_month"])
    if month := match["month"] or match["han_month"]:
        return (_small_number(month),) * 2
    return 0, 0


def _kind(text: str, match: re.Match[str], months: tuple[int, int]) -> PeriodKind:
    start, end = match.span()
    lead = _BASE_LEAD.search(text, max(0, start - _LOOK), start)
    if match[0].endswith("同期") or (lead and _is_base(text, lead[0], end)):
        return PeriodKind.BASE
    if _SINCE_TAIL.match(text, end):
        return PeriodKind.SINCE
    until = _UNTIL_LEAD.search(text, max(0, start - _LOOK), start)
    return (
        PeriodKind.UNTIL
        if months[0] == months[1] > 0
        and (until or match["month_end"] or match["han_month_end"] or match["part_end"])
        else PeriodKind.FIXED
    )


def _is_base(text: str, lead: str, end: int) -> bool:
    if lead in _LIKENED_LEAD:
        return _LIKENED.match(text, end) is not None
    return lead not in {"是", "为"} or _MULTIPLE.match(text, end) is not None
