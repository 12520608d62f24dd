"""Spent: times that a sentence names before a figure and that are none of the figure's."""

import re

from geo.indicators.period import Period, PeriodKind
from geo.indicators.site import Site

_SPENT = re.compile(
    r"(?:(?!\d|[一二三四五六七八九十]+[个家座项])[^,。;]){0,30}"
    r"(?:建成|投产|投用|通车|投入使用|投入运营|开园|开业|开馆|开工|动工|竣工|完工|贯通|成立|获批|挂牌|入选|运营|开通|启用|并网)"
    r"[^,。;\d]{0,8}[,;]"
)
_PUT_OFF = re.compile(r"[将拟定][在于]$")
_LEAD = 2
_BRACKETS, _CLAUSE = 40, 80


def is_spent(text: str, period: Period, site: Site) -> bool:
    """Tell whether a time is that of an opening and not of the figures after it (2025年通车,总投资70亿元).

    Parameters
    ----------
    text
        Clean text.
    period
        A time of the sentence, before the figure.
    site
        The figure in its surroundings.
    """
    if is_closed_off(text, period, site) or _is_put_off(text, period, site):
        return True
    if period.kind is not PeriodKind.FIXED or period.months[0] or period.days:
        return False
    return _SPENT.match(text, period.end, site.left.end) is not None


def is_closed_off(text: str, period: Period, site: Site) -> bool:
    """Tell whether a time is said in brackets that close before the figure (企业(含2022年入库)326户)."""
    if text[period.start - 1 : period.start] == "(" and text.startswith(")", period.end):
        return False
    closing = text.find(")", period.end, min(site.left.end, period.end + _BRACKETS))
    return closing >= 0 and text.find("(", period.end, closing) < 0


def _is_put_off(text: str, period: Period, site: Site) -> bool:
    """Tell whether the clause with the time says what will be, and the figure is in one after it."""
    put_off = _PUT_OFF.search(text, max(0, period.start - _LEAD), period.start)
    return put_off is not None and text.find(",", period.end, min(site.left.end, period.end + _CLAUSE)) >= 0
