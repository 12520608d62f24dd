"""The left edge of a name of which only the ending is known."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from geo.lexicon import rows
from geo.model import PlaceKind
from geo.places.vocabulary import EDGE, GENERIC, NAME, NUMBER, PARTICLE, PROPER, UNKNOWN, VERB, Token

_NUMERALS = frozenset("一二三四五六七八九十百千万")
_ORDINAL, _NUMBER_SIGN, _ONE = "第", "号", "一"
_PAIR, _GREAT = 2, frozenset("大余多")
_ROUND = frozenset("环沿")
_LINES = frozenset({PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.ROAD, PlaceKind.PROJECT})


class Ending(NamedTuple):
    """One row of ``place_suffixes``."""

    text: str
    kind: PlaceKind
    strength: str
    longest: int


class Body(NamedTuple):
    """What stands before an ending: where it begins, its words, whether the edge is sure, or a count's."""

    start: int
    tokens: tuple[Token, ...]
    clean: bool
    counted: bool = False


def find_body(tokens: Sequence[Token], text: str, start: int, end: int, ending: Ending) -> Body | None:
    """Return the words before the ending at ``text[start:end]`` that can belong to the name.

    Returns
    -------
    Body or None
        None where the ending is part of another word (路 in 路线).
    """
    index = bisect_right(tokens, start, key=lambda token: token.start) - 1
    first = tokens[index]
    if first.end > end or _cuts(tokens, index, end):
        return None
    inner: list[Token] = []
    if first.start < start:
        if first.end == end and first.sort not in {PROPER, NAME} and ending.strength == "weak":
            return None
        sort = first.sort if first.end == end else UNKNOWN
        inner.append(Token(first.start, start, sort))
    return _walk(tokens[:index], text, inner, start - ending.longest)


def _cuts(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Tell whether an ordinary word runs over the end."""
    last = bisect_right(tokens, end - 1, key=lambda token: token.start) - 1
    return last > index and tokens[last].end > end


def _walk(before: Sequence[Token], text: str, inner: list[Token], limit: int) -> Body:
    """Go left word by word until one that no name holds."""
    clean, counted = True, False
    for token in reversed(before):
        if token.sort in {EDGE, VERB}:
            break
        if token.sort == NUMBER and not _inside(token, text):
            if inner and inner[-1].end - inner[-1].start == 1 and _counts(token, text):
                inner.pop()  # the classifier of a count: 5座
            counted = text[token.start] != _ONE
            break
        if token.start < limit:
            clean = token.sort in {NAME, PROPER}
            break
        inner.append(token)
    inner.reverse()
    start = inner[0].start if inner else -1
    return Body(start, tuple(inner), clean, counted)


def _inside(token: Token, text: str) -> bool:
    """Tell whether a numeral can be part of a name (第一中学, 九龙山)."""
    word = text[token.start : token.end]
    if word[0] == _ORDINAL or word[-1] == _NUMBER_SIGN:
        return True
    if len(word) == 1:
        return word in _NUMERALS and text[token.end] not in _classifiers()
    return len(word) == _PAIR and word[0] in _NUMERALS and word[1] not in _classifiers() | _NUMERALS | _GREAT


def _counts(token: Token, text: str) -> bool:
    """Tell whether a numeral still lacks its classifier."""
    last = text[token.end - 1]
    return last.isdigit() or last in _NUMERALS


@cache
def _classifiers() -> frozenset[str]:
    return frozenset(row[0] for row in rows("classifier"))


def trim(body: Body, text: str, ending: Ending, official: frozenset[int]) -> Body:
    """Cut off what stands before the name itself.

    Parameters
    ----------
    official
        Starts of the words that are official names of divisions.
    """
    tokens = body.tokens
    names = [index for index, token in enumerate(tokens) if token.sort == NAME]
    if names:
        first = _after_divisions(tokens, names, official, ending)
        if first and ending.kind in _LINES and text[tokens[first - 1].start] in _ROUND:
            first -= tokens[first - 1].end - tokens[first - 1].start == 1
        return _from(body, first, clean=True)
    first = 0
    while first < len(tokens) and _describes(tokens[first]) and _proper(tokens[first + 1 :]):
        first += 1
    return _from(body, first, clean=body.clean or first > 0)


def _describes(token: Token) -> bool:
    """Tell whether a word describes what follows; a single 老 or 大 belongs to the name."""
    return token.sort == GENERIC and token.end - token.start > 1


def _own(tokens: Sequence[Token], ending: Ending) -> bool:
    """Tell whether some words before an ending make a name of their own."""
    if ending.strength == "weak":
        return any(token.sort not in {GENERIC, NUMBER} for token in tokens)
    return _proper(tokens)


def _after_divisions(
    tokens: Sequence[Token], names: Sequence[int], official: frozenset[int], ending: Ending
) -> int:
    """Return the first word of the name: a division named in full before a name of its own stands apart."""
    first = names[0]
    while tokens[first].start in official and _own(tokens[first + 1 :], ending):
        first += 1
    return first


def _proper(tokens: Sequence[Token]) -> bool:
    """Tell whether some words hold more than ordinary ones."""
    return any(token.sort in {NAME, PROPER} for token in tokens) or _unknown(tokens) > 1


def _unknown(tokens: Sequence[Token]) -> int:
    return sum(token.sort == UNKNOWN for token in tokens)


def _from(body: Body, first: int, *, clean: bool) -> Body:
    tokens = body.tokens[first:]
    return Body(tokens[0].start if tokens else -1, tokens, clean, body.counted and first == 0)


def quality(body: Body) -> str:
    """Return how much of a name a body is.

    Returns
    -------
    str
        ``name`` (holds a known place), ``proper`` (a word known as a name), ``unknown`` (no word at all),
        ``doubtful`` (may begin with a verb, or is one character), ``noun`` or ``generic``.
    """
    sorts = {token.sort for token in body.tokens}
    if NAME in sorts:
        return "name"
    if PROPER in sorts:
        return "proper"
    if body.tokens[0].sort == PARTICLE:
        return "doubtful"
    if UNKNOWN in sorts or PARTICLE in sorts:
        return "unknown"
    return "generic" if sorts <= {GENERIC, NUMBER} else "noun"
