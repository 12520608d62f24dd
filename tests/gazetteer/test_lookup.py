import pytest

from geo.gazetteer import open_gazetteer
from geo.gazetteer.lookup import look_up
from geo.model import Precision


@pytest.fixture(scope="module")
def known():
    return open_gazetteer()


def ids(found):
    return [each.place.id for each in found]


def test_an_official_name_comes_before_a_short_form(known):
    found = look_up("吉林", known)
    assert ids(found)[:2] == ["220000", "220200"]
    assert {each.why for each in found[:2]} == {"short form or alias"}
    assert look_up("吉林市", known)[0].why == "official name"


def test_a_well_known_sight_comes_before_a_namesake_of_which_the_county_alone_is_known(known):
    found = look_up("千岛湖", known)
    assert [each.place.admin[0] for each in found] == ["浙江省", "贵州省"]


def test_every_place_of_a_common_name_is_offered(known):
    assert {"110105", "211300", "220104"} <= set(ids(look_up("朝阳", known)))


def test_a_division_narrows_the_answer(known):
    (found,) = look_up("朝阳区", known, within="北京")
    assert (found.place.id, found.why) == ("110105", "official name; in 北京市")
    assert look_up("朝阳区", known, within="上海") == ()


def test_a_river_lies_in_the_divisions_it_crosses(known):
    assert ids(look_up("沁河", known, within="晋城市"))
    assert look_up("沁河", known, within="海南省") == ()


def test_an_unknown_name_gives_nothing(known):
    assert look_up("没有此地方", known) == ()


def test_the_only_airport_of_a_city_is_known_by_the_city(known):
    assert ids(look_up("荆州机场", known)) == ["airport-jingzhoushashijichang"]
    assert look_up("上海机场", known) == ()


def test_an_airport_that_moved_is_not_claimed_at_its_former_site(known):
    (found,) = look_up("泸州云龙机场", known)  # since 2018 in 泸县, before at 28.852 N 105.393 E in 江阳区
    assert (found.place.adcode, found.place.precision) == ("510521", Precision.ADMIN)


def test_a_port_lies_in_the_town_it_is_named_after_unless_its_county_is_called_so(known):
    (harbour,) = [each.place for each in look_up("乍浦港", known)]
    assert (harbour.precision, harbour.uncertainty_m) == (Precision.APPROXIMATE, 15_000)
    (far,) = [each.place for each in look_up("黄骅港", known)]  # 45 km from the town of 黄骅
    assert far.precision is Precision.ADMIN
