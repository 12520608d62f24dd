"""Every hostile text comes back from every format as the same text, by a reader that is not ours."""

import csv
import json
import re
import sqlite3
import zipfile
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest
from geojson_rules import validate_geojson
from hostile import hostile_atlas, payloads

from geo.atlas import load_atlas
from geo.export import FORMATS
from geo.export.qml import layer_style

TEXTS = payloads()
KML = "{http://www.opengis.net/kml/2.2}"
FORMULA = "=+-@＝＋－＠"
GEOPACKAGE_LAYERS = {
    "points", "lines", "areas", "unlocated", "indicators", "articles", "layer_styles",
}  # fmt: skip


@pytest.fixture(scope="module")
def files():
    """Every format's bytes."""
    atlas = hostile_atlas()
    return {name: row.make(atlas) for name, row in FORMATS.items()}


@pytest.fixture
def on_disk(files, tmp_path):
    def on_disk(name):
        path = tmp_path / f"a{FORMATS[name].suffix}"
        path.write_bytes(files[name])
        return path

    return on_disk


def xml_text(text):
    """Return what XML 1.0 can hold of a text, with its own line ends."""
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", text)
    return kept.replace("\r\n", "\n").replace("\r", "\n")


def guarded(text):
    """Return a text as a spreadsheet gets it: with an apostrophe where it, or what follows its own, is a formula."""
    bare = text.lstrip("'")
    return "'" + text if bare[:1] in tuple("\t\r\n") or bare.lstrip()[:1] in tuple(FORMULA) else text


def is_bare_formula(cell):
    return cell.lstrip()[:1] in tuple(FORMULA) or cell[:1] in ("\t", "\r", "\n")


def test_the_corpus_has_every_class():
    assert len(TEXTS) >= 280


@pytest.mark.parametrize("name", ["geojson", "geojson-flat"])
def test_geojson(files, name):
    collection = json.loads(files[name])
    assert validate_geojson(collection) == []
    rows = [feature["properties"] for feature in collection["features"]][1:]
    for key in ("name", "source", "licence"):
        assert [row[key] for row in rows] == list(TEXTS)
    if name == "geojson":
        assert [row["indicators"][0]["metric"] for row in rows] == list(TEXTS)


def test_flat_geojson_by_gdal(on_disk):
    names = pyogrio.read_dataframe(on_disk("geojson-flat"))["name"].tolist()[1:]
    # GDAL ends a text at a NUL; the file itself is right, see above.
    assert names == [text.split("\0")[0] for text in TEXTS]


def test_csv_cells_come_back_and_none_is_a_formula(files):
    rows = list(csv.DictReader(StringIO(files["csv"].decode("utf-8-sig"), newline="")))[1:]
    for key in ("place_name", "metric", "title", "publisher", "place_source"):
        cells = [row[key] for row in rows]
        assert cells == [guarded(xml_text(text)) for text in TEXTS]
        assert not [cell for cell in cells if is_bare_formula(cell)]
    assert {row["value"] for row in rows} == {"-3.2"}


def test_a_workbook_holds_text_and_numbers_but_no_formula(files):
    book = openpyxl.load_workbook(BytesIO(files["xlsx"]))
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert types <= {"s", "inlineStr", "n"}
    names = [row[1] for row in book["places"].iter_rows(min_row=3, values_only=True)]
    # A workbook writes an underscore before a number as _x005F_; this reader leaves that to others.
    meant = [name.replace("_x005F_", "_") for name in names]
    assert meant == [guarded(xml_text(text)) for text in TEXTS]
    assert "_x005F_x003D_1+1" in names
    head, *rows = book["indicators"].iter_rows(values_only=True)
    assert {row[head.index("value")] for row in rows[1:]} == {-3.2}


def test_a_workbook_by_gdal(on_disk):
    names = pyogrio.read_dataframe(on_disk("xlsx"), layer="places")["name"].tolist()[1:]
    meant = [name.replace("_x005F_", "_") for name in names]
    assert meant == [guarded(xml_text(text)) for text in TEXTS]


def test_a_geopackage_by_gdal_and_by_sqlite(on_disk):
    path = on_disk("gpkg")
    assert set(pyogrio.list_layers(path)[:, 0]) == GEOPACKAGE_LAYERS
    named = [xml_text(text) for text in TEXTS]
    assert pyogrio.read_dataframe(path, layer="points")["name"].tolist() == named
    with sqlite3.connect(path) as base:
        assert [name for (name,) in base.execute("SELECT name FROM points ORDER BY fid")] == named
        rows = base.execute("SELECT metric, title, value FROM indicators ORDER BY fid").fetchall()[1:]
    base.close()
    assert rows == [(name, name, -3.2) for name in named]


def test_geoparquet_by_arrow(files):
    table = pq.read_table(BytesIO(files["parquet"]))
    for key in ("name", "metric", "unit", "source"):
        assert table[key].to_pylist()[1:] == list(TEXTS)


def test_kml_by_an_xml_parser_and_by_gdal(files, on_disk):
    named = [xml_text(text) for text in TEXTS]
    root = ET.fromstring(files["kml"])  # noqa: S314  what we wrote ourselves
    marks = list(root.iter(f"{KML}Placemark"))[1:]
    assert [mark.findtext(f"{KML}name") for mark in marks] == named
    assert {each.tag.removeprefix(KML) for each in root.iter()} == {
        "kml", "Document", "Placemark", "name", "description", "ExtendedData", "Data", "value", "Point", "Polygon",
        "outerBoundaryIs", "LinearRing", "coordinates", "Style", "styleUrl", "IconStyle", "LineStyle", "PolyStyle",
        "color", "width",
    }  # fmt: skip
    assert pyogrio.read_dataframe(on_disk("kml"))["Name"].tolist()[1:] == named


def test_a_bundle_has_safe_names_and_opens_as_an_atlas(files, tmp_path):
    with zipfile.ZipFile(BytesIO(files["zip"])) as archive:
        assert all(
            re.fullmatch(
                r"(layers/|basemap/)?(counties/)?[A-Za-z0-9_-]+\.(geojson|csv|json|txt|gpkg|qgs|md)", n
            )
            for n in archive.namelist()
        )
        archive.extractall(tmp_path)
    atlas = load_atlas(tmp_path)
    assert atlas.places["name"].tolist()[1:] == list(TEXTS)
    assert atlas.indicators["metric"].tolist() == list(TEXTS)
    assert atlas.articles["title"].tolist() == list(TEXTS)
    assert atlas.indicators["value"].eq(-3.2).all()


def test_licences_keep_to_their_lines(files):
    with zipfile.ZipFile(BytesIO(files["zip"])) as archive:
        *lines, empty, ground = archive.read("LICENCES.txt").decode().rstrip("\n").split("\n")
    assert (empty, ground.startswith("The base map")) == ("", True)
    assert len(lines) == 1 + 2 * len({text for text in TEXTS if text} | {"s"})
    assert all(line.startswith("  ") and line.endswith("; 1 places") for line in lines[2::2])


@pytest.mark.parametrize("dimension", [0, 1, 2])
def test_a_style_says_nothing_of_the_data(dimension):
    atlas = hostile_atlas(TEXTS[:3])
    assert atlas.places["name"].iloc[1] not in layer_style(dimension)
