"""Extents: the metric of a length that says itself what it is: how far, how long, wide, high, deep."""

import re

from geo.indicators.memory import Memory, Words
from geo.indicators.metrics import phrase_before, without_verb

_FAR = re.compile(
    r"(?<![间车行射差])(?:距离|相距|[距离])(?P<from>(?:(?![在到至])[\u4e00-\u9fff]){2,10}?)(?:仅|只有|不到|不足|[约近为])*$"
)
_SIDE = re.compile(
    r"(?<![增延加成提最升拓全总周身边水抬垫纵特拉伸较更年海])(?P<side>[长宽高深厚])[约达近为]{0,2}$"
)
_SIDES = tuple(f"{side}度" for side in "长宽高深厚")
_AHEAD = re.compile(r"[^,。;]{0,30}的(?P<thing>[\u4e00-\u9fff]{2,12})(?=[,。;]|$)")


def extent_name(text: str, around: Words, memory: Memory) -> str:
    """Return the metric of a length whose words tell its direction; empty for any other.

    Parameters
    ----------
    text
        Clean text.
    around
        The words around the number.
    memory
        What was spoken of before: the second side of a thing is named like the first (长5公里、宽3米).
    """
    if far := _FAR.search(around.left):
        return f"距{far['from']}距离"
    side = _SIDE.search(around.left)
    if side is None:
        return ""
    thing = phrase_before(around.left[: side.start()])
    if around.left.endswith("了", 0, side.start()) or len(without_verb(thing)) <= 1:
        thing = _before(memory) or _ahead(text, around)
    return f"{thing}{side['side']}度"


def _before(memory: Memory) -> str:
    """Return what the side right before was of."""
    side = next((side for side in _SIDES if memory.previous.endswith(side)), "")
    return memory.previous.removesuffix(side) if side else ""


def _ahead(text: str, around: Words) -> str:
    """Return the thing at the end of the clause that the sides belong to (长5公里、宽3米的防洪堤)."""
    ahead = _AHEAD.match(text, around.site.right.start, around.site.clause.end)
    return ahead["thing"] if ahead else ""
