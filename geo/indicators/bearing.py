"""Bearing: what the words around a figure say of its time: done in a span, standing, a limit, the start of a change."""

import re

from geo.indicators.quantity import RANK, RATIO
from geo.indicators.site import Site

_STOCK = re.compile(
    r"(?:达到?|产能|总投资|容量|突破|[由从压]到?|增加到|增至|升至|提[升高][至到]|稳定在|保持在|现有|拥有|共有|余额|存量|超过)(?:了|近|约|超)?$|[,。]有$"
)
_STOCK_REACH = 8
_FLOW = re.compile(
    r"完成|实现|接待|新增|累计|签[约订](?![^,。;]{0,4}率)|办理|办结|发放|引进|投入|销售|开展|举办|新开工|改造|拨付|查处|培训|转移|出口"
    r"|交易|成交|生产|产量|营业|发送|发电|迎客|吞吐量"
)
_DONE = re.compile(
    r"新建|建成|修建|开工|竣工|治理|修复|整治|打通|新开|安置|惠及|带动|实施|盘活|清理|拆除|关闭|招引|认定|获评|组织|救助|落地|造林|减排|增收|消费|补贴"
    r"|种植|播种|吸纳|解决|减少|增加|争取|下降|上涨|投产|收入|总额|产值"
)
_BEGUN = re.compile(r"新?(?:签约|引进|开工|竣工|投产|开业|立案|受理|办结|举办|开展|新增)")
_BEGUN_AFTER = re.compile(r"[^,。;\d]{0,14}(?:开工|竣工|投产|签约|开业|落地|入库)(?!率)")
_STANDING = re.compile(r"已经?(?:发展到|达|增加到|有|建成)")
_HAVING = re.compile(r"已(?:经|累计)?(?:建成|有|培育|形成|开通|入驻|建有)|拥有|现有|建有|共有")
_SINCE_OPENING = re.compile(
    r"(?:开通|运营|运行|投运|投用|建成|成立|开园|开馆|开业|开行|设立|建园|建馆|建站|挂牌|启用|通车)以来"
)
_LEAD = 20
_REACHED = re.compile(r"达到|分别达|突破|控制在|(?:提[高升]|下?降|增加|增长|扩大)[到至]|(?:保持|稳定)在")
_LIMIT = re.compile(
    r"上限|限流|(?:最大)?承载量?|核定|每(?:小时|天|日|班|晚|分钟|秒)|[亩户]均|(?:日|年)(?:处理|加工|通过|供应|供水|产)能力"
    r"|(?:日|年)(?:产(?![值量业出])|熔量|加工(?![业企]))|面值|票价|客单价|运力"
)
_YEARLY = re.compile(
    r"(?<![半全去今明前上当])年(?:产(?!业|品|出|学)|销售?|接待|加工|发电|处理|均?收入|收益|营收|消耗?|减排|旅客|货运|客运|外运|输送|吞吐)"
)
_BALANCE = re.compile(
    r"余额|存款|贷款|资产|负债|债务|总投资|资本|估值|价值|均|单价|储量|存量|产能|规模|工资|标准"
)
_TOTAL, _FULFILLED, _VISITS = "累计", "完成", "人次"
_SUMS = frozenset({"money", "energy"})
_FLOWING = frozenset({"money", "people", "mass", "energy"})
_COUNTED = frozenset({"count", "household"})


def is_stock(text: str, site: Site) -> bool:
    """Tell whether the words right before a figure make it a level (达到, 产能)."""
    return _STOCK.search(text, max(site.left.start, site.left.end - _STOCK_REACH), site.left.end) is not None


def flows(site: Site) -> bool:
    """Tell whether the figure is of a kind that sums up over a time: money, visitors, tonnes, electricity."""
    return site.quantity.group in _FLOWING


def is_flow(text: str, site: Site) -> bool:
    """Tell whether a figure is of what was done in a time and not of how things stand."""
    if flows(site):
        return not is_stock(text, site)
    return is_counted(site) and _begins(text, site)


