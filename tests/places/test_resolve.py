"""Which place a name means, by what stands around it."""

import pytest
from shapely import Point

from geo.model import PlaceKind, Precision

MEANT = [
    # rank, official form and the article's own unit
    ("吉林经济增长5%", "", "吉林", "吉林省"),
    ("吉林市经济增长5%", "", "吉林市", "吉林省/吉林市"),
    ("吉林接待游客增长", "吉林市", "吉林", "吉林省/吉林市"),
    ("朝阳区经济总量居首", "北京市", "朝阳区", "北京市/朝阳区"),
    ("朝阳区经济总量居首", "长春市", "朝阳区", "吉林省/长春市/朝阳区"),
    ("城区新开商铺300家", "阳泉市", "城区", "山西省/阳泉市/城区"),
    ("鼓楼区新增企业120家", "徐州市", "鼓楼区", "江苏省/徐州市/鼓楼区"),
    ("市中区建成公园12个", "乐山市", "市中区", "四川省/乐山市/市中区"),
    # the division beside the name
    ("福建福州鼓楼区", "", "鼓楼区", "福建省/福州市/鼓楼区"),
    ("来自河南开封鼓楼区的客人", "", "鼓楼区", "河南省/开封市/鼓楼区"),
    ("黑龙江伊春", "", "伊春", "黑龙江省/伊春市"),
    # divisions of the same name, told by the sentence
    ("辽宁朝阳、阜新两市", "", "朝阳", "辽宁省/朝阳市"),
    # its like in a list
    ("吉林、四平、辽源三市粮食增产", "吉林省", "吉林", "吉林省/吉林市"),
    ("吉林、黑龙江、辽宁三省粮食增产", "", "吉林", "吉林省"),
    # all over the country
    ("呼伦贝尔市海拉尔区", "", "海拉尔区", "内蒙古自治区/呼伦贝尔市/海拉尔区"),
    ("西藏林芝", "", "林芝", "西藏自治区/林芝市"),
    ("新疆喀什地区", "", "喀什地区", "新疆维吾尔自治区/喀什地区"),
    ("广西桂林阳朔县", "", "阳朔县", "广西壮族自治区/桂林市/阳朔县"),
    ("海南三亚", "", "三亚", "海南省/三亚市"),
]


@pytest.mark.parametrize(("text", "about", "surface", "chain"), MEANT)
def test_the_place_that_is_meant(places, text, about, surface, chain):
    assert places(text, about)[surface] == chain


def by_surface(resolutions):
    return {each.mention.surface: each for each in resolutions}


def test_a_name_with_many_places_and_no_evidence_is_not_sure(located):
    resolutions, _ = located("鼓楼区新增企业120家")
    assert by_surface(resolutions)["鼓楼区"].score < 0.6


def test_a_name_with_its_parent_beside_it_is_sure(located):
    resolutions, _ = located("江苏省徐州市鼓楼区")
    assert by_surface(resolutions)["鼓楼区"].score > 0.9


def test_an_unlisted_name_lies_in_the_division_in_its_name(located):
    place = by_surface(located("安吉岚坞工业园投产", "杭州市")[0])["安吉岚坞工业园"].place
    assert (place.precision, place.adcode) == (Precision.ADMIN, "330523")
    assert place.admin == ("浙江省", "湖州市", "安吉县")
    assert place.uncertainty_m is not None
    assert 20_000 < place.uncertainty_m < 60_000


def test_an_unlisted_name_lies_in_the_only_county_of_the_full_name_it_begins_with(located):
    found, context = located("芦山县生态农业示范园已建成三区。")
    assert found[0].place.admin == ("四川省", "雅安市", "芦山县")
    assert context.about is not None
    assert context.about.name == "芦山县"


def test_a_street_named_after_another_city_is_the_articles_own(located):
    place = by_surface(located("大庆路改造完成。", "周口市")[0])["大庆路"].place
    assert place.admin == ("河南省", "周口市")
    place = by_surface(located("大庆路改造完成。", "大庆市")[0])["大庆路"].place
    assert place.admin == ("黑龙江省", "大庆市")


def test_towns_named_for_short_in_a_list_of_towns_are_these_towns(located):
    found = by_surface(located("公路途经柳林县孟门、庄上等乡镇。", "吕梁市")[0])
    assert (found["孟门"].place.name, found["庄上"].place.name) == ("孟门镇", "庄上镇")


def test_an_unlisted_name_lies_in_the_division_before_it(located):
    resolution = by_surface(located("安吉县青岚湖国家湿地公园开园", "杭州市")[0])["青岚湖国家湿地公园"]
    assert resolution.place.adcode == "330523"
    assert "安吉县" in resolution.why


def test_an_unlisted_name_lies_in_the_last_county_of_the_sentence(located):
    text = "安吉县建成碳汇基地,青岚湖国家湿地公园同步开园。"
    assert by_surface(located(text, "杭州市")[0])["青岚湖国家湿地公园"].place.adcode == "330523"


def test_an_unlisted_name_lies_in_the_articles_own_city_at_last(located):
    resolution = by_surface(located("青岚湖国家湿地公园开园。", "杭州市")[0])["青岚湖国家湿地公园"]
    assert resolution.place.adcode == "330100"
    assert resolution.score < 0.6


def test_a_far_namesake_in_a_name_is_no_evidence(located):
    # 运河 and 城东 are districts of Cangzhou and Xining; a canal and an eastern park are theirs of neither
    found = by_surface(located("疏浚青岚运河,建设城东产业园。", "杭州市")[0])
    assert {each.place.adcode for each in found.values()} <= {"330100", ""}


