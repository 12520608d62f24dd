"""From mentions to places: every mention is tied to the place the whole document speaks for."""

from collections.abc import Sequence
from math import exp

from geo.gazetteer import CombinedGazetteer
from geo.gazetteer.index import Spelling
from geo.model import Context, Mention, Place, PlaceKind, Resolution
from geo.places.support import Catalogue, Support, catalogue, is_division, is_township
from geo.places.unlisted import unlisted_place
from geo.text import Document

_RANK = {PlaceKind.PROVINCE: 1.2, PlaceKind.PREFECTURE: 1.0, PlaceKind.COUNTY: 0.3, PlaceKind.TOWNSHIP: -1.0}
_FEATURE_RANK = 0.4
_OWN, _SUPPORTED, _PARENT, _SENTENCE, _OFFICIAL, _KIND = 1.5, 2.5, 4.0, 1.2, 1.0, 0.8
_REACH, _NEAR, _FAR_TRUST = 80, 0.5, 0.65
_FAR = frozenset(
    {PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.MOUNTAIN}
)


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
        self._sentences = [sentence.end for sentence in document.sentences]
        self._mentions = mentions
        self._table = table
        self._about = context.about
        self._support = Support(self._sure(), context.about.adcode if context.about else "")
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
        rated = [(*self._rate(mention, place, before), place) for place in places]
        value, why, place = max(rated, key=lambda each: (each[0], each[2].id))
        share = 1.0 / sum(exp(other - value) for other, _, _ in rated)
        return place, share * mention.score * self._trust(place), why

    def _trust(self, place: Place) -> float:
        """Return less for a sight or a town far from all the article speaks of: it may be a namesake's."""
        far = self._about and place.adcode and not self._support.of(place.adcode)
        return _FAR_TRUST if far and not is_division(place) else 1.0

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
            unit, score, why = self._unit(mention)
            place = unlisted_place(mention.name, mention.kind, unit, self._table.gazetteer)
            self._unlisted[key] = (place, score * mention.score, why)
        return self._unlisted[key]

    def _unit(self, mention: Mention) -> tuple[Place | None, float, str]:
        """Return the division a name without an entry lies in, how sure that is, and why."""
        inside = self._inside(mention)
        if inside:
            return inside, 0.8, f"its name holds {inside.name}"
        last = self._done[-1] if self._done else None
        if last and last.mention.clean.end == mention.clean.start and _is_unit(last.place):
            return last.place, 0.8, f"named right after {last.place.name}"
        before = self._divisions_before(mention)
        if before:
            low = min(before, key=lambda place: place.adcode.endswith("00") + place.adcode.endswith("0000"))
            return low, 0.4 if mention.kind in _FAR else 0.6, f"named in one sentence with {low.name}"
        if self._about and mention.kind not in _FAR:
            return self._about, 0.5, f"the article is about {self._about.name}"
        return None, 0.3, "no division is named for it"

    def _inside(self, mention: Mention) -> Place | None:
        name = mention.name
        town = name.find("(") + 1
        for start, end, spelling in sorted(self._table.index.find(name), key=lambda hit: -hit[1]):
            if start in {0, town} and end < len(name):
                places = (self._table.place(place_id) for place_id in spelling.place_ids)
                units = [place for place in places if self._plausible(place, spelling)]
                if units:
                    return max(units, key=lambda place: self._rate(mention, place, ())[0])
        return None

    def _plausible(self, place: Place, spelling: Spelling) -> bool:
        """Tell whether a name that begins with the spelling may well lie in that place."""
        if not _is_unit(place):
            return False
        near = self._support.of(place.adcode)
        if place.kind in {PlaceKind.PROVINCE, PlaceKind.PREFECTURE} and len(spelling.place_ids) == 1:
            return True
        return near >= _NEAR or (place.id in spelling.official and near > 0)


def _is_unit(place: Place) -> bool:
    return is_division(place) or is_township(place)


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
