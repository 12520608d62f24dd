"""The genre's endings of place names, and where they stand in a text."""

from functools import cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from geo.lexicon import rows, words
from geo.model import PlaceKind
from geo.text.vocabulary import EDGE, PARTICLE, PROPER, UNKNOWN, vocabulary

_HAN = "\u3400"
_NATURE = frozenset("山湖河江溪沟岭峰岛湾峡谷泉潭洞")
_MAY_NAME = frozenset({UNKNOWN, PROPER, PARTICLE})


class Ending(NamedTuple):
    """One row of ``place_suffixes``."""

    text: str
    kind: PlaceKind
    strength: str
    longest: int


@cache
def endings() -> tuple[Ending, ...]:
    """Return the rows of ``place_suffixes``."""
    return tuple(
        Ending(text, PlaceKind(kind), strength, int(longest))
        for text, kind, strength, longest in rows("place_suffixes")
    )


@cache
def ending_texts() -> frozenset[str]:
    """Return the endings themselves."""
    return frozenset(ending.text for ending in endings())


@cache
def _automaton() -> CharwiseDoubleArrayAhoCorasick:
    return CharwiseDoubleArrayAhoCorasick([ending.text for ending in endings()])


def find_endings(text: str) -> list[tuple[int, int, Ending]]:
    """Return the longest ending at each place where one stops, in order."""
    every = endings()
    return [
        (start, end, every[number]) for start, end, number in _automaton().find_overlapping_no_suffix(text)
    ]


def on_nature(text: str, start: int, ending: Ending) -> bool:
    """Tell whether a reserve or quarter is named after a lake, a valley or the like: 某某沟保护区."""
    return ending.kind in {PlaceKind.RESERVE, PlaceKind.REGION} and text[start - 1 : start] in _NATURE


def kind_of(name: str) -> PlaceKind | None:
    """Return the kind that a name's ending states, None where it has none."""
    return next((ending.kind for _, end, ending in find_endings(name) if end == len(name)), None)


def promising(text: str, start: int, end: int, ending: Ending, *, named: bool) -> bool:
    """Tell cheaply whether an ending may have a name before it; most endings are parts of ordinary words.

    Parameters
    ----------
    named
        A known name stands in the same run of words.
    """
    if ending.strength == "vague" and not named and not on_nature(text, start, ending):
        return False
    sort = vocabulary().sort
    proper = PROPER in {sort(text[max(0, start - 2) : end]), sort(text[max(0, start - 1) : end])}
    if ending.strength == "weak" and not proper and sort(text[start - 1 : end]) not in _MAY_NAME:
        return False
    before = text[start - 1 : start]
    if before < _HAN and not before.isalnum():
        return False
    if ending.kind is PlaceKind.ROAD and text[start - 2 : start] in words("place_road_names"):
        return True
    known = sort(text[max(0, start - 3) : start]), sort(text[max(0, start - 2) : start])
    return not (known[0] == UNKNOWN and (known[1] == EDGE or (known[1] == UNKNOWN and sort(before) == EDGE)))
