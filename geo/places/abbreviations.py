"""One-character names of provinces, where the words around them leave no doubt: 晋、豫、冀三省, 京津, 赴京."""

import re
from collections.abc import Iterator
from functools import cache

from geo.lexicon import words
from geo.model import PlaceKind
from geo.places.lattice import Candidate
from geo.text.vocabulary import UNKNOWN, vocabulary

_LISTED, _ADJACENT, _GOING = 0.85, 0.8, 0.8
_HAN = "\u3400-\u9fff"
_NUMBERS = {
    digit: value for value, pair in enumerate(("2两", "3三", "4四", "5五"), start=2) for digit in pair
}


def abbreviation_candidates(text: str) -> Iterator[Candidate]:
    """Yield a candidate for each one-character name."""
    listed, adjacent, _, going = _patterns()
    known = vocabulary()
    for match in listed.finditer(text):
        last = match.end() - 1
        for start in range(match.start(), match.end(), 2):
            if start == last and not _stands_alone(text, start):
                continue
            yield _candidate(start, _LISTED, "one-character names in a list")
    for match in adjacent.finditer(text):
        begin = match.start("names")
        if begin and text[begin - 1] > "\u3400" and known.sort(text[max(0, begin - 2) : begin]) == UNKNOWN:
            continue  # the first of them may end another word
        for start in range(*match.span("names")):
            yield _candidate(start, _ADJACENT, "one-character names side by side")
    yield from _counted(text)
    for match in going.finditer(text):
        start = match.start("verb")
        if (
            _stands_alone(text, match.start("name"))
            and known.sort(text[max(0, start - 1) : start + 1]) == UNKNOWN
        ):
            yield _candidate(match.start("name"), _GOING, f"one-character name after {match['verb']}")


def _counted(text: str) -> Iterator[Candidate]:
    """Yield the names that a number after them counts: 陕甘川3省."""
    for match in _patterns()[2].finditer(text):
        if len(match["names"]) == _NUMBERS[match["number"]]:
            for start in range(*match.span("names")):
                yield _candidate(start, _ADJACENT, "one-character names side by side and counted")


def _candidate(start: int, score: float, why: str) -> Candidate:
    return Candidate(start, start + 1, PlaceKind.PROVINCE, score, why)


def _stands_alone(text: str, start: int) -> bool:
    """Tell whether no ordinary word begins with the character (在鲁迅, 在京剧)."""
    known = vocabulary()
    return all(known.sort(text[start:end]) == UNKNOWN for end in (start + 2, start + 3))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    one = "[" + "".join(words("place_abbreviations")) + "]"
    verb = "[" + "".join(words("place_going")) + "]"
    # Beside its like in a list also a character that is too common elsewhere.
    any_one = one[:-1] + "云新青宁吉贵甘黑]"
    before = "[着与和及从在对向由到赴沿接连为是以等跨把处自于含涉经联]"
    listed = rf"(?:(?<![{_HAN}])|(?<={before}))(?:{any_one}、){{1,30}}{any_one}"
    after = rf"(?=[两三四五六七八九]?[省市地]|{'|'.join(words('place_beside'))}|[^{_HAN}]|$)"
    adjacent = rf"(?P<names>{one}{{2,5}}){after}"
    going = rf"(?P<verb>{verb})(?P<name>{one})"
    counted = rf"(?P<names>{any_one}{{2,5}})(?P<number>[2-5两三四五])省"
    return re.compile(listed), re.compile(adjacent), re.compile(counted), re.compile(going)
