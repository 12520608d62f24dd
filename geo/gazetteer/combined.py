"""All gazetteers as one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from shapely.geometry.base import BaseGeometry

from geo.errors import UnknownPlaceError
from geo.gazetteer.admin import AdminGazetteer, open_admin
from geo.gazetteer.base import Gazetteer, Name
from geo.gazetteer.curated import CuratedGazetteer
from geo.gazetteer.points import Point, read_points
from geo.gazetteer.townships import TownshipGazetteer
from geo.model import Place


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
        self._all: tuple[Gazetteer, ...] = (admin, *others)

    def names(self) -> Iterator[Name]:
        """Yield every spelling of every place, gazetteer by gazetteer."""
        for gazetteer in self._all:
            yield from gazetteer.names()

    def seat(self, adcode: str) -> Point | None:
        """Return where a division's seat of government is, None where that is not known."""
        return self._seats.get(adcode)

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
    others: list[Gazetteer] = [CuratedGazetteer(admin, points.seats), TownshipGazetteer(admin, points.townships)]
    return CombinedGazetteer(admin, others, points.seats)
