"""Symbols of QGIS as XML: the marks, lines and areas of the map, decided by a feature's own columns.

The expressions name columns of `geo.layers.LAYER` alone; no text of a place stands in them.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from geo.model import ADMIN_KINDS
from geo.palette import NEUTRAL, REGION_AREA_DEG2, THEME_STYLES, UNIT_AREA_DEG2

_KINDS = ("marker", "line", "fill")
# The map's pixels at 96 dots an inch.
_MM_PER_PX = 25.4 / 96
_PROPERTY_OF_EXPRESSION = "3"
_RING_MAX_M = 20_000
_WHITE = "255,255,255,255"

UNIT = f'"kind" IN ({", ".join(f"{kind.value!r}" for kind in sorted(ADMIN_KINDS))})'
OWN = "\"relation\" = 'about'"
_HOLLOW = f"\"precision\" = 'admin' OR {UNIT}"
_SIZE = f'CASE WHEN {OWN} THEN 18 WHEN "indicator_count" > 0 THEN 14 ELSE 10 END * {_MM_PER_PX:.4f}'
_RING = f'"precision" = \'approximate\' AND "uncertainty_m" <= {_RING_MAX_M}'
# A large region would lie like a lid on everything in it; a place known by its district only is not that district.
_AREA = (
    f"if({UNIT}, {OWN} AND area($geometry) < {UNIT_AREA_DEG2},"
    f" \"precision\" <> 'admin' AND area($geometry) < {REGION_AREA_DEG2})"
)


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and glyph of a theme; nothing but a colour for what has no theme."""

    colour: str
    ink: str = ""
    shade: str = ""
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class SymbolLayer:
    """One layer of a symbol.

    Parameters
    ----------
    name
        Its class in QGIS.
    options
        Its fixed options.
    expressions
        What a feature's columns decide, by the name of the property.
    below
        A symbol within it.
    """

    name: str
    options: Mapping[str, str]
    expressions: Mapping[str, str] = field(default_factory=dict)
    below: "tuple[SymbolLayer, ...]" = ()


LOOKS: Mapping[str, Look] = {
    **{str(row.theme): Look(row.colour, row.ink, row.shade, row.glyph) for row in THEME_STYLES},
    "": Look(NEUTRAL),
}


def symbol_layers(dimension: int, look: Look) -> tuple[SymbolLayer, ...]:
    """Return the symbol of a theme for points (0), lines (1) or areas (2), the lowest layer first."""
    if dimension == 0:
        return (_ring(look), *_disc(look))
    return (_line(look),) if dimension == 1 else (_area(look), _centroid(_disc(look)))


def add_symbol(parent: ET.Element, name: str, dimension: int, layers: Sequence[SymbolLayer]) -> None:
    """Write a symbol into the XML of a renderer or of another symbol's layer."""
    # An area that is cut at the edge of the view would have its disc in the middle of the rest.
    said = {"type": _KINDS[dimension], "name": name, "alpha": "1", "force_rhr": "0", "clip_to_extent": "0"}
    symbol = ET.SubElement(parent, "symbol", said)
    for number, layer in enumerate(layers):
        node = ET.SubElement(
            symbol, "layer", {"class": layer.name, "enabled": "1", "pass": "0", "locked": "0"}
        )
        _add_options(node, layer.options)
        add_expressions(node, "data_defined_properties", layer.expressions)
        if layer.below:
            add_symbol(node, f"@{name}@{number}", 0, layer.below)


def add_expressions(parent: ET.Element, tag: str, expressions: Mapping[str, str]) -> None:
    """Write properties that expressions decide, as QGIS keeps a collection of them."""
    whole = ET.SubElement(ET.SubElement(parent, tag), "Option", type="Map")
    ET.SubElement(whole, "Option", name="name", type="QString", value="")
    rows = ET.SubElement(whole, "Option", name="properties", type="Map")
    for name, expression in expressions.items():
        row = ET.SubElement(rows, "Option", name=name, type="Map")
        ET.SubElement(row, "Option", name="active", type="bool", value="true")
        ET.SubElement(row, "Option", name="expression", type="QString", value=expression)
        ET.SubElement(row, "Option", name="type", type="int", value=_PROPERTY_OF_EXPRESSION)
    ET.SubElement(whole, "Option", name="type", type="QString", value="collection")


