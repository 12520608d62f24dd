"""Capacity: what a plant or a project can make or take in (年产5万吨保温材料生产线, 日处理污水4万吨)."""

import re
from functools import cache

from geo.indicators.memory import Words
from geo.indicators.nouns import noun_after
from geo.lexicon import any_of, words

_PACE = r"(?P<pace>[年日月]|每年|每天|每日|每小时)可?"
_MAKES = re.compile(rf"{_PACE}(?P<done>生产|产|处理|加工|屠宰|消纳|利用)[约近达]?$")
_TAKES = re.compile(
    rf"{_PACE}(?P<done>处理|加工|屠宰|消纳|利用|供应)(?!能力)(?P<thing>[^,。;年日月]{{2,10}}?)[约近达]?$"
)
_GOODS = frozenset({"mass", "volume", "count", "energy"})
_CAN_MAKE = {"生产": "产能", "产": "产能"}


@cache
def _plants() -> re.Pattern[str]:
    return re.compile(f"(?:(?:精?深|综合)?(?:生产|加工|制造|制备|冶炼))?(?:{any_of(words('metric_plant'))})$")


def capacity_name(around: Words) -> str:
    """Return the metric of an amount that something can make or take in by the year or day; empty for any other."""
    if around.site.quantity.group not in _GOODS:
        return ""
    made = _MAKES.search(around.left)
    thing = _product(noun_after(around.right)) if made else ""
    taken = None if thing else _TAKES.search(around.left)
    found = taken or made
    if found is None or not (thing or taken):
        return ""
    ability = _CAN_MAKE.get(found["done"], f"{found['done']}能力")
    return f"{thing or found['thing']}{found['pace'].removeprefix('每')}{ability}"


def _product(noun: str) -> str:
    """Return what is made by the plant that a noun names (保温材料 of 保温材料生产线)."""
    product = _plants().sub("", noun).removesuffix("的")
    return product if len(product) > 1 else noun
