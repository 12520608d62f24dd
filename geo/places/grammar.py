"""Candidates from the genre's endings: 湿地公园, 产业园, 水库, 大道 with the name before them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile

from geo.model import PlaceKind
from geo.places.body import Body, find_body
from geo.places.endings import Ending, endings
from geo.places.lattice import LEAST_SCORE, Candidate
from geo.places.scoring import long_enough, score
from geo.places.trimming import RunNames, Site, trim
from geo.text.vocabulary import GENERIC, NOUN, PROPER, Token, vocabulary

Found = tuple[int, int, Ending]

_FAMOUS, _SIDES = 300.0, frozenset("东西南北中")
_WORKS = frozenset({"工程", "项目"})


def grammar_candidates(
    text: str, tokens: Sequence[Token], found: Iterable[Found], names: RunNames
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
        body = _body(text, tokens, (start, end, ending), names)
        if body is None or _is_known(text[body.start : end], (body.start, end), names):
            continue
        value, why = score(text, body, end, ending, names)
        candidate = Candidate(body.start, end, ending.kind, value, why)
        if ending.strength == "strong" or ending.kind is PlaceKind.ENTERPRISE:
            solid.append(candidate)
        if ending.text in _WORKS and any(_within(each, candidate) for each in solid):
            continue  # works on a named thing (某某电站二期工程): the thing is the place
        if ending.kind is PlaceKind.PROJECT and _begins_with_known(text, body.start, names):
            continue
        if _ends_with_known(body, end, names):
            continue
        yield candidate


def _body(text: str, tokens: Sequence[Token], found: Found, names: RunNames) -> Body | None:
    """Return the words of the name before an ending, None where there are none."""
    start, end, ending = found
    body = find_body(tokens, text, start, end, ending)
    if body is None or not body.tokens:
        return None
    body = trim(body, Site(text, ending, end, names))
    return body if body.tokens and long_enough(body, end, ending) else None


def _is_known(name: str, span: tuple[int, int], names: RunNames) -> bool:
    """Tell whether the gazetteer speaks for a name; 泰山 is a mountain first, whatever district is called so."""
    known = vocabulary()
    famous = known.sort(name) == PROPER and known.frequency(name) >= _FAMOUS and name[0] not in _SIDES
    return span in names.spans and not famous


def _begins_with_known(text: str, start: int, names: RunNames) -> bool:
    """Tell whether the name of a known thing begins here: of its nameless projects the thing is the place."""
    if start in names.firms:
        return True
    return any(begin == start and text[begin:end].endswith(_sure_endings()) for begin, end in names.spans)


@cache
def _sure_endings() -> tuple[str, ...]:
    return tuple(each.text for each in endings() if each.strength in {"strong", "brand"})


def _ends_with_known(body: Body, end: int, names: RunNames) -> bool:
    """Tell whether a known name follows everyday words alone: 矿井 in 矿井甲煤矿."""
    inner = {begin for begin, stop in names.spans if stop == end and begin > body.start}
    plain = takewhile(lambda token: token.sort in {NOUN, GENERIC}, body.tokens)
    return any(token.end in inner for token in plain)


def _within(part: Candidate, whole: Candidate) -> bool:
    return part.score >= LEAST_SCORE and whole.start <= part.start and part.end < whole.end
