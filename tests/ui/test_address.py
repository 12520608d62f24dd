import pytest
from hostile import payloads

from geo.ui import address
from geo.ui.filters import ALL_THEMES, Filter, apply

FULL = Filter(
    themes=("tourism", "none"),
    kinds=("river",),
    statuses=("actual", "target"),
    articles=("t-1",),
    cities=("长沙市",),
    since=2020,
    until=2024,
    text="游客",
    context=False,
)


def test_nothing_chosen_is_a_bare_address():
    assert address.written(Filter()) == {}


@pytest.mark.parametrize("chosen", [Filter(), FULL, Filter(themes=())])
def test_a_filter_comes_back_from_its_address(chosen):
    assert address.read(address.written(chosen)) == chosen


@pytest.mark.parametrize("value", ["", "gold~<script>", "ecology'--"])
def test_unknown_themes_are_left_out(value):
    known = address.read({"themes": value}).themes
    assert set(known) <= set(Filter().themes)


@pytest.mark.parametrize("value", ["x", "-1", "2024.5", "９９９９９９９９９９", "<b>"])
def test_a_year_that_is_none_does_not_restrict(value):
    assert address.read({"since": value}).since in (None, 9999999999)


@pytest.mark.parametrize("text", payloads())
def test_hostile_parameters_describe_a_filter(text, dataset):
    asked = address.read(dict.fromkeys((*address.LISTS, *address.YEARS, "text", "context"), text))
    assert asked.text == text[:2000]
    assert set(asked.themes) <= set(ALL_THEMES)
    apply(dataset, asked)


def test_a_year_has_four_digits():
    assert address.read({"since": "99999999999999999999", "until": "2024"}) == Filter(until=2024)
