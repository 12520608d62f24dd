"""Which time a figure is of: its sentence's, an event's, a section's, or none."""

import pytest


def periods(found):
    return [i.period for i in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年,游客80万人次;民宿床位由900张增加到1400张。", ["2024-01/2024-06", "", ""]),
        ("截至9月底,全市累计登记种质860份,建成苗圃7座,居全省第三位。", ["2024-09"] * 3),
        ("截至9月底,开工率91%;投产率52%。", ["2024-09", "2024-09"]),
        ("截至9月底,全市累计完成投资31亿元。", ["2024-01/2024-09"]),
        ("截至9月底,苗圃7座;年销售额超5亿元。", ["2024-09", ""]),
        ("新港区2022年建成投用,总投资31亿元。", [""]),
        ("从2015年起县里补贴养蜂,至今已发放补贴3亿元。", ["2015/2024"]),
        ("到2022年底,公路达到900公里。新建桥梁12座,实现村村通车率100%。", ["2022"] * 3),
        ("今年前7个月,货运量90万吨;其中水运占三成。", ["2024-01/2024-07"] * 2),
        ("去年,果园新增滴灌310亩;索道每小时运力1200人。", ["2023", ""]),
        ("上半年,抽采煤层气3亿立方米;在光电产业上,聚焦4条产业链。", ["2024-01/2024-06", ""]),
        ("去年利润7亿元;园区亩均税收21万元。", ["2023", ""]),
        ("年内计划新开航线3条。", ["2024"]),
        ("上半年,新增企业(含2022年入库)31家。", ["2024-01/2024-06"]),
        ("前三季度,新签约项目31个;云岭港等9个项目竣工,竣工率80%。", ["2024-01/2024-09"] * 3),
        ("去年农业产值54亿元。第一产业29亿元,第二产业25亿元。", ["2023"] * 3),
        ("补种将在下半年实施,全县造林4万亩。", [""]),
        ("上半年,增速创近5年新高,提高3.8个百分点。", ["2024-01/2024-06"]),
        ("交通更畅。五年完成投资331亿元。", ["P5Y"]),
        ("近3年,累计游客900万人次,累计收入达到31亿元。", ["P3Y", "P3Y"]),
        ("从2012年起补贴,至今已发放补贴3亿元,每年输送好水70亿立方米。", ["2012/2024", ""]),
        ("一季度产值54亿元,机场年旅客吞吐量恢复到31万人次。", ["2024-01/2024-03", ""]),
        ("截至10月底,苗圃7座。各类园地累计开发岗位860个,促进就业31人。", ["2024-10"] * 3),
        ("截至10月3日15时,景区接待游客31万人次。", ["2024-10-03"]),
        ("1—9月,投资增长7%。新签约项目31个,协议金额54亿元;引进项目7个。", ["2024-01/2024-09"] * 4),
        ("前三季度,发电3亿度;风场购票游客6.1万人,外省的占四成。", ["2024-01/2024-09"] * 3),
    ],
)
def test_the_time_of_a_sentence_reaches_as_far_as_it_holds(read, text, expected):
    assert periods(read(text)) == expected


def test_an_event_lends_its_time_to_what_is_said_of_it(read):
    text = "11月8日,云岭市三季度项目集中开工仪式举行。此次开工项目31个,总投资95亿元。城区现有公园8个。"
    assert periods(read(text)) == ["2024-07/2024-09", "2024-07/2024-09", ""]


def test_what_goes_on_from_a_months_end_is_of_that_day_in_a_report_on_half_a_year_too(read):
    text = "6月末,存款余额31亿元。其中,住户存款余额20亿元,同比增长7%;企业存款11亿元。"
    assert periods(read(text, title="云岭市上半年存款稳步增长")) == ["2024-06"] * 4


def test_an_event_may_be_named_by_its_time(read):
    text = "10月8日,云岭市举行四季度项目开工活动。此次共有31个项目开工。其中,产业项目有20个;民生项目11个。"
    assert periods(read(text)) == ["2024-10/2024-12"] * 3


def test_the_time_of_a_paragraph_outlasts_a_figure_without_one(read):
    text = "去年全市发送旅客31万人次;新机场总投资20亿元。港口完成吞吐量80万吨,增长7%。"
    assert periods(read(text))[2:] == ["2023", "2023"]


def test_a_brief_has_the_span_of_its_title_and_so_have_its_tables(read):
    text = """今年以来,云岭市向好。
## 各县一览
| 县区 | 产值(亿元) |
|---|---|
| 白石县 | 31 |
## 港口
新开工泊位4个,单日上岛人数上限调整为9000人。
"""
    found = read(text, title="云岭市2024年前三季度经济简报")
    assert periods(found) == ["2024-01/2024-09", "2024-01/2024-09", ""]


def test_a_column_of_a_table_names_its_own_time(read):
    text = "| 指标 | 单位 | 2023年 | 2024年上半年 |\n|--|--|--|--|\n| 粮食产量 | 万吨 | 70 | 31 |\n"
    assert periods(read(text)) == ["2023", "2024-01/2024-06"]


def test_a_line_before_a_table_names_its_time(read):
    text = "1—8月各县情况\n| 县区 | 产值(亿元) | 游客(万人次) |\n|---|---|---|\n| 白石县 | 31 | |\n| 全市 || 7 |\n"
    found = read(text)
    assert [(i.period, i.metric) for i in found] == [("2024-01/2024-08", "产值"), ("2024-01/2024-08", "游客")]


