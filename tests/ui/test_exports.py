"""What is exported equals what is shown: each format is read back and compared with the filter's outcome."""

import csv
import json
import re
import zipfile
from collections import Counter
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import geopandas as gpd
import numpy as np
import openpyxl
import pyogrio
import pytest
from fetched import places_of

from geo.export import FORMATS, exported
from geo.model import Theme
from geo.printing.subjects import subjects
from geo.ui.filters import NO_THEME, Filter, apply
from geo.ui.standalone import standalone
from geo.ui.subset import subset

FILTERS = (
    Filter(),
    Filter(themes=("tourism",)),
    Filter(themes=("tourism", "transport"), context=False),
    Filter(statuses=("target", "planned")),
    Filter(cities=("岳阳市",), since=2030),
    Filter(articles=("t-2",), themes=("energy", "industry", "culture")),
    Filter(themes=(NO_THEME,)),
    Filter(text="接待", until=2024),
    Filter(kinds=("river", "highway", "lake")),
)
_NAME = "{http://www.opengis.net/kml/2.2}"


def shown_pairs(shown):
    """Return (place id, indicator id) of all that is shown; a place without a figure has one pair with nothing."""
    places, rows = shown.dataset.places["id"], shown.dataset.indicators["id"]
    links = shown.dataset.links[shown.links]
    pairs = {(places[link.place], rows[link.row]) for link in links.itertuples()}
    return pairs | {
        (places[position], "")
        for position in np.flatnonzero(shown.places)
        if not (links["place"] == position).any()
    }


def counts_of(pairs):
    found = Counter(place for place, figure in pairs if figure)
    return {place: found[place] for place, _ in pairs}


def of_rich_geojson(text):
    features = json.loads(text)["features"]
    return {
        (each["id"], row["id"])
        for each in features
        for row in each["properties"]["indicators"] or [{"id": ""}]
    }


def of_csv(text):
    return [(row["place_id"], row["id"]) for row in csv.DictReader(StringIO(text, newline=""))]


def of_sheet(data):
    head, *rows = openpyxl.load_workbook(BytesIO(data))["indicators"].iter_rows(values_only=True)
    return [(row[head.index("place_id")], row[head.index("id")] or "") for row in rows]


def of_geopackage(data, path):
    path.write_bytes(data)
    ids = [
        place_id
        for layer in ("points", "lines", "areas", "unlocated")
        for place_id in pyogrio.read_dataframe(path, layer=layer, read_geometry=False)["id"]
    ]
    rows = pyogrio.read_dataframe(path, layer="indicators", read_geometry=False)
    assert sorted(ids) == sorted(set(rows["place_id"]))
    return list(zip(rows["place_id"], rows["id"].fillna(""), strict=True))


def of_html(data):
    page = data.decode()
    files = json.loads(re.search(r'<script id="data" type="application/json">(.*?)</script>', page).group(1))[
        "files"
    ]
    places = [place["id"] for place in places_of(files["atlas/places.json"])]
    details = {place: row for name in files if "details" in name for place, row in files[name].items()}
    assert sorted(details) == sorted(places)
    return {place: len(row["indicators"]) for place, row in details.items()}


def of_kml(data):
    marks = ET.fromstring(data).iter(f"{_NAME}Placemark")  # noqa: S314  what we wrote ourselves
    values = [
        {each.get("name"): each.findtext(f"{_NAME}value") for each in mark.iter(f"{_NAME}Data")}
        for mark in marks
    ]
    return {each["id"]: int(each["indicator_count"]) for each in values}


@pytest.fixture(params=FILTERS, ids=lambda chosen: str(chosen.restrictions()))
def chosen(request):
    return request.param


@pytest.fixture
def shown(dataset, chosen):
    found = apply(dataset, chosen)
    assert found.places.any()
    return found


@pytest.fixture
def made(shown, chosen):
    return lambda name: exported(name, subset(shown), chosen.restrictions())


def test_geojson_holds_the_figures_shown(shown, made):
    assert of_rich_geojson(made("geojson")) == shown_pairs(shown)


def test_tables_hold_a_row_for_each_figure_shown(shown, made, tmp_path):
    expected = sorted(shown_pairs(shown))
    assert sorted(of_csv(made("csv").decode("utf-8-sig"))) == expected
    assert sorted(of_sheet(made("xlsx"))) == expected
    assert sorted(of_geopackage(made("gpkg"), tmp_path / "a.gpkg")) == expected


def test_flat_formats_count_the_figures_shown(shown, made):
    expected = counts_of(shown_pairs(shown))
    flat = json.loads(made("geojson-flat"))["features"]
    assert {each["id"]: each["properties"]["indicator_count"] for each in flat} == expected
    parquet = gpd.read_parquet(BytesIO(made("parquet")))
    assert dict(zip(parquet["id"], parquet["indicator_count"], strict=True)) == expected
    assert of_kml(made("kml")) == expected


def test_the_bundle_holds_what_is_shown_and_why(shown, chosen, made):
    with zipfile.ZipFile(BytesIO(made("zip"))) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    pairs = shown_pairs(shown)
    assert of_rich_geojson(files["places.geojson"]) == pairs
    rows = {row["id"] for row in csv.DictReader(StringIO(files["indicators.csv"].decode(), newline=""))}
    assert rows == {figure for _, figure in pairs if figure}
    package = json.loads(files["datapackage.json"])
    assert package["filter"] == json.loads(json.dumps(chosen.restrictions()))
    assert package["counts"]["places"] == len(counts_of(pairs))
    assert package["counts"]["indicators"] == len(rows)


def test_a_theme_layer_of_the_bundle_holds_the_places_shown_with_that_theme(shown, made):
    with zipfile.ZipFile(BytesIO(made("zip"))) as opened:
        layers = {theme: json.loads(opened.read(f"layers/{theme}.geojson"))["features"] for theme in Theme}
    links = shown.dataset.links[shown.links]
    for number, theme in enumerate(Theme):
        positions = sorted(set(links.loc[links["theme"] == number, "place"]))
        assert [each["id"] for each in layers[theme]] == shown.dataset.places["id"].iloc[positions].tolist()


def test_maps_on_disk_and_on_paper_hold_what_is_shown(shown):
    pairs = shown_pairs(shown)
    part = subset(shown)
    assert of_html(standalone(part, "t", "zh")) == counts_of(pairs)
    printed = subjects(part, tuple(Theme))
    assert {(each.place["id"], row) for each in printed for row in each.figures or {""}} == pairs


def test_every_format_of_the_table_is_compared_here():
    assert set(FORMATS) == {"geojson", "geojson-flat", "gpkg", "csv", "xlsx", "parquet", "kml", "zip"}
