"""Done, arranged or aimed at: what the words around a figure say."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年,全县产值预计42亿元,增长6%。", ["actual", "actual"]),
        ("全年产值预计42亿元。", ["target"]),
        ("到2028年,港区吞吐量力争达到900万吨;今年将再疏浚航道12公里。", ["target", "planned"]),
        ("预计2024年,产值42亿元。", ["target"]),
        ("按照安排,全年要开工项目31个。", ["planned"]),
        ("县里规划,到2030年栽种果树60万株。", ["planned"]),
        ("到2027年,加工率由目前的20%提高到45%。", ["actual", "target"]),
        ("高铁站、会展中心……41个项目,这是全市为今后三年谋划的盘子。", ["planned"]),
        ("两地互访游客目标定在80万人次。", ["target"]),
    ],
)
def test_the_words_of_the_clause_decide(read, text, expected):
    assert [i.status.value for i in read(text)][-len(expected) :] == expected


def test_a_rate_per_head_in_a_plan_is_an_aim(read):
    text = "政府工作报告\n二、2025年重点任务\n新建幼儿园4所,每千人口托位数达到4.8个。\n"
    assert [i.status.value for i in read(text, as_of="2025-01")] == ["planned", "target"]


def test_what_is_expected_of_a_year_in_its_last_month_is_an_estimate(read):
    assert [i.status.value for i in read("预计2024年产值完成42亿元。", as_of="2024-12")] == ["actual"]


def test_a_question_about_the_coming_year_governs_what_stands_under_it(read):
    text = "政府工作报告提出一批举措。2024年,家门口会有哪些变化?\n建设城市绿道50公里。\n"
    (found,) = read(text, as_of="2024-01", title="政府工作报告解读")
    assert (found.status.value, found.period) == ("planned", "2024")


def test_what_a_unit_plans_for_a_year_is_planned_to_the_end_of_the_sentence(read):
    found = read("2024年,白石县计划招引15个项目;启动城建工程,新增绿地20万平方米。", as_of="2024-01")
    assert {i.status.value for i in found} == {"planned"}


def test_what_may_be_hoped_for_behind_the_number_is_planned(read):
    (found,) = read("下半年还有9个项目可望开工。", as_of="2024-07")
    assert found.status.value == "planned"


def test_a_plan_after_a_semicolon_governs_what_follows_it(read):
    found = read("到2028年,港区吞吐量力争达到900万吨;今年将再疏浚航道12公里,新建泊位3个。")
    assert [i.status.value for i in found] == ["target", "planned", "planned"]
