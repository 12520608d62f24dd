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
        ("“十四五”前三年", "2021/2023"),
        ("今年3月以来", "2024-03/2024-11"),
        ("2022年以来", "2022/2024"),
        ("今年以来", "2024"),
        ("目前", "2024-11"),
        ("10月1日至7日", "2024-10-01/2024-10-07"),
        ("国庆假期", "2024-10-01/2024-10-07"),
        ("“五一”假期", "2024-05-01/2024-05-05"),
        ("暑期", "2024-07/2024-08"),
        ("国庆七天", "2024-10-01/2024-10-07"),
        ("“五一”国际劳动节假期", "2024-05-01/2024-05-05"),
        ("一季度末", "2024-03"),
        ("2023年上半年末", "2023-06"),
        ("三、四月间", "2024-03/2024-04"),
        ("七八月份", "2024-07/2024-08"),
        ("7、8月", "2024-07/2024-08"),
        ("2024年1月1日至10月31日", "2024-01/2024-10"),
        ("2022—2023雪季", "2022/2023"),
        ("上季度", "2024-07/2024-09"),
        ("上个月", "2024-10"),
        ("年内", "2024"),
        ("今夏", "2024"),
        ("2016年春节假期", "2016-02-07/2016-02-13"),
        ("党的十九大以来", "2017/2024"),
        ("“十三五”这五年", "2016/2020"),
        ("3年20亿元", "P3Y"),
        ("一至三季度", "2024-01/2024-09"),
        ("去年11月至今年3月", "2023-11/2024-03"),
        ("2022年12月至次年2月", "2022-12/2023-02"),
        ("2022年12月30日至次年1月2日", "2022-12-30/2023-01-02"),
        ("7月和8月", "2024-07/2024-08"),
        ("7、8两月", "2024-07/2024-08"),
        ("三月份", "2024-03"),
        ("清明节当天", "2024-04-04"),
        ("2015年清明节当天", "2015-04-05"),
        ("国庆节当日", "2024-10-01"),
        ("过去的五年", "P5Y"),
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
        ("较2023年国庆假期", 2023),
        ("恢复至2019年中秋假期", 2019),
        ("创近五年来新高", 2024),
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


@pytest.mark.parametrize("text", ["三年内", "5年内", "百万以上月份", "“十四五”规划"])
def test_what_only_looks_like_a_time_is_none(text):
    assert find_periods(text, "2024-11") == ()


def test_two_feasts_in_one_holiday_have_its_days():
    (found,) = find_periods("中秋国庆假期", "2023-10")
    assert found.iso == "2023-09-29/2023-10-06"


def test_the_last_month_of_january_is_december():
    assert [p.iso for p in find_periods("上月,上季度", "2025-01")] == ["2024-12", "2024-10/2024-12"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("全年发电3亿度", "2024"),
        ("力争全年发电3亿度", "2025"),
        ("按照计划,全年要发电3亿度", "2025"),
        ("2024年底并网9座。全年发电3亿度", "2024"),
        ("桥梁拟于4月下旬通车", "2025-04"),
        ("去年4月通车,4月客流", "2024-04"),
    ],
)
def test_in_spring_a_whole_year_is_the_one_over_unless_it_is_planned(text, iso):
    assert find_periods(text, "2025-03")[-1].iso == iso


def test_a_mean_of_years_runs_up_to_the_year_named_in_the_paragraph():
    assert [p.iso for p in find_periods("2023年向好。两年平均增长", "2024-11")] == ["2023", "2022/2023"]


def test_a_year_may_open_a_span_whose_end_stands_far_off():
    (found,) = find_periods("自2019年县里启动治沙工程以来", "2024-11")
    assert (found.kind, found.iso) == (PeriodKind.SINCE, "2019/2024")
