from geo.series import comparable

PLACES = ["north", "south", "west"]
SALES = {"metric": "网上零售额", "base_unit": "元", "unit": "亿元", "factor": 1e8}


def cells(row):
    return [(cell.observation and cell.observation.value.printed, cell.is_alike) for cell in row.cells]


def test_places_stand_side_by_side_with_honest_gaps(row, series):
    share = {"metric": "智慧矿井占比", "article": "b", "period": ""}
    (found,) = comparable(
        series(row("97%", 97, place_id="north", **share), row("93%", 93, place_id="west", **share)), PLACES
    )
    assert (found.metric_key, found.base_unit, found.comparison) == ("智慧矿井占比", "%", "")
    assert [cell.place_id for cell in found.cells] == PLACES
    assert cells(found) == [("97%", True), (None, False), ("93%", True)]
    assert (found.filled, found.can_rank) == (2, True)


def test_nine_months_are_never_ranked_against_a_year(row, series):
    (found,) = comparable(
        series(
            row("9亿元", 9, place_id="north", period="2024", **SALES),
            row("7亿元", 7, place_id="south", period="2024-01/2024-09", **SALES),
            row("8亿元", 8, place_id="west", period="2023", **SALES),
        ),
        PLACES,
    )
    assert cells(found) == [("9亿元", True), ("7亿元", False), ("8亿元", True)]
    assert found.can_rank


def test_a_time_that_all_share_is_preferred(row, series):
    (found,) = comparable(
        series(
            row("9亿元", 9, place_id="north", period="2024", **SALES),
            row("5亿元", 5, place_id="north", period="2023", **SALES),
            row("7亿元", 7, place_id="south", period="2023", **SALES),
            row("6亿元", 6, place_id="north", period="2025-01/2025-03", **SALES),
        ),
        PLACES,
    )
    assert cells(found) == [("5亿元", True), ("7亿元", True), (None, False)]


def test_figures_without_a_period_are_shown_and_not_ranked(row, series):
    (found,) = comparable(
        series(
            row("9亿元", 9, place_id="north", period="", **SALES),
            row("7亿元", 7, place_id="south", period="", **SALES),
        ),
        PLACES,
    )
    assert cells(found) == [("9亿元", False), ("7亿元", False), (None, False)]
    assert not found.can_rank


def test_rows_are_chosen_by_metric_and_ordered_by_their_fullness(row, series):
    rows = series(
        row("30%", 30, place_id="north", metric="城镇化率"),
        row("5%", 5, place_id="north", metric="网上零售额", comparison="yoy"),
        row("9亿元", 9, place_id="north", **SALES),
        row("9亿元", 9, place_id="south", **SALES),
        row("9亿元", 9, place_id="east", metric="网上零售额", base_unit="元"),
        row("9亿元", 9, place_id="north", metric="外贸进口额", status="target"),
    )
    names = [(each.metric_key, each.comparison, each.filled) for each in comparable(rows, PLACES)]
    assert names == [("网上零售额", "", 2), ("城镇化率", "", 1), ("网上零售额", "yoy", 1)]
    assert [each.comparison for each in comparable(rows, PLACES, "网上零售额")] == ["", "yoy"]
    assert comparable(rows, []) == comparable([], PLACES) == ()
