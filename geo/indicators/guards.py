"""What looks like a quantity and is none: articles, slogans, versions, thresholds, bases of a ratio."""

import re

from geo.indicators.numbers import Numeral
from geo.indicators.units import COUNT, Unit, written

_GLUED = frozenset("./:-—~")
_INDEFINITE = frozenset("数几")
_GROSS_PRODUCT = "GDP"
_THRESHOLD = re.compile(r"以上的?(?:[项企工产重]|优质|招商|占|[\u4e00-\u9fff]{1,6}(?:占|实现|全覆盖))")
_BASIS = re.compile(r"元?(?:GDP|地区生产总值|国内生产总值|生产总值|工业增加值|工业产值|产值|单位)")
_PROJECTS = re.compile(
    r"(?:以上)?(?:或\d[\d~—.-]{0,6}[万亿]{0,2}(?:美元|元)(?:以上)?)?(?:(?:投资|重[点大]|工业|产业|建设){0,3}项目|[\u4e00-\u9fff]{2,6}项目(?=\d))"
)
_FIRMS_ABOVE = re.compile(r"(?:级|以上)?的?(?:工业|骨干|龙头|重点)?企业")  # 340家产值超亿元企业
_COUNTED_ABOVE = re.compile(r"以上的[^,。;、\d]{2,20}\d+[余多]?[个家座户处]")
_STEPS = re.compile(r"(?:[百千万]?[万亿]级?元?)?(?:大?台阶|关口)")  # 连跨三个千亿元台阶
_AGE_GROUP = re.compile(r"以[上下]|及以|[-—至]")
_GRADE = re.compile(r"级(?!目标|规模|大关|水平|[,。;])")
_RUN = re.compile(r"连续第?$")
_LIFE = re.compile(r"寿命|年龄")
_AGE = re.compile(r"年[^\d,。;]{0,3}历史")
_WHOLE_DAY = 24
_OF_DAYS = frozenset("前近这后")
_IN_DAYS = re.compile(r"天(?:共|累计|内|时间|长?假|大假|接待|里|后|全)")
_CLOCK = re.compile(r"\d[时点]$")
_GRADED = re.compile("[百千万]亿级")
_QUOTE_REACH = 10
_TITLE_REACH = 40
_SHARE = re.compile(r"\d{1,3}(?:\.\d{1,3})?(?:%|‰|个百分点)")
_YEARS = range(1900, 2100)
_SMALLEST_WRITTEN = 3
_ROUND_OK = frozenset("上近超过逾破达约余")
_COUNTERS = frozenset("个大座条项家")
_SERIES = frozenset({"批", "届", "期", "轮", "次", "批次"})
_PAIRED = frozenset({"条", "座", "家", "所", "台", "栋", "套"})
_SLOGAN = re.compile(r"(?:个)?(?:指标|维护|确立|必由之路|面向|毫不动摇|文明|意识|自信|全面|坚持|转变|更加)")


def year_count(text: str, numeral: Numeral) -> bool:
    """Tell whether the numeral counts years of a run or an age (连续6年, 1200年历史)."""
    if not text.startswith("年", numeral.end) or numeral.scale:
        return False
    if _RUN.search(text, max(0, numeral.start - 3), numeral.start):
        return True
    return _AGE.match(text, numeral.end) is not None and numeral.value not in _YEARS


def part_of_a_name(text: str, numeral: Numeral) -> bool:
    """Tell whether the numeral belongs to a slogan (1+5), a version (4.0), a model (PM10) or a vague figure (数十)."""
    start = numeral.start
    before = text[start - 1 : start]
    if text.startswith(("+", "位一体"), numeral.end):
        return True
    if not before:
        return False
    if before == "+":
        return not is_signed(text, start)
    if before == "每" or (before in _INDEFINITE and numeral.han):
        return True
    if before in _GLUED and start > 1:
        ahead = text[start - 2]
        return ahead.isascii() and ahead.isalnum()
    latin = before.isascii() and before.isalnum() and not numeral.han
    return latin and not text.endswith(_GROSS_PRODUCT, 0, start)


