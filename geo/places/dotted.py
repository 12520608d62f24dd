"""Names in two parts with a middle dot, one of them a division: 某某谷·甲市."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from geo.lexicon import words
from geo.model import PlaceKind
from geo.places.lattice import Candidate
from geo.places.named import Hit
from geo.text.vocabulary import EDGE, NAME, Token

_SCORE = 0.8
_LONGEST = 6
_SHORTEST = 2


def dotted_candidates(
    text: str, tokens: Sequence[Token], hits: Iterable[Hit], divisions: Collection[int]
) -> Iterator[Candidate]:
    """Yield the names of one run of words whose part after the dot is a division.

    Parameters
    ----------
    tokens
        The run cut into words.
    hits
        The known names of the run.
    divisions
        Starts of those that are divisions.
    """
    for start, end, _ in hits:
        if start in divisions and start and text[start - 1] == "·":
            begin = _left(text, tokens, start - 1)
            if begin is not None:
                yield Candidate(begin, end, PlaceKind.OTHER, _SCORE, "two parts with a middle dot")


def _left(text: str, tokens: Sequence[Token], dot: int) -> int | None:
    """Return where the part before the dot begins; None where it is no name of a facility."""
    if text[dot - 1 : dot] not in _facilities():
        return None
    begin = dot
    for token in reversed([token for token in tokens if token.end <= dot]):
        if token.sort in {EDGE, NAME} or dot - token.start > _LONGEST:
            break
        begin = token.start
    return begin if dot - begin >= _SHORTEST else None


@cache
def _facilities() -> frozenset[str]:
    return frozenset(words("place_dotted"))
