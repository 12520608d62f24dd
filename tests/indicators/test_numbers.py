"""Numerals: each value worked out by hand."""

import pytest

from geo.indicators.numbers import han_value, numeral_at


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("七", 7),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百二十三", 123),
        ("一千零五", 1005),
        ("三万五千", 35000),
        ("两千三百万", 23_000_000),
        ("百万", 1_000_000),
        ("万亿", 10**12),
    ],
)
def test_a_chinese_numeral_has_its_value(text, value):
    assert han_value(text) == value


@pytest.mark.parametrize("text", ["二〇二四", "一二三", "三三"])
def test_digits_in_a_row_are_no_numeral(text):
    assert han_value(text) is None


@pytest.mark.parametrize(
    ("text", "value", "scale", "total"),
    [
        ("1286公里", 1286, "", 1286),
        ("1,597.67万人次", 1597.67, "万", 15_976_700),
        ("1.5万亿元", 1.5, "万亿", 1.5e12),
        ("200多亿元", 200, "亿", 2e10),
        ("10万余人", 10, "万", 100_000),
        ("5千人", 5000, "", 5000),
        ("3千瓦", 3, "", 3),
        ("千亿元", 1000, "亿", 1e11),
        ("百余个", 100, "", 100),
        ("三万千瓦", 3, "万", 30_000),
    ],
)
def test_a_numeral_keeps_its_scale(text, value, scale, total):
    numeral = numeral_at(text, 0)
    assert numeral is not None
    assert (numeral.value, numeral.scale, numeral.total) == (value, scale, total)


def test_a_spoken_hundred_million_is_one(read):
    (found,) = read("年产值可以达到6个亿。")
    assert (found.normalized, found.base_unit) == (6e8, "元")


@pytest.mark.parametrize(
    ("text", "value", "base"),
    [
        ("预计接待12万游客。", 120_000, "人次"),
        ("帮扶3万农民。", 30_000, "人"),
        ("300个亿元以上项目。", 300, "个"),
    ],
)
def test_great_numbers_count_the_persons_behind_them(read, text, value, base):
    (found,) = read(text)
    assert (found.normalized, found.base_unit) == (value, base)


@pytest.mark.parametrize(
    ("text", "counted"), [("镇上建了两座冷库。", 1), ("“两条腿”走路。", 0), ("两地携手。", 0)]
)
def test_two_things_that_can_be_touched_are_counted(read, text, counted):
    assert len(read(text)) == counted