def is_signed(text: str, start: int) -> bool:
    """Tell whether + or - right before an offset is the sign of a number (+5.2%) and joins nothing (1+5, 1-9月)."""
    ahead = text[start - 2 : start - 1] if start > 1 else ""
    if text[start - 1 : start] == "-":
        return not (ahead.isascii() and ahead.isalnum())
    if text[start - 1 : start] != "+" or ahead in {"”", "’"}:
        return False
    return not ahead.isalnum() or (not ahead.isascii() and _SHARE.match(text, start) is not None)


def counts(text: str, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Tell whether a numeral with its unit states a figure."""
    first = unit.text in _SERIES and text[numeral.start - 1 : numeral.start] == "前"  # 前7批
    clock = _CLOCK.search(text, max(0, numeral.start - 3), numeral.start) and text.startswith(
        "分", numeral.end
    )
    if first or clock or _GRADE.match(text, end) or _in_title(text, numeral.start):
        return False
    if (
        (unit.group == COUNT and _STEPS.match(text, end))
        or _COUNTED_ABOVE.match(text, end)
        or (unit.base == "岁" and not _is_life(text, numeral.start, end))
    ):
        return False
    if unit.group == "money" and (_THRESHOLD.match(text, end) or _PROJECTS.match(text, end)):
        return False
    if unit.group == "time" and unit.base != "年" and _is_while(text, numeral, unit):
        return False
    if numeral.bare_scale:
        return _round_figure(text, numeral, unit)
    return not numeral.han or _written_figure(text, numeral, unit)


def _is_life(text: str, start: int, end: int) -> bool:
    """Tell whether an age is that of a whole people (人均预期寿命79岁) and not of a group or of someone."""
    return _LIFE.search(text, max(0, start - _QUOTE_REACH), start) is not None and not _AGE_GROUP.match(
        text, end
    )


def _is_while(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Tell whether a stretch of time is said in passing (24小时值班, 为期3天)."""
    if unit.base == "天" and (
        text[numeral.start - 1 : numeral.start] in _OF_DAYS or _IN_DAYS.match(text, numeral.end)
    ):
        return True
    end = numeral.end + len(unit.text)
    if text.startswith("后", end) and not text.startswith("后,", end):  # 3分钟后才离开
        return True
    round_clock = unit.base == "小时" and numeral.value == _WHOLE_DAY
    return round_clock or text[max(0, numeral.start - 2) : numeral.start] in {
        "为期",
        "历时",
        "耗时",
        "期间",
        "假期",
        "假日",
        "长假",
    }


def _in_title(text: str, start: int) -> bool:
    low = max(0, start - _TITLE_REACH)
    return text.rfind("《", low, start) > text.rfind("》", low, start)


def _in_quotes(text: str, start: int) -> bool:
    low = max(0, start - _QUOTE_REACH)
    return text.rfind("“", low, start) > text.rfind("”", low, start)


def _round_figure(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Tell whether a figure of bare scales is meant as one (超千亿元, 百万亩) and not as a word (万户, 千家)."""
    if _in_quotes(text, numeral.start) or _BASIS.match(text, numeral.end):
        return False
    if unit.group == "money" and _FIRMS_ABOVE.match(text, numeral.end + len(unit.text)):
        return False
    before = text[numeral.start - 1 : numeral.start]
    if before in _ROUND_OK and before:
        return True
    if before in _COUNTERS:  # 三个千亿元台阶
        return False
    double = numeral.scale and numeral.value > 1
    return bool(numeral.approximate or (unit.group != COUNT and (double or unit.group == "area")))


def _written_figure(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Tell whether a Chinese numeral counts; 一个 is an article, 三方 an idiom, “五个一” a slogan."""
    if unit.base == "年":
        return True
    if unit.text == "届" or _GRADED.match(text, numeral.end + len(unit.text)):
        return False
    pair = text[numeral.start : numeral.end] == "两" and unit.text in _PAIRED  # 两座冷库
    if (numeral.total < _SMALLEST_WRITTEN and not pair) or unit.text not in written():
        return False
    if _in_quotes(text, numeral.start) and unit.base != "年":
        return False
    return not _SLOGAN.match(text, numeral.end + len(unit.text))
