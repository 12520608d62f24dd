"""Whole records of invented sentences: metric, period, comparison, status, place."""

import pytest


def brief(found):
    return [(i.surface, i.metric, i.comparison, i.period) for i in found]


def test_growth_goes_with_its_level(read):
    found = read("2023年,全市地区生产总值完成812.4亿元,同比增长6.3%。")
    assert brief(found) == [
        ("812.4亿元", "地区生产总值", "", "2023"),
        ("6.3%", "地区生产总值", "yoy", "2023"),
    ]


def test_growth_rates_go_to_the_metrics_before_them_in_order(read):
    found = read("上半年,接待游客520万人次,门票收入3.1亿元,同比分别增长12%、8.5%。")
    assert [(i.metric, i.value) for i in found if i.comparison] == [("接待游客人次", 12), ("门票收入", 8.5)]


def test_a_list_before_respectively_pairs_up(read):
    found = read("厕所普及率、污水治理率、垃圾清运率分别达88%、61%、99%。")
    assert [i.metric for i in found] == ["厕所普及率", "污水治理率", "垃圾清运率"]


def test_the_head_of_the_last_belongs_to_all(read):
    found = read("钢铁、水泥行业绿色产能分别达到81%、77%以上。")
    assert [i.metric for i in found] == ["钢铁行业绿色产能", "水泥行业绿色产能"]
    assert [i.qualifier for i in found] == ["at_least", "at_least"]


def test_town_and_country_are_two(read):
    found = read("前三季度,城乡居民人均可支配收入同比增长4.1%和6.8%。")
    assert [i.metric for i in found] == ["城镇居民人均可支配收入", "农村居民人均可支配收入"]


def test_a_list_across_clauses_pairs_up(read):
    found = read("上半年,重点景区客流量、门票、二次消费三项指标相较2019年,分别增长21%、35%、48%。")
    assert [(i.metric, i.comparison) for i in found] == [
        ("重点景区客流量", "vs_2019"),
        ("门票", "vs_2019"),
        ("二次消费", "vs_2019"),
    ]


def test_the_thing_counted_may_follow(read):
    found = read("建成41个未来社区,引进30多家软件企业。")
    assert [(i.metric, i.base_unit) for i in found] == [("未来社区数", "个"), ("引进软件企业数", "家")]


def test_from_and_to_are_one_metric(read):
    found = read("鸟类由131种增加到206种。")
    assert [(i.metric, i.value) for i in found] == [("鸟类种数", 131), ("鸟类种数", 206)]


def test_a_road_has_a_length(read):
    (found,) = read("目前已建成环湖旅游公路127公里。")
    assert (found.metric, found.place_id) == ("环湖旅游公路里程", "road")


def test_a_share_names_its_whole(read):
    found = read("风电装机达420万千瓦,占全市电力装机的31%。")
    assert found[1].metric == "风电装机占全市电力装机比重"


def test_a_gap_to_others_is_of_what_was_spoken_of(read):
    found = read("2023年,接待游客544万人次,较全省平均增速高1.8个百分点,恢复至2019年同期水平的87%。")
    assert [i.metric for i in found] == ["接待游客人次"] * 3


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("产值增长6%,分别高于全省、全国0.3个、2.6个百分点。", [("vs_province", 0.3), ("vs_national", 2.6)]),
        ("产值增长6%,分别低于国、省0.5和0.4个百分点。", [("vs_national", -0.5), ("vs_province", -0.4)]),
        ("产值增长6%,高于全国0.6、全省1.9个百分点。", [("vs_national", 0.6), ("vs_province", 1.9)]),
        (
            "产值增长6%,分别高于全国(5.9%)、全省(5.7%)0.1和0.3个百分点。",
            [("vs_national", 0.1), ("vs_province", 0.3)],
        ),
    ],
)
def test_gaps_to_several_others_are_told_apart(read, text, gaps):
    assert [(i.comparison, i.normalized) for i in read(text)[-2:]] == gaps


