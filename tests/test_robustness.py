"""No input raises, loses its offsets, or takes more than linear time (a quadratic reader would not end here)."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.lexicon import words
from geo.settings import data_dir

GENRE = [
    *(
        "湖州市",
        "安吉县",
        "太湖",
        "G25",
        "长深高速",
        "产业园",
        "有限公司",
        "景区",
        "城区",
        "合作",
        "和",
        "、",
        ",",
        "。",
        ";",
        "\n",
    ),
    *(
        "2024年",
        "上半年",
        "同比",
        "分别",
        "增长",
        "下降",
        "达",
        "亿元",
        "万",
        "第",
        "一",
        "%",
        "3.5",
        "1,286",
        "以上",
        "由",
        "至",
        "“",
        "”",
    ),
    *("(", ")", "【", "| ", "- ", "# ", "三分之", "八成", "翻番", "目标", "力争", "其中", "占", "全省", "位"),
]
LISTS = sorted(
    path.stem for path in (data_dir() / "lexicon").glob("*.txt") if path.stem != "place_dictionary"
)
FRAMES = (
    "推进“双百强”{}项目5个。",
    "“双百强”绿色{}达3.5亿元,",
    "湖州市阿卡巴{}和安吉县{}、太湖{}增长5%;",
    "2024年{}完成投资12亿元,{}3个,同比{}。",
    "{}:\n| {} | 3.5 |\n",
)
HOSTILE = {
    "no full stop": "湖州市产业园区建设3个项目投资5亿元" * 20_000,
    "numbers in a row": "增长" + "、".join(f"{n}.5%" for n in range(10_000)),
    "digits in a row": "1" * 200_000,
    "numerals in a row": "一二三四五六七八九十百千万亿" * 15_000,
    "nested brackets": "(" * 50_000 + "湖州" + ")" * 50_000,
    "open quotes": "“" * 100_000,
    "one name": "太湖" * 100_000,
    "suffixes": "产业园区开发区景区" * 20_000,
    "commas": "湖州," * 100_000,
    "lines": "湖州\n" * 50_000,
    "spaces": " " * 300_000 + "湖州",
    "openings": "2025年通车,总投资70亿元," * 10_000,
    "ends of months": "截至5月底,累计3个,开通以来发送3万人次," * 5_000,
    "deeds to one thing": "开发区入驻3家,占5%,退出2家,占3%,竣工4家,占2%," * 4_000,
    "multiples": "是2011年的" + "2.7、" * 50_000 + "2.5倍",
    "rises": "从2006年的3亿元升至2018年的9亿元,增长2倍," * 5_000,
    "rows of a table": "湖州\t3\t4\n" * 20_000,
}


def check(reading):
    spans = [resolution.mention.span for resolution in reading.resolutions]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    for item in (*(resolution.mention for resolution in reading.resolutions), *reading.indicators):
        assert reading.article.text[item.span.start : item.span.end] == item.surface


@pytest.mark.parametrize("name", HOSTILE)
def test_long_hostile_texts_are_read(read, name):
    check(read(HOSTILE[name]))


@settings(max_examples=150)
@given(text=st.text(max_size=400))
def test_any_unicode_is_read(read, text):
    check(read(text))


@settings(max_examples=300)
@given(pieces=st.lists(st.sampled_from(GENRE), max_size=120))
def test_spliced_pieces_of_the_genre_are_read(read, pieces):
    check(read("".join(pieces)))


@pytest.mark.parametrize("name", LISTS)
def test_every_word_of_the_lexicon_is_read_wherever_it_stands(read, name):
    heads = [word for word in words(name) if "(" not in word]
    for frame in FRAMES:
        check(read("".join(frame.replace("{}", word) for word in heads)))


@pytest.mark.parametrize("seed", range(20))
def test_cut_and_shuffled_text_is_read(read, seed):
    shuffled = random.Random(seed).choices(GENRE, k=3_000)  # noqa: S311  not for secrets
    check(read("".join(shuffled)))
