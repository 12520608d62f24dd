"""What lies far from all that an article speaks of: mostly it is another thing of that name."""

from collections import Counter
from collections.abc import Sequence

from shapely import Point

from geo.model import Place, PlaceKind, Precision
from geo.places.endings import kind_of
from geo.places.support import Catalogue, Support, is_division, is_township
from geo.text.vocabulary import PROPER, vocabulary

_SPOKEN_OF = 0.3
_FAR_DEGREES, _SHORT_NAME = 1.0, 2
# Few sights have a point of their own rather than their town's or county's: the well-known ones.
_OWN_POINT_M = 10_000.0
_NEW_DISTRICT = "新区"
# Things of which many counties have one of the same name.
LOCAL = frozenset(
    {
        PlaceKind.TOWNSHIP,
        PlaceKind.VILLAGE,
        PlaceKind.SCENIC_AREA,
        PlaceKind.PARK,
        PlaceKind.WETLAND,
        PlaceKind.RESERVE,
        PlaceKind.RESERVOIR,
        PlaceKind.LAKE,
        PlaceKind.MUSEUM,
        PlaceKind.ROAD,
        PlaceKind.HOSPITAL,
    }
)


class Afar:
    """Tells places that an article hardly speaks of.

    Parameters
    ----------
    table
        The known places.
    support
        What part of the country the article speaks of.
    about
        The article's own place.
    sure
        The divisions and townships that the article names and that can be no others, as often as it does.
    """

    def __init__(
        self, table: Catalogue, support: Support, about: Place | None, sure: Sequence[Place]
    ) -> None:
        self._table = table
        self._support = support
        self._about = about
        self._named = Counter([*(place.id for place in sure), *(place.adcode[:2] for place in sure)])

    def is_alone(self, place: Place) -> bool:
        """Tell whether a county or township is the only name of its province, which is not the article's own."""
        province = place.adcode[:2]
        below = place.kind is PlaceKind.COUNTY or is_township(place)
        return (
            below
            and self._named[province] == self._named[place.id]
            and not self._support.about.startswith(province)
        )

    def is_elsewhere(self, place: Place, before: Sequence[Place]) -> bool:
        """Tell whether the article's own place more likely has a thing of that name than the known one is meant.

        Parameters
        ----------
        place
            A known place of the name.
        before
            The divisions named before it in its sentence.
        """
        if self._about is None or not place.adcode or place.adcode[:2] == self._about.adcode[:2]:
            return False
        if any(unit.name in place.admin for unit in before):
            return False
        if is_division(place):
            return place.name.endswith(_NEW_DISTRICT) and self.is_alone(place)
        if place.kind not in LOCAL or self._is_well_known(place):
            return False
        return self.is_alone(place) or self._support.of(place.adcode) < _SPOKEN_OF

    def is_far(self, place: Place) -> bool:
        """Tell whether a feature lies where the article speaks of nothing else."""
        if place.adcode:
            return self.is_alone(place) or not self._support.of(place.adcode)
        short_river = place.kind is PlaceKind.RIVER and len(place.name) <= _SHORT_NAME
        return (short_river or place.precision is Precision.SCHEMATIC) and self._runs_elsewhere(place)

    def _runs_elsewhere(self, line: Place) -> bool:
        """Tell whether a line, as far as it is known, runs nowhere near the article's own place."""
        about = self._about
        if about is None or about.lon is None or about.lat is None:
            return False
        course = self._table.gazetteer.geometry(line.id)
        return course is not None and bool(course.distance(Point(about.lon, about.lat)) > _FAR_DEGREES)

    def _is_well_known(self, place: Place) -> bool:
        own_point = place.precision is Precision.APPROXIMATE and (place.uncertainty_m or 0.0) < _OWN_POINT_M
        if own_point and place.kind is PlaceKind.SCENIC_AREA:
            return True
        # A word of the dictionary, unless it is there for a county or a river of that name.
        other = kind_of(place.name) not in {None, place.kind} or self._names_a_division(place.name)
        return vocabulary().sort(place.name) == PROPER and not other

    def _names_a_division(self, name: str) -> bool:
        spelling = self._table.index.get(name)
        return spelling is not None and self._table.is_division(spelling)
