"""A QGIS project over the files of a bundle: layers in order with their styles, tables linked, base map below.

It holds paths, names of layers and styles, and no text of any place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from geo.atlas import Atlas
from geo.export.basemap import FOLDER
from geo.export.qgis_symbols import SymbolLayer, add_symbol, mm, rgba
from geo.export.qml import add_style
from geo.model import PlaceKind, Relation

GEOPACKAGE = "atlas.gpkg"
_WEB_MERCATOR, _WGS84 = "EPSG:3857", "EPSG:4326"
# QGIS reads a project's CRS by its own number first.
_NUMBERS = {_WEB_MERCATOR: "3857", _WGS84: "3452"}
_GEOMETRIES = ("Point", "Line", "Polygon")
_PLACES = (("points", "点 Points"), ("lines", "线 Lines"), ("areas", "面 Areas"))
_TABLES = (
    ("unlocated", "未定位 Not located"),
    ("indicators", "指标 Indicators"),
    ("articles", "文章 Articles"),
)
_SEA = (233, 239, 243)
_COUNTY_SCALE = 1_155_000
# What stretches no view: too large, or too long.
_WIDE = {PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.RIVER, PlaceKind.HIGHWAY, PlaceKind.RAILWAY}
_CHINA_M = (8_200_000.0, 2_000_000.0, 15_050_000.0, 7_100_000.0)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer of the project; ``dimension`` is None for a table.

    QGIS replaces ids of ten characters and fewer, hence the long ones.
    """

    id: str
    title: str
    source: str
    dimension: int | None = None


@dataclass(frozen=True, slots=True)
class _Ground:
    """A layer of the base map: which part of which file, and its pen or fill."""

    part: str
    title: str
    file: str
    colour: str
    width_px: float = 0.0
    dashed: bool = False


_GROUNDS = (
    _Ground("national", "南海断续线 South China Sea line", "borders.json", "#a79f92", 1.5),
    _Ground("province", "省界 Provinces", "borders.json", "#a79f92", 1.5),
    _Ground("prefecture", "地级界 Prefectures", "borders.json", "#cdc6ba", 0.9),
    _Ground("river", "河流 Rivers", "water.json", "#b8d2e3", 1.1),
    _Ground("lake", "湖泊 Lakes", "water.json", "#cfe1ec"),
    _Ground("china", "中国 China", "china.json", "#fcfbf8"),
    _Ground("land", "陆地 Land", "land.json", "#f0efeb"),
)


