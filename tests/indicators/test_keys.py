import pytest

from geo.indicators.keys import metric_key, short_name


def test_a_name_is_no_piece_of_a_sentence():
    long = "县域内民营骨干企业和高新技术企业以及专精特新企业研发经费投入占比"
    assert short_name(long) == "专精特新企业研发经费投入占比"
    assert short_name("研发经费投入占比") == "研发经费投入占比"
    assert len(short_name("长" * 50)) == 16


def test_prefixes_and_synonyms_meet_in_one_key():
    assert metric_key("八天共接待游客人次") == metric_key("接待游客人次")
    assert metric_key("游客出游总花费") == metric_key("旅游收入")
    assert metric_key("细颗粒物年均浓度") == metric_key("PM2.5浓度")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("水泥行业先进产能占比", "水泥先进产能占比"),
        ("规上企业数量", "规上企业数"),
        ("规上企业总数", "规上企业数"),
        ("苹果总产量", "苹果产量"),
        ("光伏装机容量", "光伏装机"),
        ("旅游公路总里程", "旅游公路里程"),
        ("累计完成投资", "完成投资"),
    ],
)
def test_what_says_nothing_is_no_part_of_a_key(one, other):
    assert metric_key(one) == metric_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("企业数", "企业产值"), ("新增企业数", "企业数"), ("门票收入", "旅游收入")]
)
def test_other_things_have_other_keys(one, other):
    assert metric_key(one) != metric_key(other)


def test_a_share_has_one_key_whether_it_says_so_or_not(read):
    said, unsaid = read("水泥行业先进产能占比达80%。\n水泥先进产能达85%。")
    assert said.metric_key == unsaid.metric_key == "水泥先进产能占比"
