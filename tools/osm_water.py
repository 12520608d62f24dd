"""OpenStreetMap's water polygons, which hold no names: what the builders of lakes and reservoirs choose from."""

import json
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from gazetteer_io import fetch_npm
from shapely.geometry import Polygon

PACKAGE = "@geo-maps/earth-waterbodies-10m@0.6.0"
LICENCE = "ODbL-1.0, (c) OpenStreetMap contributors"
DATE = "2017-11-30"
Bounds = tuple[float, float, float, float]


def fetch_water(bounds: Bounds) -> list[Polygon]:
    """Download the package; return its polygons that begin within west, south, east and north degrees."""
    with tempfile.TemporaryDirectory() as folder:
        return list(read_water(fetch_npm(PACKAGE, Path(folder)), bounds))


def read_water(archive: Path, bounds: Bounds) -> Iterator[Polygon]:
    """Yield the polygons of a package at hand, in its order."""
    west, south, east, north = bounds
    with tarfile.open(archive) as tar:
        file = tar.extractfile("package/map.geo.json")
        if file is None:
            raise SystemExit(f"{archive.name} holds no map.geo.json.")
        collection = json.load(file)
    for geometry in collection["geometries"]:
        for rings in geometry["coordinates"]:
            lon, lat = rings[0][0]
            if west < lon < east and south < lat < north:
                yield Polygon(rings[0], rings[1:])
