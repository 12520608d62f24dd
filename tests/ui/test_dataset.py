import gzip
import json

from fetched import places_of
from sample_atlas import HOSTILE


def features(dataset):
    collection = json.loads(gzip.decompress(dataset.packed))
    return {place["name"]: place for place in places_of(collection)}


def test_links_join_places_with_their_figures(dataset):
    assert len(dataset.links) == 14
    assert dataset.links["about"].sum() == 10


def test_filters_offer_what_occurs(dataset):
    assert dataset.choices.cities == ("岳阳市", "长沙市")
    assert dataset.choices.kinds[:3] == ("prefecture", "county", "scenic_area")
    assert dataset.choices.statuses == ("actual", "planned", "target")
    assert dataset.choices.years == (2023, 2024, 2025, 2030)


def test_series_are_those_of_the_places_asked_for(dataset):
    assert {series.key.place_id for series in dataset.series_of(["cn-430100"])} == {"cn-430100"}
    assert [series.metric for series in dataset.series_of(["cn-430100"])] == [
        "接待游客",
        "接待游客",
        "粮食产量",
    ]
    assert dataset.series_of(["l-1"]) == ()


def test_shapes_and_discs(dataset):
    drawn = {name: (f["shape"], f["disc"]) for name, f in features(dataset).items()}
    assert drawn["长沙市"] == (True, True)
    assert drawn["长沙县"] == (False, True)  # no figure of its own: no outline
    assert drawn["浏阳河"] == (True, False)
    assert drawn["松雅湖"] == (True, True)
    assert drawn["星沙产业园"] == (False, True)
    assert drawn["某某重工"] == (False, False)


def test_an_unlocated_place_has_no_point(dataset):
    place = features(dataset)["某某重工"]
    assert place["geometry"] is None
    assert place["point"] is None


def test_only_lines_and_areas_travel_as_geometry(dataset):
    found = features(dataset)
    assert found["岳麓山"]["geometry"] is None
    assert found["岳麓山"]["point"] == [112.93, 28.18]
    assert found["浏阳河"]["geometry"]["type"] == "LineString"
    assert found["松雅湖"]["geometry"]["type"] == "Polygon"


def test_the_anchor_of_a_line_lies_on_it(dataset):
    line = features(dataset)["环湖旅游公路"]
    assert line["bounds"] == [12.6 + 100, 28.1, 113.3, 28.5]
    assert 112.6 < line["point"][0] < 113.3


def test_details_hold_what_popups_say(dataset):
    details = json.loads(dataset.details(0))
    city = details["cn-430100"]
    assert [row["surface"] for row in city["indicators"]] == ["1200万人次", "8.5%", "210万吨"]
    assert city["chain"] == {"zh": "湖南省", "en": "湖南省 Hunan"}
    assert city["indicators"][1]["comparison"] == "yoy"
    assert [row["relation"] for row in details["s-2"]["indicators"]] == ["context"]
    assert details["x-0"]["indicators"][0]["metric"] == HOSTILE[1]


def test_details_come_in_pieces(dataset):
    assert dataset.chunks == 1
    assert len(json.loads(dataset.details(0))) == len(dataset.places)
