import base64

import pandas as pd
import pytest

from geo.ui.derived import cities_of, years_of
from geo.ui.filters import ALL_THEMES, NO_THEME, Filter, apply, theme_counts


def names(shown):
    return shown.dataset.places["name"][shown.places].tolist()


def figures(shown):
    return sorted(set(shown.dataset.indicators["id"].iloc[shown.dataset.links.loc[shown.links, "row"]]))


def test_all_places_and_figures_pass_without_a_restriction(dataset):
    shown = apply(dataset, Filter())
    assert len(names(shown)) == 16
    assert len(figures(shown)) == 10


def test_only_what_restricts_is_told():
    assert Filter().restrictions() == {}
    assert Filter(themes=(), kinds=("lake",), since=2024, context=False).restrictions() == {
        "themes": [], "kinds": ["lake"], "since": 2024, "context": False,
    }  # fmt: skip


def test_no_theme_shows_nothing(dataset):
    assert names(apply(dataset, Filter(themes=()))) == []


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(themes=("tourism",)), ["长沙市", "岳麓山", "石燕湖景区"]),
        (Filter(themes=("tourism",), context=False), ["长沙市", "岳麓山"]),
        (Filter(statuses=("target",)), ["岳阳市", "黄花机场"]),
        (Filter(kinds=("river", "lake")), ["浏阳河", "松雅湖"]),
        (Filter(since=2025), ["岳阳市", "环湖旅游公路", "黄花机场"]),
        (Filter(since=2023, until=2023), ["长沙市"]),
        (Filter(text="粮食"), ["长沙市"]),
        (Filter(text="别名岳麓"), ["岳麓山"]),
        (Filter(articles=("t-2",), themes=("energy", "industry")), ["星沙产业园", "干杉产业园"]),
        (Filter(cities=("岳阳市",)), ["岳阳市"]),
        (Filter(themes=(NO_THEME,), kinds=("county", "enterprise")), ["长沙县", "某某重工"]),
    ],
)
def test_each_filter_lets_through_what_it_says(dataset, chosen, expected):
    assert names(apply(dataset, chosen)) == expected


def test_filters_restrict_together(dataset):
    both = Filter(themes=("tourism", "transport"), statuses=("target", "planned"), articles=("t-2",))
    assert figures(apply(dataset, both)) == ["t-2-30-0"]


def test_paint_gives_each_place_its_main_theme(dataset):
    paint = base64.b64decode(apply(dataset, Filter()).paint())
    by_name = dict(zip(dataset.places["name"], paint, strict=True))
    assert by_name["长沙市"] == 2 + ALL_THEMES.index("tourism")
    assert by_name["星沙产业园"] == 2 + ALL_THEMES.index("industry")
    assert by_name["长沙县"] == 1
    without = base64.b64decode(apply(dataset, Filter(themes=("agriculture_rural",))).paint())
    assert without[0] == 2 + ALL_THEMES.index("agriculture_rural")
    assert set(without[1:]) == {0}


def test_bits_tell_which_figures_popups_may_show(dataset):
    bits = base64.b64decode(apply(dataset, Filter(themes=("tourism",))).indicator_bits())
    rows = [row for row in range(10) if bits[row >> 3] >> (row & 7) & 1]
    assert rows == [0, 1, 5]


def test_counts_are_what_a_theme_would_show(dataset):
    counts = theme_counts(dataset, Filter(themes=()))
    assert counts["tourism"] == 3
    assert counts["transport"] == 3
    assert counts["urban"] == 0
    assert counts[NO_THEME] == 4
    assert theme_counts(dataset, Filter(statuses=("target",)))["transport"] == 2


def test_years_of_periods():
    years = years_of(pd.Series(["2024", "2024-01/2024-09", "2021/2025", "P4Y", "", "2027-03"]))
    assert years["first"].tolist()[:3] == [2024, 2024, 2021]
    assert years["last"].tolist()[:3] == [2024, 2024, 2025]
    assert years["first"].isna().tolist() == [False, False, False, True, True, False]


def test_the_city_of_a_place():
    places = pd.DataFrame(
        {
            "kind": ["province", "prefecture", "county", "river", "other"],
            "name": ["湖南省", "长沙市", "长沙县", "湘江", "某地"],
            "admin": [[], ["湖南省"], ["湖南省", "长沙市"], ["湖南省"], []],
        }
    )
    assert cities_of(places).tolist() == ["湖南省", "长沙市", "长沙市", "湖南省", ""]
