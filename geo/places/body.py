"""The left edge of a name of which only the ending is known."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from geo.lexicon import rows, words
from geo.model import PlaceKind
from geo.places.endings import Ending, ending_texts
from geo.text.vocabulary import (
    EDGE,
    GENERIC,
    NAME,
    NUMBER,
    PROPER,
    UNKNOWN,
    VERB,
    WEAK_NAME,
    Token,
)

_NUMERALS = frozenset("一二三四五六七八九十百千万")
_NAMES = frozenset({NAME, PROPER, WEAK_NAME})
_ORDINAL, _NUMBER_SIGN, _ONE, _PAIR_OF = "第", "号", "一", "两"
_SETTLEMENTS = frozenset("村镇乡")
_STOPS, _AND = frozenset({EDGE, VERB}), frozenset("与和及暨")
_PAIR, _GREAT = 2, frozenset("大余多")
_VILLAGERS = frozenset("民干组委")


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
    doubled = len(ending.text) == 1 and text[start - 1 : start] == ending.text  # 湖 of 湖体 in 某某湖湖体
    if doubled or _goes_on(tokens, text, end, ending) or is_countryside(text, end):
        return None
    inner: list[Token] = []
    if first.start < start:
        if first.end == end and (ending.strength == "brand" or _is_plain(first, ending)):
            return None
        sort = first.sort if first.end == end else UNKNOWN
        inner.append(Token(first.start, start, sort))
    return _walk(tokens[:index], text, inner, start - ending.longest, ending)


def is_countryside(text: str, end: int) -> bool:
    """Tell whether a 乡 or 村 is one of 乡村, and that not of a township's villagers (某某乡村民)."""
    after = text[end : end + 1] == "村" and text[end + 1 : end + 2] not in _VILLAGERS
    return text[end - 2 : end] == "乡村" or (text[end - 1] == "乡" and after)


def _is_plain(word: Token, ending: Ending) -> bool:
    """Tell whether a word that holds a one-character ending is no name."""
    return ending.strength == "weak" and word.sort not in _NAMES


def _goes_on(tokens: Sequence[Token], text: str, end: int, ending: Ending) -> bool:
    """Tell whether an ordinary word runs over the end; 湖畔 and the like leave the name whole."""
    if len(ending.text) > 1 and text[end : end + 1] in _SETTLEMENTS:
        return True  # 古城 in 古城村
    last = tokens[bisect_right(tokens, end - 1, key=lambda token: token.start) - 1]
    doubled = text[end - 2 : end - 1] == text[end - 1]
    return last.end > end and (doubled or text[end - 1 : last.end] not in tails())


@cache
def tails() -> frozenset[str]:
    """Return the words that begin with a name's last character and say where by the thing (江边 in 长江边)."""
    return frozenset(words("place_tails"))


def _walk(before: Sequence[Token], text: str, inner: list[Token], limit: int, ending: Ending) -> Body:
    """Go left word by word until one that no name holds."""
    clean, counted = True, False
    for index in range(len(before) - 1, -1, -1):
        token = before[index]
        if token.sort in _STOPS and not (
            _joins(before, index, text, inner, ending) or (not inner and _is_street(token, text, ending))
        ):
            break
        plain = all(each.sort == GENERIC for each in inner)
        if plain and text[token.start] in _NUMERALS | {_PAIR_OF} and text[token.end - 1] in _GREAT:
            counted = True  # 甲、乙两大景区 counts what was listed
            break
        if token.sort == NUMBER and not _inside(token, text):
            sized = _sized(before[: index + 1]) if ending.kind is PlaceKind.PROJECT else ()
            if sized:
                inner += sized
                break
            if inner and inner[-1].end - inner[-1].start == 1 and _counts(token, text):
                inner.pop()  # the classifier of a count: 5座
            counted = text[token.start] != _ONE
            break
        if token.start < limit:
            clean = _sets_off(token, text, inner)
            break
        # 九曲 of 九曲溪 is no number but a word that only names know
        inner.append(token._replace(sort=UNKNOWN) if _is_word(token, text) else token)
    inner.reverse()
    return Body(inner[0].start if inner else -1, tuple(inner), clean, counted)


def _is_street(token: Token, text: str, ending: Ending) -> bool:
    """Tell whether an everyday word is one that streets are called by (市民大道)."""
    return ending.kind is PlaceKind.ROAD and text[token.start : token.end] in words("place_road_names")


def _sets_off(token: Token, text: str, inner: Sequence[Token]) -> bool:
    """Tell whether a word too far left, or the first of the name, shows where the name begins."""
    sort_of_place = text[token.start : token.end] in ending_texts()
    return sort_of_place or token.sort in _NAMES or (bool(inner) and inner[-1].sort in _NAMES)


def _sized(before: Sequence[Token]) -> Sequence[Token]:
    """Return the size and the place before it, right to left, of a named project: 某县50万千瓦光伏电站."""
    index = len(before)
    while index and before[index - 1].sort == NUMBER:
        index -= 1
    named = index and before[index - 1].sort == NAME
    return before[: index - 2 if index > 1 else None : -1] if named else ()


def _joins(before: Sequence[Token], index: int, text: str, inner: Sequence[Token], ending: Ending) -> bool:
    """Tell whether an "and" stands between two tasks of one project: 修复与保护工程."""
    if ending.kind is not PlaceKind.PROJECT or ending.strength != "vague" or not inner or not index:
        return False
    word = text[before[index].start : before[index].end]
    return word in _AND and inner[-1].sort == GENERIC and before[index - 1].sort == GENERIC


def _is_word(token: Token, text: str) -> bool:
    word = text[token.start : token.end]
    return token.sort == NUMBER and len(word) == _PAIR and word[0] in _NUMERALS


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
