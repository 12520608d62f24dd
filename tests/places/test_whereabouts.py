"""Where a name without an entry is put."""

import pytest

from geo.model import Precision

PUT = [
    # a name that tells the division and the one below it
    ("湖北恩施岚坞学院开学。", "恩施土家族苗族自治州", "湖北恩施岚坞学院", "湖北省/恩施土家族苗族自治州"),
    # a plain, not the district that its name begins like
    ("江汉平原岚坞铁路开工。", "荆州市", "江汉平原岚坞铁路", "湖北省/荆州市"),
    # ways and stations that an article about one county names
    ("推进岚坞快速路建设。", "安吉县", "岚坞快速路", "浙江省/湖州市/安吉县"),
    ("S999省道和岚坞高速加快建设。", "茂名市", "岚坞高速", "广东省/茂名市"),
    ("岚坞站全年发送旅客12万人次。", "盐池县", "岚坞站", "宁夏回族自治区/吴忠市/盐池县"),
    # a new district in a list of counties lies beside them
    ("高州市、化州市、岚坞新区的公交线路开通。", "茂名市", "岚坞新区", "广东省/茂名市"),
    # towns for short at the ends of a stretch of road
    ("推进岚坞高速杨家厂至孟家溪段建设。", "荆州市", "杨家厂", "湖北省/荆州市/公安县"),
    # a county that is called like a tomb
    ("监利市、江陵的粮食增产。", "荆州市", "江陵", "湖北省/荆州市"),
]


@pytest.mark.parametrize(("text", "about", "surface", "unit"), PUT)
def test_the_unit_it_is_put_into(located, text, about, surface, unit):
    found = {each.mention.surface: each.place for each in located(text, about)[0]}
    assert "/".join(found[surface].admin) == unit


def test_a_way_through_a_province_is_put_nowhere(located):
    found = {each.mention.surface: each.place for each in located("岚坞至青川高速加快建设。", "广东省")[0]}
    assert {each.lon for each in found.values() if each.kind == "highway"} == {None}


def test_a_rivers_basin_is_drawn_along_the_river(located, gazetteer):
    found = {
        each.mention.surface: each.place for each in located("雅砻江流域水电装机增长。", "甘孜藏族自治州")[0]
    }
    assert gazetteer.place(found["雅砻江流域"].along).name == "雅砻江"


def test_a_line_between_two_towns_lies_between_them(located):
    # seats of GeoNames: Honghu 113.4667 E 29.8167 N, Chibi 113.6251 E 29.8783 N
    found = {each.mention.surface: each for each in located("洪湖赤壁岚坞大桥通车。", "荆州市")[0]}
    bridge = found["洪湖赤壁岚坞大桥"]
    assert bridge.place.admin == ("湖北省",)
    assert (bridge.place.adcode, bridge.place.precision) == ("420000", Precision.SCHEMATIC)
    assert (bridge.place.lon, bridge.place.lat) == pytest.approx((113.546, 29.847), abs=0.002)
    assert bridge.place.uncertainty_m == pytest.approx(8_400, abs=300)
    assert bridge.score < 0.7


def test_a_line_through_provinces_lies_in_none(located):
    found = {each.mention.surface: each.place for each in located("长治—延安高铁开工。", "长治市")[0]}
    assert (found["长治—延安高铁"].admin, found["长治—延安高铁"].adcode) == ((), "")
    assert 110 < found["长治—延安高铁"].lon < 113
