import json
import math

import pyogrio
import pytest
import shapely
from geojson_rules import validate_geojson

from geo.geojson import Feature, collection_text

CLOCKWISE = shapely.Polygon([(0, 0), (0, 2), (2, 2), (2, 0)], [[(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)]])


def written(*features):
    return json.loads(collection_text(features))


def test_coordinates_have_six_decimals_and_no_height():
    point = written(Feature("a", shapely.Point(112.12345678, 35.98765432, 900), {}))["features"][0][
        "geometry"
    ]
    assert point == {"type": "Point", "coordinates": [112.123457, 35.987654]}


def test_rings_follow_the_right_hand_rule():
    rings = written(Feature("a", CLOCKWISE, {}))["features"][0]["geometry"]["coordinates"]
    assert rings[0] == [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
    assert rings[1] == [[0.5, 0.5], [0.5, 1], [1, 1], [1, 0.5], [0.5, 0.5]]


def test_the_box_spans_all_located_features_and_is_left_out_where_there_are_none():
    located = [Feature("a", shapely.Point(3, 4), {}), Feature("b", shapely.LineString([(1, 9), (2, 5)]), {})]
    assert written(*located, Feature("c", None, {}))["bbox"] == [1, 4, 3, 9]
    assert "bbox" not in written(Feature("c", None, {}))
    assert written() == {"type": "FeatureCollection", "features": []}


@pytest.mark.parametrize("nothing", [None, shapely.Point(), shapely.Polygon()])
def test_what_has_no_geometry_has_null(nothing):
    assert written(Feature("a", nothing, {}))["features"][0]["geometry"] is None


def test_a_second_reader_finds_the_same(tmp_path):
    path = tmp_path / "a.geojson"
    features = [
        Feature("x-1", CLOCKWISE, {"name": "甲", "n": -3.2}),
        Feature("x-2", None, {"name": "乙", "n": None}),
    ]
    path.write_text(collection_text(features), encoding="utf-8")
    frame = pyogrio.read_dataframe(path)
    assert frame.crs.to_epsg() == 4326
    assert frame["name"].tolist() == ["甲", "乙"]
    assert frame["n"].iloc[0] == -3.2
    assert frame.geometry.iloc[0].equals(CLOCKWISE)
    assert frame.geometry.iloc[1] is None


def test_what_is_written_passes_the_validator():
    parts = shapely.MultiPolygon([CLOCKWISE, shapely.box(5, 5, 6, 6)])
    mixed = shapely.GeometryCollection([shapely.Point(1, 1), parts])
    shapes = [parts, mixed, CLOCKWISE.boundary, shapely.MultiPoint([(1, 2), (3, 4)]), None]
    features = [Feature(str(n), shape, {"n": [1, {"a": None}]}) for n, shape in enumerate(shapes)]
    assert validate_geojson(written(*features)) == []


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_json_does_not_know_is_refused(value):
    with pytest.raises(ValueError, match="not JSON compliant"):
        collection_text([Feature("a", None, {"value": value})])
