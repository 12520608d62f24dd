"""Measures: the word for what is measured, added to a noun that lacks it (公路 + 里程, 储罐 + 数)."""

import re
from functools import cache

from geo.indicators.quantity import Quantity
from geo.lexicon import any_of, rows, words
from geo.text.vocabulary import VERB, vocabulary

_VISITS = "接待游客人次"
_ROAD = re.compile(r"(?:路|高速|国道|省道|干道|轨道)(?:[^路]{0,10}段)?”?$")
_PERSONS = re.compile(r"[户人员者客生师民工众业司社]$")
_ALL_PERSONS = ("人员", "人口", "职工", "员工")
_PRODUCED = re.compile(
    r"(?:^(?:产|生产|产出)|(?P<pace>[年日月])均?(?:产|生产))(?!业|品|值|权|能|区|地|量|线|基)(?P<what>[^产]{2,})$"
)
_SOLD = ("销售", "出口")
_GOODS = frozenset({"mass", "volume", "energy"})
_VERB_LENGTH = 2
_POPULATION = "人口"
_BULK = frozenset({"mass", "volume"})
_PLANT = re.compile("(?:项目|基地|装置|工程|生产线|产线|改造|扩建|技改)$")
_COUNTED_PERSONS = frozenset({"people", "household"})
_POWER = frozenset({"power", "energy"})
_CAPACITY = "产能"
_FITTING = (
    ("length", _ROAD, "里程"),
    ("household", _PERSONS, "数"),
    *((bulk, _PLANT, _CAPACITY) for bulk in sorted(_BULK)),  # whose tonnes are what it can make
)


@cache
def _heads() -> tuple[str, ...]:
    return words("metric_head")


def headed(phrase: str) -> bool:
    """Tell whether a phrase itself says what is measured (率, 收入, 面积)."""
    return phrase.endswith(_heads())


def head_of(metric: str) -> str:
    """Return the longest word for what is measured that a metric ends with; empty where there is none."""
    return max(filter(metric.endswith, _heads()), key=len, default="")


@cache
def _measures() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("metric_measure")}


@cache
def _actions() -> dict[str, dict[str, str]]:
    return {row[0]: dict(zip(row[1::2], row[2::2], strict=True)) for row in rows("metric_action")}


@cache
def _action_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = any_of(_actions())
    return re.compile(known), re.compile(f"(?:{known})$")


@cache
def _goods() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('metric_goods'))})(?:{_PLANT.pattern.removesuffix('$')})?$")


@cache
def _sight() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('metric_sight'))})$")


def is_action(phrase: str) -> bool:
    """Tell whether a phrase is nothing but a verb that stands for a metric (出口, 接待)."""
    return phrase in _actions()


def _by_action(phrase: str, quantity: Quantity) -> str:
    """Return the metric that the action in a phrase stands for (发电 of energy, 收购小麦 of mass), or nothing."""
    at_head, at_end = _action_patterns()
    goods = quantity.group in _GOODS
    for found in (
        at_end.search(phrase),
        at_head.match(phrase) if goods or phrase.startswith(_SOLD) else None,
    ):
        names = _actions()[found[0]] if found else {}
        if found and (name := names.get(quantity.base) or names.get(quantity.group)):
            return phrase[: found.start()] + phrase[found.end() :] + name
    if quantity.base == "人次" and _sight().search(phrase):
        return _VISITS
    made = _PRODUCED.search(phrase)
    return f"{made['what']}{made['pace'] or ''}产量" if made else ""


def share_of(phrase: str) -> str:
    """Return the name of a percentage: 占比 of things, 率 of what is done (拆迁率), as it is where it has one."""
    if phrase.endswith(words("metric_rate")):
        return phrase
    done = not headed(phrase) and vocabulary().sort(phrase[-_VERB_LENGTH:]) == VERB
    return phrase + ("率" if done else "占比")


def with_measure(phrase: str, quantity: Quantity) -> str:
    """Return a phrase with the word for what is measured added where it lacks one (公路 + 里程)."""
    populous = quantity.unit.endswith(_POPULATION)  # 覆盖3000万人口
    if not phrase or (headed(phrase) and not populous):
        return phrase
    if done := _by_action(phrase, quantity):
        return done
    measure = _measure(phrase, quantity)
    return phrase if phrase.endswith(measure) else phrase + measure


def _measure(phrase: str, quantity: Quantity) -> str:
    if quantity.unit.endswith(_POPULATION):
        return _POPULATION
    if phrase.endswith(_ALL_PERSONS) and quantity.base != "人次" and quantity.group in _COUNTED_PERSONS:
        return ""
    made = quantity.group in _POWER and _goods().search(phrase)
    fitting = (
        word for group, pattern, word in _FITTING if group == quantity.group and pattern.search(phrase)
    )
    if word := _CAPACITY if made else next(fitting, ""):
        return word
    if quantity.group in _BULK and vocabulary().sort(phrase[-_VERB_LENGTH:]) == VERB:
        return "量"
    if quantity.base == "种" and phrase.endswith("种"):  # 药材品种300种
        return "数"
    return _measures().get(quantity.base, _measures().get(quantity.group, ""))
