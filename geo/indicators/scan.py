"""Find every quantity of a text in one pass.

Years, dates, list numbers, ordinals, model names and slogans (“1+5”, 四大行动) are passed over here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from geo.indicators import special
from geo.indicators.guards import counts, is_signed, part_of_a_name, year_count
from geo.indicators.numbers import HAN, Numeral, exact, numeral_at
from geo.indicators.quantity import FELLOWS, Quantity, hedge
from geo.indicators.units import Unit, unit_at, units
from geo.model import Qualifier

Reader = Callable[[str, int], Quantity | None]

_START = re.compile(rf"[0-9{HAN}半首榜翻ⅠⅡⅢⅣⅤI]")
_BY_FIRST = {
    "半": (special.half,),
    "首": (special.first_place,),
    "榜": (special.first_place,),
    "翻": (special.doubling,),
    **dict.fromkeys("ⅠⅡⅢⅣⅤI", (special.water_class,)),
}
_SHAPES = frozenset("分/成强大半")
_BY_SHAPE = (special.fraction, special.half, special.tenths, special.strong_list, special.great_kinds)
_RANGE = re.compile(rf"(?:[—~-]{{1,2}}|至|到)(?=[\d{HAN}])")
_FROM = re.compile(r"[由从自][^,。;]{0,10}$")
_SHARED = re.compile(r"(?:[、和](?:全[国省市])?\d{1,6}(?:\.\d{1,4})?){1,6}(?=[%‰万亿个百千倍])")
_SHARED_SCALED = re.compile(r"(?:[、和]\d{1,6}(?:\.\d{1,4})?[万亿]){1,6}(?=[^\d、和,。;])")
_MEMBER = re.compile("[、和](?:全[国省市])?")
_POINTS_FOLLOW = re.compile(r"个[、和]\d{1,3}(?:\.\d{1,2})?个百分点")  # 2.9个、23.9个百分点
_LOOK = 12
_PEOPLE = re.compile(r"[人众客者员民户]口?[^,。;、]{0,4}$|粉丝|用户|就业")
_VISITORS = re.compile(r"(?:人次|游客|旅客|客流|观众|参观)[^,。;、]{0,4}$|旅客吞吐量[^,。;、]{0,4}$")
_WHO = re.compile(
    r"(?P<visitors>游客|观众|旅客)|(?:农民|居民|群众|村民|职工|学生|师生|市民|员工|党员|移民)(?!户|区|点|证|会|组)"
)
_SUMS = re.compile(r"产值|收入|票房|投资|营收|销售额|税收|GDP|总量|总额|交易额|产业|规模")
_AGE = "岁"
_YEAR = Unit("年", "年", 1.0, "time")
# An index, a coefficient or a ratio has no unit: 空气质量综合指数为4.07, 城乡居民收入比由2.1降至1.91.
_INDEX_UNIT = Unit("", "", 1.0, "index")
_BECOMES = r"(?:年?[平均]均)?值?(?:[为达是:]|达到|(?:下?降|上?升|改善|提[高升])[至到为])?"
_INDEX = re.compile(
    rf"(?:指数|系数|收入比|PUE值?){_BECOMES}(?:[由从]\d{{1,4}}(?:\.\d{{1,4}})?{_BECOMES})?[由从]?约?$"
)
_INDEX_END = re.compile(r"[,。;、)\n]|同比|以[上下内]|(?:下?降|上?升|改善|提[高升])[至到为]|$")
_FAR = 24


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a clean text in order, without overlap.

    Parameters
    ----------
    text
        Clean text (`geo.text.Document.text`).
    """
    return tuple(_walk(text))


def _walk(text: str) -> Iterator[Quantity]:
    position = 0
    while match := _START.search(text, position):
        start = match.start()
        position = start + 1
        if readers := _BY_FIRST.get(text[start]):
            found = _first_of(readers, text, start)
        else:
            found, position = _at_numeral(text, start)
        if found is not None:
            yield found
            position = found.end


def _first_of(readers: tuple[Reader, ...], text: str, start: int) -> Quantity | None:
    return next(filter(None, (read(text, start) for read in readers)), None)


def _at_numeral(text: str, start: int) -> tuple[Quantity | None, int]:
    """Return the quantity that begins with the numeral there, and where to go on without one."""
    before = text[start - 1 : start]
    if before in {"第", "前"} and (found := special.rank(text, start)):
        return found, found.end
    numeral = numeral_at(text, start)
    if numeral is None:
        return None, _skip_digits(text, start)
    if text[numeral.end : numeral.end + 1] in _SHAPES and (found := _first_of(_BY_SHAPE, text, start)):
        return found, found.end
    if before == "第" or part_of_a_name(text, numeral):
        return None, numeral.end
    if found := special.reached_rank(text, start, numeral.end, numeral.total):
        return found, found.end
    return _ordinary(text, numeral), numeral.end


