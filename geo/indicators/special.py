"""Numbers with a grammar of their own: ranks, fractions, tenths (八成), halves, doublings (翻番), water classes."""

import re

from geo.indicators.numbers import HAN, exact, han_value
from geo.indicators.quantity import RANK, RATIO, Quantity, hedge
from geo.indicators.units import COUNT
from geo.model import Qualifier

_PERCENT = 100.0
_TENTH = 10.0
_DIGIT = 9
_LOOK = 12
_HIGHEST_RANK = 1000

_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})(?![\d/年月])")
_HAN_FRACTION = re.compile(
    rf"(?P<below>[{HAN}]{{1,4}})分之(?P<above>[{HAN}]{{1,6}}(?:点[{HAN}]{{1,4}})?|\d{{1,6}}(?:\.\d{{1,6}})?)"
)
_HALF = re.compile(r"一半|半数|(?<=[近过超])半(?=[以数,。;、!?的]|左右|$)")
_TENTHS = re.compile(
    r"(?P<number>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<part>[半一二三四五六七八九])?"
    r"(?=以上|以下|左右|多|的|都|还|水|企业|[,。;、!?)\n]|$)"
)
_TENTHS_OF = re.compile(  # 近三成产值
    r"(?P<number>[一二两三四五六七八九])成(?P<part>半)?(?=[\u4e00-\u9fff]{2})(?![为立员功果本长品年熟都交语像了])"
)
_HEDGES = frozenset("近超约逾占")
_DOUBLE = re.compile(r"翻(?P<times>[一两二三四])?番")
_FIRST = re.compile(r"首位|榜首")
_NOT_FIRST = re.compile(r"(?:[放摆置]在|置于|为)$")
_RANK = re.compile(rf"(?P<number>\d{{1,4}}|[{HAN}]{{1,5}})(?P<unit>[位名])?")
_RANK_EDGE = re.compile(r"[,。;、!?)”:/|…\n]|[和与及且的]|以内|水平|$")
_RANKED = re.compile(r"(?:居|列|排|排名|位)(?:全[国省市球]|[\u4e00-\u9fff]{1,3}[省市]|世界|国内)?$")
_CLIMBED = re.compile(
    r"(?:排名|名次|位次|排位)[^,。;\d]{0,6}(?:[至到居列]|为)$|(?:前移|前进|进位|后移|排名[^,。;\d]{0,6}(?:上升|提升|跃升|下降))了?$"
)
_NO_RANK = frozenset("个批方产季届次轮期阵梯时代线")
_RANK_CUE = re.compile(r"[居列位排]|排名|全[国省市球区县]|保持|跃|升|跻身|进入|世界|国内|第一$")
_SECTORS = re.compile(r"[、和](?:第[二三][、和])?第?[二三]产业|产业")
_TOP_EDGE = re.compile(r"[,。;、!?)”:/|\n]|[和与及且的]|行列|$")
_STRONG = re.compile(r"(?P<number>\d{1,4}|[二三五十]{1,2})强")
_STRONG_CUE = re.compile(r"入选|进入|跻身|获评|荣膺|[位名]列|位居|评为")
_GREAT_KINDS = re.compile(
    r"(?P<number>\d{1,2}|[三四五六七八九十]{1,2})大"
    r"(?=[^,。、;:!?“”\d]{0,8}?(?:园区|产业园|基地|集群|产业链|行业|领域|板块|景区|流域|企业|片区))"
)
_CLASS = re.compile(r"(?P<number>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV)类(?=水|标准|以上|及以上)")
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4}


def _number(text: str) -> float | None:
    """Return the value of Arabic or Chinese numerals, these with a decimal point too (八点五)."""
    if text[0].isdigit():
        return float(text)
    whole, _, part = text.partition("点")
    values = [han_value(character) for character in part]
    if any(value is None or value > _DIGIT for value in values):
        return None
    value = han_value(whole)
    digits = "".join(str(int(value or 0)) for value in values)
    return None if value is None else float(f"{int(value)}.{digits or 0}")


def _percent(text: str, span: tuple[int, int], value: float, share: float, unit: str = "") -> Quantity:
    return Quantity(*span, value, unit, share, "%", RATIO, hedge(text, *span))


def _rank(start: int, end: int, value: float, unit: str = "位", *, top: bool = False) -> Quantity:
    return Quantity(start, end, value, unit, value, "位", RANK, Qualifier.AT_MOST if top else None)


