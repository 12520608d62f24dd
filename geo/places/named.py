"""Candidates from the gazetteer: how likely a spelling is the place's name here."""

from collections.abc import Iterable, Iterator
from functools import cache

from geo.gazetteer.index import Spelling
from geo.lexicon import words
from geo.model import Place, PlaceKind
from geo.places.lattice import Candidate
from geo.places.support import Catalogue, Support, is_division, is_township
from geo.places.vocabulary import EDGE, GENERIC, NOUN, vocabulary

Hit = tuple[int, int, Spelling]

_OFFICIAL_DIVISION = 0.97
_SHORT_DIVISION = {PlaceKind.PROVINCE: 0.93, PlaceKind.PREFECTURE: 0.92, PlaceKind.COUNTY: 0.72}
_FEATURE, _LONG_ALIAS, _SHORT_ALIAS = 0.93, 0.88, 0.72
_TOWNSHIP, _WEAK = 0.3, 0.2
_ORDINARY = 0.7
_GAIN = 0.6
_SHORT = 2


def named_candidates(hits: Iterable[Hit], support: Support, catalogue: Catalogue) -> Iterator[Candidate]:
    """Yield a candidate for each hit; its score is that of its likeliest place."""
    rated: dict[str, tuple[float, PlaceKind, str]] = {}
    for start, end, spelling in hits:
        known = rated.get(spelling.text)
        if known is None:
            known = rated[spelling.text] = _rate(spelling, support, catalogue)
        score, kind, why = known
        yield Candidate(start, end, kind, score, why, spelling.place_ids)


def _rate(spelling: Spelling, support: Support, catalogue: Catalogue) -> tuple[float, PlaceKind, str]:
    rated: list[tuple[float, int, PlaceKind, str]] = []
    for place_id in spelling.place_ids:
        place = catalogue.place(place_id)
        alone = prior(spelling, place, weak=(spelling.text, place_id) in catalogue.weak)
        near = support.of(place.adcode)
        rated.append((alone + near * _gain(alone), -len(rated), place.kind, place_id))
    score, _, kind, place_id = max(rated)
    form = "official name" if place_id in spelling.official else "short name or alias"
    return min(score, 0.99), kind, f"gazetteer: {form}"


def _gain(alone: float) -> float:
    return _GAIN * (1.0 - alone)


def prior(spelling: Spelling, place: Place, *, weak: bool) -> float:
    """Return how likely a spelling means a place when nothing around it is known."""
    official = place.id in spelling.official
    ordinary = place.kind is PlaceKind.COUNTY and _ordinary(spelling.text)
    if weak or spelling.text in _ambiguous():
        return _WEAK
    if is_township(place):
        return _TOWNSHIP
    if is_division(place):
        return (
            _OFFICIAL_DIVISION if official else _SHORT_DIVISION[place.kind] * (_ORDINARY if ordinary else 1.0)
        )
    if official:
        return _FEATURE
    return _SHORT_ALIAS if len(spelling.text) <= _SHORT else _LONG_ALIAS


def _ordinary(text: str) -> bool:
    return vocabulary().sort(text) in {NOUN, EDGE, GENERIC}


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(words("ambiguous_admin"))
