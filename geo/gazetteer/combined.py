"""All gazetteers as one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from shapely.geometry.base import BaseGeometry

from geo.errors import UnknownPlaceError
from geo.gazetteer.admin import AdminGazetteer, open_admin
from geo.gazetteer.base import Gazetteer, Name
from geo.gazetteer.curated import CuratedGazetteer, covering_radius_m
from geo.gazetteer.points import LICENCE, Point, read_points
from geo.gazetteer.townships import TownshipGazetteer
from geo.model import Place


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point in a division, its licence, and the metres within which all of the division lies."""

    point: Point
    licence: str
    radius_m: float


class CombinedGazetteer:
    """Several gazetteers asked one after the other.

    Parameters
    ----------
    admin
        Divisions and their hierarchy; asked first.
    others
        Further gazetteers, in the order in which they are asked; ids must not overlap.
    seats
        Seats of government by adcode.

    Attributes
    ----------
    admin
        As given.
    """

    def __init__(
        self,
        admin: AdminGazetteer,
        others: Sequence[Gazetteer] = (),
        seats: Mapping[str, Point] | None = None,
    ) -> None:
        self.admin = admin
        self._seats = seats or {}
        self._anchors: dict[str, Anchor] = {}
        self._all: tuple[Gazetteer, ...] = (admin, *others)

    def names(self) -> Iterator[Name]:
        """Yield every spelling of every place, gazetteer by gazetteer."""
        for gazetteer in self._all:
            yield from gazetteer.names()

    def township_names(self) -> Iterator[Name]:
        """Yield the names of the towns, townships and subdistricts."""
        for gazetteer in self._all:
            if isinstance(gazetteer, TownshipGazetteer):
                yield from gazetteer.names()

    def anchor(self, adcode: str) -> Anchor:
        """Return the point that stands for what is known to lie in a division: its seat, else its centre.

        Raises
        ------
        UnknownPlaceError
            No division has this adcode.
        """
        if adcode not in self._anchors:
            self._anchors[adcode] = self._find_anchor(self.admin.place(adcode))
        return self._anchors[adcode]

    def _find_anchor(self, unit: Place) -> Anchor:
        if seat := self._seats.get(unit.adcode):
            point, licence = seat, LICENCE
        else:
            point, licence = Point(unit.lon or 0.0, unit.lat or 0.0, unit.source), unit.licence
        radius_m = covering_radius_m(self.admin.geometry(unit.adcode), point.lon, point.lat)
        return Anchor(point, licence, radius_m)

    def place(self, place_id: str) -> Place:
        """Return the place of the first gazetteer that holds the id.

        Raises
        ------
        UnknownPlaceError
            None of them does.
        """
        for gazetteer in self._all:
            try:
                return gazetteer.place(place_id)
            except UnknownPlaceError:
                continue
        raise UnknownPlaceError(f"No gazetteer holds a place with the id {place_id!r}.")

    def geometry(self, place_id: str) -> BaseGeometry | None:
        """Return the WGS84 geometry (lon, lat), or None where a point is all that is known.

        Raises
        ------
        UnknownPlaceError
            No gazetteer holds the id.
        """
        for gazetteer in self._all:
            try:
                return gazetteer.geometry(place_id)
            except UnknownPlaceError:
                continue
        raise UnknownPlaceError(f"No gazetteer holds a place with the id {place_id!r}.")


@cache
def open_gazetteer() -> CombinedGazetteer:
    """Open all bundled gazetteers, once in a process."""
    admin = open_admin()
    points = read_points()
    others: list[Gazetteer] = [
        CuratedGazetteer(admin, points.seats),
        TownshipGazetteer(admin, points.townships),
    ]
    return CombinedGazetteer(admin, others, points.seats)
