"""Changes and gaps: whether a number is itself a growth, a decline or a distance, from what, and which way."""

import re
from dataclasses import replace
from functools import cache

from geo.indicators.change import MOM, YOY, Change
from geo.indicators.gaps import read_gap
from geo.indicators.measures import headed
from geo.indicators.period import Period, PeriodKind
from geo.indicators.site import Site
from geo.lexicon import any_of, words

_PERIOD_BEFORE = re.compile("环比")
_TAIL = r"(?:了|率|幅|幅度|速度)?(?:分别|按|保持在|均|都|仅|达到?|为|约|近|超过?|突破|高达|不低于|不超过|逾|:|各)*$"
_AFTER = re.compile(
    r"以上?的?(?:同比|年均)?(?P<rise>增速|增长|增幅|涨幅)|(?:以上|左右)?的(?:同比|年均)?[^,。;]{0,4}(?P<fast>速度|增速|增长|增幅|涨幅)"
)
_LIKE = re.compile(r"同比|同期|[较比](?:今|本)?年初")
_YEARLY = re.compile(r"(?:年均|年平均|平均每年)(?:分别)?(?:复合|递)?[增下降减提上]")
_TOTAL = re.compile(r"累计|比.{0,8}末|较.{0,8}末|以来|[两三四五六七八九十\d]{1,3}年[间来]")
_RATE = re.compile(r"率[为是达]{0,2}$")
_PACE = re.compile(
    r"(?P<what>增速|增幅|涨幅|降幅)(?:进一步|继续)?(?:收窄|扩大|回落|回升|加快|放缓|提高|上升|下降)[至到]$"
)
_LONGEST = 24
_STRETCHES = frozenset({PeriodKind.SPAN, PeriodKind.SINCE})
_BASE_LEAD = 1


@cache
def _change() -> re.Pattern[str]:
    rise, fall = any_of(words("comparison_rise")), any_of(words("comparison_fall"))
    return re.compile(rf"(?:(?<!自然)(?P<rise>{rise})|(?P<fall>{fall})){_TAIL}")


def read_change(text: str, site: Site, base: Period | None) -> Change | None:
    """Return the change that a quantity states, or None for a level.

    Parameters
    ----------
    text
        Clean text.
    site
        The quantity in its surroundings.
    base
        The time it is compared with (较2019年), where the sentence names one before it.
    """
    low = max(site.left.start, site.left.end - _LONGEST)
    if gap := read_gap(text, site):
        return gap
    if times := _times(text, site, base):
        return times
    if pace := _PACE.search(text, low, site.left.end):  # 降幅收窄至3.6%
        return Change(YOY, -1 if pace["what"] == "降幅" else 1, pace.start())
    found = _change().search(text, low, site.left.end)
    relative = site.quantity.base in _RELATIVE_UNITS
    if found is None:
        return (_signed(text, site) or _change_after(text, site)) if relative else None
    sign = -1 if found["fall"] else 1
    comparison = _kind(text, site, base)
    if not comparison and (relative or _of_a_level(text, site, found.start())):
        comparison = YOY
    if not comparison:
        return None
    start = found.start()
    if (
        base is not None and site.left.start <= base.start < start
    ):  # 较2019年同期增长: the change begins at 较
        start = max(site.left.start, base.start - _BASE_LEAD)
    return Change(comparison, sign, start)


def _of_a_level(text: str, site: Site, start: int) -> bool:
    """Tell whether words of change that begin at an offset follow a level (面积9公顷,增加3公顷; 余额增加8亿元)."""
    follows = site.gap is not None and text[site.gap.start : start] == ","
    return follows or headed(text[site.left.start : start])


def _times(text: str, site: Site, base: Period | None) -> Change | None:
    """Read 为去年的1.2倍 and 恢复到2019年同期的112%."""
    relative = site.quantity.base in {"倍", "%"}
    if (
        base is None
        or not relative
        or text[base.start - 1 : base.start] in {"由", "从"}
        or text[base.end : site.left.end] not in {"的", "水平的", "同期的"}
    ):
        return None
    return Change(f"vs_{base.year}", 1, max(site.left.start, base.start - _BASE_LEAD))


_RELATIVE_UNITS = frozenset({"%", "百分点", "倍", "‰", "基点"})


def _signed(text: str, site: Site) -> Change | None:
    """Read 工业投资+19.8%,煤炭产量-12.5%: a signed share is a change, where it is of no rate (自然增长率-3‰)."""
    signed = text[site.quantity.start] in "+-" and not _RATE.search(text, site.left.start, site.left.end)
    return Change(YOY, 1, site.left.end) if signed else None


def _change_after(text: str, site: Site) -> Change | None:
    after = _AFTER.match(text, site.right.start)
    if after is None:
        return None
    yearly = _YEARLY.search(text, site.left.start, after.end())
    return Change("annual_average" if yearly else YOY, 1, site.left.end)


def over_years(change: Change, period: Period | None, text: str) -> Change:
    """Return a growth over several years (2012年以来下降36%) as what it is; one that says 同比 stays."""
    stretch = period is not None and period.kind in _STRETCHES and not period.iso.isdigit() and period.iso
    if change.comparison != YOY or not stretch or _LIKE.search(text):
        return change
    return replace(change, comparison="cumulative_change")


def _kind(text: str, site: Site, base: Period | None) -> str:
    """Return the base of a change from the words of the clause; empty where none is named."""
    low, high = site.back, site.left.end
    if _YEARLY.search(text, low, high):
        return "annual_average"
    if base is not None:
        return _against(text, base)
    if _LIKE.search(text, low, high):
        return YOY
    if _PERIOD_BEFORE.search(text, low, high):
        return MOM
    return "cumulative_change" if _TOTAL.search(text, low, high) else ""


def _against(text: str, base: Period) -> str:
    """Return the comparison with a time that the text names (较2019年, 较一季度, 比十年前, 比上年)."""
    if text.startswith("年前", base.end - 2):
        return "cumulative_change"
    if text[base.start : base.start + 4].isdigit():
        return f"vs_{base.year}"
    return f"vs_{base.iso}" if base.months != (0, 0) else YOY
