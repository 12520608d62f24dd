"""Build ``data/gazetteer/regions.csv``: regions and basins of China as unions of units, countries as points.

    python tools/build_china_regions.py COUNTRIES_50M_JSON

where the file is ``countries-50m.json`` of the npm package world-atlas 2.0.2 (Natural Earth, public domain).
"""

import sys
from collections.abc import Iterator

import pyogrio
import shapely
from build_china_boundaries import point_and_radius_m, union
from build_china_common import BOUNDARIES, BOUNDARIES_LICENCE, Units, table, write

from geo.gazetteer.curated import HEADER

DATE = "2026-11-22"


def regions() -> Iterator[list[str]]:
    """Return a row for each line of ``tools/china/regions.txt``."""
    units = Units()
    for slug, name, aliases, kind, listed in table("regions"):
        found = [units.find(path) for path in listed.split()]
        adcodes = sorted({unit.adcode for unit in found})
        within, adcode = units.common(adcodes)
        lon, lat, radius_m = point_and_radius_m(union(adcodes))
        yield [
            f"region-{slug}", name, "|".join(aliases.split()), kind, within, adcode, lon, lat, "admin", radius_m,
            "units:" + "|".join(adcodes), f"extent as units in common usage; {BOUNDARIES}", BOUNDARIES_LICENCE, DATE,
        ]  # fmt: skip


def countries(atlas: str) -> Iterator[list[str]]:
    """Return a row for each line of ``tools/china/countries.txt``."""
    frame = pyogrio.read_dataframe(atlas, layer="countries")
    shapes = dict(zip(frame["name"], shapely.make_valid(frame.geometry.values), strict=False))
    for slug, name, aliases, english in table("countries"):
        area = shapely.union_all([shapes[part] for part in english.split("|")])
        lon, lat, radius_m = point_and_radius_m(area)
        yield [
            f"world-{slug}", name, "|".join(aliases.split()), "region", "", "", lon, lat, "approximate", radius_m,
            "", "point of the area in Natural Earth 1:50m (world-atlas 2.0.2)", "public domain", "2018-08-08",
        ]  # fmt: skip


def main(atlas: str) -> None:
    """Write the file."""
    write("regions", HEADER, sorted([*regions(), *countries(atlas)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
