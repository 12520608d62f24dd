"""Known features under a fuller name."""

import pytest

FULLER = [
    ("巍宝山景区接待游客增长。", "巍山彝族回族自治县", "巍宝山景区", "巍宝山"),
    ("巴中光雾山景区的红叶正浓。", "四川省", "光雾山景区", "光雾山旅游景区"),
    ("三清山景区迎来客流高峰。", "江西省", "三清山景区", "三清山旅游景区"),
]


@pytest.mark.parametrize(("text", "about", "surface", "name"), FULLER)
def test_a_sight_with_the_word_for_its_sort_is_the_known_one(located, text, about, surface, name):
    found = [each for each in located(text, about)[0] if surface.endswith(each.mention.surface)]
    assert found[-1].place.name == name
    assert found[-1].score < 0.9


def test_a_sight_of_another_name_is_another_sight(located):
    found = {each.mention.surface: each for each in located("青岚湖景区迎来客流高峰。", "江西省")[0]}
    assert found["青岚湖景区"].place.id.startswith("name-")


def test_a_sight_of_another_city_is_not_the_known_one(located):
    # the known 光雾山 lies in 巴中
    found = {each.mention.surface: each for each in located("泸州光雾山景区迎来客流高峰。", "泸州市")[0]}
    assert {each.place.name for each in found.values()}.isdisjoint({"光雾山旅游景区"})
