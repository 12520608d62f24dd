import pytest

from geo.errors import DataError
from geo.gazetteer import open_gazetteer
from geo.gazetteer.points import read_points
from geo.model import Precision

METRES_OFF_SHORE = 300


@pytest.fixture(scope="module")
def points():
    return read_points()


@pytest.mark.parametrize(
    ("adcode", "lon", "lat"),
    [
        ("330100", 120.155, 30.274),
        ("510100", 104.066, 30.573),
        ("140400", 113.117, 36.195),
        ("654002", 81.318, 43.918),
        # told by Latin letters, and by the first town of the list
        ("350623", 117.613, 24.118),
        ("420527", 110.978, 30.826),
        ("140423", 113.051, 36.535),
    ],
)
def test_a_city_s_seat_is_in_the_city(points, adcode, lon, lat):
    """The coordinates were read off a map."""
    seat = points.seats[adcode]
    assert abs(seat.lon - lon) < 0.12
    assert abs(seat.lat - lat) < 0.12


def test_each_point_lies_in_its_division(points):
    admin = open_gazetteer().admin
    located = {**{(adcode, ""): point for adcode, point in points.seats.items()}, **points.townships}
    outside = [
        key for key, point in located.items() if admin.gap_m(key[0], point.lon, point.lat) > METRES_OFF_SHORE
    ]
    assert outside == []


def test_a_township_with_a_point_is_approximate():
    gazetteer = open_gazetteer()
    known = next(name.place_id for name in gazetteer.names() if name.text == "台怀镇")
    place = gazetteer.place(known)
    assert place.precision is Precision.APPROXIMATE
    assert (place.lon, place.lat) == (113.5909, 39.00898)
    assert "CC BY 4.0" in place.licence


def test_a_broken_table_is_said(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("adcode,township,lon,lat,geonameid\n330100,,east,30,1\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"points\.csv"):
        read_points(path)


def test_what_lies_somewhere_in_a_city_stands_at_its_seat_with_the_whole_city_in_reach():
    gazetteer = open_gazetteer()
    anchor = gazetteer.anchor("140400")
    assert (anchor.point.lon, anchor.point.lat) == (113.10528, 36.18389)
    # 沁源's western border is about 115 km from the seat of 长治.
    assert 100_000 < anchor.radius_m < 135_000