def rgba(colour: str, alpha: int = 255) -> str:
    """Return ``#rrggbb`` as QGIS writes a colour: four numbers with commas."""
    return ",".join(str(int(colour[start : start + 2], 16)) for start in (1, 3, 5)) + f",{alpha}"


def mm(px: float) -> str:
    """Return pixels of the map as millimetres on a sheet."""
    return f"{px * _MM_PER_PX:.3f}"


def _add_options(parent: ET.Element, values: Mapping[str, str]) -> None:
    options = ET.SubElement(parent, "Option", type="Map")
    for name, value in values.items():
        ET.SubElement(options, "Option", name=name, type="QString", value=value)


def _either(condition: str, yes: str, no: str) -> str:
    return f"if({condition}, '{yes}', '{no}')"


def _ring(look: Look) -> SymbolLayer:
    """Return the circle within which an approximate place lies, true to the ground."""
    options = {
        "name": "circle",
        "color": rgba(look.colour, 15),
        "outline_color": rgba(look.colour, 153),
        "outline_style": "dash",
        "outline_width": mm(1),
        "size_unit": "RenderMetersInMapUnits",
    }
    return SymbolLayer("SimpleMarker", options, {"enabled": _RING, "size": '2 * "uncertainty_m"'})


def _disc(look: Look) -> tuple[SymbolLayer, ...]:
    """Return the disc of a place, hollow for one known by its unit, with its theme's glyph."""
    options = {
        "name": "circle",
        "color": rgba(look.colour),
        "outline_color": _WHITE,
        "outline_width": mm(1.8),
    }
    colours = {
        "fillColor": _either(_HOLLOW, _WHITE, rgba(look.colour)),
        "outlineColor": _either(_HOLLOW, rgba(look.colour), _WHITE),
    }
    disc = SymbolLayer("SimpleMarker", options, {"size": _SIZE, **colours})
    return (disc, _glyph(look)) if look.glyph else (disc,)


def _glyph(look: Look) -> SymbolLayer:
    svg = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox="0 0 24 24", width="24", height="24")
    ET.SubElement(svg, "path", {"d": look.glyph, "fill": "param(fill)", "fill-rule": "evenodd"})
    drawing = base64.b64encode(ET.tostring(svg)).decode("ascii")
    options = {"name": f"base64:{drawing}", "color": rgba(look.ink), "outline_width": "0"}
    colour = _either(_HOLLOW, rgba(look.shade), rgba(look.ink))
    return SymbolLayer("SvgMarker", options, {"size": f"0.625 * {_SIZE}", "fillColor": colour})


def _line(look: Look) -> SymbolLayer:
    options = {
        "line_color": rgba(look.colour, 230), "line_width": mm(2.2), "capstyle": "flat", "joinstyle": "round",
    }  # fmt: skip
    expressions = {
        "outlineWidth": f"if({OWN}, {mm(3.5)}, {mm(2.2)})",
        "outlineStyle": _either("\"precision\" = 'schematic'", "dash", "solid"),
    }
    return SymbolLayer("SimpleLine", options, expressions)


def _area(look: Look) -> SymbolLayer:
    options = {
        "color": rgba(look.colour, 89), "outline_color": rgba(look.colour, 230), "outline_width": mm(1.4),
    }  # fmt: skip
    expressions = {
        "enabled": _AREA,
        "fillColor": _either(UNIT, rgba(look.colour, 13), rgba(look.colour, 89)),
        "outlineStyle": _either("\"precision\" = 'exact'", "solid", "dash"),
    }
    return SymbolLayer("SimpleFill", options, expressions)


def _centroid(disc: tuple[SymbolLayer, ...]) -> SymbolLayer:
    return SymbolLayer("CentroidFill", {"point_on_surface": "1", "point_on_all_parts": "0"}, {}, disc)
