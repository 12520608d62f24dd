"""Parallel lists: in A、B、C等景区 the word after the list tells what each of its names is."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from geo.lexicon import any_of, kinds
from geo.model import PlaceKind
from geo.places.lattice import Candidate
from geo.places.support import Catalogue
from geo.text.vocabulary import (
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

_KINDS = "place_list_kinds"
_LONGEST_LIST = 160
_LONGEST, _SHORTEST = 12, 2
_SCORES = {NAME: 0.75, PROPER: 0.75, UNKNOWN: 0.7, NOUN: 0.56}
_FIRM_SCORES = {NAME: 0.7, PROPER: 0.7, UNKNOWN: 0.66}
_DESCRIBING = frozenset({GENERIC, NOUN, NUMBER, UNKNOWN})
_SUCH_AS = "如"
_OWN = frozenset("省市县区州")
_RECEIVES = re.compile("(?:共|累计|预计|单日|日均)?接待(?:中外|国内外|国内|入境)?(?:游客|旅客|游人|观众)")
_RECEIVING_SCORES, _RECEIVING_LONGEST = {NAME: 0.7, PROPER: 0.7, UNKNOWN: 0.62}, 6
_MARKS = ",。;:、!?()“”|\n"
_DIGITS = {digit: value for value, digit in enumerate("三四五六七八九十", start=3)} | {"两": 2}
_LED = re.compile("(?:以|突出|发挥)(?P<items>[A-Za-z\u3400-\u9fff、]{3,40}?)为(?:龙头|链主|引领|代表)")
_LED_SCORE, _STRANGE = 0.6, frozenset({UNKNOWN, PARTICLE})


def listed_candidates(text: str, table: Catalogue) -> Iterator[Candidate]:
    """Yield each name of a list that its last word gives a kind."""
    list_kinds = kinds(_KINDS)
    for match in _head().finditer(text):
        kind = list_kinds[match["kind"]]
        items = [*_items(text, match.start())]
        if _describes(text, *match.span("gap")) and (match["open"] or _counts(match, kind, len(items))):
            yield from _named_items(text, items, kind, table)


def _named_items(
    text: str, items: Iterable[tuple[int, int]], kind: PlaceKind, table: Catalogue
) -> Iterator[Candidate]:
    scores = _FIRM_SCORES if kind is PlaceKind.ENTERPRISE else _SCORES
    for begin, end in items:
        start = _after_units(text, begin, end, table)
        score = scores.get(_sort(text, start, end), 0.0)
        counted = text[start].isdigit() or text[start - 1 : start].isdigit()
        if score and not counted:
            yield Candidate(start, end, kind, score, f"in a list of places of the kind {kind.value}")


def _counts(match: re.Match[str], kind: PlaceKind, size: int) -> bool:
    """Tell whether a number after a list counts its items (甲、乙、丙三处景区), and no others."""
    number = match["number"]
    value = int(number) if number.isdigit() else _DIGITS.get(number, 0)
    bare = not match["gap"] or kind not in {PlaceKind.TOWNSHIP, PlaceKind.VILLAGE}
    return bare and value == size


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


def receiving_candidates(text: str, table: Catalogue) -> Iterator[Candidate]:
    """Yield the names right before 接待游客 that nothing else gives away: 某区某某接待游客3万人次."""
    for match in _RECEIVES.finditer(text):
        end = match.start()
        low = max(0, end - _LONGEST)
        begin = max(low, *(text.rfind(mark, low, end) + 1 for mark in _MARKS))
        start = _after_units(text, begin, end, table) if begin < end else end
        score = _RECEIVING_SCORES.get(_sort(text, start, end), 0.0) if start > begin else 0.0
        sorts = {token.sort for token in vocabulary().cut(text, start, end)}
        if score and _SHORTEST <= end - start <= _RECEIVING_LONGEST and not {EDGE, NUMBER} & sorts:
            yield Candidate(
                start, end, PlaceKind.SCENIC_AREA, score, "said to receive visitors in its district"
            )


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
    such_as = text[begin] == _SUCH_AS and vocabulary().sort(text[begin : begin + 2]) != PROPER
    yield from _trimmed(text, begin + such_as, right)


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
    more = r"(?P<open>等)(?:[0-9]{1,4}[多余]?|[一二两三四五六七八九十百多余数]{1,3})?[个家座处大条所]?"
    count = r"(?P<number>[0-9]{1,2}|[两三四五六七八九十])[个家座处大条所]"
    return re.compile(
        rf"(?:{more}|{count})(?P<gap>[0-9A-Z\u3400-\u9fff]{{0,10}}?)(?P<kind>{any_of(kinds(_KINDS))})"
    )
