import pytest

from geo.series import TimeKind, conflicts

COUNT = {"metric": "专精特新中小企业数量", "base_unit": "家", "unit": "家"}


def printed(conflict):
    return [[point.printed for point in side] for side in conflict.sides]


def test_other_values_of_one_time_are_kept_and_marked(row, series):
    (conflict,) = conflicts(
        series(
            row("46.1%", 46.1, article="a"),
            row("44.8%", 44.8, article="b"),
            row("46.13%", 46.13, article="c"),
            row("50%", 50, article="b", period="2023"),
        )
    )
    assert conflict.key.metric_key == "森林覆盖率"
    assert conflict.time.kind is TimeKind.YEAR
    assert printed(conflict) == [["46.13%", "46.1%"], ["44.8%"]]
    assert {point.article for side in conflict.sides for point in side} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"period": "2024"}, {"period": "2023"}),
        ({"period": "2024"}, {"period": "2024-01/2024-09"}),
        ({"comparison": ""}, {"comparison": "yoy"}),
        ({"status": "actual"}, {"status": "target"}),
        ({"place_id": "330500"}, {"place_id": "330523"}),
        ({"article": "a", "period": ""}, {"article": "b", "period": ""}),
        ({"article": "b", "period": ""}, {"article": "y", "period": ""}),
        ({"article": "b", "period": "P3Y"}, {"article": "y", "period": "P3Y"}),
        ({"article": "b", "period": "bad"}, {"article": "c", "period": "bad"}),
        ({"paragraph": 3}, {"paragraph": 3}),
        ({"status": "target", "period": ""}, {"status": "target", "period": ""}),
        ({"qualifier": "at_least"}, {}),
        ({**COUNT, "period": ""}, {**COUNT, "period": ""}),
        ({**COUNT}, {**COUNT}),
        ({"metric": "项目投资"}, {"metric": "项目投资", "article": "b"}),
    ],
)
def test_figures_that_may_be_true_together_are_no_conflict(row, series, first, second):
    assert conflicts(series(row("40%", 40, **first), row("52%", 52, **second))) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"paragraph": 3}, {"paragraph": 4}),
        ({"period": ""}, {"period": ""}),
        ({"article": "b", "period": ""}, {"article": "c", "period": ""}),  # published on one day
        ({"status": "target", "period": "2027"}, {"status": "target", "period": "2027", "article": "b"}),
        ({"qualifier": "at_most"}, {}),
        ({**COUNT}, {**COUNT, "article": "b"}),
        ({"period": "2024"}, {"period": "2024-01/2024-12"}),
    ],
)
def test_figures_that_cannot_are_one(row, series, first, second):
    (conflict,) = conflicts(series(row("40%", 40, **first), row("52%", 52, **second)))
    assert sorted(printed(conflict)) == [["40%"], ["52%"]]


def test_a_paragraph_that_tells_values_apart_bears_no_witness(row, series):
    assert (
        conflicts(
            series(row("25%", 25, paragraph=3), row("77%", 77, paragraph=3), row("60%", 60, article="b"))
        )
        == ()
    )
