"""How likely a spelling means a place, before and after the article's support for that part of the country."""

from collections.abc import Iterable, Iterator
from functools import cache

from geo.gazetteer.index import Spelling
from geo.lexicon import words
from geo.model import Place, PlaceKind, Precision
from geo.places.support import Catalogue, is_division, is_township
from geo.text.vocabulary import EDGE, GENERIC, NOUN, NUMBER, PROPER, UNKNOWN, vocabulary

WEAK = 0.2
_OFFICIAL_DIVISION = 0.97
_SHORT_DIVISION = {PlaceKind.PROVINCE: 0.93, PlaceKind.PREFECTURE: 0.92, PlaceKind.COUNTY: 0.72}
_FEATURE, _LONG_ALIAS, _SHORT_ALIAS = 0.93, 0.88, 0.72
_TOWNSHIP, _CODE, _NEVER = 0.62, 0.4, 0.0
_EVERYDAY_FEATURE = 0.3
_EVERYDAY_SORTS, _SIDES = frozenset({NOUN, EDGE, GENERIC, NUMBER}), frozenset("东西南北中")
# Their everyday words say what they are as well (青藏铁路 is one word of the dictionary).
_WELL_KNOWN = frozenset(
    {
        PlaceKind.RIVER,
        PlaceKind.REGION,
        PlaceKind.MOUNTAIN,
        PlaceKind.BASIN,
        PlaceKind.HIGHWAY,
        PlaceKind.RAILWAY,
        PlaceKind.AIRPORT,
        PlaceKind.SCHOOL,
    }
)
_ORDINARY, _UNHEARD = 0.6, 0.65
_GAIN, _WEAK_GAIN = 0.6, 0.48
_EVERYDAY, _EVERYDAY_MOST = 2000.0, 0.46
_SHORT = 2


def supported(spelling: Spelling, place: Place, near: float, *, weak: bool) -> float:
    """Return the score with the article's support; a name that is mostly another word needs much of it.

    Parameters
    ----------
    near
        From `geo.places.support.Support.of`.
    weak
        The spelling is one that means the place only where the context says so.
    """
    alone = prior(spelling, place, weak=weak)
    gain = _WEAK_GAIN * near if alone <= WEAK else _GAIN * (1.0 - alone)
    score = alone + gain * near
    short = place.kind is PlaceKind.COUNTY and place.id not in spelling.official
    everyday = short and vocabulary().frequency(spelling.text) >= _EVERYDAY
    return min(score, _EVERYDAY_MOST) if everyday else score


def sure_units(spellings: Iterable[Spelling], table: Catalogue) -> Iterator[str]:
    """Yield the adcode of each spelling that means one unit, in full or as a prefecture, and no other word."""
    known: dict[str, str] = {}
    for spelling in spellings:
        if len(spelling.place_ids) == 1:
            adcode = known.get(spelling.text)
            if adcode is None:
                adcode = known[spelling.text] = _sure(spelling, table)
            if adcode:
                yield adcode


def _sure(spelling: Spelling, table: Catalogue) -> str:
    place = table.place(spelling.place_ids[0])
    full = place.id in spelling.official
    plain = (is_division(place) and (full or place.adcode.endswith("00"))) or (full and is_township(place))
    weak = (spelling.text, place.id) in table.weak
    return place.adcode if plain and prior(spelling, place, weak=weak) > WEAK else ""


def prior(spelling: Spelling, place: Place, *, weak: bool) -> float:
    """Return how likely a spelling means a place when nothing around it is known."""
    official = place.id in spelling.official
    own = official and not (is_division(place) or is_township(place))
    if weak or (spelling.text in _ambiguous() and not own) or _is_bare_district(spelling.text, place):
        return WEAK
    if vocabulary().sort(spelling.text) == GENERIC:
        return _NEVER
    return _plain_prior(spelling, place, official=official)


def _plain_prior(spelling: Spelling, place: Place, *, official: bool) -> float:
    """Return how likely a spelling that is no common word means a place."""
    if spelling.text.isascii():
        return _CODE  # a road's number alone is mostly something else (G20)
    if is_township(place):
        strange = vocabulary().sort(spelling.text) in {PROPER, UNKNOWN}
        return _TOWNSHIP if strange and official and not _reads_as_words(spelling.text) else WEAK
    if is_division(place):
        short = _SHORT_DIVISION[place.kind] * _familiar(spelling.text, place)
        return _OFFICIAL_DIVISION if official else short
    if _is_everyday(spelling.text, place):
        return _EVERYDAY_FEATURE
    if official:
        return _FEATURE
    return _SHORT_ALIAS if len(spelling.text) <= _SHORT else _LONG_ALIAS


def _reads_as_words(text: str) -> bool:
    """Tell whether a name reads as a preposition or the like and an everyday word (于 城镇)."""
    return text[0] in words("place_hard") and vocabulary().sort(text[1:]) in {GENERIC, NOUN}


def _is_everyday(text: str, place: Place) -> bool:
    """Tell whether a sight or the like is called by an everyday word, or by two characters few know as a name."""
    if place.kind in _WELL_KNOWN or place.precision is not Precision.ADMIN:
        return False
    sort, firm = vocabulary().sort(text), place.kind is PlaceKind.ENTERPRISE
    if len(text) <= _SHORT:
        return text[0] in _SIDES or not (sort == PROPER or (firm and sort == UNKNOWN))
    return not firm and all(token.sort in _EVERYDAY_SORTS for token in vocabulary().cut(text, 0, len(text)))


def _is_bare_district(text: str, place: Place) -> bool:
    """Tell whether a district is called like a part of any town (东区)."""
    return place.kind is PlaceKind.COUNTY and len(text) == _SHORT and text.endswith("区")


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
    return frozenset(words("ambiguous_admin")) | frozenset(words("place_ambiguous"))
