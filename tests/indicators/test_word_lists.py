"""Every word list of this part is one, and can be reached."""

import pytest

from geo.indicators.themes import _lexicon
from geo.indicators.units import unit_at, units, written
from geo.lexicon import rows, words
from geo.model import Theme
from geo.settings import data_dir

LISTS = sorted(
    path.stem
    for prefix in (
        "unit",
        "metric",
        "theme",
        "status",
        "period",
        "comparison",
        "qualifier",
        "classifier",
        "subject",
    )
    for path in (data_dir() / "lexicon").glob(f"{prefix}*.txt")
)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_belongs_in_it(name):
    text = (data_dir() / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert words(name)


@pytest.mark.parametrize("theme", Theme)
def test_every_theme_has_words(theme):
    assert len(words(f"theme_{theme.value}")) > 60


def test_every_word_of_a_theme_is_looked_for():
    automaton, weights = _lexicon()
    assert len(weights) == len({row[0] for theme in Theme for row in rows(f"theme_{theme.value}")})
    assert automaton.find("森林覆盖率")


def test_every_unit_is_found_where_it_stands():
    for text in units():
        found = unit_at(f"{text}。", 0)
        assert found is not None
        assert found.text == text


def test_a_unit_is_not_found_in_another_word():
    assert unit_at("国道", 0) is None
    assert unit_at("个百分点", 0).base == "百分点"
    assert unit_at("千瓦时", 0).base == "千瓦时"


def test_units_that_follow_written_numerals_are_units():
    assert written() <= units().keys()
