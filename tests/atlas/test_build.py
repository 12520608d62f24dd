import pytest
import shapely

from geo.atlas import build_atlas
from geo.atlas.places import PLACES
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS
from geo.errors import AtlasError
from geo.model import Article, Context, Reading


def place(atlas, place_id):
    return atlas.places.set_index("id").loc[place_id]


def test_the_tables_have_the_columns_of_the_contract(atlas):
    assert list(atlas.places) == list(PLACES)
    assert atlas.places.crs.to_epsg() == 4326
    assert list(atlas.mentions) == list(MENTIONS)
    assert list(atlas.indicators) == list(INDICATORS)
    assert list(atlas.articles) == list(ARTICLES)


def test_indicator_ids_name_the_article_the_start_and_the_turn(atlas):
    assert atlas.indicators["id"].tolist() == ["a-4-0", "a-20-0", "a-20-1"]
    assert atlas.indicators["paragraph"].tolist() == [0, 1, 1]


def test_numbers_lose_the_noise_of_binary_fractions(atlas):
    assert 2.3 * 1e8 != 230_000_000
    assert atlas.indicators["normalized"].tolist()[1] == 230_000_000


def test_a_place_holds_the_indicators_said_of_it(atlas):
    city = place(atlas, "330500")
    assert [(row["relation"], row["id"]) for row in city["indicators"]] == [
        ("about", "a-4-0"),
        ("about", "a-20-0"),
        ("about", "a-20-1"),
    ]
    assert city["themes"] == ["ecology", "tourism", "economy"]
    assert city["indicators"][1] == {
        "relation": "about", "id": "a-20-0", "article": "a", "metric": "产值", "metric_key": "森林覆盖率",
        "value": -3.2, "value_to": 5, "unit": "%", "normalized": 230_000_000, "base_unit": "%", "comparison": "",
        "qualifier": "at_least", "period": "", "status": "target", "theme": "economy", "place_id": "330500",
        "surface": "-3.2%", "confidence": 0.9,
    }  # fmt: skip


def test_a_place_without_a_number_of_its_own_gets_those_beside_its_name(atlas):
    # The village's sentence has no number, its paragraph has one; the lake's sentence has none in either article,
    # its paragraph in the first has two; the mountain's paragraph has none.
    assert [(row["relation"], row["id"]) for row in place(atlas, "village:1")["indicators"]] == [
        ("context", "a-4-0")
    ]
    assert [row["id"] for row in place(atlas, "tai-hu")["indicators"]] == ["a-20-0", "a-20-1"]
    assert place(atlas, "tai-hu")["themes"] == ["tourism", "economy"]
    assert place(atlas, "unlocated:1")["indicators"] == []


def test_mentions_are_counted_over_articles(atlas):
    lake = place(atlas, "tai-hu")
    assert (lake["mention_count"], lake["articles"]) == (2, ["a", "b"])


def test_geometry_is_the_shape_else_the_point_else_nothing(atlas, shapes):
    assert place(atlas, "tai-hu").geometry.equals(shapes.shapes["tai-hu"])
    assert place(atlas, "village:1").geometry.equals(shapely.Point(119.6, 30.6))
    assert place(atlas, "unlocated:1").geometry is None


def test_mentions_say_why(atlas):
    row = atlas.mentions.iloc[0].to_dict()
    assert row == {
        "article": "a", "start": 0, "end": 2, "surface": "湖州", "place_id": "330500", "in_org": True, "score": 0.988,
        "why": "known name",
    }  # fmt: skip


def test_articles_fall_back_on_what_the_text_says(atlas):
    assert atlas.articles["published"].tolist() == ["2024", "2024-05-01"]
    assert atlas.articles["about"].tolist() == ["湖州市", "湖州市"]


def test_the_order_of_readings_does_not_matter(readings, shapes, atlas):
    turned = build_atlas(reversed(readings), shapes)
    assert turned.places.drop(columns="geometry").equals(atlas.places.drop(columns="geometry"))
    assert turned.indicators.equals(atlas.indicators)


def test_two_articles_of_one_name_are_refused(readings, shapes):
    with pytest.raises(AtlasError, match="share the id 'a'"):
        build_atlas([readings[0], readings[0]], shapes)


@pytest.mark.parametrize("given", [[], [Reading(Article("x", "无"), Context())]])
def test_nothing_to_map_is_an_empty_atlas(given, shapes):
    empty = build_atlas(given, shapes)
    assert len(empty.places) == len(empty.mentions) == len(empty.indicators) == 0
    assert len(empty.articles) == len(given)
