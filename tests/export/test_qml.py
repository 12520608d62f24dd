"""The styles' structure; docs/qgis.md tells how they looked in QGIS itself."""

import base64
import re
from xml.etree import ElementTree as ET

import pytest

from geo.export.qml import layer_style
from geo.layers import LAYER
from geo.model import Theme
from geo.palette import THEME_STYLES

POINTS, LINES, AREAS = 0, 1, 2
COLOUR_OPTION = ("color", "line_color", "color")
LAYER_OF_COLOUR = ("SimpleMarker", "SimpleLine", "SimpleFill")


def style(dimension):
    return ET.fromstring(layer_style(dimension))  # noqa: S314  what we wrote ourselves


def symbols(dimension):
    return style(dimension).findall(".//renderer-v2[@type='categorizedSymbol']/symbols/symbol")


def option(layer, name):
    return layer.find(f"Option/Option[@name='{name}']").get("value")


def expressions(layer):
    rows = layer.findall("data_defined_properties/Option/Option[@name='properties']/Option")
    return {row.get("name"): row.find("Option[@name='expression']").get("value") for row in rows}


@pytest.mark.parametrize("dimension", [POINTS, LINES, AREAS])
def test_each_theme_has_its_colour(dimension):
    found = []
    for symbol in symbols(dimension):
        layers = [each for each in symbol.findall("layer") if each.get("class") == LAYER_OF_COLOUR[dimension]]
        found.append(option(layers[-1], COLOUR_OPTION[dimension]).rpartition(",")[0])
    expected = [",".join(str(int(row.colour[n : n + 2], 16)) for n in (1, 3, 5)) for row in THEME_STYLES]
    # 6b7280 for what has no theme.
    assert found == [*expected, "107,114,128"]


@pytest.mark.parametrize("dimension", [POINTS, LINES, AREAS])
def test_categories_are_those_of_a_column_and_called_as_in_the_app(dimension):
    renderer = style(dimension).find(".//renderer-v2[@type='categorizedSymbol']")
    assert renderer.get("attr") == "main_theme"
    assert renderer.get("attr") in LAYER
    labels = {each.get("value"): each.get("label") for each in renderer.findall("categories/category")}
    assert list(labels) == [*map(str, Theme), ""]
    assert labels["tourism"] == "文旅 Tourism"
    assert labels[""] == "无指标 No figures"


def test_schematic_lines_are_dashed_and_areas_that_are_not_exact():
    for symbol in symbols(LINES):
        (line,) = symbol.findall("layer")
        assert expressions(line)["outlineStyle"] == "if(\"precision\" = 'schematic', 'dash', 'solid')"
    for symbol in symbols(AREAS):
        area = symbol.find("layer[@class='SimpleFill']")
        assert expressions(area)["outlineStyle"] == "if(\"precision\" = 'exact', 'solid', 'dash')"


def test_approximate_points_have_a_circle_true_to_the_ground():
    for symbol in symbols(POINTS):
        ring, disc = symbol.findall("layer[@class='SimpleMarker']")
        assert option(ring, "size_unit") == "RenderMetersInMapUnits"
        assert option(ring, "outline_style") == "dash"
        assert expressions(ring)["size"] == '2 * "uncertainty_m"'
        assert expressions(ring)["enabled"].startswith("\"precision\" = 'approximate'")
        assert "'admin'" in expressions(disc)["fillColor"]


def test_areas_have_the_discs_of_points():
    for point, area in zip(symbols(POINTS), symbols(AREAS), strict=True):
        discs = point.findall("layer")[1:]
        below = area.findall("layer[@class='CentroidFill']/symbol/layer")
        assert [ET.tostring(each) for each in below] == [ET.tostring(each) for each in discs]


def test_a_glyph_is_the_palettes():
    name = option(symbols(POINTS)[0].find("layer[@class='SvgMarker']"), "name")
    drawing = base64.b64decode(name.removeprefix("base64:")).decode()
    assert THEME_STYLES[0].glyph in drawing


@pytest.mark.parametrize("dimension", [POINTS, LINES, AREAS])
def test_expressions_ask_for_columns_of_the_layer_only(dimension):
    texts = [each.get("value") for each in style(dimension).findall(".//Option[@name='expression']")]
    asked = {name for text in texts for name in re.findall(r'"(\w+)"', text)}
    assert asked <= set(LAYER)
    assert style(dimension).find("labeling/settings/text-style").get("fieldName") == "name"
