"""The ordinary words around names: cut a clause into words, so that a name's edges show."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from geo.lexicon import rows, words

EDGE, VERB, PARTICLE = "E", "e", "y"
NOUN, GENERIC, NUMBER = "n", "z", "m"
PROPER, UNKNOWN, NAME, WEAK_NAME = "p", "x", "g", "w"

_TOTAL = 6.0e7
_UNKNOWN_COST = math.log(0.5 / _TOTAL)
_ASCII = re.compile(r"(?P<grade>\d?A{1,5}级)|(?P<digits>[0-9.+-]+)|[A-Za-z]+")
_ASCII_COST = 0.0
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几")
_NUMBER_STARTS = _NUMERALS | frozenset("第多数半每各双成上")
_LISTS = (
    ("place_inner", GENERIC),
    ("place_generic", GENERIC),
    ("place_ordinary", GENERIC),
    ("place_edges", EDGE),
)
_OWN_FREQUENCY = 2000.0


class Token(NamedTuple):
    """One word of a clause, offsets of the whole text; ``sort`` is one of the classes above."""

    start: int
    end: int
    sort: str


class Vocabulary:
    """Cuts text into words by frequency; known names take part as words of their own."""

    def __init__(self) -> None:
        entries = {word: (_cost(float(count)), sort) for word, count, sort in rows("place_dictionary")}
        for name, sort in _LISTS:
            for word in words(name):
                entries[word] = (entries.get(word, (_cost(_OWN_FREQUENCY), ""))[0], sort)
        hard = frozenset(words("place_hard"))
        for word, (cost, sort) in entries.items():
            if len(word) == 1:
                entries[word] = (cost, _single(word, sort, hard))
            elif sort == NUMBER and word[0] not in _NUMBER_STARTS:
                entries[word] = (cost, UNKNOWN)
        self._sorts = {word: sort for word, (_, sort) in entries.items()}
        self._frequencies = {word: _TOTAL * math.exp(cost) for word, (cost, _) in entries.items()}
        self._entries = [*entries.values()]
        self._automaton = CharwiseDoubleArrayAhoCorasick([*entries])

    def sort(self, word: str) -> str:
        """Return the class of one word; ``x`` for an unknown one."""
        return self._sorts.get(word, UNKNOWN)

    def frequency(self, word: str) -> float:
        """Return how often a word is used; 0 for an unknown one."""
        return self._frequencies.get(word, 0.0)

    def cut(
        self, text: str, start: int, end: int, names: Iterable[tuple[int, int, float, str]] = ()
    ) -> list[Token]:
        """Cut ``text[start:end]`` into its likeliest words.

        Parameters
        ----------
        names
            Start, end, log probability and class of known names within the range.
        """
        size = end - start
        arcs: list[list[tuple[int, float, str]]] = [[] for _ in range(size + 1)]
        for left, right, number in self._automaton.find_overlapping(text[start:end]):
            arcs[right].append((left, *self._entries[number]))
        for match in _ASCII.finditer(text, start, end):
            sort = NUMBER if match["digits"] else GENERIC if match["grade"] else UNKNOWN
            arcs[match.end() - start].append((match.start() - start, _ASCII_COST, sort))
        for left, right, cost, sort in names:
            arcs[right - start].append((left - start, cost, sort))
        return _backtrack(_forward(arcs), start)


def _forward(arcs: Sequence[Sequence[tuple[int, float, str]]]) -> list[tuple[int, str]]:
    """Return for each offset the start and class of the word that ends there on the best way."""
    best = [0.0]
    steps: list[tuple[int, str]] = [(0, UNKNOWN)]
    for right in range(1, len(arcs)):
        top, step = best[right - 1] + _UNKNOWN_COST, (right - 1, UNKNOWN)
        for left, cost, sort in arcs[right]:
            value = best[left] + cost
            if value > top:
                top, step = value, (left, sort)
        best.append(top)
        steps.append(step)
    return steps


def _backtrack(steps: Sequence[tuple[int, str]], offset: int) -> list[Token]:
    tokens, right = [], len(steps) - 1
    while right:
        left, sort = steps[right]
        tokens.append(Token(offset + left, offset + right, sort))
        right = left
    return tokens[::-1]


def _single(character: str, sort: str, hard: frozenset[str]) -> str:
    """Return the class of a single character: a name may hold nearly any of them."""
    if character in hard:
        return EDGE
    if character in _NUMERALS:
        return NUMBER
    if sort == GENERIC:
        return sort
    return PARTICLE if sort == VERB else UNKNOWN


def _cost(frequency: float) -> float:
    return math.log(frequency / _TOTAL)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once in a process."""
    return Vocabulary()
