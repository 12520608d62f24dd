import copy
import math

import pytest
from geojson_rules import validate_geojson
from hypothesis import given
from hypothesis import strategies as st

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
HOLE = [[0.5, 0.5], [0.5, 1], [1, 1], [1, 0.5], [0.5, 0.5]]
GOOD = {
    "type": "FeatureCollection",
    "bbox": [0, 0, 2, 2],
    "features": [
        {
            "type": "Feature",
            "id": "a",
            "geometry": {"type": "Polygon", "coordinates": [SQUARE, HOLE]},
            "properties": {"n": [1.5]},
        },
        {"type": "Feature", "id": "b", "geometry": None, "properties": None},
    ],
}


def test_a_good_document_has_no_complaint():
    assert validate_geojson(GOOD) == []


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (["type"], "Features", "not 'FeatureCollection'"),
        (["crs"], {"type": "name"}, "'crs' member"),
        (["features"], None, "no array 'features'"),
        (["bbox"], [0, 0, 1, 1], "'bbox' is"),
        (["bbox"], None, "'bbox' is None"),
        (["features", 0, "type"], "feature", "Feature 0: it is no object of type 'Feature'"),
        (["features", 0, "id"], 7, "its id is 7"),
        (["features", 1, "id"], "a", "Feature 1: its id 'a' is taken"),
        (["features", 1, "properties"], [], "neither an object nor null"),
        (["features", 0, "properties", "n", 0], math.nan, "NaN"),
        (["features", 0, "geometry"], "POINT(1 1)", "geometry is no object"),
        (["features", 0, "geometry", "type"], "Circle", "unknown type 'Circle'"),
        (["features", 0, "geometry"], polygon(SQUARE[::-1]), "winds the wrong way"),
        (["features", 0, "geometry"], polygon(SQUARE, HOLE[::-1]), "winds the wrong way"),
        (["features", 0, "geometry"], polygon(SQUARE[:-1]), "not closed"),
        (["features", 0, "geometry"], polygon(), "has no coordinates"),
        (["features", 0, "geometry"], {"type": "Polygon"}, "nested 3 deep"),
        (["features", 0, "geometry"], polygon(SQUARE, 5), "nested 3 deep"),
        (["features", 0, "geometry"], {"type": "LineString", "coordinates": [[0, 0]]}, "fewer than two"),
        (
            ["features", 0, "geometry"],
            {"type": "Point", "coordinates": [35.5, 112.8]},
            "no longitude and latitude",
        ),
        (
            ["features", 0, "geometry"],
            {"type": "Point", "coordinates": [1.1234567, 2]},
            "more than 6 decimals",
        ),
        (["features", 0, "geometry"], {"type": "Point", "coordinates": [1, math.inf]}, "finite numbers"),
        (["features", 0, "geometry"], {"type": "Point", "coordinates": ["1", "2"]}, "finite numbers"),
        (
            ["features", 0, "geometry"],
            {"type": "GeometryCollection", "geometries": [polygon(SQUARE[::-1])]},
            "winds the wrong way",
        ),
    ],
)
def test_each_fault_is_named(path, value, complaint):
    broken = copy.deepcopy(GOOD)
    target = broken
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert any(complaint in sentence for sentence in validate_geojson(broken)), validate_geojson(broken)


def test_a_feature_without_geometry_member_is_named():
    broken = copy.deepcopy(GOOD)
    del broken["features"][1]["geometry"]
    assert validate_geojson(broken) == [
        "Feature 1: it has no member 'geometry'; an unlocated place has null there."
    ]


def test_a_box_around_nothing_is_named():
    broken = {"type": "FeatureCollection", "bbox": [0, 0, 1, 1], "features": []}
    assert validate_geojson(broken) == ["The document has a 'bbox' although nothing in it is located."]


def test_no_object_at_all_is_named():
    assert "no JSON object" in validate_geojson([])[0]


words = st.sampled_from(
    ["type", "id", "geometry", "geometries", "coordinates", "features", "properties", "bbox"]
)
kinds = st.sampled_from(
    ["FeatureCollection", "Feature", "Point", "Polygon", "GeometryCollection", "LineString"]
)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3) | kinds,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=5),
    max_leaves=30,
)


def test_odd_nesting_is_named():
    odd = {"type": "MultiPolygon", "coordinates": [[SQUARE], 5]}
    broken = {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "geometry": odd}]}
    assert any("nested 4 deep" in sentence for sentence in validate_geojson(broken))


@given(anything)
def test_no_document_makes_the_validator_stumble(document):
    assert all(isinstance(sentence, str) for sentence in validate_geojson(document))


@given(anything)
def test_no_geometry_makes_the_validator_stumble(geometry):
    broken = {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "geometry": geometry}]}
    assert all(isinstance(sentence, str) for sentence in validate_geojson(broken))
