"""KML: one placemark a place; text is escaped by the XML library, never put together by hand."""

from xml.etree import ElementTree as ET

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.atlas.tables import format_number
from geo.export.writable import writable
from geo.geojson import tidy
from geo.layers import LAYER
from geo.palette import NEUTRAL, THEME_STYLES

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_COLOURS = {**{str(style.theme): style.colour for style in THEME_STYLES}, "": NEUTRAL}


def kml_text(layer: gpd.GeoDataFrame) -> str:
    """Return a flat layer as a KML document, coloured by main theme, all columns as ExtendedData.

    Parameters
    ----------
    layer
        From `geo.layers.flat_layer`; a place without geometry becomes a placemark without one.
    """
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = ET.SubElement(root, "Document")
    for theme, colour in _COLOURS.items():
        _add_style(document, theme, colour)
    for row in layer.to_dict("records"):
        mark = ET.SubElement(document, "Placemark")
        _add_text(mark, "name", row["name"])
        _add_text(mark, "description", row["indicators"])
        _add_text(mark, "styleUrl", f"#{_style(row['main_theme'])}")
        data = ET.SubElement(mark, "ExtendedData")
        for name in LAYER:
            _add_text(ET.SubElement(data, "Data", name=name), "value", _written(row[name]))
        if row["geometry"] is not None:
            _add_geometry(mark, tidy(row["geometry"]))
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _style(theme: str) -> str:
    return f"theme-{theme or 'none'}"


def _add_style(document: ET.Element, theme: str, colour: str) -> None:
    """Write the colour of a theme; KML wants opacity, blue, green, red."""
    bgr = colour[5:7] + colour[3:5] + colour[1:3]
    style = ET.SubElement(document, "Style", id=_style(theme))
    for tag, opacity, more in (
        ("IconStyle", "ff", {}),
        ("LineStyle", "e6", {"width": "2"}),
        ("PolyStyle", "40", {}),
    ):
        part = ET.SubElement(style, tag)
        _add_text(part, "color", opacity + bgr)
        for name, value in more.items():
            _add_text(part, name, value)


def _written(value: str | float) -> str:
    if isinstance(value, str):
        return value
    return "" if pd.isna(value) else format_number(value)


def _add_text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = writable(text)


def _add_geometry(parent: ET.Element, geometry: BaseGeometry) -> None:
    if isinstance(geometry, shapely.Polygon):
        area = ET.SubElement(parent, "Polygon")
        _add_ring(area, "outerBoundaryIs", geometry.exterior)
        for hole in geometry.interiors:
            _add_ring(area, "innerBoundaryIs", hole)
    elif isinstance(geometry, shapely.Point | shapely.LineString):
        _add_coordinates(ET.SubElement(parent, geometry.geom_type), geometry)
    else:
        many = ET.SubElement(parent, "MultiGeometry")
        for part in shapely.get_parts(geometry):
            _add_geometry(many, part)


def _add_ring(area: ET.Element, tag: str, ring: shapely.LinearRing) -> None:
    _add_coordinates(ET.SubElement(ET.SubElement(area, tag), "LinearRing"), ring)


def _add_coordinates(parent: ET.Element, line: BaseGeometry) -> None:
    lonlats = shapely.get_coordinates(line).tolist()
    ET.SubElement(parent, "coordinates").text = " ".join(f"{lon},{lat}" for lon, lat in lonlats)
