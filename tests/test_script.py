"""An article reads the same in simplified and in traditional script, as Taiwan and Hong Kong write it."""

from dataclasses import replace
from pathlib import Path

import pytest
from opencc import OpenCC

from geo.articles import open_articles
from geo.reading import read_article

ARTICLES = Path(__file__).parent / "evaluation" / "dev" / "articles"
IN_SIMPLIFIED = [
    article for article in open_articles(ARTICLES) if OpenCC("t2s").convert(article.text) == article.text
]


def places(reading):
    return [(each.mention.span, each.place and each.place.id) for each in reading.resolutions]


def figures(reading):
    return [
        (each.span, each.metric, each.value, each.unit, each.period, each.status, each.theme, each.place_id)
        for each in reading.indicators
    ]


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
def test_script_changes_nothing(reader, script):
    convert = OpenCC(script).convert
    assert len(IN_SIMPLIFIED) >= 5
    for article in IN_SIMPLIFIED:
        written = replace(article, text=convert(article.text), title=convert(article.title))
        one, other = read_article(article, reader), read_article(written, reader)
        assert places(other) == places(one)
        assert figures(other) == figures(one)
