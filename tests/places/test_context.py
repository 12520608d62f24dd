"""What "our city" means where no index says it."""

import pytest

OWN = [
    ("绍兴:古城里的新产业", "全市规上工业增加值增长8%,柯桥区纺织业产值千亿。绍兴加快转型。", "绍兴市"),
    ("", "诸暨市委召开会议。全市袜业产值增长6%,诸暨珍珠远销海外,绍兴市领导到会。", "诸暨市"),
    (
        "政府工作报告",
        "各位代表:现在,我代表县人民政府报告工作。沅陵县全县生产总值增长8%,我县粮食丰收。",
        "沅陵县",
    ),
    (
        "",
        "湖北宜昌多年努力,茶叶产量位居全省第一,水质排全省第二,占全省一半,高于全省平均,居全省前列。",
        "宜昌市",
    ),
    ("湖北宜昌：向绿而行", "湖北山水相连,湖北通江达海,产量居全省第一。", "宜昌市"),
    ("", "湖北全省粮食增产,武汉、宜昌、襄阳三市带动,湖北向全国供粮,全省财政收入增长。", "湖北省"),
]


@pytest.mark.parametrize(("title", "text", "name"), OWN)
def test_the_articles_own_place_is_told_from_its_words(located, title, text, name):
    _, context = located(text, title=title)
    assert context.about is not None
    assert context.about.name == name


def test_what_the_index_says_counts_most(located):
    _, context = located("杭州、杭州、杭州", about="浙江省湖州市")
    assert context.about is not None
    assert context.about.adcode == "330500"


def test_an_index_may_name_a_county_by_its_prefecture(located):
    _, context = located("", about="徐州市鼓楼区")
    assert context.about is not None
    assert context.about.adcode == "320302"


def test_an_article_without_divisions_has_no_own_place(located):
    _, context = located("今天天气很好。")
    assert context.about is None


def test_an_index_that_names_nothing_known_does_not_mislead(located):
    _, context = located("湖州市产值增长。湖州市收入增长。", about="某某市")
    assert context.about is not None
    assert context.about.name == "湖州市"


def test_a_list_of_cities_speaks_of_what_holds_them(located):
    _, context = located("吉安、赣州、抚州三市红色旅游升温。")
    assert context.about is not None
    assert context.about.name == "江西省"
    _, nowhere = located("企业赴合肥、广州、成都招商。")
    assert nowhere.about is None
