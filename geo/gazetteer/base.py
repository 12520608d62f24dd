"""What every gazetteer offers: names to look for, places behind them, geometries behind those."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from shapely.geometry.base import BaseGeometry

from geo.model import Place


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling under which a place may appear, simplified script.

    Parameters
    ----------
    text
        The spelling.
    place_id
        The place it may mean.
    official
        True for the full official name, False for a short form or alias.
    """

    text: str
    place_id: str
    official: bool


class Gazetteer(Protocol):
    """A source of places."""

    def names(self) -> Iterable[Name]:
        """Return every spelling of every place."""
        ...

    def place(self, place_id: str) -> Place:
        """Return one place.

        Raises
        ------
        UnknownPlaceError
            The gazetteer holds no such id.
        """
        ...

    def geometry(self, place_id: str) -> BaseGeometry | None:
        """Return the WGS84 geometry (lon, lat), or None where a point is all that is known."""
        ...
