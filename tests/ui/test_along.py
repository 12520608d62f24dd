import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geo.ui import along


@pytest.fixture(scope="module")
def places():
    """A road of two parts along the 30th parallel and places beside it; a degree is 96.49 km there."""
    road = shapely.MultiLineString([[(110, 30), (111, 30)], [(112, 30), (113, 30)]])
    points = {"b": (110.5, 30.05), "a": (110.1, 30.0), "c": (112.5, 30.0), "far": (110.5, 31.0)}
    rows = [{"id": "road", "lon": 111.5, "lat": 30.0, "geometry": road}]
    rows += [
        {"id": name, "lon": lon, "lat": lat, "geometry": shapely.Point(lon, lat)}
        for name, (lon, lat) in points.items()
    ]
    rows += [{"id": "nowhere", "lon": None, "lat": None, "geometry": None}]
    return gpd.GeoDataFrame(pd.DataFrame(rows), geometry="geometry", crs=4326)


def test_places_stand_in_order_of_kilometre(places):
    found = along.along(places, "road", 10_000).set_index("id")
    assert found.index.tolist() == ["a", "b", "c"]
    assert found["km"].tolist() == pytest.approx([9.65, 48.24, 144.73], abs=0.5)
    assert found["off_km"].tolist() == pytest.approx([0, 5.54, 0], abs=0.15)


def test_the_width_decides(places):
    assert along.along(places, "road", 1_000)["id"].tolist() == ["a", "c"]
    assert len(along.along(places, "road", 200_000)) == 4


def test_only_lines_are_offered(dataset):
    assert set(along.lines(dataset.places)["name"]) == {"浏阳河", "环湖旅游公路"}
