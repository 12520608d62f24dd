"""Where a place lies that no gazetteer knows: what its own name and the words before it say."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.gazetteer.index import Spelling
from geo.lexicon import words
from geo.model import Mention, Place, PlaceKind, Precision, Resolution
from geo.places.afar import Afar
from geo.places.support import Catalogue, Support, is_division, is_township
from geo.text.vocabulary import PROPER, UNKNOWN, vocabulary

_INSIDE, _AFTER, _SENTENCE, _SENTENCE_FAR = 0.8, 0.8, 0.6, 0.4
_ABOUT, _ABOUT_FAR, _NOWHERE = 0.5, 0.4, 0.3
_NEAR, _CLOSE = 0.5, 0.9
_LIKE, _SHORT = 0.55, 2
_ROUND = frozenset("环沿")
# 大庆路 is a street of many towns.
_STREET = re.compile("[东西南北中]?(?:路|大?街|大道)")
# What crosses many divisions is not put into the one that happens to be named in its sentence.
_FAR = frozenset(
    {PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.MOUNTAIN}
)
_OWN = frozenset({PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.MOUNTAIN})
# What is small enough to say where a thing lies that is named after it (某某湖东岸治理工程).
_SMALL = frozenset(
    {
        PlaceKind.LAKE,
        PlaceKind.RESERVOIR,
        PlaceKind.SCENIC_AREA,
        PlaceKind.PARK,
        PlaceKind.WETLAND,
        PlaceKind.INDUSTRIAL_PARK,
        PlaceKind.SCHOOL,
        PlaceKind.AIRPORT,
    }
)
# What may be named after its town, where the name is no everyday word.
_IN_TOWNS = _SMALL | {
    PlaceKind.VILLAGE,
    PlaceKind.MOUNTAIN,
    PlaceKind.RESERVE,
    PlaceKind.MUSEUM,
    PlaceKind.PROJECT,
    PlaceKind.OTHER,
}
_NAMES = frozenset({UNKNOWN, PROPER})
# A way round or along something keeps to it; a part of a known road lies on that road.
_WAYS = frozenset({PlaceKind.ROAD, PlaceKind.HIGHWAY, PlaceKind.PROJECT, PlaceKind.REGION})
_LINES = {
    True: frozenset({PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.RESERVOIR}),
    False: frozenset({PlaceKind.ROAD, PlaceKind.HIGHWAY}),
}
_BASIN = "流域"
# What may be named after the places at its ends: 甲—乙高铁, 甲乙大桥.
_LINED = frozenset({PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.ROAD, PlaceKind.PROJECT})
_JOINTS = "—–-~至到"
_KNOWN = frozenset({Precision.EXACT, Precision.APPROXIMATE})

Found = tuple[Place | None, float, str]


class Whereabouts:
    """Finds the place that says where another one lies.

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

    def of(self, mention: Mention, last: Resolution | None, before: Sequence[Place]) -> Found:
        """Return the unit or sight a name without an entry lies in, how sure that is, and why.

        Parameters
        ----------
        mention
            The name.
        last
            What was resolved right before it.
        before
            The divisions named before it in its sentence, nearest first.
        """
        return self._named_after(mention, last, before) or self._named_beside(mention, before)

    def _named_after(
        self, mention: Mention, last: Resolution | None, before: Sequence[Place]
    ) -> Found | None:
        """Return what the name itself, or the name right before it, says."""
        inside = self._inside(mention.name)
        if inside:
            return inside, _INSIDE, f"its name holds {inside.name}"
        if last and last.mention.clean.end == mention.clean.start and is_unit(last.place):
            return last.place, _AFTER, f"named right after {last.place.name}"
        feature = next(self._features(mention.name), None)
        if feature:
            return feature, _INSIDE, f"named after {feature.name}"
        other = self._town(mention) or self._line(mention) or self._unit_of_feature(mention.name, before)
        return (other, _LIKE, f"named after {other.name}") if other else None

    def _named_beside(self, mention: Mention, before: Sequence[Place]) -> Found:
        """Return what the sentence says, else the article."""
        if before:
            low = min(before, key=lambda place: place.adcode.endswith("00") + place.adcode.endswith("0000"))
            sure = _SENTENCE_FAR if _is_wide(mention) else _SENTENCE
            return low, sure, f"named in one sentence with {low.name}"
        if self._about and (not _is_wide(mention) or self._is_own(mention)):
            sure = _ABOUT_FAR if _is_wide(mention) else _ABOUT
            return self._about, sure, f"the article is about {self._about.name}"
        return None, _NOWHERE, "no division is named for it"

    def _is_own(self, mention: Mention) -> bool:
        """Tell whether a county's or prefecture's article likely names a way or mountain of its own."""
        about = self._about
        return mention.kind in _OWN and about is not None and not about.adcode.endswith("0000")

    def _inside(self, name: str) -> Place | None:
        """Return the division or township a name begins with, or has in brackets."""
        bracket = name.find("(") + 1
        for spelling in self._beginnings(name, {0, bracket}):
            if any(self._table.place(each).kind is PlaceKind.REGION for each in spelling.official):
                return None  # 江汉平原铁路 is not named after 江汉区
            units = [place for place in self._places(spelling) if self._plausible(place, spelling)]
            if _STREET.match(name, len(spelling.text)):
                units = [place for place in units if self._support.of(place.adcode) >= _CLOSE]
            if units:
                unit = max(units, key=lambda place: (self._support.of(place.adcode), -len(place.admin)))
                return self._below(unit, name.removeprefix(spelling.text)) or unit
        return None

    def ends(self, mention: Mention) -> list[Place]:
        """Return the divisions that a line is named after, in order; empty where it names fewer than two."""
        found: list[Place] = []
        rest = mention.name if mention.kind in _LINED else ""
        while spelling := next(iter(self._beginnings(rest, {0})), None):
            units = [each for each in self._places(spelling) if self._plausible(each, spelling)]
            if not units or not is_division(units[0]):
                break
            found.append(max(units, key=lambda place: self._support.of(place.adcode)))
            rest = rest.removeprefix(spelling.text).lstrip(_JOINTS)
        apart = all(_apart(*two) for two in pairwise(found))
        return found if len(found) > 1 and apart else []

    def _below(self, unit: Place, rest: str) -> Place | None:
        """Return the division below a unit that the rest of a name begins with (湖北恩施学院)."""
        for spelling in self._beginnings(rest, {0}):
            for place in self._places(spelling):
                if is_division(place) and unit.name in place.admin:
                    return place
        return None

    def _features(self, name: str) -> Iterator[Place]:
        """Yield the small known things a name begins with, the longest first."""
        for spelling in self._beginnings(name, {0, 1} if name[:1] in _ROUND else {0}):
            for place in self._places(spelling):
                if place.kind in _SMALL and place.precision in _KNOWN and place.lon is not None:
                    yield place

    def _unit_of_feature(self, name: str, before: Sequence[Place]) -> Place | None:
        """Return the division of a known thing that a name begins with, where no more is known of that."""
        for spelling in self._beginnings(name, {0}):
            for place in self._places(spelling):
                small = place.kind in _SMALL and len(spelling.text) > _SHORT
                if small and place.adcode and not self._afar.is_elsewhere(place, before):
                    return self._table.division(place.adcode)
        return None

    def _town(self, mention: Mention) -> Place | None:
        """Return the only town of the article's part of the country that a name begins with."""
        if mention.kind not in _IN_TOWNS:
            return None
        for end in range(len(mention.name) - 1, 1, -1):
            stem = mention.name[:end]
            if vocabulary().sort(stem) in _NAMES:
                near = [town for town in self._table.towns(stem) if self._support.of(town.adcode) >= _CLOSE]
                if len(near) == 1 and self._means_nothing_else(stem, near[0]):
                    return near[0]
        return None

    def _means_nothing_else(self, stem: str, town: Place) -> bool:
        """Tell whether a town's short name is no city's, sea's or the like (凤城, 黄海)."""
        spelling = self._table.index.get(stem)
        return spelling is None or all(place.adcode == town.adcode for place in self._places(spelling))

    def _line(self, mention: Mention) -> Place | None:
        """Return the river or road that a way is named after: 环某某河旅游公路."""
        if mention.kind not in _WAYS:
            return None
        round_ = mention.name[:1] in _ROUND or mention.name.endswith(_BASIN)
        for spelling in self._beginnings(mention.name, {int(mention.name[:1] in _ROUND)}):
            lines = [place for place in self._places(spelling) if place.kind in _LINES[round_] and place.lon]
            if lines:
                return max(lines, key=lambda place: (self._support.of(place.adcode), place.id))
        return None

    def _beginnings(self, name: str, starts: set[int]) -> list[Spelling]:
        """Return the known names at some places of a name, the one that ends last first."""
        hits = [hit for hit in self._table.index.find(name) if hit[0] in starts and hit[1] < len(name)]
        return [hit[2] for hit in sorted(hits, key=lambda hit: -hit[1])]

    def _places(self, spelling: Spelling) -> Iterator[Place]:
        return map(self._table.place, spelling.place_ids)

    def _plausible(self, place: Place, spelling: Spelling) -> bool:
        """Tell whether a name that begins with the spelling may well lie in that place."""
        if not is_unit(place) or (self._about and self._afar.is_alone(place)):
            return False
        large = place.kind in {PlaceKind.PROVINCE, PlaceKind.PREFECTURE}
        full = (
            place.kind is PlaceKind.COUNTY and place.id in spelling.official and len(spelling.text) > _SHORT
        )
        if (large or full) and len(spelling.place_ids) == 1:
            return True
        near = self._support.of(place.adcode)
        return near >= _NEAR or (place.id in spelling.official and near > 0)


def _apart(one: Place, other: Place) -> bool:
    """Tell whether neither of two divisions lies in the other."""
    return one.name not in (*other.admin, other.name) and other.name not in one.admin


def _is_wide(mention: Mention) -> bool:
    """Tell whether a thing of this kind and ending may cross many divisions."""
    return mention.kind in _FAR and not mention.name.endswith(words("place_local"))


def is_unit(place: Place) -> bool:
    """Tell divisions and townships from all else."""
    return is_division(place) or is_township(place)
