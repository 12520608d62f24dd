"""Places as the map fetches them: a geometry for the eye, and what draws and finds each."""

from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.gazetteer.latin import latin_name
from geo.layers import OWN_WEIGHT
from geo.model import ADMIN_KINDS, Precision
from geo.palette import REGION_AREA_DEG2, UNIT_AREA_DEG2
from geo.ui.records import rows_of

_DETAIL, _MAX_TOLERANCE_DEG = 1500, 0.0012  # a shape may be off by its 1500th part, and by no more than 130 m
_LINE_TYPES = ("LineString", "MultiLineString")
_LABEL_ZOOM = {"own": 7, "context": 9}
FIELDS = (
    "id", "name", "latin", "aliases", "where", "kind", "precision", "uncertainty", "unit", "own", "weight",
    "label_zoom", "shape", "disc", "point", "bounds", "order", "geometry",
)  # fmt: skip


def features(places: gpd.GeoDataFrame, own: NDArray[np.int64], links: NDArray[np.int64]) -> list[list[Any]]:
    """Return places as rows of `FIELDS`, WGS84: a third of what GeoJSON takes, and read as much faster.

    Parameters
    ----------
    places
        The table of an atlas.
    own, links
        For each place, the number of figures about it, and of these and those beside its name.

    Returns
    -------
    list
        ``geometry`` is GeoJSON for lines and areas, None for what its ``point`` says all of; no ``aliases`` are None.
    """
    # A frame of geopandas hands out its shapes one by one at twenty times the cost.
    shapes = places.geometry.to_numpy()
    rows = rows_of(places.drop(columns="geometry"))
    return [
        _feature(place, shape, about, total)
        for place, shape, about, total in zip(rows, shapes, own.tolist(), links.tolist(), strict=True)
    ]


def in_gcj02(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the display copy for base maps in GCJ-02; nothing else is ever given in it."""
    return places.set_geometry(places.geometry.transform(_to_gcj02))


def _to_gcj02(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(crs.wgs84_to_gcj02(lonlat[:, 0], lonlat[:, 1]))


def _feature(
    place: Any,  # noqa: ANN401  a row of itertuples
    geometry: BaseGeometry | None,
    about: int,
    total: int,
) -> list[Any]:
    shape = None if geometry is None or geometry.is_empty else geometry
    unit, own = place.kind in ADMIN_KINDS, about > 0
    said = {
        "id": place.id,
        "name": place.name,
        "latin": latin_name(place.name, place.adcode) if unit else "",
        "aliases": list(place.aliases) or None,
        "where": " › ".join(place.admin),
        "kind": place.kind,
        "precision": place.precision,
        "uncertainty": None if pd.isna(place.uncertainty_m) else float(place.uncertainty_m),
        "unit": unit,
        "own": own,
        "weight": OWN_WEIGHT * about + total,
        "label_zoom": _LABEL_ZOOM["own" if own else "context"],
        "geometry": None if shape is None or isinstance(shape, Point) else _display(shape),
        **_drawing(shape, unit=unit, own=own, precision=place.precision),
    }
    return [said[name] for name in FIELDS]


def _drawing(geometry: BaseGeometry | None, *, unit: bool, own: bool, precision: str) -> dict[str, Any]:
    """Return how a place stands on the map: as its shape, as a disc, as both, or not at all.

    A large region would lie like a lid on everything in it, and a place that only its district is known for is not
    that district: both get a disc, and show their area when they are opened.
    """
    if geometry is None:
        return {"shape": False, "disc": False, "point": None, "bounds": None, "order": 0}
    line, area = geometry.geom_type in _LINE_TYPES, geometry.area
    unit_shape = unit and own and area < UNIT_AREA_DEG2
    shape = line or unit_shape or (0 < area < REGION_AREA_DEG2 and not unit and precision != Precision.ADMIN)
    return {"shape": shape, "disc": not line, **_extent(geometry)}


def _display(geometry: BaseGeometry) -> dict[str, Any]:
    """Return a line or an area thinned to what a screen shows, four decimals (about 10 m)."""
    west, south, east, north = geometry.bounds
    thin = shapely.simplify(geometry, min(max(east - west, north - south) / _DETAIL, _MAX_TOLERANCE_DEG))
    mapped = shapely.geometry.mapping(shapely.transform(thin, lambda lonlat: np.round(lonlat, 4)))
    return dict(mapped)


def _extent(geometry: BaseGeometry) -> dict[str, Any]:
    """Return where to point at, what to show, and the drawing order: large areas first."""
    if isinstance(geometry, Point):
        return {"point": [round(geometry.x, 5), round(geometry.y, 5)], "bounds": None, "order": 0}
    if geometry.geom_type in _LINE_TYPES:
        longest = max(shapely.get_parts(geometry), key=lambda part: part.length)
        anchor = longest.interpolate(0.5, normalized=True)
    else:
        anchor = shapely.point_on_surface(geometry)
    bounds = [round(value, 4) for value in geometry.bounds]
    return {
        "point": [round(anchor.x, 5), round(anchor.y, 5)],
        "bounds": bounds,
        "order": -round(geometry.area, 6),
    }
