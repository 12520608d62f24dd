"""How far an answer is to be trusted: by what is known of the place, and by where it lies."""

from geo.lexicon import words
from geo.model import Mention, Place, PlaceKind, Precision, Resolution
from geo.places.afar import Afar
from geo.places.support import Catalogue, Support, is_division
from geo.text.vocabulary import EDGE, NOUN, NUMBER, UNKNOWN, vocabulary

# Sure of the place, not of the point: its county's seat stands in. What extends over units is drawn as these.
_UNIT_TRUST = 0.85
_EXTENTS = frozenset({PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.RAILWAY, PlaceKind.HIGHWAY})
# A sight's short name may mean a part of it that lies some way off: 23 of 26 were right.
_PART_TRUST = 0.88
_FAR_TRUST, _ALONE_TRUST = 0.65, 0.5
# A point says little of a country or union thousands of kilometres across (欧盟).
_VAST_M, _VAST_TRUST = 3e6, 0.9
# A short name of the article's own divisions was right 147 times of 149, where the name alone promised 0.78.
_OWN, _OWN_LEAST, _OWN_DOUBT = 0.9, 0.6, 0.4
_HAN, _WORD, _LOOK = "\u3400", 2, 5
# Of 8 rivers that a noun or a number follows at once, 2 were the beginning of another name.
_BEGUN_TRUST = 0.85
# Right behind a division of another province, a name is rather the beginning of a longer one (甲县|台湾农民创业园).
_CUT_TRUST = 0.85


class Trust:
    """Weighs the answers of one document.

    Parameters
    ----------
    table
        The known places.
    support
        What part of the country the article speaks of.
    about
        The article's own place.
    afar
        What the article hardly speaks of.
    """

    def __init__(self, table: Catalogue, support: Support, about: Place | None, afar: Afar) -> None:
        self._table = table
        self._support = support
        self._about = about
        self._afar = afar

    def weigh(
        self, score: float, mention: Mention, place: Place, text: str, last: Resolution | None = None
    ) -> float:
        """Return the score that is stated for an answer.

        Parameters
        ----------
        score
            How sure the name and its neighbours make it.
        mention, place
            The name, and what it is tied to.
        text
            The whole clean text.
        last
            What was resolved right before it.
        """
        if not is_division(place):
            return score * self._of_feature(mention, place, text)
        if self._afar.is_alone(place):
            return score * _ALONE_TRUST
        if last and _is_cut(mention, place, last):
            return score * _CUT_TRUST
        own = self._support.of(place.adcode) >= _OWN and score >= _OWN_LEAST
        return 1.0 - _OWN_DOUBT * (1.0 - score) if own and _stands_free(text, mention.clean.end) else score

    def _of_feature(self, mention: Mention, place: Place, text: str) -> float:
        """Return less for what is located by its county alone, or lies far from all the article speaks of."""
        trust = self._by_precision(mention, place)
        if place.kind is PlaceKind.RIVER and _begins_another(text, mention.clean.end):
            trust *= _BEGUN_TRUST
        if self._about is None and place.precision is not Precision.ADMIN:
            return trust
        return trust * (_FAR_TRUST if self._afar.is_far(place) else 1.0)

    def _by_precision(self, mention: Mention, place: Place) -> float:
        if place.precision is Precision.ADMIN:
            in_one_unit = bool(place.adcode) and not place.adcode.endswith("0000")
            drawn = place.kind in _EXTENTS and not (in_one_unit and self._has_no_shape(place))
            return 1.0 if drawn else _UNIT_TRUST
        if (place.uncertainty_m or 0.0) > _VAST_M:
            return _VAST_TRUST
        part = place.kind is PlaceKind.SCENIC_AREA and place.name != mention.name
        return _PART_TRUST if part else 1.0

    def _has_no_shape(self, place: Place) -> bool:
        return self._table.gazetteer.geometry(place.id) is None


def _is_cut(mention: Mention, place: Place, last: Resolution) -> bool:
    """Tell whether a division stands right behind another, and neither holds the other; 晋 冀 豫 are a list."""
    touching = last.mention.clean.end == mention.clean.start and len(mention.name) > 1
    return (
        touching
        and is_division(last.place)
        and not ({last.place.name, *last.place.admin} & {place.name, *place.admin})
    )


def _begins_another(text: str, end: int) -> bool:
    """Tell whether a river's name is rather the beginning of another: 长江 of 长江砂石中心, but not of 长江水质."""
    following = vocabulary().cut(text, end, end + _LOOK) if text[end : end + 1] >= _HAN else []
    if not following or following[0].sort not in {NOUN, NUMBER}:
        return False
    return text[following[0].start : following[0].end] not in words("place_waterside")


def _stands_free(text: str, end: int) -> bool:
    """Tell whether a word of the language follows a name, or none: 召 of 甲召 may belong to the name."""
    known = vocabulary().sort
    after = text[end : end + _WORD]
    return after[:1] < _HAN or known(after[0]) == EDGE or known(after) != UNKNOWN
