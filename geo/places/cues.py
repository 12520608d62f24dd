"""What right before and after a short name shows that a place is meant: 至甲, 甲境内."""

import re
from functools import cache

from geo.lexicon import words

_REACH = 4


def has_cue(text: str, start: int, end: int) -> bool:
    """Tell whether the words beside ``text[start:end]`` speak of a place."""
    before, after = _patterns()
    return bool(before.search(text[max(0, start - _REACH) : start]) or after.match(text, end, end + _REACH))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, after = "|".join(words("place_cues_before")), "|".join(words("place_cues_after"))
    return re.compile(rf"(?:{before})\Z"), re.compile(after)
