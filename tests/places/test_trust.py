"""What is stated as sure, and what is not."""

import pytest


def scores(resolutions):
    return {each.mention.surface: each.score for each in resolutions}


def test_the_short_name_of_the_articles_own_county_is_sure(located):
    found = scores(located("平遥的牛肉产值增长8%。", "平遥县")[0])
    assert found["平遥"] > 0.9


def test_a_short_name_that_a_strange_word_follows_is_less_sure(located):
    # the temple's name is cut: its last character is no word that may follow a name
    found = scores(located("准格尔召游人不断。", "准格尔旗")[0])
    assert found["准格尔"] < 0.9


LESS_SURE = [
    ("建成汾河百里画廊。", "太原市", "汾河"),  # of a longer name
    ("昆山台湾商贸园开业。", "苏州市", "台湾"),  # of a longer name
    ("太中银铁路货运量增长5%。", "盐池县", "太中银铁路"),  # its known part ends in Shanxi
    ("敦白高铁发送旅客增长12%。", "敦化市", "敦白高铁"),  # of which only the prefecture is known
    ("排放要求高于欧盟标准。", "长治市", "欧盟"),  # a point stands for half a continent
    ("徽州古城夜游客流增长两成。", "黄山市", "徽州古城"),  # one of the parts of a sight
]


@pytest.mark.parametrize(("text", "about", "surface"), LESS_SURE)
def test_a_place_that_is_known_less_well_is_not_claimed_as_sure(located, text, about, surface):
    assert scores(located(text, about)[0])[surface] < 0.9


SURE = [
    ("汾河水质稳定。", "太原市", "汾河"),
    ("汾河的水清了。", "太原市", "汾河"),
    ("太中银铁路货运量增长5%。", "吕梁市", "太中银铁路"),
    ("对日本出口增长8%。", "大连市", "日本"),
    ("京沪高铁发送旅客增长12%。", "济南市", "京沪高铁"),
    ("云冈石窟接待游客增长两成。", "大同市", "云冈石窟"),
]


@pytest.mark.parametrize(("text", "about", "surface"), SURE)
def test_a_place_that_is_known_well_is_claimed_as_sure(located, text, about, surface):
    assert scores(located(text, about)[0])[surface] > 0.9
