"""One figure said of several metrics, and lists whose members share a head."""

import pytest


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("粮食总产量、农民人均收入、规上工业增加值增速均居全省第一。", 3),
        ("出口总额和技改投资增幅均居全省第二。", 2),
        ("进出口总额、实际利用外资、固定资产投资均增长20%以上。", 3),
        ("县城和乡镇都建起了5个公园。", 1),
        ("城镇、农村居民人均可支配收入增长6%。", 1),
    ],
)
def test_one_figure_of_several_metrics_is_a_row_for_each(read, text, metrics):
    found = read(text)
    assert len(found) == metrics
    assert len({i.metric for i in found}) == metrics
    assert len({i.clean for i in found}) == 1


def test_a_growth_of_both_figures_before_it_is_a_row_for_each(read):
    found = read("茶叶产量4万吨,销售收入12亿元,均同比增长约6%。")
    assert [(i.metric, i.comparison) for i in found[2:]] == [("茶叶产量", "yoy"), ("销售收入", "yoy")]


def test_ranks_in_a_list_are_ranks(read):
    found = read("固定资产投资、社会消费品零售总额分别居全省第3位、第5位。")
    assert [i.metric for i in found] == ["固定资产投资全省排名", "社会消费品零售总额全省排名"]


def test_a_head_that_only_the_last_member_has_belongs_to_all(read):
    found = read("一产、二产、三产增加值分别增长3.5%、6.8%和5.2%。")
    assert [i.metric for i in found] == ["一产增加值", "二产增加值", "三产增加值"]


def test_indicators_summed_up_share_a_rank_across_the_comma(read):
    found = read("财政收入、工业投资、服务业增加值三项主要指标增速,均居全市第一。")
    ranked = [i.metric for i in found if i.base_unit == "位"]
    assert ranked == ["财政收入全市排名", "工业投资全市排名", "服务业增加值全市排名"]


def test_rates_that_share_a_level_are_a_row_each(read):
    found = read("全县供水覆盖率、垃圾处理率均达98%。")
    assert [i.metric for i in found] == ["供水覆盖率", "垃圾处理率"]


def test_words_of_comparison_between_levels_and_their_growth_name_nothing(read):
    found = read("全县接待游客60万人次,门票收入700万元,与2019年同期同口径相比,分别增长3%和9%。")
    assert [i.metric for i in found[2:]] == ["接待游客人次", "门票收入"]


def test_a_share_of_a_task_is_how_far_it_is_fulfilled(read):
    assert read("植树31万株,完成全年任务的91%。")[-1].metric == "植树任务完成率"


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("猪、牛、家禽出栏分别为70万头、6万头、250万只。", ["猪出栏", "牛出栏", "家禽出栏"]),
        ("第一、二、三产业投资分别增长6%、7%、8%。", ["第一产业投资", "第二产业投资", "第三产业投资"]),
        (
            "船舶产业和钢铁产业产值分别增长7%、17%,两年平均分别增长8%、16%。",
            ["船舶产业产值", "钢铁产业产值"] * 2,
        ),
        (
            "船舶产业和钢铁产业产值分别增长7%、17%,比全省分别快2和3个百分点。",
            ["船舶产业产值", "钢铁产业产值"] * 2,
        ),
    ],
)
def test_lists_after_a_list_are_of_its_members(read, text, metrics):
    assert [i.metric for i in read(text)] == metrics
