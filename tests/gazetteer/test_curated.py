import cProfile
import json
import math
import pstats
from typing import ClassVar

import pytest
from shapely.geometry import LineString, Point, box
from shapely.geometry.base import BaseGeometry

from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer.base import Name
from geo.gazetteer.curated import HEADER, CuratedGazetteer, covering_radius_m
from geo.gazetteer.points import Point as Seat
from geo.model import Place, PlaceKind, Precision

ROW = {
    "id": "lake-jinghu",
    "name": "镜湖",
    "aliases": "镜泊|明镜湖",
    "kind": "lake",
    "within": "甲省/乙市/丙县",
    "adcode": "990101",
    "lon": "100.5",
    "lat": "30.25",
    "precision": "approximate",
    "uncertainty_m": "800",
    "geometry": "",
    "source": "a survey",
    "licence": "CC0-1.0",
    "date": "2024-05",
}


class TwoUnits:
    """Two counties of one degree by one, side by side on the equator."""

    units: ClassVar = {"990101": box(0, 0, 1, 1), "990102": box(1, 0, 2, 1)}

    def names(self) -> tuple[Name, ...]:
        return ()

    def place(self, place_id: str) -> Place:
        return Place(id=place_id, name=place_id, kind=PlaceKind.COUNTY)

    def geometry(self, place_id: str) -> BaseGeometry:
        try:
            return self.units[place_id]
        except KeyError:
            raise UnknownPlaceError(place_id) from None