def test_what_an_industry_adds_to_growth_is_not_gone_on_about(read):
    found = read("工业增加值增长8%,拉动经济增长2个百分点,占GDP的比重为24.7%,占比上升2.1个百分点。")
    assert [i.metric for i in found[2:]] == ["工业增加值占GDP比重"] * 2


def test_a_threshold_in_the_name_of_firms_is_no_figure(read):
    assert [(i.surface, i.metric) for i in read("340家产值超亿元企业。")] == [("340家", "产值超亿元企业数")]


def test_kinds_and_heads_of_the_same_animals(read):
    assert [i.metric for i in read("共监测到水鸟47种7.7万只。")] == ["水鸟种数", "水鸟数"]


def test_a_class_of_water_is_of_the_water(read):
    assert [i.metric for i in read("湖区水质达到Ⅲ类标准。")] == ["湖区水质"]


def test_the_watts_of_what_a_factory_makes_are_its_capacity(read):
    found = read("硅棒项目10GW投产,全市光伏装机3GW。")
    assert [(i.metric, i.theme) for i in found] == [("硅棒项目产能", "industry"), ("光伏装机", "energy")]


def test_a_rank_reached_may_stand_without_its_ordinal(read):
    found = read("县域竞争力排名升至87位。")
    assert [(i.metric, i.value, i.base_unit) for i in found] == [("县域竞争力排名", 87, "位")]


def test_a_places_people_are_its_population(read):
    assert [(i.metric, i.normalized) for i in read("740多万云岭人民盼来高铁。")] == [("人口", 7_400_000)]


def test_places_that_a_rank_rises_by_are_a_change_of_the_rank(read):
    found = read("2021年,生产总值4000亿元,名列第58位,较2011年前移36位。")
    assert [(i.metric, i.base_unit, i.comparison) for i in found[1:]] == [
        ("生产总值排名", "位", ""),
        ("生产总值排名", "位", "vs_2011"),
    ]


def test_a_list_of_multiples_shares_its_unit_and_base(read):
    found = read("2021年生产总值、出口额、税收分别是2011年的2.7、2.9、2.5倍。")
    assert [(i.value, i.base_unit, i.comparison, i.period) for i in found] == [
        (value, "倍", "vs_2011", "2021") for value in (2.7, 2.9, 2.5)
    ]


def test_a_rank_names_its_scope(read):
    found = read("2023年,新增专利授权300件,数量居全省第二。")
    assert (found[1].metric, found[1].value, found[1].base_unit) == ("新增专利授权数全省排名", 2, "位")


@pytest.mark.parametrize(
    ("text", "comparison", "normalized"),
    [
        ("能耗同比下降3.1%。", "yoy", -3.1),
        ("产值年均增长12%。", "annual_average", 12),
        ("产值较2019年增长40%。", "vs_2019", 40),
        ("增速高于全国平均水平1.2个百分点。", "vs_national", 1.2),
        ("增速低于全省0.4个百分点。", "vs_province", -0.4),
        ("五年累计下降18%。", "cumulative_change", -18),
        ("游客20万人次,较全省总体增速高1.8个百分点。", "vs_province", 1.8),
        ("人均花费900元,较全国平均水平低40元。", "vs_national", -40),
        ("入住率较高,达71%。", "", 71),
        ("3月份财政支出46亿元,环比增长10.8%。", "mom", 10.8),
        ("粮食减产0.6%。", "yoy", -0.6),
        ("浓度比十年前下降了31%。", "cumulative_change", -31),
        ("客流是去年同期的1.3倍。", "vs_2023", 1.3),
        ("入住率达71%。", "", 71),
        ("产值+19.8%。", "yoy", 19.8),
        ("钢材产量-12.5%。", "yoy", -12.5),
        ("自然增长率-3.9‰。", "", -3.9),
        ("2019年以来,浓度下降36.5%。", "cumulative_change", -36.5),
        ("产量三年累计减少6%。", "cumulative_change", -6),
        ("占比由五年前的18%升至20%。", "", 20),
        ("税收占比抬高3.8个百分点。", "yoy", 3.8),
        ("产值增速按4.5%安排。", "yoy", 4.5),
    ],
)
def test_a_change_says_from_what_and_which_way(read, text, comparison, normalized):
    found = read(text)[-1]
    assert (found.comparison, found.normalized) == (comparison, normalized)


