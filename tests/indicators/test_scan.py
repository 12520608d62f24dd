"""Quantities: every surface, value and hedge worked out by hand."""

import pytest

from geo.indicators.scan import find_quantities
from geo.model import Qualifier


def surfaces(text):
    return [text[q.start : q.end] for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "surface", "normalized", "base", "qualifier"),
    [
        ("增长百分之八点五。", "百分之八点五", 8.5, "%", None),
        ("增长百分之一亿。", "百分之一亿", 100_000_000, "%", None),
        ("旅游收入3.25亿元", "3.25亿元", 325_000_000, "元", None),
        ("接待游客1,286.5万人次", "1,286.5万人次", 12_865_000, "人次", None),
        ("装机突破900万千瓦", "900万千瓦", 9_000_000, "千瓦", Qualifier.AT_LEAST),
        ("一座16GW的基地", "16GW", 16_000_000, "千瓦", None),
        ("全长600里", "600里", 300, "公里", None),
        ("企业3000多家", "3000多家", 3000, "家", Qualifier.APPROX),
        ("面积约2万亩", "2万亩", 20_000, "亩", Qualifier.APPROX),
        ("不少于40名", "40名", 40, "人", Qualifier.AT_LEAST),
        ("占比95%以上", "95%", 95, "%", Qualifier.AT_LEAST),
        ("上万个芯片", "上万个", 10_000, "个", Qualifier.AT_LEAST),
        ("八成以上用于民生", "八成", 80, "%", Qualifier.AT_LEAST),
        ("近七成半的村", "七成半", 75, "%", Qualifier.APPROX),
        ("2/5的村", "2/5", 40, "%", None),
        ("百分之十二", "百分之十二", 12, "%", None),
        ("占全省一半。", "一半", 50, "%", None),
        ("提高2.5个百分点", "2.5个百分点", 2.5, "百分点", None),
        ("出台了七条措施", "七条", 7, "条", None),
        ("获评二十个案例", "二十个", 20, "个", None),
        ("连续6年位居第一", "6年", 6, "年", None),
        ("防洪标准达50年一遇", "50年一遇", 50, "年一遇", None),
        ("增长-3.2%", "-3.2%", -3.2, "%", None),
        ("产值(+5.6%)", "+5.6%", 5.6, "%", None),
        ("收入超千亿元", "千亿元", 1e11, "元", Qualifier.AT_LEAST),
        ("稳定在Ⅱ类以上", "Ⅱ类", 2, "类", Qualifier.AT_LEAST),
        ("观众逾52万,", "52万", 520_000, "人次", Qualifier.AT_LEAST),
        ("人均42 860元", "42 860元", 42_860, "元", None),
    ],
)
def test_a_quantity_is_read(text, surface, normalized, base, qualifier):
    start = text.index(surface)
    found = next(q for q in find_quantities(text) if q.start == start)
    assert text[found.start : found.end] == surface
    assert found.normalized == pytest.approx(normalized, rel=1e-9)
    assert (found.base, found.qualifier) == (base, qualifier)


@pytest.mark.parametrize(
    ("text", "value", "surface"),
    [
        ("位居全省第一。", 1, "第一"),
        ("排名全国第37位", 37, "第37位"),
        ("居全国前三,", 3, "前三"),
        ("外资居全省首位。", 1, "首位"),
        ("入选全国30强市", 30, "30强"),
    ],
)
def test_a_rank_is_read(text, value, surface):
    (found,) = find_quantities(text)
    assert (found.value, found.base, text[found.start : found.end]) == (value, "位", surface)


@pytest.mark.parametrize(
    ("text", "low", "high", "normalized"),
    [
        ("投资10—15万元", 10, 15, 100_000),
        ("新建3至5个", 3, 5, 3),
        ("占20%到30%", 20, 30, 20),
        ("增长4.5%—5%", 4.5, 5, 4.5),
    ],
)
def test_a_range_has_two_ends(text, low, high, normalized):
    (found,) = find_quantities(text)
    assert (found.value, found.value_to, found.normalized) == (low, high, normalized)


def test_a_change_is_no_range():
    assert [q.value for q in find_quantities("由20%到30%")] == [20, 30]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("空气质量综合指数平均为4.31,同比改善。", [4.31]),
        ("城乡居民收入比由2.1降至1.91。", [2.1, 1.91]),
        ("数据中心PUE值1.19以下。", [1.19]),
        ("价格指数为101.2,2024年再升。", [101.2]),
        ("指数2024年发布,系数第三。", []),
        ("综合指数4号报告。", []),
    ],
)
def test_an_index_has_no_unit(text, values):
    found = find_quantities(text)
    assert [(each.value, each.unit, each.base) for each in found] == [(value, "", "") for value in values]


def test_a_list_shares_the_unit_of_its_last_member():
    assert [(q.normalized, q.base) for q in find_quantities("分别高0.7、1.4个百分点")] == [
        (0.7, "百分点"),
        (1.4, "百分点"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2024年的今天",
        "构建“1+5”体系",
        "11时58分通车",
        "“公铁水空”四位一体开放通道",
        "四大行动齐推进",
        "“两山”理念",
        "第三届大会和第十八场发布会",
        "党的二十届三中全会",
        "市委八届五次全会",
        "5G基站与4.0时代",
        "4A级的景区",
        "PM2.5",
        "一个个项目",
        "一方面",
        "第一书记",
        "11月20日13:26",
        "沿207、208、309国道",
        "数十个",
        "《若干措施二十条》",
        "亿元以上项目",
        "80万元以上的行政村实现全覆盖",
        "连跨三个千亿元台阶",
        "万元地区生产总值能耗",
        "24小时值守",
        "前5个月",
        "放在首位",
    ],
)
def test_no_quantity_is_seen_where_none_is_meant(text):
    assert surfaces(text) == []
