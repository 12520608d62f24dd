"""Where seats of government and townships are: the points of ``data/gazetteer/geonames_points.csv``."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.errors import DataError
from geo.settings import data_dir

SOURCE = "GeoNames"
LICENCE = "CC BY 4.0"
# Measured on 226 townships and 119 seats of Shanxi against an independent list: half lie within 1.5 km, 9 of 10 of
# the townships within 3.1 km, all but one seat (whose county has its offices in the next one) within 10.2 km.
UNCERTAINTY_M = 10_000.0


@dataclass(frozen=True, slots=True)
class Point:
    """A WGS84 point with where it is from."""

    lon: float
    lat: float
    source: str


@dataclass(frozen=True, slots=True)
class Points:
    """Seats by adcode, townships by adcode and name."""

    seats: Mapping[str, Point]
    townships: Mapping[tuple[str, str], Point]


def read_points(path: Path | None = None) -> Points:
    """Read the table.

    Parameters
    ----------
    path
        Table with the columns ``adcode, township, lon, lat, geonameid``; by default the bundled one.

    Raises
    ------
    DataError
        The table is missing or a row breaks the rules of its columns.
    """
    path = path or data_dir() / "gazetteer" / "geonames_points.csv"
    seats: dict[str, Point] = {}
    townships: dict[tuple[str, str], Point] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                point = Point(float(row["lon"]), float(row["lat"]), f"{SOURCE} {row['geonameid']}")
                if row["township"]:
                    townships[row["adcode"], row["township"]] = point
                else:
                    seats[row["adcode"]] = point
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"The table {path.name} cannot be read ({error!r}); reinstall Jintu.") from error
    return Points(seats, townships)
