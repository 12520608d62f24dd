"""From shapely geometries and properties to GeoJSON text."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

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


def collection_text(features: Iterable[Feature]) -> str:
    """Return a FeatureCollection as compact JSON text, one feature a line; equal input gives equal text.

    Parameters
    ----------
    features
        The collection has the ``bbox`` of all that is located; none where nothing is.

    Raises
    ------
    ValueError
        A property is NaN or infinite, which JSON does not know.
    """
    given = list(features)
    shapes = [_written(each.geometry) if each.geometry else None for each in given]
    lines = ",\n".join(_feature_text(each, shape) for each, shape in zip(given, shapes, strict=True))
    boxes = [shape.bounds for shape in shapes if shape]
    bbox = f'"bbox":{_compact(_hull(boxes))},' if boxes else ""
    return f'{{"type":"FeatureCollection",{bbox}"features":[\n{lines}\n]}}\n'


class _Written(NamedTuple):
    text: str
    bounds: tuple[float, float, float, float]


@lru_cache(maxsize=1024)
def _written(geometry: BaseGeometry) -> _Written:
    # The same boundary stands in the atlas and again in each of its theme layers, and writing it is most of the work.
    shape = tidy(geometry)
    return _Written(_compact(shapely.geometry.mapping(shape)), shape.bounds)


def _hull(boxes: Sequence[tuple[float, float, float, float]]) -> list[float]:
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return [min(wests), min(souths), max(easts), max(norths)]


def _feature_text(each: Feature, shape: _Written | None) -> str:
    geometry = shape.text if shape else "null"
    properties = _compact(dict(each.properties))
    return f'{{"type":"Feature","id":{_compact(each.id)},"geometry":{geometry},"properties":{properties}}}'


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
