import math

import pytest

from geo.series.points import read_point


@pytest.mark.parametrize(
    ("printed", "more", "bounds"),
    [
        (("0.7亿", 0.7, 1e8), {}, (65e6, 75e6)),
        (("7023万", 7023, 1e4), {}, (70_225_000, 70_235_000)),
        (("5.40億元", 5.4, 1e8), {}, (539.5e6, 540.5e6)),
        (("1 938.5 万人次", 1938.5, 1e4), {}, (19_384_500, 19_385_500)),
        (("７．８吨", 7.8, 1), {}, (7.75, 7.85)),
        (("259天", 259, 1), {}, (258.5, 259.5)),
        (("7000万元", 7000, 1e4), {}, (65e6, 75e6)),  # round: printed to its last digit that is not 0
        (("40家", 40, 1), {}, (39.5, 40.5)),
        (("100%", 100, 1), {"base_unit": "%"}, (99.5, 100.5)),
        (("2/5", 0.4, 100), {"base_unit": "%"}, (35, 45)),
        (("八成", 8, 10), {"base_unit": "%"}, (75, 85)),
        (("4.5%—5%", 4.5, 1), {"value_to": 5.0}, (4.45, 5.05)),
        (("3.8%", 3.8, -1), {}, (-3.85, -3.75)),
        (("超97%", 97, 1), {"qualifier": "at_least"}, (96.5, math.inf)),
        (("20%以上", 20, -1), {"qualifier": "at_least"}, (-math.inf, -19.5)),
        (("前三", 3, 1), {"qualifier": "at_most"}, (-math.inf, 3.5)),
        (("20余所", 20, 1), {"qualifier": "approx"}, (19, 21)),
        (("200多亿元", 200, 1e8), {"qualifier": "approx"}, (1e10, 3e10)),
        (("近1535亿元", 1535, 1e8), {"qualifier": "approx"}, (1458.25e8, 1611.75e8)),
        (("0%", 0, 1), {}, (-0.5, 0.5)),
    ],
)
def test_a_print_leaves_a_range_open(row, printed, more, bounds):
    point = read_point(row(*printed, **({"base_unit": "x"} | more)), "2025")
    assert (point.low, point.high) == pytest.approx(bounds)


def test_the_upper_end_may_be_not_a_number_as_pandas_has_it(row):
    point = read_point(row("46.1%", 46.1, value_to=math.nan), "2025")
    assert (point.low, point.high) == (pytest.approx(46.05), pytest.approx(46.15))


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (("0.7亿斤", 0.7, 1e8), ("7023万斤", 7023, 1e4), True),
        (("0.7亿斤", 0.7, 1e8), ("7600万斤", 7600, 1e4), False),
        (("46.1%", 46.1, 1), ("46.13%", 46.13, 1), True),
        (("46.1%", 46.1, 1), ("46.3%", 46.3, 1), False),
        (("46.1%", 46.1, 1), ("46.2%", 46.2, 1), False),
        (("46.1%", 46.1, 1), ("46.15%", 46.15, 1), True),
        (("46.2%", 46.2, 1), ("46.15%", 46.15, 1), True),
        (("1286公里", 1286, 1), ("1286公里", 1286, 1), True),
    ],
)
def test_ranges_meet_where_both_prints_can_be_true(row, one, other, agree):
    first, second = (read_point(row(*each, base_unit="x"), "") for each in (one, other))
    assert (first.low <= second.high and second.low <= first.high) is agree