def test_what_counts_from_an_opening_is_not_of_the_year_of_the_report(read):
    text = "云岭市2023年统计公报\n城区铁路开通以来累计发送旅客40万人次,全年发送9万人次。"
    assert periods(read(text, title="云岭市2023年统计公报")) == ["", "2023"]


def test_the_quarter_of_a_headline_may_stand_for_all_months_to_its_end(read):
    text = "三季度成绩单:\n● 工业:1—9月营收31亿元;\n● 投资:增速7%。\n"
    assert periods(read(text)) == ["2024-01/2024-09"] * 2


def test_marks_to_be_reached_follow_the_year_of_the_plan(read):
    found = read("到2028年,港区装机达到90万千瓦。能源消费中,煤炭占比下降到31%。全市现有公园9个。")
    assert [(i.period, i.status.value) for i in found] == [
        ("2028", "target"),
        ("2028", "target"),
        ("", "actual"),
    ]


def test_a_first_sentence_is_no_title(read):
    text = "今年1—3季度,全市发送旅客31万人次。\n民宿村单日最高接待游客900人次。"
    assert periods(read(text, title="山村见闻")) == ["2024-01/2024-09", ""]


def test_a_months_brief_that_opens_with_the_months_so_far_is_of_these(read):
    text = "1-3月,全市地区生产总值1028亿元。\n一、农业平稳。农业产值42亿元。3月份财政支出46亿元。"
    found = read(text, title="云岭市经济运行简况(2024年3月)")
    assert [i.period for i in found] == ["2024-01/2024-03", "2024-01/2024-03", "2024-03"]


def test_a_list_of_times_goes_with_a_list_of_numbers(read):
    text = "一季度、上半年和全年增速分别为8.1%、9.3%和6.6%,两年平均增速分别为4.2%、5.1%和4.8%。"
    times = ["2021-01/2021-03", "2021-01/2021-06", "2021"]
    assert periods(read(text, as_of="2022-02-01")) == [*times, *times]
    text = "2021、2022、2023年接待游客分别达到100万、120万和150万人次。"
    found = read(text, as_of="2024-02-01")
    assert periods(found) == ["2021", "2022", "2023"]
    assert [i.normalized for i in found] == [1_000_000, 1_200_000, 1_500_000]


def test_growth_told_after_its_beginning_and_end_is_of_the_years_between(read):
    found = read("生产总值从2006年的210亿元跃升至2018年的840亿元,增长了3倍。", as_of="2019-09-01")
    assert periods(found) == ["2006", "2018", "2006/2018"]
    assert found[-1].comparison == "cumulative_change"
    found = read("产值从2015年的3亿元增加到2020年的6亿元,年均增长15%。", as_of="2021-02-01")
    assert (periods(found)[-1], found[-1].comparison) == ("2015/2020", "annual_average")


def test_the_time_a_change_began_from_is_of_nothing_else(read):
    found = read("吞吐量排名由2020年的第17位跃升至第8位,运量由2020年的30万吨增至50万吨。", as_of="2022-02-01")
    assert periods(found) == ["2020", "", "2020", ""]


def test_months_that_are_not_over_are_those_of_the_year_before(read):
    assert periods(read("前三季度接待游客30万人次。", as_of="2022-03-01")) == ["2021-01/2021-09"]
    assert periods(read("一季度接待游客30万人次。", as_of="2022-04-01")) == ["2022-01/2022-03"]


def test_the_second_day_of_a_holiday_is_that_day(read):
    found = read(
        "今天是国庆黄金周第二天。天星山景区接待游客3万人次。",
        as_of="2014-10-03",
        title="国庆黄金周第二天旅游情况",
    )
    assert periods(found) == ["2014-10-02"]
    assert periods(read("国庆假期首日,接待游客3万人次。", as_of="2023-10-03")) == ["2023-09-29"]


def test_what_is_measured_over_some_days_goes_on_behind_a_semicolon(read):
    found = read("2019年1月1日—5月20日,优良天数为98天;PM2.5浓度均值为44.6微克/立方米。", as_of="2019-08")
    assert periods(found) == ["2019-01-01/2019-05-20"] * 2


def test_ten_years_growth_is_of_ten_years(read):
    assert periods(read("生产总值十年增量7367亿元。")) == ["P10Y"]


def test_what_is_told_of_an_event_is_of_its_day(read):
    text = "4月27日上午,全市举行重大项目集中开工活动。此次开工重大项目26个,总投资140亿元。"
    assert periods(read(text, as_of="2022-04-28")) == ["2022-04-27", "2022-04-27"]


def test_a_paragraph_may_go_on_with_the_time_of_the_one_before(read):
    found = read("2021年,全市产值达到90亿元。\n其中,出口额增长8%。")
    assert periods(found) == ["2021", "2021"]


def test_a_report_on_work_reviews_the_year_before(read):
    text = "较好地完成了各项任务。预计实现地区生产总值420亿元,增长7.9%。"
    found = read(text, as_of="2020-01-05", title="白石县政府工作报告")
    assert [(i.period, i.status) for i in found] == [("2019", "actual")] * 2
    text = "过去五年,完成投资391亿元。财政收入40亿元。"
    assert periods(read(text, as_of="2022-01-05", title="白石县政府工作报告")) == ["P5Y", ""]


def test_that_day_of_a_holiday_is_the_day_of_writing(read):
    text = "江岭省:全省当天共接待游客493万人次,同比增长25%。"
    found = read(text, as_of="2017-10-03", title="国庆假日旅游市场信息")
    assert periods(found) == ["2017-10-03"] * 2
    assert periods(read(text, as_of="2017-10-09", title="国庆假日旅游市场信息"))[0] == "2017-10-01/2017-10-08"
