"""The atlas in the repository is the build of the five articles, and holds what the app's first screen promises."""

import filecmp
import json
from pathlib import Path

import pyogrio
import pytest
from geojson_rules import validate_geojson
from shared import SHARED

from geo.articles import open_articles
from geo.atlas import build_atlas, load_atlas, save_atlas
from geo.layers import save_layers
from geo.reading import read_article
from geo.settings import data_dir

ATLAS = data_dir() / "atlas"
ARTICLES = SHARED / "articles"
IN_TABLES = ("articles.csv", "indicators.csv", "mentions.csv", "places.geojson")


def files(folder):
    return sorted(path.relative_to(folder) for path in Path(folder).rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def atlas():
    return load_atlas(ATLAS)


@pytest.fixture(scope="module")
def rebuilt(reader, gazetteer, tmp_path_factory):
    """Return a fresh build where the articles are at hand, else the committed one saved again."""
    out = tmp_path_factory.mktemp("atlas")
    if ARTICLES.is_dir():
        built = build_atlas([read_article(article, reader) for article in open_articles(ARTICLES)], gazetteer)
    else:
        built = load_atlas(ATLAS)
    save_atlas(built, out)
    save_layers(built, out)
    return out


def test_the_build_is_the_committed_atlas_byte_for_byte(rebuilt):
    assert [path for path in files(ATLAS) if path.suffix != ".md"] == files(rebuilt)
    different = [
        path for path in files(rebuilt) if not filecmp.cmp(ATLAS / path, rebuilt / path, shallow=False)
    ]
    assert different == []


def geometry_of(atlas, name):
    named = atlas.places["name"].eq(name) | atlas.places["name"].str.startswith(name + "（")
    row = atlas.places[named].iloc[0]
    return row, row.geometry


@pytest.mark.parametrize("name", ["浊漳河", "沁河", "太行一号旅游公路"])
def test_rivers_and_roads_are_lines_with_a_filled_popup(atlas, name):
    row, geometry = geometry_of(atlas, name)
    assert geometry.geom_type in {"LineString", "MultiLineString"}
    assert len(row["indicators"]) > 0


def test_the_lake_is_an_area(atlas):
    row, geometry = geometry_of(atlas, "漳泽湖")
    assert geometry.geom_type in {"Polygon", "MultiPolygon"}
    assert len(row["indicators"]) > 0


# The summit by OpenStreetMap (node 5977241906); the gate of the castle by two geocoders.
@pytest.mark.parametrize(("name", "lon", "lat"), [("王莽岭", 113.605, 35.676), ("皇城相府", 112.577, 35.514)])
def test_sights_lie_within_five_kilometres_of_the_truth(atlas, name, lon, lat):
    rows = atlas.places[atlas.places["name"].str.contains(name)]
    point = rows.iloc[0].geometry.representative_point()
    assert abs(point.x - lon) < 5 / 90
    assert abs(point.y - lat) < 5 / 111
    assert len(rows.iloc[0]["indicators"]) > 0


def test_the_first_popup_of_the_story(atlas):
    """64 A级景区, 1597.67万人次, +34.17 %, 2025 Q1-Q3, of 晋城."""
    city = atlas.places[atlas.places["name"] == "晋城市"].iloc[0]
    own = [item for item in city["indicators"] if item["relation"] == "about" and item["theme"] == "tourism"]
    told = {(item["value"], item["unit"], item["period"], item["comparison"]) for item in own}
    assert (64.0, "个", "2025-01/2025-09", "") in told
    assert (1597.67, "万人次", "2025-01/2025-09", "") in told
    assert (34.17, "%", "2025-01/2025-09", "yoy") in told


@pytest.mark.parametrize("path", [path for path in files(ATLAS) if path.suffix == ".geojson"], ids=str)
def test_each_layer_is_valid_and_opens_in_another_reader(path):
    assert validate_geojson(json.loads((ATLAS / path).read_text(encoding="utf-8"))) == []
    assert len(pyogrio.read_dataframe(ATLAS / path)) > 0
