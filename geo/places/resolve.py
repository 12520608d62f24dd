"""From mentions to places: every mention is tied to the place the whole document speaks for."""

from collections import Counter
from collections.abc import Sequence
from math import exp

from shapely import Point

from geo.gazetteer import CombinedGazetteer
from geo.model import Context, Mention, Place, PlaceKind, Precision, Resolution
from geo.places.support import Catalogue, Support, catalogue, is_division, is_township
from geo.places.unlisted import unlisted_place
from geo.places.whereabouts import Whereabouts
from geo.text import Document

_RANK = {PlaceKind.PROVINCE: 1.2, PlaceKind.PREFECTURE: 1.0, PlaceKind.COUNTY: 0.3, PlaceKind.TOWNSHIP: -1.0}
_FEATURE_RANK = 0.4
_OWN, _SUPPORTED, _PARENT, _SENTENCE, _OFFICIAL, _KIND = 1.5, 2.5, 4.0, 1.2, 1.0, 0.8
_CLOSE = 0.9
# Sure of the place, not of the point: its county's seat stands in. What extends over units is drawn as these.
_UNIT_TRUST = 0.85
_EXTENTS = frozenset({PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.RAILWAY, PlaceKind.HIGHWAY})
_REACH, _FAR_TRUST, _FAR_DEGREES, _SHORT_NAME = 80, 0.65, 1.0, 2


def resolve(
    document: Document, mentions: Sequence[Mention], context: Context, gazetteer: CombinedGazetteer
) -> tuple[Resolution, ...]:
    """Tie each mention to a place.

    Parameters
    ----------
    document
        The document the mentions are of.
    mentions
        In order of the text.
    context
        Its ``about`` is the strongest prior.
    gazetteer
        Where the mentions' candidates come from.

    Returns
    -------
    tuple of Resolution
        One per mention, in order. A name nothing is known of is tied to an unlocated place, never dropped.
    """
    return _Resolver(document, mentions, context, catalogue(gazetteer)).all()


class _Resolver:
    """The state of one document's resolution."""

    def __init__(
        self, document: Document, mentions: Sequence[Mention], context: Context, table: Catalogue
    ) -> None:
        self._text = document.text
        self._mentions = mentions
        self._table = table
        self._about = context.about
        sure = self._sure()
        self._named_in = Counter([*sure, *(adcode[:2] for adcode in sure)])
        self._support = Support(sure, context.about.adcode if context.about else "")
        self._whereabouts = Whereabouts(table, self._support, context.about)
        self._done: list[Resolution] = []
        self._unlisted: dict[tuple[str, PlaceKind], tuple[Place, float, str]] = {}

    def _sure(self) -> list[str]:
        single = (each.candidates[0] for each in self._mentions if len(each.candidates) == 1)
        places = map(self._table.place, single)
        return [place.adcode for place in places if is_division(place) or is_township(place)]

    def all(self) -> tuple[Resolution, ...]:
        """Return one resolution per mention."""
        for mention in self._mentions:
            place, score, why = self._listed(mention) if mention.candidates else self._unlisted_of(mention)
            self._done.append(Resolution(mention, place, round(score, 3), why))
        return tuple(self._done)

    def _listed(self, mention: Mention) -> tuple[Place, float, str]:
        before = self._divisions_before(mention)
        places = [self._table.place(place_id) for place_id in mention.candidates]
        if all(self._is_far_namesake(mention, place) for place in places):
            # Nothing else speaks for these counties; the article's own town of that name may be meant.
            towns = self._table.towns(mention.name)
            places = [town for town in towns if self._support.of(town.adcode) >= _CLOSE] or places
        rated = [(*self._rate(mention, place, before), place) for place in places]
        value, why, place = max(rated, key=lambda each: (each[0], each[2].id))
        share = 1.0 / sum(exp(other - value) for other, _, _ in rated)
        return place, share * mention.score * self._trust(place), why

    def _is_far_namesake(self, mention: Mention, place: Place) -> bool:
        """Tell whether a county is named for short, and no other name of its province stands in the article."""
        others = self._named_in[place.adcode[:2]] - self._named_in[place.adcode]
        others += self._support.about.startswith(place.adcode[:2])
        return place.kind is PlaceKind.COUNTY and place.name != mention.name and not others

    def _trust(self, place: Place) -> float:
        """Return less for what is located by its county alone, or lies far from all the article speaks of."""
        if is_division(place):
            return 1.0
        trust = _UNIT_TRUST if place.precision is Precision.ADMIN and place.kind not in _EXTENTS else 1.0
        if self._about is None and place.precision is not Precision.ADMIN:
            return trust
        far = not self._support.of(place.adcode) if place.adcode else self._is_far_river(place)
        return trust * (_FAR_TRUST if far else 1.0)

    def _is_far_river(self, place: Place) -> bool:
        """Tell whether a river of a short name, of which there may be several, flows nowhere near."""
        about = self._about
        if place.kind is not PlaceKind.RIVER or len(place.name) > _SHORT_NAME:
            return False
        if about is None or about.lon is None or about.lat is None:
            return False
        course = self._table.gazetteer.geometry(place.id)
        return course is not None and bool(course.distance(Point(about.lon, about.lat)) > _FAR_DEGREES)

    def _rate(self, mention: Mention, place: Place, before: Sequence[Place]) -> tuple[float, str]:
        reasons = [(_RANK.get(place.kind, _FEATURE_RANK), "only or first of that name")]
        near = self._support.of(place.adcode) if place.adcode else 0.4
        reasons.append((_SUPPORTED * near, "the article speaks of this area"))
        if self._about and place.id == self._about.id:
            reasons.append((_OWN, "the article's own place"))
        if place.name == mention.name:
            reasons.append((_OFFICIAL, "its full name"))
        if place.kind is mention.kind:
            reasons.append((_KIND, "its kind"))
        reasons.extend(_parents(place, mention, before, self._done))
        return sum(value for value, _ in reasons), max(reasons)[1]

    def _divisions_before(self, mention: Mention) -> list[Place]:
        """Return the divisions named before in the same sentence, nearest first, at most a few."""
        found: list[Place] = []
        for resolution in reversed(self._done[-8:]):
            between = self._text[resolution.mention.clean.end : mention.clean.start]
            if len(between) > _REACH or any(mark in between for mark in "。!?\n"):
                break
            if is_division(resolution.place) and not resolution.mention.in_org:
                found.append(resolution.place)
        return found

    def _unlisted_of(self, mention: Mention) -> tuple[Place, float, str]:
        key = (mention.name, mention.kind)
        if key not in self._unlisted:
            last = self._done[-1] if self._done else None
            unit, score, why = self._whereabouts.of(mention, last, self._divisions_before(mention))
            place = unlisted_place(mention.name, mention.kind, unit, self._table.gazetteer, self._about)
            self._unlisted[key] = (place, score * mention.score, why)
        return self._unlisted[key]


def _parents(
    place: Place, mention: Mention, before: Sequence[Place], done: Sequence[Resolution]
) -> list[tuple[float, str]]:
    """Return what the divisions named before say for a place."""
    for unit in before:
        if unit.id != place.id and unit.name in place.admin:
            last = done[-1].mention.clean.end
            beside = done[-1].place.id == unit.id and mention.clean.start - last <= 1
            return [(_PARENT if beside else _SENTENCE, f"{unit.name} is named before it")]
    return []
