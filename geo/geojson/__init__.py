"""GeoJSON as RFC 7946 wants it: written so, and checked for it.

WGS84 longitude and latitude with six decimals (about 0.1 m), outer rings counter-clockwise, no ``crs`` member,
``null`` where a place has no geometry, text ids, and one feature a line, so that two versions can be compared.
"""

from geo.geojson.validate import validate_geojson
from geo.geojson.write import Feature, dumps, feature_collection, tidy

__all__ = ["Feature", "dumps", "feature_collection", "tidy", "validate_geojson"]
