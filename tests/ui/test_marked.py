from dataclasses import replace

import pandas as pd
import pytest

from geo.atlas.tables import INDICATORS, MENTIONS, frame
from geo.ui.components.marked import marked
from geo.ui.dataset import open_dataset
from geo.ui.details import sentence_at
from geo.ui.text import captions

TEXT = "岳麓山接待<b>300万人次</b>。\n“{{7*7}}”浏阳河 & 岳麓山。"


@pytest.fixture(scope="module")
def written(atlas):
    mention = {"article": "t-1", "surface": "", "in_org": False, "score": 1.0, "why": ""}
    mentions = [
        {**mention, "start": 0, "end": 3, "place_id": "s-1"},
        {**mention, "start": 1, "end": 3, "place_id": "r-1"},
        {**mention, "start": TEXT.index("浏"), "end": TEXT.index("浏") + 3, "place_id": "r-1"},
    ]
    figure = dict(atlas.indicators.iloc[5]) | {"start": TEXT.index("300"), "end": TEXT.index("300") + 6}
    part = replace(atlas, mentions=frame(MENTIONS, mentions), indicators=frame(INDICATORS, [figure]))
    dataset = open_dataset(part, {"t-1": TEXT})
    return marked(dataset, "t-1", captions("zh"))


def test_names_and_figures_are_marked(written):
    assert '<mark class="jt-name" data-place="s-1" title="景区" tabindex="0">岳麓山</mark>' in written
    assert (
        '<mark class="jt-of-tourism" data-place="s-1" title="文旅 · 接待游客 · 2024年" tabindex="0">300万人次</mark>'
        in written
    )
    assert written.count("<mark") == 3


def test_the_text_is_escaped_and_whole(written):
    assert "&lt;b&gt;" in written
    assert "&amp;" in written
    bare = pd.Series([written]).str.replace(r"</?(?:mark|div)[^>]*>", "", regex=True)[0]
    assert bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == TEXT


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("第一句。第二句有10个。第三句。", 8, 11, "第二句有10个。"),
        ("没有句号10个", 4, 7, "没有句号10个"),
        ("折\n行10个\n后面", 3, 6, "行10个"),
        ("长" * 300 + "1个", 300, 302, "长" * 220 + "…"),
    ],
)
def test_the_sentence_around_a_figure(text, start, end, expected):
    assert sentence_at(text, start, end) == expected
