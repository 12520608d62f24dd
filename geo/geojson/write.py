"""From shapely geometries and properties to GeoJSON text."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

DECIMALS = 6


def feature(place_id: str, geometry: BaseGeometry | None, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return one GeoJSON feature.

    Parameters
    ----------
    place_id
        Text id, kept at the top level of the feature.
    geometry
        WGS84 (lon, lat), or None for a place that could not be located.
    properties
        Values that JSON knows; no NaN.
    """
    located = geometry is not None and not geometry.is_empty
    shape = shapely.geometry.mapping(tidy(geometry)) if geometry is not None and located else None
    return {"type": "Feature", "id": place_id, "geometry": shape, "properties": dict(properties)}


def tidy(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry in two dimensions, rounded to six decimals, outer rings counter-clockwise."""
    flat = shapely.force_2d(geometry)
    rounded = shapely.transform(flat, lambda lonlat: np.round(lonlat, DECIMALS))
    oriented: BaseGeometry = shapely.orient_polygons(rounded)
    return oriented


def feature_collection(features: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a FeatureCollection with the ``bbox`` of all that is located; without one where nothing is."""
    members = [dict(each) for each in features]
    positions = [lonlat for each in members for lonlat in _positions(each["geometry"])]
    if not positions:
        return {"type": "FeatureCollection", "features": members}
    lons, lats = zip(*positions, strict=True)
    bbox = [min(lons), min(lats), max(lons), max(lats)]
    return {"type": "FeatureCollection", "bbox": bbox, "features": members}


def _positions(geometry: dict[str, Any] | None) -> Iterator[tuple[float, float]]:
    if geometry is None:
        return
    yield from map(tuple, shapely.get_coordinates(shapely.geometry.shape(geometry)).tolist())


def dumps(collection: Mapping[str, Any]) -> str:
    """Return a FeatureCollection as compact JSON text, one feature a line; equal input gives equal text.

    Raises
    ------
    ValueError
        A property is NaN or infinite, which JSON does not know.
    """
    head = {key: value for key, value in collection.items() if key != "features"}
    lines = ",\n".join(_compact(each) for each in collection["features"])
    return f'{_compact(head)[:-1]},"features":[\n{lines}\n]}}\n'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
