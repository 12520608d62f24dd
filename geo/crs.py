"""Coordinate reference systems: the only home of projection decisions.

Everything inside Jintu is WGS84 (EPSG:4326), longitude before latitude, in degrees. CGCS2000 (EPSG:4490), the
national system of China, differs from WGS84 by centimetres; Jintu takes the two as one, as every map at this
scale does. GCJ-02 (AMap, Tencent) and BD-09 (Baidu) are WGS84 with a published, smooth displacement of a few
hundred metres; they are taken at the door and given back at the door, never stored.

Lengths and distances between points are measured on the WGS84 ellipsoid, the distance from a point to a shape in an
azimuthal equidistant projection centred on the point.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import pyproj
import shapely
from numpy.typing import ArrayLike, NDArray
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]
LonLat = tuple[Floats, Floats]

WGS84 = "EPSG:4326"

# The published parameters of GCJ-02: Krassovsky's ellipsoid and the rectangle beyond which nothing moves.
_KRASSOVSKY_A_M = 6_378_245.0
_KRASSOVSKY_E2 = 0.00669342162296594323
_WEST, _SOUTH, _EAST, _NORTH = 72.004, 0.8293, 137.8347, 55.8271
# The published parameters of BD-09.
_BD_PI = np.pi * 3000.0 / 180.0
_BD_LON, _BD_LAT = 0.0065, 0.006
# Each round shrinks the error about a hundredfold; the displacement itself is below 0.02 degree.
_INVERSE_ROUNDS = 10

_GEOD = pyproj.Geod(ellps="WGS84")


def wgs84_to_gcj02(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    """Displace WGS84 to GCJ-02; points outside the rectangle around China come back untouched.

    Parameters
    ----------
    lon, lat
        WGS84 degrees, scalars or arrays of one shape.

    Returns
    -------
    tuple of numpy.ndarray
        GCJ-02 longitude and latitude in degrees, in the shape given.
    """
    return _forward(_gcj02_shift, lon, lat)


def gcj02_to_wgs84(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    """Undo `wgs84_to_gcj02` by iteration; the round trip closes within 1e-9 degree all over China."""
    return _inverse(_gcj02_shift, lon, lat)


def gcj02_to_bd09(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    """Displace GCJ-02 to BD-09; points outside the rectangle around China come back untouched."""
    return _forward(_bd09_shift, lon, lat)


def bd09_to_gcj02(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    """Undo `gcj02_to_bd09` by iteration; the round trip closes within 1e-9 degree all over China."""
    return _inverse(_bd09_shift, lon, lat)


def wgs84_to_bd09(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    """Displace WGS84 to BD-09, by way of GCJ-02."""
    return gcj02_to_bd09(*wgs84_to_gcj02(lon, lat))


def bd09_to_wgs84(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    """Bring BD-09 back to WGS84, by way of GCJ-02."""
    return gcj02_to_wgs84(*bd09_to_gcj02(lon, lat))


Shift = Callable[[Floats, Floats], LonLat]


def _forward(shift: Shift, lon: ArrayLike, lat: ArrayLike) -> LonLat:
    x, y = _pair(lon, lat)
    dx, dy = shift(x, y)
    inside = _around_china(x, y)
    return np.where(inside, x + dx, x), np.where(inside, y + dy, y)


def _inverse(shift: Shift, lon: ArrayLike, lat: ArrayLike) -> LonLat:
    x, y = _pair(lon, lat)
    guess_x, guess_y = x, y
    for _ in range(_INVERSE_ROUNDS):
        dx, dy = shift(guess_x, guess_y)
        guess_x, guess_y = x - dx, y - dy
    inside = _around_china(x, y)
    return np.where(inside, guess_x, x), np.where(inside, guess_y, y)


def _pair(lon: ArrayLike, lat: ArrayLike) -> LonLat:
    x, y = np.broadcast_arrays(np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64))
    return x, y


def _around_china(lon: Floats, lat: Floats) -> NDArray[np.bool_]:
    return (lon >= _WEST) & (lon <= _EAST) & (lat >= _SOUTH) & (lat <= _NORTH)


def _gcj02_shift(lon: Floats, lat: Floats) -> LonLat:
    """Return the GCJ-02 displacement in degrees: a polynomial and sine waves in metres on the ellipsoid."""
    x, y = lon - 105.0, lat - 35.0
    root, both = np.sqrt(np.abs(x)), _waves(x, (20, 6), (20, 2))
    east_m = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    east_m = east_m + both + _waves(x, (20, 1), (40, 1 / 3), (150, 1 / 12), (300, 1 / 30))
    north_m = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north_m = north_m + both + _waves(y, (20, 1), (40, 1 / 3), (160, 1 / 12), (320, 1 / 30))
    phi = np.radians(lat)
    w2 = 1 - _KRASSOVSKY_E2 * np.sin(phi) ** 2
    prime_vertical_m = _KRASSOVSKY_A_M / np.sqrt(w2)
    meridian_m = prime_vertical_m * (1 - _KRASSOVSKY_E2) / w2
    return np.degrees(east_m / (prime_vertical_m * np.cos(phi))), np.degrees(north_m / meridian_m)


def _waves(t: Floats, *waves: tuple[float, float]) -> Floats:
    """Return two thirds of the sum of ``amplitude * sin(frequency * pi * t)``."""
    total = np.zeros_like(t)
    for amplitude, frequency in waves:
        total = total + amplitude * np.sin(frequency * np.pi * t)
    return total * (2 / 3)


def _bd09_shift(lon: Floats, lat: Floats) -> LonLat:
    """Return the BD-09 displacement from GCJ-02 in degrees: a polar ripple and a fixed offset."""
    radius = np.hypot(lon, lat) + 2e-5 * np.sin(lat * _BD_PI)
    angle = np.arctan2(lat, lon) + 3e-6 * np.cos(lon * _BD_PI)
    return radius * np.cos(angle) + _BD_LON - lon, radius * np.sin(angle) + _BD_LAT - lat


def distance_m(lon: ArrayLike, lat: ArrayLike, to_lon: ArrayLike, to_lat: ArrayLike) -> Floats:
    """Return geodesic distances in metres between WGS84 points, element by element after broadcasting."""
    from_x, from_y, to_x, to_y = (
        np.array(each, dtype=np.float64) for each in np.broadcast_arrays(lon, lat, to_lon, to_lat)
    )
    _, _, metres = _GEOD.inv(from_x, from_y, to_x, to_y)
    return np.asarray(metres)


def length_m(geometry: BaseGeometry) -> float:
    """Return the geodesic length in metres of WGS84 lines; a polygon gives its perimeter."""
    return float(_GEOD.geometry_length(geometry))


def gap_m(geometry: BaseGeometry, lon: float, lat: float) -> float:
    """Return the metres from a WGS84 point to the nearest part of a geometry; 0 on it or in it."""
    if geometry.intersects(shapely.Point(lon, lat)):
        return 0.0
    # From the centre of an azimuthal equidistant projection every distance is true.
    return float(shapely.Point(0, 0).distance(shapely.transform(geometry, _azimuthal(lon, lat))))


def map_crs(west: float, south: float, east: float, north: float) -> pyproj.CRS:
    """Return the metric CRS in which a printed map of these WGS84 bounds is drawn.

    Lambert's conformal conic on the middle meridian, true to scale at one and five sixths of the height: shapes are
    true everywhere, and north is up in the middle. The bounds lie north of the equator.
    """
    sixth = (north - south) / 6
    parallels = {"lat_1": south + sixth, "lat_2": north - sixth, "lat_0": (south + north) / 2}
    return pyproj.CRS.from_dict(
        {"proj": "lcc", **parallels, "lon_0": (west + east) / 2, "datum": "WGS84", "units": "m"}
    )


@lru_cache(maxsize=64)
def _azimuthal(lon: float, lat: float) -> Callable[[Floats], Floats]:
    """Return the projection of (n, 2) WGS84 degrees to metres around a point."""
    around = pyproj.CRS.from_dict(
        {"proj": "aeqd", "lon_0": lon, "lat_0": lat, "datum": "WGS84", "units": "m"}
    )
    project = pyproj.Transformer.from_crs(WGS84, around, always_xy=True)

    def move(lonlat: Floats) -> Floats:
        return np.column_stack(project.transform(lonlat[:, 0], lonlat[:, 1]))

    return move
