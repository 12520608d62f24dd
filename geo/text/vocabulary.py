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
_ASCII = re.compile(r"(?P<grade>\d?A{1,5}级|A{2,5}(?![A-Za-z]))|(?P<digits>[0-9.+-]+)|[A-Za-z]+")
_ASCII_COST = 0.0
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几")
_NOT = "不"
_NUMBER_STARTS = _NUMERALS | frozenset("第多数半每各双成上")
_LISTS = (
    ("place_inner", GENERIC),
    ("place_generic", GENERIC),
    ("place_ordinary", GENERIC),
    ("place_edges", EDGE),
)
_SHORT = 2
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
            elif sort == NOUN and word[0] == _NOT:
                entries[word] = (cost, EDGE)
        self._sorts = {word: sort for word, (_, sort) in entries.items()}
        self._costs = {word: cost for word, (cost, _) in entries.items()}
        self._entries = [*entries.values()]
        self._automaton = CharwiseDoubleArrayAhoCorasick([*entries])

    def sort(self, word: str) -> str:
        """Return the class of one word; ``x`` for an unknown one."""
        return self._sorts.get(word, UNKNOWN)

    def frequency(self, word: str) -> float:
        """Return how often a word is used; next to 0 for an unknown one."""
        return _TOTAL * math.exp(self.cost(word))

    def cost(self, word: str) -> float:
        """Return the log probability of a word; that of a rare one for an unknown."""
        return self._costs.get(word, _UNKNOWN_COST)

    def cut(
        self, text: str, start: int, end: int, names: Iterable[tuple[int, int, float, str]] = ()
    ) -> list[Token]:
        """Cut ``text[start:end]`` into its likeliest words.

        Parameters
        ----------
        names
            Start, end, log probability and class of known names within the range.
        """
        piece = text[start:end]
        extra = [(left - start, right - start, cost, sort) for left, right, cost, sort in names]
        for match in _ASCII.finditer(piece):
            sort = NUMBER if match["digits"] else GENERIC if match["grade"] else UNKNOWN
            extra.append((*match.span(), _ASCII_COST, sort))
        return _backtrack(*self._forward(piece, extra), start)

    def crossed(self, text: str, start: int, end: int) -> bool:
        """Tell whether a word runs over an end of ``text[start:end]``, or holds it and more."""
        sorts = self._sorts
        for right in (end + 1, end + 2):
            if any(text[left:right] in sorts for left in range(max(start, end - _SHORT), end)):
                return True
        for left in (start - 1, start - 2):
            if left >= 0 and any(
                text[left:right] in sorts for right in range(start + 1, min(end, start + _SHORT) + 1)
            ):
                return True
        return False

    def splits(self, text: str, at: int, longer_than: int = 1) -> bool:
        """Tell whether a cut falls inside an ordinary word of 2 or 3 characters (转移就|业).

        Parameters
        ----------
        text
            Clean text.
        at
            Where it is cut.
        longer_than
            The length of what is cut off; a word no longer than that doesn't hold it together.
        """
        sorts = self._sorts
        if longer_than < _SHORT and text[max(0, at - 1) : at + 1] in sorts and 0 < at < len(text):
            return True
        return longer_than <= _SHORT and any(
            text[left : left + _SHORT + 1] in sorts
            for left in (at - _SHORT, at - 1)
            if 0 <= left < len(text) - _SHORT
        )

    def _forward(
        self, piece: str, extra: Iterable[tuple[int, int, float, str]]
    ) -> tuple[list[int], list[str]]:
        """Return for each offset the start and class of the word that ends there on the best way."""
        entries = self._entries
        more: dict[int, list[tuple[int, float, str]]] = {}
        for left, right, cost, sort in extra:
            more.setdefault(right, []).append((left, cost, sort))
        best, lefts, sorts = [0.0], [0], [UNKNOWN]
        found = self._automaton.find_overlapping(piece)
        at, size = 0, len(found)
        for right in range(1, len(piece) + 1):
            top, from_, kind = best[right - 1] + _UNKNOWN_COST, right - 1, UNKNOWN
            while at < size and found[at][1] == right:
                left, _, number = found[at]
                cost, sort = entries[number]
                if best[left] + cost > top:
                    top, from_, kind = best[left] + cost, left, sort
                at += 1
            for left, cost, sort in more.get(right, ()):
                if best[left] + cost > top:
                    top, from_, kind = best[left] + cost, left, sort
            best.append(top)
            lefts.append(from_)
            sorts.append(kind)
        return lefts, sorts


def _backtrack(lefts: Sequence[int], sorts: Sequence[str], offset: int) -> list[Token]:
    tokens, right = [], len(lefts) - 1
    while right:
        left = lefts[right]
        tokens.append(Token(offset + left, offset + right, sorts[right]))
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
