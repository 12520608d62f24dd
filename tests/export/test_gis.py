import sqlite3
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree as ET

import geopandas as gpd
import pyogrio
import pytest
import shapely
from huzhou import ATLAS

from geo.export.gis import geopackage, geoparquet, kml
from geo.model import Theme

KML = {"k": "http://www.opengis.net/kml/2.2"}


def parsed(text):
    return ET.fromstring(text)  # noqa: S314  what we wrote ourselves


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "a.gpkg"
    path.write_bytes(geopackage(ATLAS))
    return path


def test_a_geopackage_has_a_layer_for_each_type_of_geometry(package):
    layers = dict(pyogrio.list_layers(package).tolist())
    assert layers == {
        "points": "MultiPoint", "lines": "MultiLineString", "areas": "MultiPolygon", "unlocated": None,
        "indicators": None, "articles": None, "layer_styles": None,
    }  # fmt: skip
    areas = pyogrio.read_dataframe(package, layer="areas")
    assert areas.crs.to_epsg() == 4326
    assert areas["id"].tolist() == ["330500", "tai-hu"]
    assert areas["adcode"].tolist()[0] == "330500"
    assert pyogrio.read_dataframe(package, layer="points")["name"].tolist() == ["余村"]
    assert len(pyogrio.read_dataframe(package, layer="lines")) == 0


def test_a_geopackage_holds_the_tables(package):
    rows = pyogrio.read_dataframe(package, layer="indicators", read_geometry=False)
    assert len(rows) == 7
    assert rows["value"].min() == -3.2
    lost = pyogrio.read_dataframe(package, layer="unlocated", read_geometry=False)
    assert lost["name"].tolist() == ['"=失踪`${x}</script>山']


# QGIS 3.22 asks for all of these, and finds no style where one is missing.
STYLE_COLUMNS = {
    "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD",
    "useAsDefault", "description", "owner", "ui", "update_time",
}  # fmt: skip


def test_qgis_finds_a_style_for_each_layer(package):
    styles = pyogrio.read_dataframe(package, layer="layer_styles", read_geometry=False)
    assert set(styles) == STYLE_COLUMNS
    assert styles["f_table_name"].tolist() == ["points", "lines", "areas"]
    assert set(styles["f_geometry_column"]) == {"geom"}
    assert styles["useAsDefault"].all()
    for qml in styles["styleQML"]:
        categories = parsed(qml).findall(".//category")
        assert [each.get("value") for each in categories] == [*map(str, Theme), ""]


def test_a_geopackage_says_nothing_of_when_it_was_made(package):
    with closing(sqlite3.connect(package)) as database:
        dates = database.execute("SELECT DISTINCT last_change FROM gpkg_contents").fetchall()
        version = database.execute("PRAGMA user_version").fetchone()
    assert dates == [("2000-01-01T00:00:00.000Z",)]
    assert version == (10300,)
    assert geopackage(ATLAS) == package.read_bytes()


def test_a_geopackage_says_nothing_of_how_often_it_was_written(package, monkeypatch):
    write = pyogrio.write_dataframe

    def write_once_more(frame, path, **options):
        write(frame, path, **options)
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE gpkg_contents SET last_change = '2026-01-01T00:00:00.000Z'")

    monkeypatch.setattr(pyogrio, "write_dataframe", write_once_more)
    assert geopackage(ATLAS) == package.read_bytes()


def test_geoparquet_comes_back():
    frame = gpd.read_parquet(BytesIO(geoparquet(ATLAS)))
    assert frame.crs.to_epsg() == 4326
    assert frame["id"].tolist() == ["330500", "tai-hu", "unlocated:1", "village:1"]
    assert frame.geometry.iloc[2] is None


def test_kml_escapes_names_and_keeps_what_is_unlocated():
    marks = parsed(kml(ATLAS)).findall(".//k:Placemark", KML)
    names = [mark.findtext("k:name", namespaces=KML) for mark in marks]
    assert names == ["湖州市", "太湖", '"=失踪`${x}</script>山', "余村"]
    assert marks[2].find("k:Polygon", KML) is None
    assert marks[3].findtext("k:Point/k:coordinates", namespaces=KML) == "119.6,30.6"
    values = {
        each.get("name"): each.findtext("k:value", namespaces=KML)
        for each in marks[0].iter(f"{{{KML['k']}}}Data")
    }
    assert (values["adcode"], values["value"], values["theme"]) == (
        "330500",
        "46.1",
        "ecology; tourism; economy",
    )


def test_kml_has_the_colour_of_each_places_main_theme():
    root = parsed(kml(ATLAS))
    styles = {f"#{style.get('id')}": style for style in root.findall(".//k:Style", KML)}
    assert len(styles) == len(Theme) + 1
    marks = {
        mark.findtext("k:name", namespaces=KML): styles[mark.findtext("k:styleUrl", namespaces=KML)]
        for mark in root.findall(".//k:Placemark", KML)
    }
    # 117733 of ecology backwards, and 6b7280 of what has no theme.
    assert marks["湖州市"].findtext("k:LineStyle/k:color", namespaces=KML) == "e6337711"
    assert marks['"=失踪`${x}</script>山'].findtext("k:IconStyle/k:color", namespaces=KML) == "ff80726b"


def test_gdal_reads_the_kml(tmp_path):
    hole = shapely.box(120, 30, 121, 31).difference(shapely.box(120.2, 30.2, 120.4, 30.4))
    shapes = [hole, shapely.MultiLineString([[(0, 0), (1, 1)], [(2, 2), (3, 3)]]), None, shapely.Point(1, 2)]
    path = tmp_path / "a.kml"
    path.write_bytes(kml(replace(ATLAS, places=ATLAS.places.set_geometry(shapes, crs=4326))))
    read = pyogrio.read_dataframe(path)
    assert shapely.equals(shapely.force_2d(read.geometry.iloc[0]), hole)
    assert shapely.force_2d(read.geometry.iloc[1]).equals(shapes[1])
