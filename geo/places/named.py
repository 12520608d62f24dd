"""Candidates from the gazetteer: how likely a spelling is the place's name here."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from geo.gazetteer.index import Spelling
from geo.lexicon import words
from geo.model import Place, PlaceKind
from geo.places.cues import has_cue
from geo.places.lattice import Candidate
from geo.places.support import Catalogue, Support, is_division, is_township
from geo.places.vocabulary import PROPER, UNKNOWN, vocabulary

Hit = tuple[int, int, Spelling]

_OFFICIAL_DIVISION = 0.97
_SHORT_DIVISION = {PlaceKind.PROVINCE: 0.93, PlaceKind.PREFECTURE: 0.92, PlaceKind.COUNTY: 0.72}
_FEATURE, _LONG_ALIAS, _SHORT_ALIAS = 0.93, 0.88, 0.72
_TOWNSHIP, _CODE, _WEAK = 0.62, 0.4, 0.2
_ORDINARY, _UNHEARD = 0.6, 0.65
_GAIN, _WEAK_GAIN = 0.6, 0.48
_SAFE, _CUE, _KIN, _ITEM = 0.7, 0.15, 0.6, 0.15
_OPENINGS = frozenset({"", "、", "。", ",", ";", ":", "\n", "“", "("})
_EVERYDAY, _EVERYDAY_MOST = 2000.0, 0.46
_SHORT = 2


def named_candidates(
    text: str,
    hits: Iterable[Hit],
    support: Support,
    catalogue: Catalogue,
    kin: Collection[tuple[int, int]] = (),
) -> Iterator[Candidate]:
    """Yield a candidate for each hit; its score is that of its likeliest place.

    Parameters
    ----------
    text
        The whole clean text.
    hits
        Spellings found in it.
    support
        What part of the country the article speaks of.
    catalogue
        The places behind the spellings.
    kin
        Ranges beside which a division above, below or next to them is named.
    """
    rated: dict[str, tuple[float, PlaceKind, str]] = {}
    for start, end, spelling in hits:
        known = rated.get(spelling.text)
        if known is None:
            known = rated[spelling.text] = _rate(spelling, support, catalogue)
        score, kind, why = known
        if score < _SAFE and has_cue(text, start, end):
            score += _CUE
        if _WEAK < score < _SAFE and _fills_item(text, start, end):
            score += _ITEM
        if (start, end) in kin:
            score += _KIN * (1.0 - score)
        yield Candidate(start, end, kind, score, why, spelling.place_ids)


def _rate(spelling: Spelling, support: Support, catalogue: Catalogue) -> tuple[float, PlaceKind, str]:
    rated: list[tuple[float, int, PlaceKind, str]] = []
    for place_id in spelling.place_ids:
        place = catalogue.place(place_id)
        alone = prior(spelling, place, weak=(spelling.text, place_id) in catalogue.weak)
        near = support.of(place.adcode)
        rated.append((_capped(_supported(alone, near), spelling, place), -len(rated), place.kind, place_id))
    score, _, kind, place_id = max(rated)
    form = "official name" if place_id in spelling.official else "short name or alias"
    return min(score, 0.99), kind, f"gazetteer: {form}"


def _supported(alone: float, near: float) -> float:
    """Return the score with the article's support; a name that is mostly another word needs much of it."""
    if alone <= _WEAK:
        return alone + _WEAK_GAIN * near * near
    return alone + _GAIN * (1.0 - alone) * near


def _fills_item(text: str, start: int, end: int) -> bool:
    """Tell whether a name is a whole item of a list: 甲、乙、丙等."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (before == "、" and after in {"、", "等", ""}) or (after == "、" and before in _OPENINGS)


def _capped(score: float, spelling: Spelling, place: Place) -> float:
    """Return a score that leaves everyday words to the words beside them, however near the place."""
    everyday = vocabulary().frequency(spelling.text) >= _EVERYDAY and place.kind is PlaceKind.COUNTY
    return min(score, _EVERYDAY_MOST) if everyday else score


def prior(spelling: Spelling, place: Place, *, weak: bool) -> float:
    """Return how likely a spelling means a place when nothing around it is known."""
    official = place.id in spelling.official
    if (
        weak
        or spelling.text in _ambiguous()
        or (place.kind is PlaceKind.COUNTY and len(spelling.text) == _SHORT and spelling.text[-1] == "区")
    ):
        return _WEAK
    if spelling.text.isascii():
        return _CODE  # a road's number alone is mostly something else (G20)
    if is_township(place):
        return _TOWNSHIP if vocabulary().sort(spelling.text) in {PROPER, UNKNOWN} and official else _WEAK
    if is_division(place):
        return (
            _OFFICIAL_DIVISION if official else _SHORT_DIVISION[place.kind] * _familiar(spelling.text, place)
        )
    if official:
        return _FEATURE
    return _SHORT_ALIAS if len(spelling.text) <= _SHORT else _LONG_ALIAS


def _familiar(text: str, place: Place) -> float:
    """Return how far a short name is known as a name: counties are called like ordinary words."""
    if place.kind is not PlaceKind.COUNTY:
        return 1.0
    sort = vocabulary().sort(text)
    if sort == PROPER:
        return 1.0
    return _UNHEARD if sort == UNKNOWN else _ORDINARY


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(words("ambiguous_admin"))
