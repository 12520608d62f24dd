"""QGIS layer styles: one colour a theme, as on the map."""

from xml.etree import ElementTree as ET

from geo.palette import THEME_STYLES

# What QGIS calls the symbol of a dimension, its simple symbol layer, and that layer's colour option.
_SYMBOLS = (
    ("marker", "SimpleMarker", "color"),
    ("line", "SimpleLine", "line_color"),
    ("fill", "SimpleFill", "color"),
)
_OPTIONS = (
    {"name": "circle", "size": "3", "outline_color": "255,255,255,255", "outline_width": "0.3"},
    {"line_width": "0.8", "capstyle": "round"},
    {"outline_color": "80,80,80,255", "outline_width": "0.3"},
)
_OPACITY = ("255", "255", "90")
_NEUTRAL = "#888888"
# A place of several themes takes the colour of its first.
_FIRST_THEME = "regexp_substr(\"theme\", '^[^;]*')"


def layer_style(dimension: int) -> str:
    """Return the QML of a layer of points (0), lines (1) or areas (2)."""
    root = ET.Element("qgis", version="3.34", styleCategories="Symbology")
    renderer = ET.SubElement(
        root, "renderer-v2", type="categorizedSymbol", attr=_FIRST_THEME, symbollevels="0"
    )
    categories, symbols = ET.SubElement(renderer, "categories"), ET.SubElement(renderer, "symbols")
    colours = {**{str(style.theme): style.colour for style in THEME_STYLES}, "": _NEUTRAL}
    for number, (theme, colour) in enumerate(colours.items()):
        ET.SubElement(categories, "category", value=theme, symbol=str(number), label=theme, render="true")
        _add_symbol(symbols, str(number), dimension, colour)
    return ET.tostring(root, encoding="unicode")


def _add_symbol(symbols: ET.Element, name: str, dimension: int, colour: str) -> None:
    kind, layer_class, colour_option = _SYMBOLS[dimension]
    symbol = ET.SubElement(
        symbols, "symbol", type=kind, name=name, alpha="1", clip_to_extent="1", force_rhr="0"
    )
    layer = ET.SubElement(symbol, "layer", {"class": layer_class, "enabled": "1", "pass": "0"})
    options = ET.SubElement(layer, "Option", type="Map")
    rgb = ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    values = {colour_option: f"{rgb},{_OPACITY[dimension]}", **_OPTIONS[dimension]}
    for option, value in values.items():
        ET.SubElement(options, "Option", name=option, type="QString", value=value)
