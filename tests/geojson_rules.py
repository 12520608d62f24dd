"""A validator of GeoJSON: RFC 7946, and what Jintu promises beyond it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from geo.geojson.write import DECIMALS

# How many arrays enclose a position.
_DEPTHS = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
_POSITION_SIZES = (2, 3)
_LINE_SIZE = 2
_RING_SIZE = 4
# Room for the noise of binary fractions when decimals are counted and extents compared.
_TOLERANCE = 1e-9


def validate_geojson(collection: object) -> list[str]:
    """List everything in which a parsed FeatureCollection departs from RFC 7946 or from Jintu's own promises.

    Parameters
    ----------
    collection
        What `json.loads` returned.

    Returns
    -------
    list of str
        One sentence each, with the feature it speaks of; empty where all is well.
    """
    if not isinstance(collection, Mapping):
        return ["The document is no JSON object; a FeatureCollection is expected."]
    return list(_collection(collection))


def _collection(collection: Mapping[str, Any]) -> Iterator[str]:
    if collection.get("type") != "FeatureCollection":
        yield f"The document's type is {collection.get('type')!r}, not 'FeatureCollection'."
    if "crs" in collection:
        yield "The document has a 'crs' member, which RFC 7946 removed; coordinates are WGS84."
    features = collection.get("features")
    if not isinstance(features, list):
        yield "The document has no array 'features'."
        return
    seen: set[str] = set()
    for number, each in enumerate(features):
        yield from (f"Feature {number}: {complaint}" for complaint in _feature(each, seen))
    yield from _extent(collection.get("bbox"), features)


def _feature(each: object, seen: set[str]) -> Iterator[str]:
    if not isinstance(each, Mapping) or each.get("type") != "Feature":
        yield "it is no object of type 'Feature'."
        return
    yield from _id(each.get("id"), seen)
    yield from _properties(each)
    if "geometry" not in each:
        yield "it has no member 'geometry'; an unlocated place has null there."
    elif each["geometry"] is not None:
        yield from _geometry(each["geometry"])


def _id(value: object, seen: set[str]) -> Iterator[str]:
    if not isinstance(value, str) or not value:
        yield f"its id is {value!r}; a text is expected."
    elif value in seen:
        yield f"its id {value!r} is taken by an earlier feature."
    else:
        seen.add(value)


def _properties(each: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(each.get("properties", 0), Mapping | None):
        yield "its 'properties' are neither an object nor null."
    elif any(isinstance(value, float) and not math.isfinite(value) for value in _values(each["properties"])):
        yield "its properties hold NaN or an infinite number, which JSON does not know."


def _values(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    else:
        yield value


def _geometry(geometry: object) -> Iterator[str]:
    if not isinstance(geometry, Mapping):
        yield "its geometry is no object."
    elif geometry.get("type") == "GeometryCollection":
        for part in _nested(geometry.get("geometries"), 1):
            yield from _geometry(part)
    elif str(geometry.get("type")) not in _DEPTHS:
        yield f"its geometry has the unknown type {geometry.get('type')!r}."
    else:
        yield from _coordinates(geometry["type"], geometry.get("coordinates"))


def _coordinates(kind: str, coordinates: object) -> Iterator[str]:
    depth = _DEPTHS[kind]
    if not _is_nested(coordinates, depth):
        yield f"the coordinates of its {kind} are no arrays nested {depth + 1} deep."
        return
    positions = list(_nested(coordinates, depth))
    if not positions:
        yield f"its {kind} has no coordinates."
    complaints = dict.fromkeys(complaint for each in positions for complaint in _position(each))
    yield from complaints
    if all(_is_position(each) for each in positions):
        yield from _parts(kind, coordinates)


def _parts(kind: str, coordinates: object) -> Iterator[str]:
    if kind.endswith("LineString"):
        if any(len(line) < _LINE_SIZE for line in _nested(coordinates, _DEPTHS[kind] - 1)):
            yield f"its {kind} has a line of fewer than two positions."
    elif kind.endswith("Polygon"):
        for rings in _nested(coordinates, _DEPTHS[kind] - 2):
            yield from _rings(rings)


def _is_nested(value: object, depth: int) -> bool:
    return depth == 0 or (isinstance(value, list) and all(_is_nested(inner, depth - 1) for inner in value))


def _nested(value: object, depth: int) -> Iterator[Any]:
    """Yield the members ``depth`` arrays down; nothing where there is no array."""
    if depth == 0:
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from _nested(inner, depth - 1)


def _is_position(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and len(value) in _POSITION_SIZES
        and all(isinstance(part, int | float) and math.isfinite(part) for part in value)
    )


def _position(value: Any) -> Iterator[str]:
    if not _is_position(value):
        yield "a position is no array of two or three finite numbers."
        return
    lon, lat = value[:2]
    if abs(lon) > 180 or abs(lat) > 90:
        yield f"the position {value} is no longitude and latitude in degrees."
    if any(abs(part - round(part, DECIMALS)) > _TOLERANCE for part in value):
        yield f"the position {value} has more than {DECIMALS} decimals."


def _rings(rings: list[list[list[float]]]) -> Iterator[str]:
    for number, ring in enumerate(rings):
        if len(ring) < _RING_SIZE or ring[0] != ring[-1]:
            yield "a ring is not closed or has fewer than four positions."
        elif (_twice_area(ring) > 0) != (number == 0):
            yield "a ring winds the wrong way: outer rings go counter-clockwise, holes clockwise."


def _twice_area(ring: list[list[float]]) -> float:
    # Taken from the first corner: with absolute coordinates small rings drown in rounding.
    x0, y0 = ring[0][:2]
    local = [(x - x0, y - y0) for x, y, *_ in ring]
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(local))


def _extent(bbox: object, features: list[Any]) -> Iterator[str]:
    shapes = [each.get("geometry") for each in features if isinstance(each, Mapping)]
    positions = [each for shape in shapes for each in _all_positions(shape) if _is_position(each)]
    if not positions:
        if bbox is not None:
            yield "The document has a 'bbox' although nothing in it is located."
        return
    lons, lats = [each[0] for each in positions], [each[1] for each in positions]
    extent = [min(lons), min(lats), max(lons), max(lats)]
    if not isinstance(bbox, list) or bbox != extent:
        yield f"The document's 'bbox' is {bbox}, but its features reach over {extent}."


def _all_positions(geometry: object) -> Iterator[Any]:
    if not isinstance(geometry, Mapping):
        return
    for part in _nested(geometry.get("geometries"), 1):
        yield from _all_positions(part)
    yield from _nested(geometry.get("coordinates"), _DEPTHS.get(str(geometry.get("type")), 0))
