"""No text raises, and the work grows with the text and no faster."""

import cProfile
import pstats

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.indicators import read_indicators
from geo.model import Article, Context
from geo.text import open_document

HOSTILE = {
    "numbers in a row": "12345 ",
    "amounts in one sentence": "产值5亿元,",
    "shares in one list": "5.1%、",
    "changes in one clause": "由5个增至9个",
    "prose without a stop": "产业发展壮大带动增收",
    "Chinese digits": "一二三四五六七八九十百千万亿",
    "years": "2024年",
    "open brackets": "(",
    "open quotes": "“",
    "rows of a table": "|甲|5|\n",
    "thousands": "1,234,",
}


def calls(text):
    """Return how many Python functions reading a text calls."""
    document = open_document(Article("hostile", text))
    profile = cProfile.Profile()
    profile.runcall(read_indicators, document, (), Context(None, "2024-11"))
    return pstats.Stats(profile).total_calls


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_is_at_most_twice_the_work(piece):
    calls(piece * 20)  # word lists and patterns are made once
    small, large = calls(piece * 400), calls(piece * 800)
    assert large <= 2.2 * small + 500


def test_ten_thousand_numbers_are_ten_thousand_figures():
    document = open_document(Article("many", "产值5亿元。" * 10_000))
    assert len(read_indicators(document, (), Context(None, ""))) == 10_000


def test_a_megabyte_without_a_stop_is_read():
    document = open_document(Article("long", "产业发展壮大带动增收5万元" * 90_000))
    assert len(read_indicators(document, (), Context(None, ""))) == 90_000


PIECES = st.sampled_from(
    [
        "2024年",
        "前三季度",
        "增长",
        "5.1%",
        "12.3亿元",
        "、",
        "，",
        "。",
        "和",
        "分别",
        "达",
        "占",
        "全省",
        "第一",
        "由",
        "增至",
        "|",
        "--",
        "“",
        "”",
        "(",
        "较2019年",
        "连续6年",
        "八成",
        "1/3",
        "其中",
        "目标",
        "万亩",
        "的",
        "一、2025年工作安排",
    ]
)


@settings(max_examples=300)
@given(st.lists(PIECES | st.just("\n"), max_size=40).map("".join))
def test_no_splice_of_the_genre_raises(text):
    document = open_document(Article("spliced", text))
    for found in read_indicators(document, (), Context(None, "2024-11")):
        assert text[found.span.start : found.span.end] == found.surface
        assert found.metric
        assert 0 < found.confidence <= 1


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_no_unicode_raises(text):
    read_indicators(open_document(Article("random", text)), (), Context(None, ""))