@pytest.fixture
def load(tmp_path):
    def loader(*changes, name="set.csv", header=HEADER):
        rows = [",".join(header), *(",".join((ROW | change).values()) for change in changes)]
        (tmp_path / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
        return CuratedGazetteer(TwoUnits(), folder=tmp_path)

    return loader


def test_a_row_becomes_a_place_with_all_its_particulars(load):
    place = load({}).place("lake-jinghu")
    assert place == Place(
        id="lake-jinghu",
        name="镜湖",
        kind=PlaceKind.LAKE,
        aliases=("镜泊", "明镜湖"),
        admin=("甲省", "乙市", "丙县"),
        adcode="990101",
        precision=Precision.APPROXIMATE,
        lon=100.5,
        lat=30.25,
        uncertainty_m=800,
        source="a survey",
        licence="CC0-1.0",
        date="2024-05",
    )


def test_names_are_the_official_one_and_the_aliases(load):
    assert list(load({}).names()) == [
        Name("镜湖", "lake-jinghu", official=True),
        Name("镜泊", "lake-jinghu", official=False),
        Name("明镜湖", "lake-jinghu", official=False),
    ]


def test_a_point_has_no_geometry(load):
    assert load({}).geometry("lake-jinghu") is None


def test_an_unknown_id_is_an_error_of_its_own(load):
    gazetteer = load({})
    with pytest.raises(UnknownPlaceError, match="lake-nowhere"):
        gazetteer.place("lake-nowhere")
    with pytest.raises(UnknownPlaceError, match="lake-nowhere"):
        gazetteer.geometry("lake-nowhere")


def test_a_row_known_only_by_its_county_gets_a_point_and_a_radius_that_covers_the_county(load):
    gazetteer = load({"lon": "", "lat": "", "precision": "admin", "uncertainty_m": ""})
    place = gazetteer.place("lake-jinghu")
    assert (place.lon, place.lat, place.precision) == (0.5, 0.5, Precision.ADMIN)
    # Half the diagonal of one square degree at the equator: 78.6 km (WGS84: 55.66 km east, 55.29 km north).
    assert place.uncertainty_m == pytest.approx(math.hypot(55_660, 55_287), rel=1e-3)
    assert gazetteer.geometry("lake-jinghu") is None


def test_what_may_be_anywhere_in_a_county_stands_at_its_seat(load, tmp_path):
    """A point within the unit says no more than the unit; readers look for zones and schools in the town."""
    load({"precision": "admin", "lon": "0.5", "lat": "0.5", "uncertainty_m": "78700"})
    seats = {"990101": Seat(0.25, 0.5, "a survey")}
    place = CuratedGazetteer(TwoUnits(), seats, tmp_path).place("lake-jinghu")
    assert (place.lon, place.lat, place.precision) == (0.25, 0.5, Precision.ADMIN)
    # from the seat to the far corners: three quarters of a degree east, half a degree north
    assert place.uncertainty_m == pytest.approx(math.hypot(83_490, 55_287), rel=1e-3)


def test_a_point_of_its_own_is_kept(load, tmp_path):
    load({"lon": "0.5", "lat": "0.5"})
    seats = {"990101": Seat(0.25, 0.5, "a survey")}
    assert CuratedGazetteer(TwoUnits(), seats, tmp_path).place("lake-jinghu").lon == 0.5


def test_units_are_joined_to_one_area(load):
    gazetteer = load(
        {"lon": "", "lat": "", "precision": "admin", "uncertainty_m": "", "geometry": "units:990101|990102"}
    )
    area = gazetteer.geometry("lake-jinghu")
    assert area is not None
    assert area.equals(box(0, 0, 2, 1))
    place = gazetteer.place("lake-jinghu")
    assert area.contains(Point(place.lon, place.lat))


def test_a_geometry_file_is_read_when_asked_for_and_not_before(load, tmp_path):
    gazetteer = load({"geometry": "file:lines"})
    assert gazetteer.place("lake-jinghu").lon == 100.5
    with pytest.raises(DataError, match=r"lines\.geojson"):
        gazetteer.geometry("lake-jinghu")
    feature = {
        "type": "Feature",
        "id": "lake-jinghu",
        "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]},
    }
    folder = tmp_path / "geometry"
    folder.mkdir()
    (folder / "lines.geojson").write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    assert gazetteer.geometry("lake-jinghu") == LineString([(1, 2), (3, 4)])


def test_a_geometry_file_without_the_feature_says_so(load, tmp_path):
    folder = tmp_path / "geometry"
    folder.mkdir()
    (folder / "lines.geojson").write_text('{"features": []}', encoding="utf-8")
    with pytest.raises(DataError, match="no feature with the id 'lake-jinghu'"):
        load({"geometry": "file:lines"}).geometry("lake-jinghu")


def test_a_unit_without_boundary_says_so(load):
    gazetteer = load({"geometry": "units:999999"})
    with pytest.raises(DataError, match="999999, which has no boundary"):
        gazetteer.geometry("lake-jinghu")


def test_files_with_another_header_are_left_alone(load, tmp_path):
    (tmp_path / "aliases.csv").write_text("alias,adcode\n晋,140000\n", encoding="utf-8")
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    assert load({}).ids() == ("lake-jinghu",)


def test_ids_are_unique_over_all_files(load):
    load({}, name="a.csv")
    with pytest.raises(DataError, match=r"b\.csv line 2: the id 'lake-jinghu' is taken"):
        load({}, name="b.csv")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": "Lake Jing"}, "id is 'Lake Jing'; expected lower-case"),
        ({"name": ""}, "name is empty"),
        ({"source": ""}, "source is empty"),
        ({"licence": ""}, "licence is empty"),
        ({"kind": "pond"}, "kind is 'pond'; expected one of province"),
        ({"precision": "unlocated"}, "precision is 'unlocated'; expected one of exact, approximate"),
        ({"adcode": "9901"}, "adcode is '9901'; expected six digits"),
        ({"lon": "east"}, "lon is 'east'; expected a number up to 180"),
        ({"lat": "91"}, "lat is '91'; expected a number up to 90"),
        ({"lat": "nan"}, "lat is 'nan'; expected a number"),
        ({"lat": ""}, "lon and lat go together"),
        ({"uncertainty_m": ""}, "uncertainty_m is empty"),
        ({"lon": "", "lat": ""}, "a row without a point needs a geometry"),
        (
            {"lon": "", "lat": "", "precision": "admin", "adcode": ""},
            "a row without a point needs a geometry",
        ),
        ({"geometry": "file:../secret"}, "geometry is 'file:../secret'; expected file:"),
        ({"geometry": "units:99"}, "geometry is 'units:99'; expected"),
        ({"date": "2024,extra"}, "a row has 14 cells, this one 15"),
    ],
)
def test_a_row_that_breaks_a_rule_is_named_with_file_and_line(load, change, complaint):
    with pytest.raises(DataError) as error:
        load({}, change | {"id": change.get("id", "lake-second")})
    assert str(error.value).startswith("set.csv line 3: ")
    assert complaint in str(error.value)


def test_a_file_that_is_not_utf8_says_so(tmp_path):
    (tmp_path / "set.csv").write_bytes(",".join(HEADER).encode() + "\n镜湖\n".encode("gb18030"))
    with pytest.raises(DataError, match=r"set\.csv cannot be read"):
        CuratedGazetteer(TwoUnits(), folder=tmp_path)


def test_the_covering_radius_reaches_the_farthest_vertex():
    # One degree of longitude on the equator is 111 319.49 m.
    assert covering_radius_m(LineString([(0, 0), (0.2, 0), (1, 0)]), 0, 0) == 111_320


def test_ten_times_the_rows_are_ten_times_the_work(load):
    def calls(count):
        rows = [{"id": f"lake-{number}"} for number in range(count)]
        profile = cProfile.Profile()
        gazetteer = profile.runcall(load, *rows)
        assert len(gazetteer.ids()) == count
        return pstats.Stats(profile).total_calls

    assert calls(3000) <= 10.5 * calls(300)
