"""From shapely geometries and properties to GeoJSON text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature before it is written.

    Parameters
    ----------
    id
        Text id, kept at the top level of the feature.
    geometry
        WGS84 (lon, lat); None, or empty, for a place that could not be located.
    properties
        Values that JSON knows; no NaN.
    """

    id: str
    geometry: BaseGeometry | None
    properties: Mapping[str, Any]


def tidy(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry in two dimensions, rounded to six decimals, outer rings counter-clockwise."""
    flat = shapely.force_2d(geometry)
    rounded = shapely.transform(flat, lambda lonlat: np.round(lonlat, DECIMALS))
    oriented: BaseGeometry = shapely.orient_polygons(rounded)
    return oriented


def feature_collection(features: Iterable[Feature]) -> dict[str, Any]:
    """Return a FeatureCollection with the ``bbox`` of all that is located; without one where nothing is."""
    given = list(features)
    shapes = [tidy(each.geometry) if each.geometry else None for each in given]
    members = [_member(each, shape) for each, shape in zip(given, shapes, strict=True)]
    located = [shape for shape in shapes if shape is not None]
    if not located:
        return {"type": "FeatureCollection", "features": members}
    bbox = shapely.total_bounds(located).tolist()
    return {"type": "FeatureCollection", "bbox": bbox, "features": members}


def _member(each: Feature, shape: BaseGeometry | None) -> dict[str, Any]:
    geometry = None if shape is None else shapely.geometry.mapping(shape)
    return {"type": "Feature", "id": each.id, "geometry": geometry, "properties": dict(each.properties)}


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
