"""Changes and gaps: whether a number is itself a growth, a decline or a distance, from what, and which way."""

import re
from dataclasses import dataclass
from functools import cache

from geo.indicators.lexical import any_of
from geo.indicators.periods import Period
from geo.indicators.site import Site
from geo.lexicon import rows, words

YOY = "yoy"
_TAIL = r"(?:了|率|幅|幅度|速度)?(?:分别|均|都|仅|达到?|为|约|近|超过?|突破|高达|不低于|不超过|逾|:|各)*$"
_GAP = re.compile(
    r"(?:(?P<above>高于|高出|快于|超出|优于|多于|领先)|(?P<below>低于|慢于|少于|落后))(?P<who>[^,。;、]{2,16})$"
    r"|比(?P<than>[^,。;、]{2,14}?)(?:(?P<more>高|快|多|早|长)|(?P<less>低|慢|少|晚|短))(?:出|了|达)?$"
)
_AFTER = re.compile(
    r"以上?的?(?:同比|年均)?(?P<rise>增速|增长|增幅)|的(?:同比|年均)?(?P<fast>速度|增速|增长|增幅)"
)
_LIKE = re.compile(r"同比|同期")
_YEARLY = re.compile(r"年均|年平均|平均每年")
_TOTAL = re.compile(r"累计|比.{0,8}末|较.{0,8}末|以来")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Change:
    """What kind of change a number states.

    Parameters
    ----------
    comparison
        As in `geo.model.Indicator`; empty for a level.
    sign
        -1 for a decline.
    start
        Where the words of change begin in the clean text.
    """

    comparison: str
    sign: int
    start: int


@cache
def _change() -> re.Pattern[str]:
    rise, fall = any_of(words("comparison_rise")), any_of(words("comparison_fall"))
    return re.compile(rf"(?:(?P<rise>{rise})|(?P<fall>{fall})){_TAIL}")


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return rows("comparison_group")


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
    if gap := _GAP.search(text, low, site.left.end):
        sign = -1 if gap["below"] or gap["less"] else 1
        return Change(_group(gap["who"] or gap["than"]), sign, gap.start())
    found = _change().search(text, low, site.left.end)
    relative = site.quantity.base in _RELATIVE_UNITS
    if found is None:
        return _change_after(text, site) if relative else None
    sign = -1 if found["fall"] else 1
    comparison = _kind(text, site, base)
    if not comparison and relative:
        comparison = YOY
    return Change(comparison, sign, found.start()) if comparison else None


_RELATIVE_UNITS = frozenset({"%", "百分点", "倍", "‰", "基点"})


def _change_after(text: str, site: Site) -> Change | None:
    after = _AFTER.match(text, site.right.start)
    if after is None:
        return None
    yearly = _YEARLY.search(text, site.left.start, after.end())
    return Change("annual_average" if yearly else YOY, 1, site.left.end)


def _kind(text: str, site: Site, base: Period | None) -> str:
    """Return the base of a change from the words of the clause; empty where none is named."""
    low, high = site.back, site.left.end
    if _YEARLY.search(text, low, high):
        return "annual_average"
    if _LIKE.search(text, low, high):
        return YOY
    if base is not None:
        return _against(text, base)
    if _TOTAL.search(text, low, high):
        return "cumulative_change"
    return ""


def _against(text: str, base: Period) -> str:
    written = text[base.start : base.end]
    if written[:4].isdigit():
        return f"vs_{written[:4]}"
    return YOY


def _group(who: str) -> str:
    for word, value in _groups():
        if word in who:
            return value
    year = re.search(r"(?:19|20)\d\d", who)
    return f"vs_{year[0]}" if year else "vs_group"