def qgis_project(atlas: Atlas, basemap: Iterable[str]) -> str:
    """Return the text of a ``.qgs`` file that lies beside the GeoPackage of an atlas.

    Parameters
    ----------
    atlas
        What the GeoPackage holds; it decides where the project opens.
    basemap
        Paths of base map files that lie below the project, as ``basemap/borders.json``; its layers are left out
        where there are none.
    """
    root = ET.Element("qgis", version="3.22.0", projectname="Jintu")
    ET.SubElement(root, "title").text = "晋图 Jintu"
    _add_crs(ET.SubElement(root, "projectCrs"), _WEB_MERCATOR)
    tree, layers = ET.SubElement(root, "layer-tree-group"), ET.Element("projectlayers")
    _add_places(tree, layers)
    _add_basemap(tree, layers, sorted(basemap))
    _add_canvas(root, _view_m(atlas))
    root.append(layers)
    _add_relations(root)
    _add_properties(root)
    text = ET.tostring(root, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE qgis>\n{text}\n'


def _add_places(tree: ET.Element, layers: ET.Element) -> None:
    for dimension, (name, title) in enumerate(_PLACES):
        layer = _Layer(_id(name), title, f"./{GEOPACKAGE}|layername={name}", dimension)
        node = _add_layer(tree, layers, layer)
        add_style(node, dimension)
        # What lists of features, and of those linked to them, call a place.
        ET.SubElement(node, "previewExpression").text = '"name"'
    tables = ET.SubElement(tree, "layer-tree-group", name="表 Tables", checked="Qt::Checked", expanded="1")
    for name, title in _TABLES:
        _add_layer(tables, layers, _Layer(_id(name), title, f"./{GEOPACKAGE}|layername={name}"))


def _add_basemap(tree: ET.Element, layers: ET.Element, paths: list[str]) -> None:
    if not paths:
        return
    group = ET.SubElement(tree, "layer-tree-group", name="底图 Base map", checked="Qt::Checked", expanded="0")
    counties = [path for path in paths if path.startswith(f"{FOLDER}/counties/")]
    for path in counties:
        code = path.rpartition("/")[2].removesuffix(".json")
        county = _Ground(
            "county", f"县级界 Counties {code}", f"counties/{code}.json", "#d6d0c6", 0.7, dashed=True
        )
        node = _add_ground(group, layers, county, code)
        node.attrib |= {"hasScaleBasedVisibilityFlag": "1", "minScale": str(_COUNTY_SCALE), "maxScale": "0"}
    for ground in _GROUNDS:
        if f"{FOLDER}/{ground.file}" in paths:
            _add_ground(group, layers, ground, ground.part)


def _add_ground(group: ET.Element, layers: ET.Element, ground: _Ground, name: str) -> ET.Element:
    stem = ground.file.rpartition("/")[2].removesuffix(".json")
    source = f"./{FOLDER}/{ground.file}|layername={stem}|subset=\"layer\" = '{ground.part}'"
    dimension = 1 if ground.width_px else 2
    node = _add_layer(group, layers, _Layer(_id(f"base_{name}"), ground.title, source, dimension))
    renderer = ET.SubElement(node, "renderer-v2", type="singleSymbol", symbollevels="0")
    add_symbol(ET.SubElement(renderer, "symbols"), "0", dimension, [_pen_or_fill(ground)])
    return node


def _pen_or_fill(ground: _Ground) -> SymbolLayer:
    if not ground.width_px:
        return SymbolLayer("SimpleFill", {"color": rgba(ground.colour), "outline_style": "no"})
    style = "dash" if ground.dashed else "solid"
    pen = {"line_color": rgba(ground.colour), "line_width": mm(ground.width_px), "line_style": style}
    return SymbolLayer("SimpleLine", pen)


def _add_layer(tree: ET.Element, layers: ET.Element, layer: _Layer) -> ET.Element:
    """Write a layer into tree and list; return its node in the list, for a style."""
    kind = "No geometry" if layer.dimension is None else _GEOMETRIES[layer.dimension]
    ET.SubElement(tree, "layer-tree-layer", _leaf(layer))
    node = ET.SubElement(layers, "maplayer", type="vector", geometry=kind, labelsEnabled="1", readOnly="0")
    for tag, value in (("id", layer.id), ("datasource", layer.source), ("layername", layer.title)):
        ET.SubElement(node, tag).text = value
    if layer.dimension is not None:
        _add_crs(ET.SubElement(node, "srs"), _WGS84)
    ET.SubElement(node, "provider", encoding="UTF-8").text = "ogr"
    return node


def _id(name: str) -> str:
    return f"jintu_layer_{name}"


def _leaf(layer: _Layer) -> dict[str, str]:
    said = {"id": layer.id, "name": layer.title, "source": layer.source, "providerKey": "ogr"}
    return {**said, "checked": "Qt::Checked", "expanded": "0"}


def _add_crs(parent: ET.Element, name: str) -> None:
    system = ET.SubElement(parent, "spatialrefsys")
    ET.SubElement(system, "srsid").text = _NUMBERS[name]
    ET.SubElement(system, "authid").text = name


def _add_canvas(root: ET.Element, view_m: tuple[float, float, float, float]) -> None:
    canvas = ET.SubElement(root, "mapcanvas", name="theMapCanvas", annotationsVisible="1")
    ET.SubElement(canvas, "units").text = "meters"
    extent = ET.SubElement(canvas, "extent")
    for tag, value in zip(("xmin", "ymin", "xmax", "ymax"), view_m, strict=True):
        ET.SubElement(extent, tag).text = f"{value:.0f}"
    _add_crs(ET.SubElement(canvas, "destinationsrs"), _WEB_MERCATOR)


def _add_relations(root: ET.Element) -> None:
    """Link each layer of places to its figures, and these to the articles they stand in."""
    relations = ET.SubElement(root, "relations")
    links = [(name, "indicators", "place_id", "id") for name in ("points", "lines", "areas", "unlocated")]
    for parent, child, field, key in [*links, ("articles", "indicators", "article", "article")]:
        said = {"id": f"{parent}_{child}", "name": f"{parent}-{child}", "strength": "Association"}
        ends = {"referencingLayer": _id(child), "referencedLayer": _id(parent)}
        relation = ET.SubElement(relations, "relation", {**said, **ends})
        ET.SubElement(relation, "fieldRef", referencingField=field, referencedField=key)


def _add_properties(root: ET.Element) -> None:
    """Write that paths are relative, and the colour of the sea behind all layers."""
    properties = ET.SubElement(root, "properties")
    ET.SubElement(ET.SubElement(properties, "Paths"), "Absolute", type="bool").text = "false"
    ET.SubElement(ET.SubElement(properties, "SpatialRefSys"), "ProjectionsEnabled", type="int").text = "1"
    ET.SubElement(ET.SubElement(properties, "Measure"), "Ellipsoid", type="QString").text = "EPSG:7030"
    gui = ET.SubElement(properties, "Gui")
    for part, value in zip(("Red", "Green", "Blue"), _SEA, strict=True):
        ET.SubElement(gui, f"CanvasColor{part}Part", type="int").text = str(value)


def _view_m(atlas: Atlas) -> tuple[float, float, float, float]:
    """Return bounds in Web Mercator around what the atlas speaks of most; China where nothing is located."""
    places = atlas.places[atlas.places.geometry.notna()]
    if places.empty:
        return _CHINA_M
    own = places["indicators"].map(lambda rows: any(row["relation"] == Relation.ABOUT for row in rows))
    main = places[own & ~places["kind"].isin(_WIDE)]
    west, south, east, north = (places if main.empty else main).to_crs(_WEB_MERCATOR).total_bounds
    margin = max(east - west, north - south, 10_000.0) * 0.05
    return west - margin, south - margin, east + margin, north + margin
