"""What right before and after a short name shows that a place is meant: 至甲, 甲境内, an item of a list."""

import re
from functools import cache

from geo.lexicon import words

_REACH = 4
_STRETCH = re.compile("[\u3400-\u9fff]{2,3}段|[东西南北]支")
_OPENINGS = frozenset({"", "、", "。", ",", ";", ":", "\n", "“", "("})


def has_cue(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside ``text[start:end]`` speak of a place."""
    before, after = _patterns()
    return bool(before.search(text[max(0, start - _REACH) : start]) or after.match(text, end, end + _REACH))


def fills_item(text: str, start: int, end: int) -> bool:
    """Tell whether a name is a whole item of a list: 甲、乙、丙等."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before == "、" and after in {"、", "等", ":", ""}) or (after == "、" and before in _OPENINGS)


def speaks_of_water(text: str, end: int) -> bool:
    """Tell whether what follows a name is said of rivers and lakes: 断面, 流域, 两岸."""
    return text.startswith(words("place_cues_water"), end) or _STRETCH.match(text, end) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = "|".join(words("place_cues_before")), "|".join(words("place_cues_after"))
    return re.compile(rf"(?:{before})\Z"), re.compile(after)
