import pytest
from shapely.geometry import Point

from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer.admin import AdminGazetteer, open_admin
from geo.gazetteer.townships import TownshipGazetteer
from geo.model import PlaceKind, Precision


@pytest.fixture(scope="module")
def admin() -> AdminGazetteer:
    return open_admin()


@pytest.fixture(scope="module")
def townships(admin: AdminGazetteer) -> TownshipGazetteer:
    return TownshipGazetteer(admin)


def ids_of(townships: TownshipGazetteer, text: str) -> list[str]:
    return [name.place_id for name in townships.names() if name.text == text]


def test_every_name_is_an_official_one_with_an_id_of_its_own(townships: TownshipGazetteer) -> None:
    names = list(townships.names())
    assert 44_000 < len(names) < 46_000
    assert len({name.place_id for name in names}) == 44_769
    assert all(name.official and name.text.endswith(("镇", "乡", "街道", "苏木")) for name in names)


def test_a_town_is_found_in_its_county(townships: TownshipGazetteer) -> None:
    [wuzhen] = ids_of(townships, "乌镇镇")
    place = townships.place(wuzhen)
    assert place.name == "乌镇镇"
    assert place.kind is PlaceKind.TOWNSHIP
    assert place.admin == ("浙江省", "嘉兴市", "桐乡市")
    assert place.adcode == "330483"


def test_the_point_lies_in_the_county_and_the_uncertainty_covers_it(
    townships: TownshipGazetteer, admin: AdminGazetteer
) -> None:
    [bacheng] = [name for name in ids_of(townships, "巴城镇") if "320583" in name]
    place = townships.place(bacheng)
    assert place.precision is Precision.ADMIN
    assert admin.geometry("320583").contains(Point(place.lon, place.lat))
    # Kunshan measures some 48 km from north to south and 33 km from west to east.
    assert 20_000 < place.uncertainty_m < 48_000
    assert townships.geometry(bacheng) is None


def test_a_town_that_the_latest_list_hides_in_a_zone_is_kept(townships: TownshipGazetteer) -> None:
    assert "320583" in {place_id.split("-")[1] for place_id in ids_of(townships, "周庄镇")}


def test_a_name_that_many_counties_share_has_an_id_in_each(townships: TownshipGazetteer) -> None:
    counties = {place_id.split("-")[1] for place_id in ids_of(townships, "城关镇")}
    assert len(counties) > 80


def test_every_county_of_the_table_is_known(townships: TownshipGazetteer, admin: AdminGazetteer) -> None:
    for adcode in {name.place_id.split("-")[1] for name in townships.names()}:
        admin.place(adcode)


@pytest.mark.parametrize(
    "place_id",
    ["", "110101", "township-110101", "township-110101-0", "township-110101-x", "township-999999-1"],
)
def test_an_unknown_id_is_an_error(townships: TownshipGazetteer, place_id: str) -> None:
    with pytest.raises(UnknownPlaceError):
        townships.place(place_id)
    with pytest.raises(UnknownPlaceError):
        townships.geometry(place_id)


def test_a_missing_or_foreign_table_is_an_error(admin, tmp_path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        TownshipGazetteer(admin, path=tmp_path / "none.csv")
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError, match="columns name, adcode"):
        TownshipGazetteer(admin, path=foreign)
    foreign.write_text("name,adcode\nonly-one\n", encoding="utf-8")
    with pytest.raises(DataError, match="cannot be read"):
        TownshipGazetteer(admin, path=foreign)


def test_a_township_may_go_without_the_peoples_in_its_name(tmp_path, admin):
    table = tmp_path / "townships.csv"
    table.write_text("name,adcode\n铁楼藏族乡,621222\n白族乡,621222\n", encoding="utf-8")
    names = {name.text: name.place_id for name in TownshipGazetteer(admin, path=table).names()}
    assert names == {
        "铁楼藏族乡": "township-621222-1",
        "铁楼乡": "township-621222-1",
        "白族乡": "township-621222-2",
    }
