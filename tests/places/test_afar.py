"""Names that only a far place is known by."""

import pytest

from geo.model import PlaceKind


def by_surface(resolutions):
    return {each.mention.surface: each for each in resolutions}


ALONE = [
    ("来自昆山市的企业签约12个项目。", "成都市", "昆山市"),
    ("与增城区的企业合作育种。", "保山市", "增城区"),
]


@pytest.mark.parametrize(("text", "about", "surface"), ALONE)
def test_a_far_county_that_stands_alone_is_not_sure(located, text, about, surface):
    assert by_surface(located(text, about)[0])[surface].score <= 0.5


def test_a_far_county_beside_another_of_its_province_is_sure(located):
    found = by_surface(located("昆山市、太仓市的企业签约12个项目。", "成都市")[0])
    assert found["昆山市"].score > 0.9
    assert found["昆山市"].place.adcode == "320583"


def test_a_new_district_is_the_articles_own(places):
    # 滨海新区 is a county of Tianjin, and what many a port city calls its new quarter
    assert places("滨海新区的公交线路开通。", "泉州市")["滨海新区"] == "福建省/泉州市/滨海新区"
    assert places("天津滨海新区的公交线路开通。", "泉州市")["滨海新区"] == "天津市/滨海新区"
    assert places("滨海新区的公交线路开通。", "天津市")["滨海新区"] == "天津市/滨海新区"


def test_a_far_sight_of_a_common_name_is_rather_a_thing_of_the_articles_own(located):
    # the known 大沙河 is a sight of Guizhou
    river = by_surface(located("修复大沙河河道12公里。", "阜新市")[0])["大沙河"]
    assert (river.place.adcode, river.place.kind) == ("210900", PlaceKind.RIVER)
    assert river.score < 0.6


def test_a_far_sight_is_meant_where_its_county_stands_before_it(places):
    found = places("与云阳县的张飞庙联合推出线路。", "绵阳市")
    assert found["张飞庙"] == "重庆市/云阳县/张飞庙"


def test_a_far_sight_that_all_know_is_itself(places):
    assert places("对标千岛湖的运营经验,新增民宿120家。", "合肥市")["千岛湖"].startswith(
        "浙江省/杭州市/淳安县"
    )


def test_a_county_is_meant_before_a_far_sight_of_its_name(places):
    # the sight is in Hunan
    assert places("岐山擀面皮产值突破30亿元。", "陕西省")["岐山"] == "陕西省/宝鸡市/岐山县"


def test_a_sight_right_behind_a_county_is_that_countys(located):
    # the known 韭菜坪 lies in the next prefecture
    found = {each.mention.surface: each.place for each in located("赫章韭菜坪的花开了。", "毕节市")[0]}
    assert found["韭菜坪"].admin == ("贵州省", "毕节市", "赫章县")


def test_a_name_that_begins_like_a_far_sight_does_not_lie_there(places):
    assert places("五彩滩景区接待游客3万人次。", "阜新市")["五彩滩景区"] == "辽宁省/阜新市/五彩滩景区"
