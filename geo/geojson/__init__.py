"""GeoJSON, written as RFC 7946 wants it.

WGS84 longitude and latitude with six decimals (about 0.1 m), outer rings counter-clockwise, no ``crs`` member,
``null`` where a place has no geometry, text ids, and one feature a line, so that two versions can be compared.
"""

from geo.geojson.write import Feature, collection_text, tidy

__all__ = ["Feature", "collection_text", "tidy"]