def test_what_nothing_locates_stays_in_the_list(located):
    resolution = by_surface(located("望岳至青岚高速通车")[0])
    assert [each.place.precision for each in resolution.values()] == [Precision.UNLOCATED] * len(resolution)


def test_the_same_name_is_the_same_place_throughout(located):
    resolutions, _ = located("安吉县青岚湖国家湿地公园开园。德清县来客多。青岚湖国家湿地公园迎客。")
    ids = {each.place.id for each in resolutions if each.mention.name == "青岚湖国家湿地公园"}
    assert len(ids) == 1
    assert next(iter(ids)).startswith("name-")


def test_no_mention_is_dropped(located, recognise):
    text = "湖州市、吉林、青岚湖国家湿地公园、G5512高速和晨岳集团"
    resolutions, _ = located(text)
    assert [each.mention for each in resolutions] == list(recognise(text))
    assert all(each.why and 0.0 <= each.score <= 1.0 for each in resolutions)


def test_a_short_use_is_the_place_in_full(located):
    resolutions, _ = located("湖州岚川新能源有限公司(以下简称“岚川新能”)投产,岚川新能产值翻番。")
    firms = {each.place.id for each in resolutions if each.mention.kind is PlaceKind.ENTERPRISE}
    assert len(firms) == 1


def test_a_village_lies_in_the_township_before_it(located):
    found = by_surface(located("安吉县梅溪镇岚坞村的民宿")[0])
    assert found["岚坞村"].place.admin == ("浙江省", "湖州市", "安吉县", "梅溪镇")
    assert found["岚坞村"].place.precision is Precision.ADMIN
    assert "梅溪镇" in found["岚坞村"].why


def test_townships_of_one_county_tell_which_township_of_many_is_meant(located):
    # 城关镇 is the name of more than a hundred towns; 薄壁镇 and 冀屯镇 are of Huixian alone
    found = by_surface(located("走访薄壁镇、冀屯镇、占城镇和峪河镇。")[0])
    assert {each.place.admin[-1] for each in found.values()} == {"辉县市"}


def test_a_lake_is_not_the_county_of_its_name(located):
    found = by_surface(located("太湖水质连续改善,湖州市岸线修复完成。")[0])
    assert found["太湖"].place.kind is PlaceKind.LAKE


def test_a_firm_in_brackets_lies_in_its_town(located):
    found = by_surface(located("晨岳新材料(嘉兴)有限公司投产", "湖州市")[0])
    assert found["晨岳新材料(嘉兴)有限公司"].place.adcode == "330400"


def test_an_unlisted_sight_lies_in_the_town_it_is_named_after(located):
    resolutions, _ = located("走进潞江云雾景区,茶香扑鼻。", about="保山市")
    sight = by_surface(resolutions)["潞江云雾景区"].place
    assert sight.admin[-2:] == ("隆阳区", "潞江镇")
    assert sight.precision is Precision.ADMIN


def test_a_citys_nickname_is_not_the_town_of_that_name(located):
    # 凤城 is what 晋城 is called, and a town of one of its counties.
    resolutions, _ = located("建设凤城康养公园。", about="晋城市")
    assert by_surface(resolutions)["凤城康养公园"].place.admin == ("山西省", "晋城市")


def test_a_road_along_a_river_goes_where_the_river_goes(located, gazetteer):
    resolutions, context = located("环汾河旅游公路全线贯通。", about="太原市")
    road = by_surface(resolutions)["环汾河旅游公路"].place
    assert (road.precision, gazetteer.place(road.along).name) == (Precision.SCHEMATIC, "汾河")
    line = gazetteer.geometry(road.along)
    assert line.distance(Point(road.lon, road.lat)) < 0.001
    assert gazetteer.admin.gap_m(context.about.adcode, road.lon, road.lat) == 0


def test_a_far_countys_name_is_rather_the_articles_own_town(places):
    found = places("霍城县清水河镇产业园开工。清水河的物流企业增加。", "霍城县")
    assert found["清水河"] == "新疆维吾尔自治区/伊犁哈萨克自治州/霍城县/清水河镇"


def test_a_county_of_another_city_is_rather_the_articles_own_town(places):
    # 古田 is a county of 宁德 and a town of 上杭
    text = "上杭县古田的红色旅游升温。"
    assert places(text.replace("上杭县", ""), "上杭县")["古田"] == "福建省/龙岩市/上杭县/古田镇"
    assert places(text + "古田县来客增多。", "宁德市")["古田"] == "福建省/宁德市/古田县"
    # a county of another city is not its own county town
    assert places("贵港市的平南、桂平粮食增产。", "玉林市")["平南"] == "广西壮族自治区/贵港市/平南县"


def test_a_firm_named_after_a_known_park_is_put_into_its_district(located):
    resolutions, _ = located("与中关村云谷科技公司签约。", about="长治市")
    assert by_surface(resolutions)["中关村云谷科技公司"].place.adcode == "110108"


def test_what_is_located_by_its_county_alone_is_not_claimed_as_sure(located):
    resolutions, _ = located("安吉县的云上草原接待游客增长。", about="安吉县")
    found = by_surface(resolutions)
    assert found["云上草原"].place.precision is Precision.ADMIN
    assert found["云上草原"].score < 0.85 < found["安吉县"].score
