"""Periods as ISO 8601, worked out by hand from the date an article speaks from."""

import pytest

from geo.indicators.period import AsOf, PeriodKind
from geo.indicators.periods import find_periods


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023年", "2023"),
        ("二〇二三年", "2023"),
        ("2023年前三季度", "2023-01/2023-09"),
        ("2023年上半年", "2023-01/2023-06"),
        ("今年1—7月", "2024-01/2024-07"),
        ("去年", "2023"),
        ("明年", "2025"),
        ("一季度", "2024-01/2024-03"),
        ("前5个月", "2024-01/2024-05"),
        ("截至10月底", "2024-10"),
        ("到2027年", "2027"),
        ("年底", "2024"),
        ("全年", "2024"),
        ("2021年到2023年", "2021/2023"),
        ("2018-2022年", "2018/2022"),
        ("近4年", "P4Y"),
        ("近3年来", "2022/2024"),
        ("五年来", "P5Y"),
        ("“十四五”期间", "2021/2025"),
        ("“十四五”以来", "2021/2024"),
        ("“十三五”末", "2020"),
        ("2022年以来", "2022/2024"),
        ("今年以来", "2024"),
        ("目前", "2024-11"),
        ("10月1日至7日", "2024-10-01/2024-10-07"),
        ("国庆假期", "2024-10-01/2024-10-07"),
        ("“五一”假期", "2024-05-01/2024-05-05"),
        ("暑期", "2024-07/2024-08"),
        ("一至三季度", "2024-01/2024-09"),
        ("2023年1-2季度", "2023-01/2023-06"),
        ("截至三季度末", "2024-09"),
        ("今年头三个月", "2024-01/2024-03"),
        ("前四年", "P4Y"),
        ("2023年11月至2024年3月", "2023-11/2024-03"),
    ],
)
def test_a_time_is_read(text, iso):
    (found,) = find_periods(text, "2024-11")
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("较2019年增长", 2019),
        ("比上年提高", 2023),
        ("去年同期", 2023),
        ("比十年前", 2014),
        ("比“十三五”末", 2020),
    ],
)
def test_what_a_change_is_measured_from_is_a_base(text, year):
    (found,) = find_periods(text, "2024-11")
    assert (found.kind, found.year) == (PeriodKind.BASE, year)


def test_a_part_of_a_year_takes_the_year_named_before():
    assert [p.iso for p in find_periods("2022年收官,上半年增长", "2024-11")] == ["2022", "2022-01/2022-06"]


def test_a_part_not_yet_over_is_of_the_year_before():
    (found,) = find_periods("四季度", "2025-02")
    assert found.iso == "2024-10/2024-12"


def test_without_a_date_a_relative_time_stays_open():
    assert [p.iso for p in find_periods("今年上半年,目前", "")] == ["", ""]


def test_a_dateline_is_no_period():
    assert find_periods("8月17日电", "2024-11") == ()


def test_a_date_is_taken_apart():
    assert AsOf.parse("2024-11-20") == AsOf("2024-11-20", 2024, 11)
    assert AsOf.parse("") == AsOf()