def _skip_digits(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and text[end] in HAN:
        end += 1
    return end


def _ordinary(text: str, numeral: Numeral) -> Quantity | None:
    unit = unit_at(text, numeral.end)
    end = numeral.end + len(unit.text) if unit else numeral.end
    if unit and _POINTS_FOLLOW.match(text, numeral.end):
        unit = units()["百分点"]
    if found := _range(text, numeral, unit, end):
        return found
    if year_count(text, numeral):
        return _build(text, numeral, _YEAR, end + 1)
    unit = unit or _shared_unit(text, numeral) or _bare_unit(text, numeral) or _persons(text, numeral)
    if unit is None or not counts(text, numeral, unit, end):
        return None
    return _build(text, numeral, unit, end)


def _bare_unit(text: str, numeral: Numeral) -> Unit | None:
    """Return the unit that the words before a bare 500亿, 52万 or 4.07 imply: 元 of sums, 人 of people."""
    if not numeral.scale:
        return _index_unit(text, numeral)
    if FELLOWS.match(text, numeral.end):
        return units()["人口"]
    if text[numeral.end : numeral.end + 1].isalnum():
        return None
    before = text[max(0, numeral.start - _LOOK) : numeral.start]
    if _VISITORS.search(before):
        return units()["人次"]
    if _PEOPLE.search(before):
        return units()["人"]
    sums = _SUMS.search(before) or ("亿" in numeral.scale and not numeral.han)
    return units()["元"] if sums else None


def _persons(text: str, numeral: Numeral) -> Unit | None:
    """Return the unit of a great number that persons follow without one (接待12万游客)."""
    who = _WHO.match(text, numeral.end) if numeral.scale else None
    return units()["人次" if who["visitors"] else "人"] if who else None


def _index_unit(text: str, numeral: Numeral) -> Unit | None:
    """Return the unit of an index, which is none, where the words before the number name one."""
    if numeral.han or not _INDEX_END.match(text, numeral.end):
        return None
    return _INDEX_UNIT if _INDEX.search(text, max(0, numeral.start - _FAR), numeral.start) else None


def _shared_unit(text: str, numeral: Numeral) -> Unit | None:
    """Return the unit of the last member of a list that names it once (5.1、6.2个百分点)."""
    members = _SHARED_SCALED if numeral.scale else _SHARED
    shared = None if numeral.han else members.match(text, numeral.end)
    if shared is None:
        return None
    last = numeral_at(text, max(match.end() for match in _MEMBER.finditer(text, numeral.end, shared.end())))
    return unit_at(text, last.end) if last and bool(last.scale) == bool(numeral.scale) else None


def _range(text: str, low: Numeral, unit: Unit | None, end: int) -> Quantity | None:
    """Read 10—15万元 and 20%到30%; 由27个到64个 tells of a change and is no range."""
    dash = _RANGE.match(text, end)
    high = numeral_at(text, dash.end()) if dash else None
    shared = unit_at(text, high.end) if high else None
    if dash is None or high is None or shared is None or (unit and unit.base != shared.base):
        return None
    if shared.base == _AGE:  # a group of people
        return None
    if dash[0] in {"至", "到"} and _FROM.search(text, max(0, low.start - _LOOK), low.start):
        return None
    scaled = replace(low, scale=low.scale or ("" if unit else high.scale))
    if scaled.total >= high.total:
        return None
    found = _build(text, replace(scaled, approximate=high.approximate), shared, high.end + len(shared.text))
    upper = (
        high.value if scaled.scale == high.scale else exact(high.total, 1 / replace(scaled, value=1).total)
    )
    return replace(found, value_to=upper)


def _build(text: str, numeral: Numeral, unit: Unit, end: int) -> Quantity:
    start, qualifier = numeral.start, None
    if numeral.bare_scale and text[start - 1 : start] == "上":  # 上万个
        start, qualifier = start - 1, Qualifier.AT_LEAST
    qualifier = qualifier or hedge(text, start, end, approximate=numeral.approximate)
    signed = is_signed(text, start)
    sign = -1 if signed and text[start - 1] == "-" else 1
    start -= signed
    written = f"{numeral.scale}{unit.text}" if end > numeral.end else numeral.scale or unit.text
    normalized = exact(sign * numeral.total, unit.factor)
    return Quantity(
        start,
        end,
        sign * numeral.value,
        written,
        normalized,
        unit.base,
        unit.group,
        qualifier,
        arabic=not numeral.han,
    )