def fraction(text: str, start: int) -> Quantity | None:
    """Read 2/5, 三分之一 and 百分之十二."""
    if match := _FRACTION.match(text, start):
        above, below = float(match[1]), float(match[2])
        return (
            _percent(text, match.span(), above / below, exact(above / below, _PERCENT))
            if 0 < above < below
            else None
        )
    match = _HAN_FRACTION.match(text, start)
    if match is None:
        return None
    parts, whole = _number(match["above"]), han_value(match["below"])
    if not whole or parts is None:
        return None
    if whole == _PERCENT:
        return _percent(text, match.span(), parts, parts, "%")
    return _percent(text, match.span(), parts / whole, exact(parts / whole, _PERCENT))


def half(text: str, start: int) -> Quantity | None:
    """Read 一半, 半数 and 过半."""
    match = _HALF.match(text, start)
    return _percent(text, match.span(), 0.5, _PERCENT / 2) if match else None


def tenths(text: str, start: int) -> Quantity | None:
    """Read 八成 and 七成半 as percentages."""
    match = _TENTHS.match(text, start) or (
        _TENTHS_OF.match(text, start) if text[start - 1 : start] in _HEDGES else None
    )
    value = _number(match["number"]) if match else None
    if match is None or value is None:
        return None
    part = match["part"]
    value += 0.5 if part == "半" else (han_value(part) or 0) / _TENTH if part else 0
    return _percent(text, match.span(), value, exact(value, _TENTH), "成")


def doubling(text: str, start: int) -> Quantity | None:
    """Read 翻番 and 翻两番 as the factor they mean."""
    match = _DOUBLE.match(text, start)
    if match is None:
        return None
    factor = float(2 ** int(han_value(match["times"] or "一") or 1))
    return Quantity(start, match.end(), factor, "倍", factor, "倍", RATIO)


def first_place(text: str, start: int) -> Quantity | None:
    """Read 首位 and 榜首 where they rank something."""
    match = _FIRST.match(text, start)
    if match is None or _NOT_FIRST.search(text, max(0, start - 2), start):
        return None
    placed = _RANK_EDGE.match(text, match.end()) or _RANKED.search(text, max(0, start - _LOOK), start)
    return _rank(start, match.end(), 1.0) if placed else None


def rank(text: str, start: int) -> Quantity | None:
    """Read 第46位, 第一 and 前三; ``start`` is where the numeral begins, after 第 or 前."""
    match = _RANK.match(text, start)
    value = _number(match["number"]) if match else None
    if match is None or not value or value > _HIGHEST_RANK:
        return None
    top, placed = text[start - 1] == "前", bool(match["unit"])
    if not _ends_a_rank(text, start, match.end(), top=top) and (top or not placed):
        return None
    if not placed and _SECTORS.match(text, match.end()):  # 第二、第三产业
        return None
    if not placed and not _RANK_CUE.search(text, max(0, start - _LOOK), start - 1):
        return None
    return _rank(start - 1, match.end(), value, top=top)


def reached_rank(text: str, start: int, end: int, value: float) -> Quantity | None:
    """Read 排名升至87位 and 排名前移3位, where a number between ``start`` and ``end`` has no 第."""
    ranked = text.startswith("位", end) and _CLIMBED.search(text, max(0, start - _LOOK), start)
    return _rank(start, end + 1, value) if ranked and 0 < value <= _HIGHEST_RANK else None


def _ends_a_rank(text: str, start: int, end: int, *, top: bool) -> bool:
    """Tell whether what follows the number leaves it a rank (第一产业 is none), or what precedes makes it one."""
    if (_TOP_EDGE if top else _RANK_EDGE).match(text, end):
        return True
    return text[end] not in _NO_RANK and _RANKED.search(text, max(0, start - _LOOK), start - 1) is not None


def strong_list(text: str, start: int) -> Quantity | None:
    """Read 20强 where something entered such a list."""
    match = _STRONG.match(text, start)
    value = _number(match["number"]) if match else None
    if match is None or not value or not _STRONG_CUE.search(text, max(0, start - 2 * _LOOK), start):
        return None
    return _rank(start, match.end(), value, "强", top=True)


def water_class(text: str, start: int) -> Quantity | None:
    """Read Ⅱ类 of water quality."""
    match = _CLASS.match(text, start)
    if match is None or text[start - 1 : start] in {"—", "-", "~", "至"}:
        return None
    value = float(_ROMAN[match["number"]])
    return Quantity(start, match.end(), value, "类", value, "类", "class", hedge(text, start, match.end()))


def great_kinds(text: str, start: int) -> Quantity | None:
    """Read 六大 before things that can be counted (六大园区), not before plans (四大行动)."""
    match = _GREAT_KINDS.match(text, start)
    value = _number(match["number"]) if match else None
    if match is None or not value:
        return None
    return Quantity(start, match.end(), value, "大", value, "个", COUNT)
