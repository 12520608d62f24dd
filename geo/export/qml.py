"""QGIS layer styles: colours, dashes, rings and names as on the map."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from geo.captions import captions
from geo.export.qgis_symbols import LOOKS, OWN, SymbolLayer, add_expressions, add_symbol, symbol_layers

# A name is shown from the same scale on as on the map: 1 to this at zoom 7, and at zoom 9.
_OWN_SCALE, _OTHER_SCALE = 4_622_000, 1_155_000
# QGIS's numbers for ways to place a name: around the point, and curved along a line.
_PLACEMENTS = ("0", "3", "0")
# The name of an area stands by its disc, and not in the middle of what is seen of it.
_AREA = 2
_AT_DISC = {
    "geometryGeneratorEnabled": "1",
    "geometryGeneratorType": "PointGeometry",
    "geometryGenerator": "point_on_surface($geometry)",
}
_CATEGORIES = {"type": "categorizedSymbol", "attr": "main_theme", "symbollevels": "0", "enableorderby": "1"}
# Places that stand on one point, within this distance on the sheet, are spread around it.
_STACKED_MM = "0.2"


def layer_style(dimension: int) -> str:
    """Return the QML of a layer of points (0), lines (1) or areas (2)."""
    root = ET.Element("qgis", version="3.22", styleCategories="Symbology|Labeling", labelsEnabled="1")
    add_style(root, dimension)
    return ET.tostring(root, encoding="unicode")


def add_style(parent: ET.Element, dimension: int) -> None:
    """Write renderer and names of a layer into a style's or a project layer's XML."""
    _add_renderer(parent if dimension else _spread(parent), dimension)
    _add_names(parent, dimension)


def _spread(parent: ET.Element) -> ET.Element:
    """Return the element for the renderer of points, in one that spreads those on one spot."""
    clear = {"circleWidth": "0", "circleColor": "0,0,0,0", "labelAttributeName": "", "labelColor": "0,0,0,0"}
    where = {"tolerance": _STACKED_MM, "toleranceUnit": "MM", "placement": "1", "circleRadiusAddition": "0"}
    renderer = ET.SubElement(parent, "renderer-v2", {"type": "pointDisplacement", **clear, **where})
    ET.SubElement(renderer, "labelFontProperties", description="Sans,8,-1,5,50,0,0,0,0,0", style="")
    middle = SymbolLayer("SimpleMarker", {"size": "0", "color": "0,0,0,0", "outline_style": "no"})
    add_symbol(renderer, "centerSymbol", 0, [middle])
    return renderer


def _add_renderer(parent: ET.Element, dimension: int) -> None:
    renderer = ET.SubElement(parent, "renderer-v2", _CATEGORIES)
    categories, symbols = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    for number, (theme, look) in enumerate(LOOKS.items()):
        label = _bilingual(f"theme.{theme or 'none'}")
        ET.SubElement(categories, "category", value=theme, symbol=str(number), label=label, render="true")
        add_symbol(symbols, str(number), dimension, symbol_layers(dimension, look))
    order = ET.SubElement(renderer, "orderby")
    ET.SubElement(order, "orderByClause", asc="0", nullsFirst="0").text = "area($geometry)"


def _bilingual(key: str) -> str:
    return f"{captions('zh')(key)} {captions('en')(key)}"


def _add_names(parent: ET.Element, dimension: int) -> None:
    settings = ET.SubElement(ET.SubElement(parent, "labeling", type="simple"), "settings")
    text: Mapping[str, str] = {"fieldName": "name", "fontSize": "9", "fontSizeUnit": "Point"}
    style = ET.SubElement(settings, "text-style", {**text, "textColor": "43,47,54,255"})
    halo = {"bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM"}
    ET.SubElement(style, "text-buffer", {**halo, "bufferColor": "255,255,255,255", "bufferNoFill": "0"})
    beside = {"placement": _PLACEMENTS[dimension], "dist": "2.6", "distUnits": "MM"}
    ET.SubElement(settings, "placement", beside | (_AT_DISC if dimension == _AREA else {}))
    ET.SubElement(settings, "rendering", drawLabels="1", obstacle="0")
    shown = f"@map_scale < if({OWN}, {_OWN_SCALE}, {_OTHER_SCALE})"
    add_expressions(settings, "dd_properties", {"Show": shown, "Priority": f"if({OWN}, 9, 4)"})