def is_reached(text: str, site: Site) -> bool:
    """Tell whether the figure is a mark to be reached (占比下降到31%)."""
    return _REACHED.search(text, site.left.start, site.left.end) is not None


def is_begun(text: str, site: Site) -> bool:
    """Tell whether what is counted was begun or ended in a time, before or after the number (41个项目开工)."""
    after = _BEGUN_AFTER.match(text, site.quantity.end, site.right.end)
    return after is not None or _begins(text, site)


def _begins(text: str, site: Site) -> bool:
    """Tell whether the words before the number say that something was begun or ended."""
    return _BEGUN.search(text, site.left.start, site.left.end) is not None


def is_counted(site: Site) -> bool:
    """Tell whether the figure counts things."""
    return site.quantity.group in _COUNTED


def since_opening(text: str, site: Site) -> bool:
    """Tell whether the clause counts from an opening whose time it does not tell (开通以来累计发送)."""
    return (
        _SINCE_OPENING.search(text, max(site.sentence.start, site.left.start - _LEAD), site.left.end)
        is not None
    )


def is_share(site: Site) -> bool:
    """Tell whether the figure is a share or a rate."""
    return site.quantity.group == RATIO


def is_rank(site: Site) -> bool:
    """Tell whether the figure is a rank."""
    return site.quantity.group == RANK


def tells_flow(text: str, start: int, site: Site) -> bool:
    """Tell whether the words from an offset to the figure say that something was done over a time."""
    return _FLOW.search(text, start, site.left.end) is not None


def tells_deed(text: str, start: int, site: Site) -> bool:
    """Tell whether the words from an offset to the figure say that something was done at all."""
    return tells_flow(text, start, site) or _DONE.search(text, start, site.left.end) is not None


def stands(text: str, site: Site) -> bool:
    """Tell whether the clause says how many there are by now (已建成12个)."""
    return is_counted(site) and _HAVING.search(text, site.left.start, site.left.end) is not None


def has_turned_to_standing(between: str) -> bool:
    """Tell whether words turn from a time to how things stand."""
    return ";" in between or ("," in between and _STANDING.search(between) is not None)


def is_limit(text: str, site: Site) -> bool:
    """Tell whether the figure is a limit, a capacity or a price (每小时限流4000人), which holds at any time."""
    return _LIMIT.search(text, site.left.start, site.left.end) is not None


def is_yearly(text: str, site: Site) -> bool:
    """Tell whether the figure is that of any year (年销售额)."""
    return _YEARLY.search(text, site.left.start, site.left.end) is not None


def is_of_each_year(text: str, site: Site) -> bool:
    """Tell whether the figure is that of each year (每年输送优质水70亿立方米)."""
    return "每年" in text[site.left.start : site.left.end]


def is_summed_up(text: str, site: Site) -> bool:
    """Tell whether the figure is what a time came to in all (累计收入达到31亿元)."""
    return _TOTAL in text[site.left.start : site.left.end]


def begins_change(site: Site) -> bool:
    """Tell whether the figure is what a change began from (由27个 of 由27个增至64个)."""
    return site.named.end < site.left.end


def adds_up(text: str, site: Site, between: str, *, grows: bool) -> bool:
    """Tell whether a figure reached by the end of a month counts from January on (接待游客, not 贷款余额).

    Parameters
    ----------
    text
        Clean text.
    site
        The figure in its surroundings.
    between
        What stands between the time and the figure.
    grows
        The figure is a growth.
    """
    visits = site.quantity.base == _VISITS
    if _TOTAL in between and not grows and not visits and _FULFILLED not in between:
        return False  # 累计登记860份: since the beginning of time
    start = site.left.end - len(between)
    if _BALANCE.search(text, site.left.start, site.left.end):
        start = site.left.start
    elif visits or site.quantity.group in _SUMS:
        return True
    return tells_flow(text, start, site)
