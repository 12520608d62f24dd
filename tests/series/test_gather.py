import pytest

from geo.atlas import load_atlas, save_atlas
from geo.series import SeriesKey, TimeKind, read_series
from geo.series.gather import is_generic


def values(observations):
    return [(each.time.last.year, each.value.printed) for each in observations]


def test_figures_of_several_articles_become_one_series_in_order_of_time(row, series):
    road = {"metric": "环湖公路里程", "base_unit": "公里", "unit": "公里", "place_id": "road"}
    (found,) = series(
        row("64公里", 64, article="b", period="", **road),
        row("31公里", 31, article="a", period="2022", **road),
        row("90公里", 90, article="b", period="2027", status="target", **road),
    )
    assert found.key == SeriesKey("环湖公路里程", "road", "公里", "")
    assert values(found.actual) == [(2022, "31公里"), (2025, "64公里")]
    assert values(found.aims) == [(2027, "90公里")]
    assert [point.printed for point in found.points] == ["31公里", "64公里", "90公里"]
    assert found.latest.time.kind is TimeKind.AT_PUBLICATION
    assert found.is_stock
    assert found.runs
    assert [len(line) for line in found.lines] == [2]


def test_levels_growth_units_and_places_are_apart(row, series):
    found = series(
        row("5%", 5),
        row("5%", 5, comparison="yoy"),
        row("5个", 5, base_unit="个"),
        row("5%", 5, place_id="330523"),
        row("5%", 5, place_id=""),
    )
    assert [(key.place_id, key.base_unit, key.comparison) for key in (each.key for each in found)] == [
        ("330500", "%", ""), ("330500", "%", "yoy"), ("330500", "个", ""), ("330523", "%", ""),
    ]  # fmt: skip


def test_ranks_of_different_fields_are_apart(row, series):
    rank = {"metric_key": "旅游收入排名", "base_unit": "位", "unit": "位"}
    found = series(
        row("第二", 2, metric="旅游收入全省排名", **rank), row("第九", 9, metric="旅游收入全国排名", **rank)
    )
    assert [each.key.metric_key for each in found] == ["旅游收入全国排名", "旅游收入全省排名"]


@pytest.mark.parametrize(
    "key", ["数量", "项目数量", "企业产值", "总投资", "率", "5", "", "全省排名", "改革举措数量", "种植面积"]
)
def test_generic_metrics_make_no_series(key, row, series):
    assert is_generic(key)
    assert series(row("5个", 5, metric=key)) == ()


@pytest.mark.parametrize(
    "key", ["公路里程", "高新技术企业数量", "游客满意率", "粮食产量", "GDP", "PM2.5浓度"]
)
def test_metrics_that_name_their_thing_do(key):
    assert not is_generic(key)


@pytest.mark.parametrize(
    ("metric", "comparison", "stock"),
    [
        ("农村公路里程", "", True),
        ("新改建农村公路里程", "", False),
        ("森林覆盖率", "yoy", False),
        ("网上零售额", "", False),
    ],
)
def test_a_state_is_told_from_what_was_done(metric, comparison, stock, row, series):
    (found,) = series(row("5", 5, metric=metric, comparison=comparison))
    assert found.is_stock is stock


def test_nine_months_and_years_are_two_lines(row, series):
    sales = {"metric": "网上零售额", "base_unit": "元", "unit": "亿元", "factor": 1e8}
    (found,) = series(
        row("7亿元", 7, period="2022", **sales),
        row("8亿元", 8, period="2023", **sales),
        row("6亿元", 6, period="2024-01/2024-09", **sales),
        row("9亿元", 9, period="", **sales),
    )
    assert [[each.value.printed for each in line] for line in found.lines] == [["7亿元", "8亿元"], ["6亿元"]]
    assert not found.is_stock


def test_values_that_one_paragraph_tells_apart_cannot_stand_for_the_series(row, series):
    (found,) = series(row("25%", 25, paragraph=3), row("77%", 77, paragraph=3), row("77%", 77, paragraph=8))
    (observation,) = found.observations
    assert len(observation.points) == 3
    assert [point.paragraph for point in observation.clear] == [8]
    assert observation.value.paragraph == 8


def test_counts_of_one_article_that_differ_count_other_things(row, series):
    homes = {"metric": "星级民宿数量", "base_unit": "家"}
    (found,) = series(
        row("30家", 30, **homes), row("12家", 12, **homes), row("44家", 44, article="b", **homes)
    )
    (observation,) = found.observations
    assert observation.value.printed == "44家"
    assert [[point.printed for point in side] for side in observation.sides] == [["44家"]]


def test_an_undated_value_beside_a_dated_one_is_an_earlier_one(row, series):
    (found,) = series(
        row("0.3%", 0.3, paragraph=3, period="", article="b"),
        row("57%", 57, paragraph=3, article="b", period="2024-12"),
    )
    assert [each.value and each.value.printed for each in found.observations] == ["57%", None]
    assert not found.runs


def test_the_tightest_print_of_the_latest_article_is_shown(row, series):
    (found,) = series(
        row("46.13%", 46.13, article="a"),
        row("约46%", 46, article="b", qualifier="approx"),
        row("46.1%", 46.1, article="c"),
    )
    assert found.latest.value.printed == "46.1%"


def test_publications_known_by_their_year_are_not_the_same_time(row, series):
    (found,) = series(row("40%", 40, article="y", period=""), row("41%", 41, article="n", period=""))
    assert len(found.observations) == 2
    assert not found.runs  # no date is known of the second


def test_rows_of_a_saved_atlas_are_read_as_they_come(atlas, tmp_path):
    save_atlas(atlas, tmp_path)
    tables = [
        (each.indicators.to_dict("records"), each.articles.to_dict("records"))
        for each in (atlas, load_atlas(tmp_path))
    ]
    built, loaded = (read_series(*table) for table in tables)
    assert built == loaded
    (found,) = built
    assert [point.indicator for point in found.points] == [
        "a-20-1",
        "a-20-0",
        "a-4-0",
    ]
    assert found.latest.value.indicator == "a-4-0"
    assert (found.latest.value.low, found.latest.value.high) == pytest.approx((46.05, 46.15))


def test_ten_thousand_figures_of_one_metric_take_no_quadratic_time(row, series):
    template = row("1%", 1)
    rows = (
        {**template, "id": f"n{n}", "paragraph": n // 2, "value": n, "normalized": n} for n in range(10_000)
    )
    (found,) = series(*rows)
    assert len(found.points) == 10_000
    assert found.latest is None
    same = [{**template, "id": f"n{n}", "paragraph": n, "value": n, "normalized": n} for n in range(10_000)]
    (found,) = series(*same)
    assert len(found.observations[0].sides) == 10_000