def test_gaps_to_two_means_are_told_apart(read):
    found = read("工业增加值增长9.0%,比全省(7.0%)和全国(6.0%)分别高2.0、3.0个百分点。")
    assert [(i.value, i.comparison) for i in found[-2:]] == [(2.0, "vs_province"), (3.0, "vs_national")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("已建成12个村。", "actual"),
        ("到2027年建成200个以上示范村。", "target"),
        ("力争接待游客达到600万人次。", "target"),
        ("拟新增停车位300个。", "planned"),
        ("共谋划项目96个,总投资80亿元。", "planned"),
        ("下一步,持续改造管网40公里。", "planned"),
        ("规划建设环湖旅游公路127公里,目前已全线贯通。", "actual"),
        ("投产后可新增产能5万吨。", "planned"),
        ("2023年预计完成产值9亿元。", "actual"),
    ],
)
def test_status(read, text, status):
    assert {i.status.value for i in read(text)} == {status}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("全市森林覆盖率达51%。", ["city"]),
        ("白石县:全县共接待游客3万人次,收入2亿元。", ["county", "county"]),
        ("森林覆盖率达51%。", ["city"]),
        ("白石县森林覆盖率达51%,建成绿道30公里。", ["county", "county"]),
        ("白石县的青峰景区接待游客30万人次。", ["park"]),
        ("月亮湖水质不断改善,植物达到310种。", ["lake"]),
        ("青峰景区12万人次、红岩景区9万人次。", ["park", "other"]),
        ("青峰景区、红岩景区接待游客30万人次。", ["city"]),
        ("青峰景区和红岩景区接待量分别增长3%、5%。", ["park", "other"]),
        (
            "青峰景区接待游客3万人次;红岩景区接待游客4万人次,门票收入9万元,分别下降8%和9%。",
            ["park", "other", "other", "other", "other"],
        ),
        ("明光机械产值突破5亿元,全市工业增长7%。", ["firm", "city"]),
        ("新建环湖旅游公路22公里;改造老旧小区9个。", ["road", "city"]),
        ("环湖旅游公路完成投资6亿元,建设农村公路50公里。", ["road", "city"]),
        ("建设风电10万千瓦、柳溪镇抽采发电2万千瓦。", ["city", "town"]),
        ("新建沧澜河白石县段堤防12公里。", ["river"]),
        ("白石县青峰景区、柳溪镇红岩景区接待量分别上升3%和4%。", ["park", "other"]),
        ("沧澜河、渡水河断面优良率达100%,优良天数350天。", ["city", "city"]),
        ("江岭经济圈地区生产总值达3万亿元,增长5%。", ["circle", "circle"]),
        ("环湖旅游公路通车。每千人口床位达6张。", ["city"]),
    ],
)
def test_the_place_is_the_subject(read, text, places):
    assert [i.place_id for i in read(text)] == places


def test_a_county_stays_the_subject_of_its_paragraph(read):
    found = read("白石县走出新路。建成果园3万亩,带动农户2000户。\n全市共有果园20万亩。")
    assert [i.place_id for i in found] == ["county", "county", "city"]


def test_a_level_reached_after_some_years_has_no_span(read):
    found = read("近4年来,企业达到310家,产值年均增长9%。")
    assert [i.period for i in found] == ["", "2021/2024"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("前三季度,工业增长6%;风电装机9万千瓦,占三成。", ["2024-01/2024-09"] * 3),
        ("前三季度,工业增长6%;白石县床位达900张。", ["2024-01/2024-09", ""]),
        ("产值87亿元(2022年),带动600户。", ["2022", "2022"]),
        ("截至8月底,累计推广重卡800辆,建成加氢站9座。", ["2024-08", "2024-08"]),
        ("截至8月底,营业额达5亿元,不良贷款2亿元。", ["2024-01/2024-08", "2024-08"]),
    ],
)
def test_how_far_a_time_reaches(read, text, periods):
    assert [i.period for i in read(text)] == periods


