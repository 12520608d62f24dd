import geopandas as gpd
import pandas as pd
import pytest
import shapely
from shapely import LineString, MultiLineString, Point

from geo.ui import along
from geo.ui.branches import Line, branches


def frame(rows):
    made = [
        {"id": key, "name": name, "kind": kind, "geometry": shape, "lon": lon, "lat": lat}
        for key, name, kind, shape, lon, lat in rows
    ]
    return gpd.GeoDataFrame(pd.DataFrame(made), geometry="geometry", crs=4326)


def point(key, lon, lat):
    return (key, key, "scenic_area", Point(lon, lat), lon, lat)


# Along the 30th parallel a degree is 96.49 km, along a meridian there 110.85 km.
ROAD = MultiLineString([[(110, 30), (111, 30)], [(112, 30), (113, 30)]])
RIVER = LineString([(113, 30), (112, 30), (111, 30)])
COURSES = (
    # 北溪 joins in the middle, 小溪 joins that one; 清河南源 begins the river, which is drawn from its mouth.
    Line("north", "北溪", LineString([(112, 30), (112, 30.5), (112, 31)])),
    Line("small", "小溪", LineString([(112.5, 30.5), (112, 30.5)])),
    Line("source", "清河南源", LineString([(110.5, 29.5), (111, 30)])),
    # It flows on as 大江; 别河 is far, and 清河 is the river itself from another source.
    Line("mouth", "大江", LineString([(113, 30), (114, 30)])),
    Line("far", "别河", LineString([(112, 33), (112, 32)])),
    Line("again", "清河", LineString([(113, 30.001), (111, 30.001)])),
)


@pytest.fixture(scope="module")
def places():
    rows = [("road", "路", "highway", ROAD, 111.5, 30.0), ("nowhere", "无", "other", None, None, None)]
    points = [
        point("b", 110.5, 30.05),
        point("a", 110.1, 30.0),
        point("c", 112.5, 30.0),
        point("far", 110.5, 31.0),
    ]
    return frame([*rows, *points])


@pytest.fixture(scope="module")
def valley():
    """A river of three places: beside it, beside a tributary, beside that one's tributary; and a tributary itself."""
    area = shapely.box(111, 29.9, 113, 31)
    return frame(
        [
            ("river", "清河", "river", RIVER, 112.0, 30.0),
            ("north", "北溪", "river", COURSES[0].geometry, 112.0, 30.5),
            ("basin", "清河流域", "basin", area, 112.0, 30.5),
            point("beside", 111.5, 30.0),
            point("up", 112.0, 30.25),
            point("upper", 112.25, 30.5),
            point("below", 112.9, 30.0),
            point("out", 110.6, 29.6),
        ]
    )


def test_places_stand_in_order_of_kilometre(places):
    found = along.along(places, along.network(places, "road", ()), 10_000).set_index("id")
    assert found.index.tolist() == ["a", "b", "c"]
    assert found["km"].tolist() == pytest.approx([9.65, 48.24, 144.73], abs=0.5)
    assert found["off_km"].tolist() == pytest.approx([0, 5.54, 0], abs=0.15)
    assert set(found["via"]) == {""}


def test_the_width_decides(places):
    road = along.network(places, "road", ())
    assert along.along(places, road, 1_000)["id"].tolist() == ["a", "c"]
    assert len(along.along(places, road, 200_000)) == 4


def test_a_river_takes_in_its_tributaries_and_those_of_these():
    found = branches(Line("river", "清河", RIVER), COURSES)
    assert [branch.via for branch in found] == ["", "清河南源", "北溪", "北溪 › 小溪"]
    assert [branch.joins_km for branch in found] == pytest.approx([0, 0, 96.5, 96.5], abs=1)
    assert [branch.above_km for branch in found] == pytest.approx([0, 0, 0, 55.4], abs=1)


def test_kilometres_begin_at_a_known_source():
    river = branches(Line("river", "清河", RIVER), COURSES)[0]
    # Drawn from its mouth at 113 E, and turned round.
    assert river.line.coords[0][0] < river.line.coords[-1][0]
    without = branches(Line("river", "清河", RIVER), COURSES[:2])[0]
    assert without.line.coords[0][0] > without.line.coords[-1][0]


def test_where_each_ends_on_the_other_neither_is_known_to_flow_in():
    overlapping = (Line("other", "浑河", LineString([(112.2, 30), (113.5, 30), (114, 30.5)])),)
    assert len(branches(Line("river", "清河", RIVER), overlapping)) == 1


def test_places_on_a_tributary_stand_where_it_joins(valley):
    found = along.along(valley, along.network(valley, "river", COURSES), 5_000).set_index("id")
    assert found.index.tolist() == ["out", "beside", "north", "up", "basin", "upper", "below"]
    assert found["km"].tolist() == pytest.approx([0, 48.2, 96.5, 96.5, 96.5, 96.5, 183.3], abs=1)
    assert found["via"].tolist() == ["清河南源", "", "北溪", "北溪", "北溪", "北溪 › 小溪", ""]
    # 55.4 km up to 小溪, and a quarter degree of 96.0 km along it.
    assert found.loc["upper", "up_km"] == pytest.approx(55.4 + 24.0, abs=0.5)
    assert found.loc["up", "up_km"] == pytest.approx(27.7, abs=0.3)
    assert (found.loc["north", "up_km"], found.loc["north", "off_km"]) == (0, 0)


def test_a_basin_is_the_area_called_after_the_river(valley):
    assert along.basin_of(valley, "river") == "basin"
    assert along.basin_of(valley, "north") is None
    inside = along.within(valley, "basin")
    assert set(inside["id"]) == {"river", "north", "beside", "up", "upper", "below"}


def test_nothing_beside_a_line_is_an_empty_table(places):
    alone = places[places["id"].eq("road")]
    assert along.along(alone, along.network(alone, "road", ()), 1_000).empty


def test_only_lines_are_offered(dataset):
    assert set(along.lines(dataset.places)["name"]) == {"浏阳河", "环湖旅游公路"}
