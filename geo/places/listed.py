"""Parallel lists: in A、B、C等景区 the word after the list tells what each of its names is."""

import re
from collections.abc import Iterator
from functools import cache

from geo.lexicon import rows
from geo.model import PlaceKind
from geo.places.lattice import Candidate
from geo.places.support import Catalogue
from geo.places.vocabulary import (
    EDGE,
    GENERIC,
    NAME,
    NOUN,
    NUMBER,
    PARTICLE,
    PROPER,
    UNKNOWN,
    VERB,
    Token,
    vocabulary,
)

_LONGEST_LIST = 160
_LONGEST, _SHORTEST = 12, 2
_SCORES = {NAME: 0.75, PROPER: 0.75, UNKNOWN: 0.7, NOUN: 0.56}
_FIRM_SCORES = {NAME: 0.7, PROPER: 0.7, UNKNOWN: 0.66}
_DESCRIBING = frozenset({GENERIC, NOUN, NUMBER, UNKNOWN})
_OWN = frozenset("省市县区州")
_LED = re.compile("以(?P<items>[A-Za-z\u3400-\u9fff、]{3,40}?)为(?:龙头|链主|引领|代表)")
_LED_SCORE, _STRANGE = 0.6, frozenset({UNKNOWN, PARTICLE})


def listed_candidates(text: str, table: Catalogue) -> Iterator[Candidate]:
    """Yield each name of a list that its last word gives a kind."""
    kinds = {row[0]: row[1] for row in rows("place_list_kinds")}
    for match in _head().finditer(text):
        kind = PlaceKind(kinds[match["kind"]])
        if not _describes(text, *match.span("gap")):
            continue
        for begin, end in _items(text, match.start()):
            start = _after_units(text, begin, end, table)
            sort = _sort(text, start, end)
            score = (_FIRM_SCORES if kind is PlaceKind.ENTERPRISE else _SCORES).get(sort, 0.0)
            if score:
                yield Candidate(start, end, kind, score, f"in a list of {match['kind']}")


def leading_candidates(text: str) -> Iterator[Candidate]:
    """Yield the firms that an industry is said to be led by: 以某某重工、某某科技为龙头."""
    for match in _LED.finditer(text):
        start = match.start("items")
        for item in re.finditer("[^、和与及]+", match["items"]):
            begin, end = start + item.start(), start + item.end()
            sorts = [token.sort for token in vocabulary().cut(text, begin, end)]
            strange = sum(sort in _STRANGE for sort in sorts)
            if strange > 1 and not {EDGE, VERB} & {*sorts} and _SHORTEST < end - begin <= _LONGEST:
                yield Candidate(begin, end, PlaceKind.ENTERPRISE, _LED_SCORE, "said to lead an industry")


def _describes(text: str, start: int, end: int) -> bool:
    """Tell whether only describing words stand between 等 and the word for the kind."""
    return start == end or {token.sort for token in vocabulary().cut(text, start, end)} <= _DESCRIBING


def _after_units(text: str, start: int, end: int, table: Catalogue) -> int:
    """Return where an item begins after the divisions and townships named in full before it."""
    ends = {hit[0]: hit[1] for hit in table.index.find(text[start:end]) if table.is_unit(hit[2])}
    at = 0
    while at in ends and ends[at] + _SHORTEST <= end - start:
        at = ends[at]
    own = text[start + at] in _OWN and end - start - at > _SHORTEST
    return start + at + own


def _items(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges between the marks of the list that ends here, last first; one name alone is no list."""
    left = max(0, end - _LONGEST_LIST)
    head = max(text.rfind(mark, left, end) for mark in "。;!?\n,:")
    begin = max(left, head + 1)
    stops = [match.span() for match in re.finditer("、", text[begin:end])]
    if not stops:
        return
    right = end
    for start, stop in reversed([(begin + a, begin + b) for a, b in stops]):
        yield from _trimmed(text, stop, right)
        right = start
    yield from _trimmed(text, begin, right)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the name at the end of a part: what follows its last word that no name holds."""
    if end - start > 3 * _LONGEST:
        start = end - 3 * _LONGEST
    begin = end
    for token in reversed(vocabulary().cut(text, start, end)):
        counted = token.sort == NUMBER and token.start > start
        if token.sort == EDGE or counted or text[token.start] in "“”()《》—…":
            break
        begin = token.start
    if _SHORTEST <= end - begin <= _LONGEST:
        yield begin, end


def _sort(text: str, start: int, end: int) -> str:
    """Return the best class among the words of a name, empty where it is no name."""
    tokens: list[Token] = vocabulary().cut(text, start, end)
    sorts = {token.sort for token in tokens}
    if VERB in sorts or sorts <= {GENERIC, NUMBER}:
        return ""
    return next((sort for sort in (NAME, PROPER, UNKNOWN, NOUN) if sort in sorts), "")


@cache
def _head() -> re.Pattern[str]:
    kinds = "|".join(sorted((row[0] for row in rows("place_list_kinds")), key=len, reverse=True))
    count = r"(?:[0-9]{1,4}|[一二两三四五六七八九十百多余数]{1,3})?[个家座处大条所]?"
    return re.compile(rf"等{count}(?P<gap>[\u3400-\u9fff]{{0,8}}?)(?P<kind>{kinds})")