def test_the_whole_year_is_the_last_one_till_summer(read):
    done, planned = read("全年接待观众5万人次。\n全年力争接待观众6万人次。", as_of="2025-05")
    assert (done.period, planned.period) == ("2024", "2025")


def test_the_month_a_flow_runs_to_begins_in_january(read):
    found = read("截至10月底,接待游客820万人次。截至10月底,贷款余额达到90亿元。")
    assert [i.period for i in found] == ["2024-01/2024-10", "2024-10"]


def test_the_parts_of_a_report_govern_what_stands_under_them(read):
    text = """政府工作报告
一、2023年工作回顾
建成公路80公里,城镇化率提高到61%。
二、2024年工作安排
新建学校6所。地区生产总值增长6%左右。
"""
    found = read(text, as_of="2024-01")
    assert [(i.period, i.status.value) for i in found] == [
        ("2023", "actual"),
        ("2023", "actual"),
        ("2024", "planned"),
        ("2024", "target"),
    ]


def test_the_title_gives_a_bulletin_its_year(read):
    found = read("年末常住人口81万人。", as_of="2024-03", title="云岭市2023年国民经济和社会发展统计公报")
    assert [i.period for i in found] == ["2023"]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("空气质量优良天数301天。", "ecology"),
        ("近海海域面积310平方公里。", "ecology"),
        ("招商引资到位固定资产投资15亿元。", "openness_reform"),
        ("开通旅游直通车3条。", "transport"),
        ("农村居民收入增长7%。", "livelihood"),
        ("全年生产碳酸锂2万吨。", "industry"),
        ("接待游客120万人次。", "tourism"),
        ("规模以上工业增加值增长7%。", "industry"),
        ("风电装机达到200万千瓦。", "energy"),
        ("公路通车里程达3000公里。", "transport"),
        ("粮食产量70万吨。", "agriculture_rural"),
        ("改造老旧小区40个。", "urban"),
        ("城镇新增就业2.1万人。", "livelihood"),
        ("高新技术企业达到96家。", "education_science"),
        ("进出口总额55亿元。", "openness_reform"),
        ("地区生产总值达到900亿元。", "economy"),
        ("博物馆藏品3万件。", "culture"),
    ],
)
def test_the_metric_tells_the_theme(read, text, theme):
    assert [i.theme.value for i in read(text)] == [theme]


def test_one_metric_has_one_key(read):
    found = read("GDP达900亿元。\n地区生产总值达到900亿元。\n生产总值900亿元。")
    assert {i.metric_key for i in found} == {"地区生产总值"}


def test_a_known_metric_with_its_time_is_surer(read):
    known, vague = read("2023年地区生产总值达900亿元。\n还有5个。")
    assert 0 < vague.confidence < known.confidence <= 1


def test_offsets_lead_back_into_the_article(read):
    text = "  ２０２３年，**接待遊客１２０萬人次**，\n增長５．５％。"
    for found in read(text):
        assert text[found.span.start : found.span.end] == found.surface


def test_a_table_is_read_by_its_headers(read):
    text = """2023年各县情况：

| 县区 | 接待游客(万人次) | 增速(%) | 收入(亿元) |
|---|---|---|---|
| 白石县 | 120.5 | -3.2 | 8.1 |
| 全市 | 900 | 4.0 | 61 |
"""
    found = read(text)
    assert [(i.place_id, i.normalized, i.base_unit, i.comparison, i.period) for i in found] == [
        ("county", 1_205_000, "人次", "", "2023"),
        ("county", -3.2, "%", "yoy", "2023"),
        ("county", 810_000_000, "元", "", "2023"),
        ("city", 9_000_000, "人次", "", "2023"),
        ("city", 4.0, "%", "yoy", "2023"),
        ("city", 6_100_000_000, "元", "", "2023"),
    ]
    assert [i.metric for i in found[:3]] == ["接待游客", "接待游客", "收入"]


