"""Names of places that are part of the name of an authority, a paper or another body: 晋城 in 晋城市委."""

import re
from functools import cache

from geo.lexicon import any_of, words

_LONGEST = 16


def in_organisation(text: str, end: int) -> bool:
    """Tell whether the name that stops at ``end`` goes on as an organisation's name, or names a law or a plan."""
    after = text[end : end + _LONGEST]
    return _tail().match(after) is not None


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(r"(?:[省市县区州盟旗](?=[委人政纪监]))?(?:" + any_of(words("place_org_tails")) + ")")
