"""Candidates from the genre's endings: 湿地公园, 产业园, 水库, 大道 with the name before them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from geo.lexicon import rows, words
from geo.model import PlaceKind
from geo.places.body import Body, Ending, find_body
from geo.places.cues import fills_item
from geo.places.lattice import LEAST_SCORE, Candidate
from geo.places.trimming import RunNames, quality, trim
from geo.places.vocabulary import EDGE, GENERIC, NAME, NUMBER, PARTICLE, PROPER, UNKNOWN, Token, vocabulary

_SCORES = {
    ("strong", "name"): 0.9,
    ("strong", "proper"): 0.84,
    ("strong", "unknown"): 0.82,
    ("strong", "doubtful"): 0.66,
    ("strong", "noun"): 0.3,
    ("weak", "name"): 0.72,
    ("weak", "proper"): 0.75,
    ("weak", "unknown"): 0.75,
    ("weak", "doubtful"): 0.52,
    ("vague", "name"): 0.72,
    ("vague", "proper"): 0.56,
    ("vague", "unknown"): 0.42,
    ("brand", "proper"): 0.58,
    ("brand", "unknown"): 0.58,
}
# Sights, parks and roads are often called by one ordinary word: 凤凰古城, 和平大街.
_PLAIN_NAMES = frozenset(
    {PlaceKind.SCENIC_AREA, PlaceKind.PARK, PlaceKind.WETLAND, PlaceKind.ROAD, PlaceKind.MUSEUM}
)
_PLAIN_SCORE, _PLAIN_LONGEST, _PLAIN_WORDS = 0.62, 4, 3
_WORKS = frozenset({"工程", "项目"})
_BARE_VAGUE = 0.4
_IN_TOWNSHIP = 0.8
_ONE_CHARACTER, _ITEM = 0.45, 0.1
_HAN = "\u3400"
_MAY_NAME = frozenset({UNKNOWN, PROPER, PARTICLE})
_UNSURE_EDGE = 0.55
_SHORTEST = 3
_WEAK_SHORTEST = 2


@cache
def endings() -> tuple[Ending, ...]:
    """Return the rows of ``place_suffixes``."""
    return tuple(
        Ending(text, PlaceKind(kind), strength, int(longest))
        for text, kind, strength, longest in rows("place_suffixes")
    )


@cache
def _automaton() -> CharwiseDoubleArrayAhoCorasick:
    return CharwiseDoubleArrayAhoCorasick([ending.text for ending in endings()])


def find_endings(text: str) -> list[tuple[int, int, Ending]]:
    """Return the longest ending at each place where one stops, in order."""
    every = endings()
    return [
        (start, end, every[number]) for start, end, number in _automaton().find_overlapping_no_suffix(text)
    ]


def promising(text: str, start: int, end: int, ending: Ending, *, named: bool) -> bool:
    """Tell cheaply whether an ending may have a name before it; most endings are parts of ordinary words.

    Parameters
    ----------
    named
        A known name stands in the same run of words.
    """
    if ending.strength == "vague" and not named:
        return False
    sort = vocabulary().sort
    if ending.strength == "weak" and sort(text[start - 1 : end]) not in _MAY_NAME:
        return False
    before = text[start - 1 : start]
    if before < _HAN and not before.isalnum():
        return False
    known = sort(text[max(0, start - 3) : start]), sort(text[max(0, start - 2) : start])
    return not (known[0] == UNKNOWN and (known[1] == EDGE or (known[1] == UNKNOWN and sort(before) == EDGE)))


def grammar_candidates(
    text: str, tokens: Sequence[Token], found: Iterable[tuple[int, int, Ending]], names: RunNames
) -> Iterator[Candidate]:
    """Yield the names of one run of words.

    Parameters
    ----------
    text
        The whole clean text.
    tokens
        The run cut into words.
    found
        The endings within the run.
    names
        The known names within the run.
    """
    solid: list[Candidate] = []
    for start, end, ending in found:
        body = find_body(tokens, text, start, end, ending)
        if body is None or not body.tokens:
            continue
        body = trim(body, text, ending, names, end)
        if not body.tokens or not _long_enough(body, start, end, ending):
            continue
        if (body.start, end) in names.spans:
            continue  # the gazetteer speaks for its own names
        candidate = _candidate(text, body, start, end, ending)
        if ending.kind is PlaceKind.VILLAGE and body.start in names.after:
            candidate = candidate._replace(score=_IN_TOWNSHIP)
        if ending.strength == "strong":
            solid.append(candidate)
        elif ending.text in _WORKS and any(_within(each, candidate) for each in solid):
            continue  # works on a named thing (某某电站二期工程): the thing is the place
        yield candidate


def _within(part: Candidate, whole: Candidate) -> bool:
    return part.score >= LEAST_SCORE and whole.start <= part.start and part.end < whole.end


def _long_enough(body: Body, start: int, end: int, ending: Ending) -> bool:
    last = body.tokens[-1]
    if last.sort == NUMBER and last.end - last.start == 1:
        return False  # a slogan's count: 两山一流域
    if ending.strength == "weak":
        return end - body.start >= _WEAK_SHORTEST
    if ending.strength == "brand":
        return start - body.start > 1 and body.clean
    return start - body.start > 1 or body.tokens[0].sort == NAME


def _candidate(text: str, body: Body, start: int, end: int, ending: Ending) -> Candidate:
    sort = quality(body.tokens)
    score = _SCORES.get((ending.strength, sort), 0.0)
    if sort == "noun" and ending.strength == "strong" and ending.kind in _PLAIN_NAMES:
        words = 1 if ending.kind is not PlaceKind.MUSEUM else _PLAIN_WORDS
        plain = len(body.tokens) <= words and start - body.start <= _PLAIN_LONGEST
        score = _PLAIN_SCORE if plain else score
    if sort == "generic" and ending.kind is PlaceKind.ROAD and _road_name(text[body.start : start]):
        score = _PLAIN_SCORE
    if ending.strength == "vague" and _describes_only(body, ending):
        score = min(score, _BARE_VAGUE)
    if ending.strength == "weak" and start - body.start == 1 and sort != "proper":
        score = min(score, _ONE_CHARACTER + _ITEM * fills_item(text, body.start, end))
    if body.counted or (not body.clean and sort != "name"):
        score *= _UNSURE_EDGE
    return Candidate(body.start, end, ending.kind, score, f"ending {ending.text} after a {sort}")


def _describes_only(body: Body, ending: Ending) -> bool:
    """Tell whether a place is followed by describing words alone: 甲市乡村振兴项目 names no project."""
    last = body.tokens[1:]
    return not last or (ending.kind is PlaceKind.PROJECT and all(token.sort == GENERIC for token in last))


def _road_name(body: str) -> bool:
    return body in words("place_road_names")
