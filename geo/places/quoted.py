"""Names with quotation marks in them: 黄河“几字弯”, “太行一号”旅游公路."""

import re
from collections.abc import Iterable, Iterator

from geo.gazetteer.index import NameIndex
from geo.places.endings import Ending
from geo.places.lattice import Candidate
from geo.places.named import Hit
from geo.text.vocabulary import EDGE, GENERIC, NAME, NOUN, NUMBER, Token, vocabulary

_PAIR = re.compile("“([^“”\n]{1,12})”")
_REACH = 12
_GAP = 8
_SHORTEST = 4
_SCORES = {"strong": 0.85, "vague": 0.45, "weak": 0.6}
_NAMED_BEFORE = 0.82
_PLAIN = frozenset({GENERIC, NOUN})
_NUMERALS = frozenset("一二三四五六七八九十百千万")


def hits_across_quotes(text: str, index: NameIndex) -> Iterator[Hit]:
    """Yield the known names that are written with a quotation mark inside."""
    for match in _PAIR.finditer(text):
        left = max(0, match.start() - _REACH, text.rfind("”", 0, match.start()) + 1)
        right = min(len(text), match.end() + _REACH)
        places = [at for at in range(left, right) if text[at] not in "“”"]
        bare = "".join(text[at] for at in places)
        for start, end, spelling in index.find(bare):
            begin, stop = places[start], places[end - 1] + 1
            if stop - begin > end - start >= _SHORTEST:
                yield _closed(text, begin, stop, match), stop + (stop == match.end() - 1), spelling


def _closed(text: str, begin: int, stop: int, pair: re.Match[str]) -> int:
    """Take the opening mark in where the name begins right after it and ends beyond the pair."""
    return (
        begin - 1
        if begin == pair.start() + 1 and stop >= pair.end() - 1 and text[begin - 1] == "“"
        else begin
    )


def quoted_candidates(
    text: str, endings: Iterable[tuple[int, int, Ending]], name_starts: dict[int, int]
) -> Iterator[Candidate]:
    """Yield names made of a quotation and an ending.

    Parameters
    ----------
    endings
        All endings of the text.
    name_starts
        For the end of each known short name of a division its start.
    """
    for start, end, ending in endings:
        if ending.strength not in _SCORES:
            continue  # a trade after a quotation (“绿电进城”能源项目) makes no firm's short name
        closing = text.rfind("”", max(0, start - _GAP), start)
        cut = len(ending.text) == 1 and vocabulary().crossed(text, start, end)  # 观 of 观景台
        if closing < 0 or cut or not _plain(text, closing + 1, start):
            continue
        opening = text.rfind("“", max(0, closing - _REACH - 1), closing)
        if 0 <= opening < closing - 1 and _named(text, opening + 1, closing):
            yield _candidate(name_starts.get(opening, opening), opening, end, ending)


def _candidate(start: int, opening: int, end: int, ending: Ending) -> Candidate:
    before = start < opening
    score = _NAMED_BEFORE if before else _SCORES[ending.strength]
    return Candidate(start, end, ending.kind, score, f"quotation before the ending {ending.text}")


def _plain(text: str, start: int, end: int) -> bool:
    """Tell whether only describing words stand between the quotation and the ending."""
    return start == end or {token.sort for token in vocabulary().cut(text, start, end)} <= _PLAIN


def _named(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation can be a name: no sentence, no list, not made of describing words alone."""
    if any(mark in text[start:end] for mark in ",。、;:!?+"):
        return False
    if sum(character in _NUMERALS for character in text[start:end]) > 1:
        return False  # a slogan in numbers: “八纵八横”高铁
    tokens: list[Token] = vocabulary().cut(text, start, end)
    sorts = {token.sort for token in tokens}
    return NAME in sorts or (EDGE not in sorts and not sorts <= {GENERIC, NUMBER})
