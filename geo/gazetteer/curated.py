"""The curated gazetteer: named features kept as rows of ``data/gazetteer/*.csv``, each with its source.

A row's geometry is a feature of ``data/gazetteer/geometry/<stem>.geojson`` (``file:<stem>``), the union of
administrative units (``units:<adcode>|<adcode>``), or nothing but its point. Geometries are read on demand.
"""

import csv
import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from shapely import get_coordinates, union_all
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.crs import distance_m
from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer.base import Gazetteer, Name
from geo.gazetteer.points import Point
from geo.model import Place, PlaceKind, Precision
from geo.settings import data_dir

HEADER = (
    "id", "name", "aliases", "kind", "within", "adcode", "lon", "lat", "precision", "uncertainty_m",
    "geometry", "source", "licence", "date",
)  # fmt: skip

_KINDS = {kind.value: kind for kind in PlaceKind}
_PRECISIONS = {precision.value: precision for precision in Precision if precision is not Precision.UNLOCATED}
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]++)*")
_ADCODE = re.compile(r"(?:\d{6})?")
_GEOMETRY = re.compile(r"(?:file:[a-z0-9_]+|units:\d{6}(?:\|\d{6})*)?")
_Cells = Mapping[str, str]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A place as its row states it, and where its geometry is."""

    place: Place
    geometry: str


class CuratedGazetteer:
    """Named features from ``data/gazetteer``: rivers, sights, parks, roads, firms.

    Parameters
    ----------
    admin
        Gazetteer whose place ids are adcodes; it stands in where a row knows no more than its unit.
    seats
        Seats of government by adcode; a row that knows no more than its unit is put there.
    folder
        Folder of the CSV files; by default ``gazetteer/`` of the data folder. Files with another header
        than `HEADER` belong to others and are left alone.

    Raises
    ------
    DataError
        A row breaks the rules of its columns, or two rows have the same id.
    """

    def __init__(
        self, admin: Gazetteer, seats: Mapping[str, Point] | None = None, folder: Path | None = None
    ) -> None:
        self._admin = admin
        self._seats = seats or {}
        self._folder = folder or data_dir() / "gazetteer"
        self._entries = _load(self._folder)
        self._files: dict[str, Mapping[str, BaseGeometry]] = {}
        self._geometries: dict[str, BaseGeometry | None] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all places, sorted."""
        return self._ids

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(sorted(self._entries))

    def names(self) -> Iterable[Name]:
        """Return every name and alias of every place, by id."""
        for place_id in self._ids:
            place = self._entries[place_id].place
            yield Name(place.name, place_id, official=True)
            for alias in place.aliases:
                yield Name(alias, place_id, official=False)

    def kind(self, place_id: str) -> PlaceKind:
        """Return the kind of a place without locating it.

        Raises
        ------
        UnknownPlaceError
            No row has that id.
        """
        return self._entry(place_id).place.kind

    def place(self, place_id: str) -> Place:
        """Return one place; a row without a point of its own gets one of its geometry, else its unit's seat.

        Raises
        ------
        UnknownPlaceError
            No row has that id.
        DataError
            The row's geometry or its unit cannot be found.
        """
        entry = self._entry(place_id)
        place = entry.place
        if self._is_anywhere(entry):
            place = replace(place, lon=None, lat=None, uncertainty_m=None)
        return place if place.lon is not None else self._located(place)

    def _is_anywhere(self, entry: _Entry) -> bool:
        """Tell whether a place may be anywhere in a county or prefecture that has a seat."""
        place = entry.place
        unit = place.precision is Precision.ADMIN and not entry.geometry and not place.adcode.endswith("0000")
        return unit and place.adcode in self._seats

    def geometry(self, place_id: str) -> BaseGeometry | None:
        """Return the WGS84 geometry (lon, lat), or None for a place that is only a point or only its unit.

        Raises
        ------
        UnknownPlaceError
            No row has that id.
        DataError
            The file or the units that the row names cannot be found.
        """
        entry = self._entry(place_id)
        if place_id not in self._geometries:
            self._geometries[place_id] = self._read_geometry(place_id, entry.geometry)
        return self._geometries[place_id]

    def _entry(self, place_id: str) -> _Entry:
        try:
            return self._entries[place_id]
        except KeyError:
            raise UnknownPlaceError(f"The curated gazetteer holds no place {place_id!r}.") from None

    def _read_geometry(self, place_id: str, reference: str) -> BaseGeometry | None:
        scheme, _, value = reference.partition(":")
        if scheme == "units":
            return union_all([self._unit_geometry(place_id, code) for code in value.split("|")])
        return self._file_geometry(place_id, value) if scheme == "file" else None

    def _file_geometry(self, place_id: str, stem: str) -> BaseGeometry:
        if stem not in self._files:
            self._files[stem] = _read_features(self._folder / "geometry" / f"{stem}.geojson")
        try:
            return self._files[stem][place_id]
        except KeyError:
            raise DataError(
                f"geometry/{stem}.geojson has no feature with the id {place_id!r}; rebuild it."
            ) from None

    def _unit_geometry(self, place_id: str, adcode: str) -> BaseGeometry:
        try:
            geometry = self._admin.geometry(adcode)
        except UnknownPlaceError:
            geometry = None
        if geometry is None:
            raise DataError(f"The place {place_id!r} names the unit {adcode}, which has no boundary.")
        return geometry

    def _located(self, place: Place) -> Place:
        geometry = self.geometry(place.id)
        seat = None
        if geometry is None:
            geometry = self._unit_geometry(place.id, place.adcode)
            seat = self._seats.get(place.adcode)
        inside = geometry.representative_point()
        lon, lat = (seat.lon, seat.lat) if seat else (round(inside.x, 6), round(inside.y, 6))
        radius_m = place.uncertainty_m or covering_radius_m(geometry, lon, lat)
        return replace(place, lon=lon, lat=lat, uncertainty_m=radius_m)


