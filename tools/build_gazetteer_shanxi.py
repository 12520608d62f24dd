"""Rebuild the named places of Shanxi from the table of facts: names, counties, and coordinates as printed.

    python tools/build_gazetteer_shanxi.py

``tools/gazetteer/shanxi_features.csv`` is kept by hand. This script brings its coordinates to WGS84, refuses a point
that lies more than 300 m outside its stated county, adds the chain of units and the terms of each source, and keeps
what comes from OpenStreetMap in a file of its own.
"""

import csv
from collections.abc import Callable, Mapping
from functools import cache

from gazetteer_io import COUNTY_TOLERANCE_M, ROOT, Row, metres_outside, within, write_rows

from geo.crs import bd09_to_wgs84, gcj02_to_wgs84

FOLDER = ROOT / "tools" / "gazetteer"
TO_WGS84: Mapping[str, Callable[[float, float], tuple[float, float]]] = {
    "WGS84": lambda lon, lat: (lon, lat),
    "GCJ-02": lambda lon, lat: tuple(map(float, gcj02_to_wgs84(lon, lat))),
    "BD-09": lambda lon, lat: tuple(map(float, bd09_to_wgs84(lon, lat))),
}


def main() -> None:
    """Read the facts, check them, write the two files."""
    with (FOLDER / "shanxi_features.csv").open(encoding="utf-8", newline="") as file:
        rows = [row_of(feature) for feature in csv.DictReader(file)]
    write_rows("shanxi_places", (row for row in rows if not row.licence.startswith("ODbL")))
    write_rows("shanxi_places_osm", (row for row in rows if row.licence.startswith("ODbL")))


@cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """Return the sources by key."""
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as file:
        return {source["key"]: source for source in csv.DictReader(file)}


def row_of(feature: Mapping[str, str]) -> Row:
    """Return the gazetteer's row of one feature."""
    lon, lat = position(feature)
    source = sources()[feature["source"]]
    return Row(
        feature["id"], feature["name"], feature["aliases"], feature["kind"],
        within(feature["adcode"]), feature["adcode"], lon, lat,
        "admin" if lon is None else "approximate",
        int(feature["uncertainty_m"]) if feature["uncertainty_m"] else None,
        f"units:{feature['units']}" if feature["units"] else "",
        source["source"], source["licence"], source["date"],
    )  # fmt: skip


def position(feature: Mapping[str, str]) -> tuple[float, float] | tuple[None, None]:
    """Return a feature's point in WGS84 once it is known to lie in its county; nothing where there is none."""
    if not feature["lon"]:
        return None, None
    lon, lat = TO_WGS84[feature["crs"]](float(feature["lon"]), float(feature["lat"]))
    lon, lat = round(lon, 6), round(lat, 6)
    outside_m = metres_outside(feature["adcode"], lon, lat)
    if outside_m > COUNTY_TOLERANCE_M:
        raise SystemExit(f"{feature['id']}: {outside_m:.0f} m outside {within(feature['adcode'])}.")
    return lon, lat


if __name__ == "__main__":
    main()
