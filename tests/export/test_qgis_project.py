"""The project's structure; docs/qgis.md tells how it looked in QGIS itself."""

import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import pyogrio
import pytest
from huzhou import ATLAS, LOST

from geo.atlas import restrict
from geo.export.bundle import bundle
from geo.export.qgis_project import qgis_project


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("bundle")
    with zipfile.ZipFile(BytesIO(bundle(ATLAS))) as archive:
        archive.extractall(path)
    return path


@pytest.fixture(scope="module")
def project(folder):
    return ET.parse(folder / "atlas.qgs").getroot()  # noqa: S314  what we wrote ourselves


def test_every_layer_opens_by_its_relative_path(folder, project):
    sources = [each.text for each in project.findall("projectlayers/maplayer/datasource")]
    for source in sources:
        path, layer, *subset = source.split("|")
        assert path.startswith("./")
        assert not PurePosixPath(path).is_absolute()
        where = subset[0].removeprefix("subset=") if subset else None
        table = pyogrio.read_dataframe(folder / path, layer=layer.removeprefix("layername="), where=where)
        assert len(table) > 0 or layer == "layername=lines"
    assert project.findtext("properties/Paths/Absolute") == "false"


def test_places_lie_above_tables_and_the_base_map_below(project):
    order = [each.get("id").removeprefix("jintu_layer_") for each in project.iter("layer-tree-layer")]
    assert order == [
        "points", "lines", "areas", "unlocated", "indicators", "articles", "base_330000",
        "base_national", "base_province", "base_prefecture", "base_river", "base_lake", "base_china", "base_land",
    ]  # fmt: skip
    listed = [each.findtext("id").removeprefix("jintu_layer_") for each in project.iter("maplayer")]
    assert listed == order
    # QGIS gives layers with shorter ids new ones, and so loses them.
    assert all(len(each.findtext("id")) > 10 for each in project.iter("maplayer"))


def test_layers_have_the_styles_of_the_geopackage(folder, project):
    styles = pyogrio.read_dataframe(folder / "atlas.gpkg", layer="layer_styles", read_geometry=False)
    for name, qml in zip(styles["f_table_name"], styles["styleQML"], strict=True):
        node = project.find(f"projectlayers/maplayer[id='jintu_layer_{name}']")
        for tag in ("renderer-v2", "labeling"):
            assert ET.tostring(node.find(tag)) == ET.tostring(ET.fromstring(qml).find(tag))  # noqa: S314  as above


def test_figures_are_linked_to_places_and_articles(project):
    links = {each.get("id"): each.find("fieldRef").attrib for each in project.findall("relations/relation")}
    assert links["areas_indicators"] == {"referencingField": "place_id", "referencedField": "id"}
    assert links["articles_indicators"] == {"referencingField": "article", "referencedField": "article"}


def test_the_view_is_around_the_places_with_figures(project):
    extent = project.find("mapcanvas/extent")
    west, south, east, north = (float(extent.findtext(tag)) for tag in ("xmin", "ymin", "xmax", "ymax"))
    # A degree is 20037508.34 / 180 = 111319.49 m: 119.5 of them less a 20th of one, 120.5 and a 20th.
    assert (west, east) == pytest.approx((13297113, 13419565), abs=1)
    assert south < 3570000 < north
    assert project.findtext("projectCrs/spatialrefsys/authid") == "EPSG:3857"


def test_no_text_of_a_place_stands_in_it(folder):
    text = (folder / "atlas.qgs").read_text(encoding="utf-8")
    assert LOST.name in (folder / "places.geojson").read_text(encoding="utf-8").replace('\\"', '"')
    assert not any(name in text for name in ("湖州", "太湖", "余村", "失踪"))


def test_without_places_it_opens_on_china_and_without_a_base_map_it_has_none():
    root = ET.fromstring(qgis_project(restrict(ATLAS, {LOST.id: []}), ()))  # noqa: S314  as above
    assert root.findtext("mapcanvas/extent/xmin") == "8200000"
    assert len(root.findall("projectlayers/maplayer")) == 6
