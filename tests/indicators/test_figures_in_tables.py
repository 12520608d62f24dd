"""Tables: without a rule, with tabs, with times in their headers."""

import pytest


def brief(found):
    return [(i.metric, i.value, i.comparison, i.period) for i in found]


def test_a_table_needs_no_rule(read):
    text = """2023年指标
| 指标 | 绝对数(亿元) | 比上年增长% |
| 工业增加值 | 52.1 | 6.8 |
| 其中:制造业增加值 | 31.0 | 7.2 |
"""
    assert brief(read(text)) == [
        ("工业增加值", 52.1, "", "2023"),
        ("工业增加值", 6.8, "yoy", "2023"),
        ("制造业增加值", 31.0, "", "2023"),
        ("制造业增加值", 7.2, "yoy", "2023"),
    ]


def test_lines_with_bars_of_many_lengths_are_no_table(read):
    assert read("责编|甲\n电话|乙|丙\n3.2|丁\n") == ()


def test_a_table_may_be_made_of_tabs(read):
    text = "2023年\n乡镇\t接待游客（万人次）\t收入（亿元）\n柳溪镇\t12.5\t1.3\n全市\t90\t8\n"
    assert [(i.place_id, i.normalized, i.base_unit) for i in read(text)] == [
        ("town", 125_000, "人次"),
        ("town", 130_000_000, "元"),
        ("city", 900_000, "人次"),
        ("city", 800_000_000, "元"),
    ]


@pytest.mark.parametrize(
    ("headers", "periods"),
    [
        ("2024年1-6月 | 2023年1-6月", ["2024-01/2024-06", "2023-01/2023-06"]),
        ("上半年 | 6月当月", ["2024-01/2024-06", "2024-06"]),
        ("2023年 | 2022年", ["2023", "2022"]),
    ],
)
def test_a_column_may_name_its_time(read, headers, periods):
    text = f"| 指标 | {headers} |\n|---|---|---|\n| 粮食产量(万吨) | 7 | 6 |\n"
    assert [(i.metric, i.period) for i in read(text)] == [("粮食产量", period) for period in periods]


def test_the_year_in_the_caption_of_a_report_on_a_part_of_it_is_that_part(read):
    text = "2024年主要指标\n| 指标 | 数值(亿元) |\n|---|---|\n| 财政收入 | 21 |\n"
    (found,) = read(text, title="云岭市2024年上半年经济运行简报")
    assert found.period == "2024-01/2024-06"


def test_a_table_may_lack_bars_at_its_edge_and_the_first_cell_of_its_header(read):
    text = """表1 2019年全市生产总值
| 绝 对 数 (亿元) | 比上年增长 (%) |
地区生产总值 | 512.40 | 5.2 |
工业增加值 | 28.16 | -2.6 |
"""
    assert [(i.metric, i.normalized, i.comparison) for i in read(text)] == [
        ("地区生产总值", 51_240_000_000, ""),
        ("地区生产总值", 5.2, "yoy"),
        ("工业增加值", 2_816_000_000, ""),
        ("工业增加值", -2.6, "yoy"),
    ]


def test_a_column_of_shares_is_of_the_metrics_of_the_rows(read):
    text = """2022年末全市户籍人口及构成
指 标 | 绝对数(万人) | 比重(%) |
年末户籍人口 | 93.20 | 100.0 |
城镇人口 | 31.60 | 33.9 |
"""
    assert [(i.metric, i.unit) for i in read(text)] == [
        ("年末户籍人口", "万人"),
        ("年末户籍人口占比", "%"),
        ("城镇人口", "万人"),
        ("城镇人口占比", "%"),
    ]
