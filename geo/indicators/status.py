"""Status: whether a figure was reached, is arranged, or is aimed at."""

import re
from functools import cache

from geo.indicators.period import AsOf, Period
from geo.indicators.quantity import RATIO
from geo.indicators.site import Site
from geo.lexicon import any_of, words
from geo.model import Status

_REACH = 90
_DECEMBER = 12
_POTENTIAL = re.compile(r"(?<![不])可(?:达到?|实现|新增|带动|年产|年发)[^,。;]{0,12}$")
_AIM_AFTER = re.compile(r"[^,。;]{0,12}目标(?!任务)")
_DONE_AFTER = re.compile(
    r"[^,。;]{0,8},?(?:目前|现)?已(?:全线|全部|全面|经)?(?:贯通|建成|通车|投用|完工|竣工|投产)"
)
_PLAN_SENTENCE = re.compile(
    r"[—-]*(?:[一二三四五六七八九十]是)?(?:下一步|下一阶段|下阶段|接下来|今后|未来|明年|“?十五五”?(?:时期|期间)"
    r"|(?:今年|20\d\d年)[,，]?(?:(?:我们|我市|我县|全市|全县)?(?:将|要)|[^,。;\d]{0,10}?(?:计划(?!总)|拟(?!建)|力争)))"
)
_WILL = re.compile(
    r"(?<![即必])将(?:(?:再|陆续|继续|进一步|持续)|(?:会|再|陆续|继续|进一步|全面|累计|力争|持续|[于在][^,。]{1,10})?(?=[建新增达实形完超突吸提培打投带引开争推改拓缩降跃修治种迈跨站冲]))"
)
_ARRANGED_AFTER = re.compile(r"[^,。;]{0,20}(?:力争|计划|拟于|拟在|预计|将于|可望|有望)")
_SUMMED_UP = re.compile(r"[^。;\n]{0,40}?,(?:这|都|均|全)[是为][^。;\n]{0,30}(?:谋划|规划|计划)")
_PER_HEAD = re.compile(r"每[百千万]?人|人均")
_ORIGIN = frozenset("由从")
_ESTIMATES = frozenset({"预计", "预计可", "预计将"})
_REACHED = re.compile(
    r"(?:达到?|突破|超过?|提[升高]到|提[升高]至|实现|跨上|不少于|不低于|以上|控制在)[^,。;]{0,4}$"
)


@cache
def _cues() -> re.Pattern[str]:
    groups = (f"(?P<{status.value}>{any_of(words(f'status_{status.value}'))})" for status in Status)
    return re.compile("|".join(groups))


def read_status(text: str, site: Site, period: Period | None, now: AsOf, default: Status) -> Status:
    """Return the status of the figure at a site.

    Parameters
    ----------
    text
        Clean text.
    site
        The quantity in its surroundings.
    period
        The figure's period; one after the article's own year makes it a target.
    now
        The article's own date.
    default
        What the section is about: what was done, or what is to be done.
    """
    past = period is not None and 0 < period.year < now.year and default is Status.ACTUAL
    if past or _DONE_AFTER.match(text, site.right.start):
        return Status.ACTUAL
    said = _said(text, site, estimate=period is not None and _is_over(period, now))
    part = max(site.sentence.start, text.rfind(";", site.sentence.start, site.left.end) + 1)
    if default is Status.ACTUAL and (
        _PLAN_SENTENCE.match(text, site.sentence.start) or _PLAN_SENTENCE.match(text, part)
    ):
        default = Status.PLANNED
    ahead = period is not None and 0 < now.year < period.year
    if said and said[-1] is not Status.ACTUAL:
        aim = ahead and _REACHED.search(text, site.left.start, site.left.end)
        return Status.TARGET if aim else said[-1]
    if ahead or _AIM_AFTER.match(text, site.right.start):
        return Status.TARGET
    if not said and _is_arranged(text, site):
        return Status.PLANNED
    rate = site.quantity.group == RATIO or _PER_HEAD.search(text, site.left.start, site.left.end)
    return Status.TARGET if default is Status.PLANNED and rate else default


def _said(text: str, site: Site, *, estimate: bool) -> list[Status]:
    """Return what the words before a figure say of it, in order; 今年将 after a semicolon outdoes an earlier 力争.

    Parameters
    ----------
    text
        Clean text.
    site
        The quantity in its surroundings.
    estimate
        The time is over, so that 预计 only tells that the figure is not final.
    """
    low = max(site.sentence.start, site.left.end - _REACH)
    cues = [
        cue
        for cue in _cues().finditer(text, low, site.left.end)
        if text[cue.start() - 1 : cue.start()] not in _ORIGIN and not (estimate and cue[0] in _ESTIMATES)
    ]
    part = text.rfind(";", low, site.left.end) + 1
    if part and not any(cue.start() >= part for cue in cues) and _WILL.search(text, part, site.left.end):
        return []
    return [Status(str(cue.lastgroup)) for cue in cues]


def _is_over(period: Period, now: AsOf) -> bool:
    """Tell whether that part of the article's own year, or the year itself, is over or as good as over."""
    return period.year == now.year and 0 < (period.months[1] or _DECEMBER) <= now.month


def _is_arranged(text: str, site: Site) -> bool:
    """Tell whether the clause itself speaks of what may be or is to come."""
    start, end = site.left.start, site.left.end
    potential = site.quantity.group != "time" and _POTENTIAL.search(text, start, end)
    ahead = potential or _WILL.search(text, site.back, end)
    after = _ARRANGED_AFTER.match(text, site.right.start, site.clause.end)
    summed_up = _SUMMED_UP.match(text, site.right.start, site.sentence.end)
    return any(cue is not None for cue in (ahead, after, summed_up))