def covering_radius_m(geometry: BaseGeometry, lon: float, lat: float) -> float:
    """Return the distance in metres from a point to the farthest vertex of a WGS84 geometry, rounded up."""
    hull = get_coordinates(geometry.convex_hull)
    return float(math.ceil(distance_m(lon, lat, hull[:, 0], hull[:, 1]).max()))


def _load(folder: Path) -> dict[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for path in sorted(folder.glob("*.csv")):
        for where, row in _rows(path):
            entry = _entry_of(row, where)
            if entry.place.id in entries:
                raise DataError(
                    f"{where}: the id {entry.place.id!r} is taken by an earlier row; choose another."
                )
            entries[entry.place.id] = entry
    return entries


def _rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            if tuple(next(lines, ())) != HEADER:
                return
            for row in lines:
                yield f"{path.name} line {lines.line_num}", row
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            f"The gazetteer file {path.name} cannot be read ({error}); reinstall Jintu."
        ) from error


def _entry_of(row: list[str], where: str) -> _Entry:
    if len(row) != len(HEADER):
        raise DataError(f"{where}: a row has {len(HEADER)} cells, this one {len(row)}.")
    cell = dict(zip(HEADER, row, strict=True))
    _check(where, cell, "id", _SLUG, "lower-case ASCII words joined by hyphens")
    _check(where, cell, "adcode", _ADCODE, "six digits or nothing")
    _check(where, cell, "geometry", _GEOMETRY, "file:<stem>, units:<adcode>|<adcode> or nothing")
    if missing := [column for column in ("name", "source", "licence") if not cell[column]]:
        raise DataError(f"{where}: {missing[0]} is empty; every row states it.")
    place = Place(
        id=cell["id"],
        name=cell["name"],
        kind=_choice(where, cell, "kind", _KINDS),
        aliases=_parts(cell["aliases"], "|"),
        admin=_parts(cell["within"], "/"),
        adcode=cell["adcode"],
        precision=_choice(where, cell, "precision", _PRECISIONS),
        lon=_number(where, cell, "lon", 180),
        lat=_number(where, cell, "lat", 90),
        uncertainty_m=_number(where, cell, "uncertainty_m", math.inf),
        source=cell["source"],
        licence=cell["licence"],
        date=cell["date"],
    )
    _check_location(where, place, cell["geometry"])
    return _Entry(place, cell["geometry"])


def _parts(cell: str, separator: str) -> tuple[str, ...]:
    return tuple(cell.split(separator)) if cell else ()


def _check(where: str, cells: _Cells, column: str, form: re.Pattern[str], expected: str) -> None:
    if not form.fullmatch(cells[column]):
        raise DataError(f"{where}: {column} is {cells[column]!r}; expected {expected}.")


def _choice(where: str, cells: _Cells, column: str, known: Mapping[str, _T]) -> _T:
    try:
        return known[cells[column]]
    except KeyError as error:
        raise DataError(f"{where}: {column} is {error}; expected one of {', '.join(known)}.") from None


def _number(where: str, cells: _Cells, column: str, limit: float) -> float | None:
    if not cells[column]:
        return None
    try:
        value = float(cells[column])
    except ValueError:
        value = math.nan
    if not abs(value) <= limit:
        raise DataError(f"{where}: {column} is {cells[column]!r}; expected a number up to {limit:g}.")
    return value


def _check_location(where: str, place: Place, geometry: str) -> None:
    if (place.lon is None) != (place.lat is None):
        raise DataError(f"{where}: lon and lat go together; give both or neither.")
    if place.lon is None and not geometry and not (place.precision is Precision.ADMIN and place.adcode):
        raise DataError(f"{where}: a row without a point needs a geometry, or precision admin and an adcode.")
    if place.uncertainty_m is None and (place.lon is not None or place.precision is not Precision.ADMIN):
        raise DataError(f"{where}: uncertainty_m is empty; only a row located by its unit may leave it out.")


def _read_features(path: Path) -> dict[str, BaseGeometry]:
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return {feature["id"]: shape(feature["geometry"]) for feature in features}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"The geometry file {path.name} cannot be read ({error!r}); rebuild it.") from error
