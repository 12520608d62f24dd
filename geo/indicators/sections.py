"""Sections: what headings and the title say of all under them: a period, and whether it is done or to be done."""

import re
from dataclasses import dataclass, replace

from geo.indicators.period import AsOf, Period, PeriodKind
from geo.indicators.periods import find_periods
from geo.model import Status
from geo.text import Document

_LONGEST_HEADING = 45
_LONGEST_TOP = 80
_SPRING = 4
_NO_HEADING_END = frozenset("。;,|")
_BULLET = re.compile(r"[•·●○◆■□▪*①②③④⑤⑥⑦⑧⑨—-]|\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]是")
_REPORT_SPEECH = re.compile(r"工作报告|各位代表|报告工作|计划草案|执行情况")
_PAST_YEAR = re.compile(r"(?:回顾)?(?:过去|刚刚过去)的?一年|一年来|去年")
_YEAR_LEAD = re.compile(r".{0,12}?(?:(?P<year>20\d\d)年|今年|新的?一年|明年|下一步|展望)")
_NEW_YEAR = re.compile(r"新的?一年|今年(?:怎么|干|要|的?(?:工作|任务|目标|重点|打算|安排))|展望|明年")
_PLANNING = re.compile(r"[要将]|建议|目标|预期|安排|抓好|做好|打算|力争|确保")
_ASKED = re.compile(
    r"(?:(?P<year>20\d\d)年|今年|新的?一年|明年|未来)[^。;]{0,20}?(?:将|会|要|怎么|如何)[^。;]{0,16}[?!:]$"
)
_OPENING = 400
_TITLE_LINES = 2
_YEAR_OR_PART = frozenset(map(len, ("2024", "2024-01", "2024-01/2024-09")))
_LIST = re.compile(",.*,")
_TOP = re.compile(r"第[一二三四五六七八九十]{1,3}(?:部分|章|篇)|[一二三四五六七八九十]{1,3}、")
_PLAN = re.compile(
    r"(?:工作|目标|任务|发展)(?:安排|重点|任务|部署|打算|建议|目标|要求|思路|预期)|主要目标|重点(?:工作|任务)|下一步|下步"
    r"|今后|总体要求|奋斗目标|努力方向"
)
_WORK = re.compile(r"工作(?!报告|会|要点|动态|综述)|任务|目标|安排|打算|建议|重点|预期")
_DONE = re.compile(r"回顾|成效|成就|成绩|完成情况|执行情况|过去|总结|现状|主要工作")
_REPORT = re.compile(
    r"公报|回顾|经济运行|运行情况|经济形势|完成情况|执行情况|[年季月]报|简况|简报|快报|通报|成绩单|主要(?:经济)?指标|数据解读|速览"
)
_HOLIDAY = re.compile(r"假期|国庆|春节|黄金周|五一|小长假|长假|假日|端午|清明|中秋|元旦|劳动节")
_WORK_REPORT = re.compile("政府工作报告$", re.MULTILINE)
_TERM = re.compile("[过五]去?的?五年|五年来|本届政府")
_THAT_DAY = re.compile("当[天日]共?(?:接待|实现|累计)|当[天日]共")
_DAY = len("2024-10-01")
_PLAN_OPENING = re.compile(
    r"(?:今年|新的一年|明年)[,，]?(?:我们)?(?:将|要|重点|计划)|下一步|下步|为此,?(?:我们)?要"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for a paragraph unless its sentences say otherwise.

    Parameters
    ----------
    period
        The time its figures are of.
    status
        Whether it tells of what was done or of what is to be done.
    flows_only
        The period is that of growth, sums and visitors, not of how things stand.
    """

    period: Period | None = None
    status: Status = Status.ACTUAL
    flows_only: bool = False


def read_scopes(document: Document, as_of: str) -> tuple[Scope, ...]:
    """Return the scope of every paragraph.

    Parameters
    ----------
    document
        The document.
    as_of
        ISO 8601 date the article speaks from; empty where unknown.
    """
    now = AsOf.parse(as_of)
    report = _is_report(document)
    current = _title_scope(document, as_of)
    found: list[Scope] = []
    lead: Period | None = None
    listing = False
    for paragraph in document.paragraphs:
        text = document.text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_TOP + 1)]
        if asked := _asked_scope(text, now):
            current = asked
        elif _is_heading(text):
            current = _heading_scope(text, as_of, now, current)
        elif report or text.endswith(":"):
            current = _lead_scope(text, now, current)
        scope = _paragraph_scope(text, current)
        listed = lead is not None and _BULLET.match(text)
        if listed and lead and not listing:
            lead = _longer(lead, text, as_of)
        listing = bool(listed)
        found.append(replace(scope, period=lead) if listed else scope)
        if not listed:
            lead = _list_period(document.text[paragraph.start : paragraph.end], as_of)
    return tuple(found)


def _list_period(text: str, as_of: str) -> Period | None:
    """Return the period that a paragraph names for the list it announces (前三季度主要指标:)."""
    if not text.endswith(":"):
        return None
    named = (p for p in find_periods(text[-_LONGEST_TOP:], as_of) if p.kind is PeriodKind.FIXED and p.iso)
    return next(named, None)


def _longer(lead: Period, text: str, as_of: str) -> Period:
    """Return the span of a list's first item where it ends with the list's own: 三季度 may stand for 1—9月."""
    first = next((p for p in find_periods(text, as_of) if p.kind is PeriodKind.FIXED), lead)
    return first if _lengthens(first, lead) else lead


def _lengthens(period: Period, lead: Period) -> bool:
    """Tell whether a period ends with another and begins before it: 1—3月 and 3月."""
    same = (period.year, period.months[1]) == (lead.year, lead.months[1])
    return same and 0 < period.months[0] < lead.months[0]


def _is_report(document: Document) -> bool:
    return _REPORT_SPEECH.search(document.article.title + document.text[:_OPENING]) is not None


def _is_heading(text: str) -> bool:
    if _TOP.match(text):
        return len(text) <= _LONGEST_TOP and "。" not in text
    return len(text) <= _LONGEST_HEADING and text[-1:] not in _NO_HEADING_END and not _LIST.search(text)


def _lead_scope(text: str, now: AsOf, current: Scope) -> Scope:
    """Return the scope that a paragraph of a report opens (2024年,我们...; 今年要抓好...), else the one before."""
    if not now.year:
        return current
    if _PAST_YEAR.match(text):
        return Scope(_whole_year(_year_before(now)))
    opening = _YEAR_LEAD.match(text)
    if opening is None:
        return current
    year = int(opening["year"]) if opening["year"] else now.year
    if year < now.year:
        return Scope(_whole_year(year))
    if _PLANNING.search(text[:_LONGEST_HEADING]):
        return Scope(_whole_year(year), Status.PLANNED)
    return current


def _asked_scope(text: str, now: AsOf) -> Scope | None:
    """Return the scope that a question or a colon about the time to come opens (2024年,家门口会有哪些变化?)."""
    asked = _ASKED.search(text)
    year = int(asked["year"] or now.year) if asked else 0
    return Scope(_whole_year(year), Status.PLANNED) if 0 < now.year <= year else None


def _year_before(now: AsOf) -> int:
    """Return the year that 过去一年 means: the last one in the spring, when reports are given, else the current."""
    return now.year - (now.month <= _SPRING)


def _whole_year(year: int) -> Period:
    return Period(0, 0, PeriodKind.FIXED, str(year), year)


def _heading_scope(text: str, as_of: str, now: AsOf, current: Scope) -> Scope:
    years = [p for p in find_periods(text, as_of) if p.kind is PeriodKind.FIXED and p.iso and not p.months[0]]
    done = _DONE.search(text) is not None
    coming = bool(years) and 0 < now.year <= years[0].year and _WORK.search(text)
    if not done and _NEW_YEAR.search(text):
        return Scope(_this_year(now), Status.PLANNED)
    if not done and (coming or (_PLAN.search(text) and not (years and years[0].year < now.year))):
        return Scope(years[0] if years else _this_year(now), Status.PLANNED)
    if done and not years and _PAST_YEAR.search(text) and now.year:
        return Scope(_whole_year(_year_before(now)))
    if done or (years and _TOP.match(text)):
        return Scope(years[0] if years else current.period)
    return current


def _this_year(now: AsOf) -> Period | None:
    return _whole_year(now.year) if now.year else None


def _title_scope(document: Document, as_of: str) -> Scope:
    """Return what the title says of the whole: the year of a bulletin, the days of a holiday."""
    lines = (document.text[line.start : line.end] for line in document.paragraphs[:_TITLE_LINES])
    title = "".join(
        (
            document.article.title,
            "\n",
            *(line for line in lines if len(line) <= _LONGEST_HEADING and line[-1] != "。"),
        )
    )
    periods = find_periods(title, as_of)
    if _HOLIDAY.search(title):
        opening = find_periods(document.text[:_OPENING], as_of)
        days = next((p for p in (*opening, *periods) if p.days and p.iso), None)
        return Scope(_day_of_writing(document.text, as_of, days) or days)
    named = next((p for p in periods if p.kind is PeriodKind.FIXED and len(p.iso) in _YEAR_OR_PART), None)
    if _WORK_REPORT.search(title) and not periods:
        reviewed = None if _TERM.search(document.text[:_OPENING]) else _year_before(AsOf.parse(as_of))
        return Scope(_whole_year(reviewed) if reviewed and as_of else None)
    if _REPORT.search(title):
        opening = find_periods(document.text[:_OPENING], as_of) if named else ()
        return Scope(next((p for p in opening if named and _lengthens(p, named)), named))
    return Scope(named, flows_only=True) if named is not None and named.months[0] else Scope()


def _day_of_writing(text: str, as_of: str, holiday: Period | None) -> Period | None:
    """Return the day an article speaks from where it tells of that day of a holiday (当天接待游客)."""
    within = holiday is not None and len(as_of) == _DAY and holiday.iso[:_DAY] <= as_of < holiday.iso[-_DAY:]
    if not within or not _THAT_DAY.search(text):
        return None
    year, month = int(as_of[:4]), int(as_of[5:7])
    return Period(0, 0, PeriodKind.FIXED, as_of, year, (month, month), days=True)


def _paragraph_scope(text: str, current: Scope) -> Scope:
    if current.status is Status.ACTUAL and _PLAN_OPENING.match(text):
        return Scope(None, Status.PLANNED)
    return current