def test_a_table_may_have_its_metrics_in_rows(read):
    text = "| 指标 | 单位 | 2022年 | 2023年 |\n|--|--|--|--|\n| 粮食产量 | 万吨 | 70 | 72 |\n"
    assert [(i.metric, i.normalized, i.period) for i in read(text)] == [
        ("粮食产量", 700_000, "2022"),
        ("粮食产量", 720_000, "2023"),
    ]


def test_a_table_may_say_its_unit_once(read):
    text = "2023年产值(单位:万元)\n| 乡镇 | 产值 | 增长% |\n|--|--|--|\n| 柳溪镇 | 350 | +4.5 |\n"
    assert [(i.place_id, i.normalized, i.base_unit) for i in read(text)] == [
        ("town", 3_500_000, "元"),
        ("town", 4.5, "%"),
    ]


def test_an_article_without_place_or_number_is_fine(read):
    assert read("") == ()
    assert read("风景很美。") == ()


def test_a_cut_never_falls_inside_a_word(read):
    found = read("全年困难人员再就业418人。骨干企业就业2600人。安置高校毕业生就业75人。")
    assert [i.metric for i in found][:2] == ["困难人员再就业人数", "骨干企业就业人数"]
    (found,) = read("人口自然增长率-0.86‰。")
    assert found.metric == "人口自然增长率"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("全市接待游客31.2万人次,较2019年中秋同日微降0.9%。", ["接待游客人次", "接待游客人次"]),
        ("地区生产总值完成71亿元,按可比价格计算增长4.4%。", ["地区生产总值", "地区生产总值"]),
        ("工业利润9.1亿元,剔除价格因素,增长2.7%。", ["工业利润", "工业利润"]),
    ],
)
def test_a_growth_whose_words_name_nothing_is_that_of_the_level_before(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("黑石大峡谷7.4万人次。", "接待游客人次"),
        ("暑期,进沟3.3万人次。", "接待游客人次"),
        ("节日里,进山日均1.6万人次。", "日均接待游客人次"),
    ],
)
def test_visits_are_named_by_who_comes_not_by_the_sight(read, text, metric):
    assert [i.metric for i in read(text)] == [metric]


def test_an_economy_is_that_of_a_unit(read):
    found = read("明光机械职工达900人,地区生产总值增长5.2%,白石县地区生产总值增长6.1%。")
    assert [i.place_id for i in found if i.metric == "地区生产总值"] == ["city", "county"]


def test_a_worker_in_care_is_livelihood_and_a_ranger_ecology(read):
    care, ranger = read("全县护工达3400人。\n全县巡护员达210人。")
    assert (care.theme, ranger.theme) == ("livelihood", "ecology")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贷款余额1250亿元,较年初增加86亿元,增长7.4%。", [("贷款余额", "yoy"), ("贷款余额", "yoy")]),
        ("存款余额比年初增长5.1%。", [("存款余额", "yoy")]),
        ("旅游收入以10%以上的速度增长。", [("旅游收入", "yoy")]),
        ("研发强度高达6%,远高于全省1.4%的水平。", []),
        ("花生面积31公顷,减少4公顷;大豆面积70公顷,增加5公顷。", [("花生面积", "yoy"), ("大豆面积", "yoy")]),
        ("空气优良天数增加15天。", [("空气优良天数", "yoy")]),
        ("出口142亿元,降幅收窄至3.6%。", [("出口额", "yoy")]),
        ("城镇化率64%,与同期全国平均水平相比高出2个百分点。", [("城镇化率", "vs_national")]),
        ("人口自然增长率为-0.98‰。", []),
    ],
)
def test_a_change_is_told_from_a_level(read, text, expected):
    assert [(i.metric, i.comparison) for i in read(text) if i.comparison] == expected


def test_a_fall_that_has_slowed_is_a_fall(read):
    assert read("出口142亿元,降幅收窄至3.6%。")[1].normalized == -3.6
