"""From mentions to places: every mention is tied to the place the whole document speaks for."""

from collections.abc import Sequence
from dataclasses import replace
from math import exp

from geo.gazetteer import CombinedGazetteer
from geo.model import Context, Mention, Place, PlaceKind, Resolution
from geo.places.afar import LOCAL, Afar
from geo.places.endings import kind_of
from geo.places.known import known_under
from geo.places.peers import are_alike, peers
from geo.places.support import Catalogue, Support, catalogue, is_division, is_township
from geo.places.trust import Trust
from geo.places.unlisted import between, unlisted_place
from geo.places.whereabouts import Whereabouts
from geo.text import Document

_RANK = {PlaceKind.PROVINCE: 1.2, PlaceKind.PREFECTURE: 1.0, PlaceKind.COUNTY: 0.3, PlaceKind.TOWNSHIP: -1.0}
_FEATURE_RANK = 0.4
_OWN, _SUPPORTED, _PARENT, _SENTENCE, _OFFICIAL, _KIND, _PEER = 1.5, 2.5, 4.0, 1.2, 1.0, 0.8, 4.0
_CLOSE = 0.9
_REACH, _ENDS = 80, 0.7
# New districts and zones stand in lists beside the counties, not in them.
_QUARTERS = frozenset({PlaceKind.REGION, PlaceKind.INDUSTRIAL_PARK})
_LISTED = frozenset({"、", "和", "与", "及", "以及"})
_HOLDERS = frozenset({PlaceKind.PREFECTURE, PlaceKind.COUNTY})
_MAYBE_TOWNS = frozenset({PlaceKind.OTHER, PlaceKind.TOWNSHIP})


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
        self._support = Support(
            (place.adcode for place in sure), context.about.adcode if context.about else ""
        )
        self._afar = Afar(table, self._support, context.about, sure)
        self._trust = Trust(table, self._support, context.about, self._afar)
        self._whereabouts = Whereabouts(table, self._support, context.about, self._afar)
        self._done: list[Resolution] = []
        self._peers: list[Place] = []
        self._standing: dict[str, bool] = {}
        self._unlisted: dict[tuple[str, PlaceKind], tuple[Place, float, str]] = {}

    def _sure(self) -> list[Place]:
        single = (each.candidates[0] for each in self._mentions if len(each.candidates) == 1)
        return [place for place in map(self._table.place, single) if is_division(place) or is_township(place)]

    def all(self) -> tuple[Resolution, ...]:
        """Return one resolution per mention."""
        for mention in self._mentions:
            place, score, why = self._place_of(mention)
            self._done.append(Resolution(mention, place, round(score, 3), why))
        return tuple(self._done)

    def _place_of(self, mention: Mention) -> tuple[Place, float, str]:
        if mention.candidates:
            return self._listed(mention)
        known = known_under(mention.name, self._table) if mention.kind is PlaceKind.SCENIC_AREA else ()
        if known:
            return self._listed(replace(mention, candidates=known))
        own = self._own_division(mention) or self._own_town(mention)
        return (own, mention.score, "its short name") if own else self._unlisted_of(mention)

    def _own_town(self, mention: Mention) -> Place | None:
        """Return the only town of the article's own that a name is short for, where it is nothing else."""
        near = self._own_towns(mention.name) if mention.kind in _MAYBE_TOWNS else []
        return near[0] if len(near) == 1 else None

    def _own_towns(self, stem: str) -> list[Place]:
        """Return the towns called so for short in the article's prefecture, or where else it surely speaks of."""
        own = self._about.adcode[:4] if self._about and not self._about.adcode.endswith("0000") else ""
        near = [town for town in self._table.towns(stem) if self._support.of(town.adcode) >= _CLOSE]
        return [town for town in near if town.adcode.startswith(own)]

    def _own_division(self, mention: Mention) -> Place | None:
        """Return the article's own division whose short name looks like that of a tomb (江陵)."""
        spelling = self._table.index.get(mention.name) if mention.kind is PlaceKind.SCENIC_AREA else None
        for place in map(self._table.place, spelling.place_ids if spelling else ()):
            if is_division(place) and self._support.of(place.adcode) >= _CLOSE:
                return place
        return None

    def _listed(self, mention: Mention) -> tuple[Place, float, str]:
        before = self._divisions_before(mention)
        places = [
            place
            for place in map(self._table.place, mention.candidates)
            if not (self._afar.is_elsewhere(place, before) or self._is_of_another(mention, place))
        ]
        if not places:
            return self._unlisted_of(replace(mention, kind=kind_of(mention.name) or mention.kind))
        if all(self._may_be_a_town(mention, place) for place in places):
            # Nothing else speaks for these counties; the article's own town of that name may be meant.
            places = self._own_towns(mention.name) or places
        last = self._done[-1] if self._done else None
        several = len(places) > 1
        self._peers = peers(self._mentions, len(self._done), self._text, self._table) if several else []
        rated = [(*self._rate(mention, place, before), place) for place in places]
        value, why, place = max(rated, key=lambda each: (each[0], each[2].id))
        share = 1.0 / sum(exp(other - value) for other, _, _ in rated)
        return place, self._trust.weigh(share * mention.score, mention, place, self._text, last), why

    def _is_of_another(self, mention: Mention, place: Place) -> bool:
        """Tell whether a county or city that does not hold a local thing stands right before its name (甲县|乙山)."""
        last = self._done[-1] if self._done else None
        if last is None or last.mention.clean.end != mention.clean.start or not place.adcode:
            return False
        beyond = last.place.kind in _HOLDERS and not place.adcode.startswith(
            last.place.adcode.removesuffix("00")
        )
        return beyond and place.kind in LOCAL

    def _may_be_a_town(self, mention: Mention, place: Place) -> bool:
        """Tell whether a county is named for short, and neither it in full nor another name of its part stands here."""
        if place.kind is not PlaceKind.COUNTY or place.name == mention.name:
            return False
        about = self._about.adcode if self._about else ""
        beyond = bool(about[2:].strip("0")) and place.adcode[:4] != about[:4]
        return self._afar.is_alone(place) or (beyond and not self._stands(place.name))

    def _stands(self, name: str) -> bool:
        """Tell whether a name stands anywhere in the text; each is looked for once."""
        if name not in self._standing:
            self._standing[name] = name in self._text
        return self._standing[name]

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
        if any(are_alike(place, peer) for peer in self._peers):
            reasons.append((_PEER, "listed with its like"))
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

    def _listed_before(self, mention: Mention) -> int:
        """Return how many divisions right before a name stand in one list with it: 甲市、乙县、某某新区."""
        start, count = mention.clean.start, 0
        for resolution in reversed(self._done):
            end = resolution.mention.clean.end
            if self._text[end:start] not in _LISTED or not is_division(resolution.place):
                break
            start, count = resolution.mention.clean.start, count + 1
        return count

    def _unlisted_of(self, mention: Mention) -> tuple[Place, float, str]:
        key = (mention.name, mention.kind)
        if key not in self._unlisted:
            self._unlisted[key] = self._between_ends(mention) or self._in_unit(mention)
        return self._unlisted[key]

    def _between_ends(self, mention: Mention) -> tuple[Place, float, str] | None:
        ends = self._whereabouts.ends(mention)
        if not ends:
            return None
        place = between(mention.name, mention.kind, ends, self._table.gazetteer)
        return place, _ENDS * mention.score, f"named after {ends[0].name} and {ends[-1].name}"

    def _in_unit(self, mention: Mention) -> tuple[Place, float, str]:
        last = self._done[-1] if self._done else None
        before = self._divisions_before(mention)
        if mention.kind in _QUARTERS:
            before = before[self._listed_before(mention) :]
        unit, score, why = self._whereabouts.of(mention, last, before)
        place = unlisted_place(mention.name, mention.kind, unit, self._table.gazetteer, self._about)
        return place, score * mention.score, why


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
