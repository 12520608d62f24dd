"""Where a place lies that no gazetteer knows: what its own name and the words before it say."""

from collections.abc import Iterator, Sequence

from geo.gazetteer.index import Spelling
from geo.model import Mention, Place, PlaceKind, Precision, Resolution
from geo.places.support import Catalogue, Support, is_division, is_township

_INSIDE, _AFTER, _SENTENCE, _SENTENCE_FAR, _ABOUT, _NOWHERE = 0.8, 0.8, 0.6, 0.4, 0.5, 0.3
_NEAR = 0.5
_ROUND = frozenset("环沿")
# What crosses many divisions is not put into the one that happens to be named in its sentence.
_FAR = frozenset(
    {PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.REGION, PlaceKind.BASIN, PlaceKind.MOUNTAIN}
)
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
    """

    def __init__(self, table: Catalogue, support: Support, about: Place | None) -> None:
        self._table = table
        self._support = support
        self._about = about

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
        inside = self._inside(mention.name)
        if inside:
            return inside, _INSIDE, f"its name holds {inside.name}"
        if last and last.mention.clean.end == mention.clean.start and is_unit(last.place):
            return last.place, _AFTER, f"named right after {last.place.name}"
        named_after = next(self._features(mention.name), None)
        if named_after:
            return named_after, _INSIDE, f"named after {named_after.name}"
        if before:
            low = min(before, key=lambda place: place.adcode.endswith("00") + place.adcode.endswith("0000"))
            sure = _SENTENCE_FAR if mention.kind in _FAR else _SENTENCE
            return low, sure, f"named in one sentence with {low.name}"
        if self._about and mention.kind not in _FAR:
            return self._about, _ABOUT, f"the article is about {self._about.name}"
        return None, _NOWHERE, "no division is named for it"

    def _inside(self, name: str) -> Place | None:
        """Return the division or township a name begins with, or has in brackets."""
        for spelling in self._beginnings(name, {0, name.find("(") + 1}):
            units = [place for place in self._places(spelling) if self._plausible(place, spelling)]
            if units:
                return max(units, key=lambda place: (self._support.of(place.adcode), -len(place.admin)))
        return None

    def _features(self, name: str) -> Iterator[Place]:
        """Yield the small known things a name begins with, the longest first."""
        for spelling in self._beginnings(name, {0, 1} if name[:1] in _ROUND else {0}):
            for place in self._places(spelling):
                if place.kind in _SMALL and place.precision in _KNOWN and place.lon is not None:
                    yield place

    def _beginnings(self, name: str, starts: set[int]) -> list[Spelling]:
        """Return the known names at some places of a name, the one that ends last first."""
        hits = [hit for hit in self._table.index.find(name) if hit[0] in starts and hit[1] < len(name)]
        return [hit[2] for hit in sorted(hits, key=lambda hit: -hit[1])]

    def _places(self, spelling: Spelling) -> Iterator[Place]:
        return map(self._table.place, spelling.place_ids)

    def _plausible(self, place: Place, spelling: Spelling) -> bool:
        """Tell whether a name that begins with the spelling may well lie in that place."""
        if not is_unit(place):
            return False
        if place.kind in {PlaceKind.PROVINCE, PlaceKind.PREFECTURE} and len(spelling.place_ids) == 1:
            return True
        near = self._support.of(place.adcode)
        return near >= _NEAR or (place.id in spelling.official and near > 0)


def is_unit(place: Place) -> bool:
    """Tell divisions and townships from all else."""
    return is_division(place) or is_township(place)
