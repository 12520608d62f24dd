from dataclasses import replace

import pandas as pd
import pytest

from geo.atlas.tables import INDICATORS, frame
from geo.ui import analysis
from geo.ui.components.choropleth import choropleth, classes
from geo.ui.components.figures import columns, labelled, series_chart
from geo.ui.dataset import open_dataset
from geo.ui.text import captions


@pytest.fixture(scope="module")
def wider(atlas):
    """The sample atlas with forest cover of two cities, two years and an aim."""
    rows = [
        ("t-1-100-0", "cn-430100", "52.1%", 52.1, "2022", "actual"),
        ("t-1-110-0", "cn-430100", "53.4%", 53.4, "2024", "actual"),
        ("t-1-120-0", "cn-430100", "55%", 55, "2027", "target"),
        ("t-2-130-0", "cn-430600", "45.3%", 45.3, "2024", "actual"),
    ]
    base = dict(atlas.indicators.iloc[0]) | {
        "metric": "森林覆盖率", "metric_key": "森林覆盖率", "unit": "%", "base_unit": "%", "theme": "ecology",
        "comparison": "",
    }  # fmt: skip
    names = ("id", "place_id", "surface", "value", "period", "status")
    more = [
        base | dict(zip(names, row, strict=True)) | {"normalized": row[3], "article": row[0][:3]}
        for row in rows
    ]
    table = pd.concat([atlas.indicators, frame(INDICATORS, more)], ignore_index=True)
    return open_dataset(replace(atlas, indicators=table))


def test_a_series_runs_over_several_times(wider):
    found = {series.key.metric_key: series for series in analysis.series_of(wider, "cn-430100")}
    assert [each.value.printed for each in found["森林覆盖率"].lines[0]] == ["52.1%", "53.4%"]
    assert analysis.series_of(wider, "cn-430600") == ()


def test_cities_stand_side_by_side(wider):
    row = next(
        row
        for row in analysis.side_by_side(wider, ["cn-430100", "cn-430600"])
        if row.metric_key == "森林覆盖率"
    )
    assert [cell.observation.value.printed for cell in row.cells] == ["53.4%", "45.3%"]


def test_an_aim_stands_beside_what_was_reached(wider):
    found = [
        pair for series, pair in analysis.aims(wider, ["cn-430100"]) if series.key.metric_key == "森林覆盖率"
    ]
    assert [(pair.actual.printed, pair.aim.printed) for pair in found] == [("53.4%", "55%")]


def test_units_with_most_figures_come_first(dataset):
    assert analysis.compared_units(dataset) == ["cn-430100", "cn-430600"]


def test_neighbours_are_the_nearest(dataset):
    near = analysis.neighbours(dataset.places, "p-1", 2)
    assert near["name"].tolist()[0] == "干杉产业园"
    assert near["distance_m"].tolist()[0] == pytest.approx(0, abs=0.01)
    assert analysis.neighbours(dataset.places, "e-1", 3).empty


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([45.3, 53.4], [45.3, 53.4]),
        ([1, 2, 3, 4, 5, 6, 7, 8], [2, 4, 6, 8]),
        ([5, 5, 5], [5]),
        ([1, 1, 9], [1, 9]),
    ],
)
def test_classes_hold_about_as_many_values_each(values, expected):
    assert classes(values) == expected


def test_a_map_shows_what_may_be_ranked(wider):
    row = analysis.side_by_side(wider, ["cn-430100", "cn-430600"])[0]
    spec = choropleth(row, wider.places, captions("zh")).to_dict()
    shapes = spec["datasets"][spec["layer"][0]["data"]["name"]]
    said = [feature["said"] for feature in shapes]
    assert said == ["53.4%", "45.3%"]


def test_a_chart_says_in_words_what_it_shows(wider):
    row = analysis.side_by_side(wider, ["cn-430100", "cn-430600"])[0]
    spec = choropleth(row, wider.places, captions("zh")).to_dict()
    assert spec["description"] == f"{row.metric_key}: 长沙市 53.4%; 岳阳市 45.3%"
    found = next(each for each in wider.series_of(["cn-430100"]) if each.actual)
    described = series_chart(found, captions("zh")).to_dict()["description"]
    assert described.startswith(f"{found.metric}: {found.actual[0].value.printed}（")


def test_a_chart_writes_all_of_few_points_and_the_ends_of_many():
    points = [
        {"time": pd.Timestamp(year=year, month=7, day=2), "said": str(year)} for year in (2023, 2020, 2022)
    ]
    assert [point["label"] for point in labelled(points)] == ["2020", "2022", "2023"]
    more = [*points, {"time": pd.Timestamp(year=2021, month=7, day=2), "said": "2021"}]
    assert [point["label"] for point in labelled(more)] == ["2020", "", "", "2023"]


def test_columns_are_as_wide_as_their_texts():
    table = pd.DataFrame({"地点": ["晋城市", "a"], "km": [1.0, 2.5], "n": [1, 2], "long": ["长" * 500, ""]})
    found = columns(table)
    # Three ideographs are six halves of 7.4 pixels and 20 around them.
    assert found["地点"]["width"] == 64
    assert found["long"]["width"] == 420
    assert found["km"]["type_config"]["format"] == "%.1f"
    assert "n" not in found
