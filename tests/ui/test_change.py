import math

import pytest

from geo.ui.change import change, in_both
from geo.ui.text import captions


@pytest.mark.parametrize(
    ("comparison", "normalized", "zh", "en"),
    [
        ("yoy", 12.4, "同比 ▲", "year on year ▲"),
        ("yoy", -3.8, "同比 ▼", "year on year ▼"),
        ("yoy", 0, "同比", "year on year"),
        ("yoy", math.nan, "同比", "year on year"),
        ("vs_2019", 53, "较2019年 ▲", "since 2019 ▲"),
        ("vs_2022-06", -1, "较2022年6月 ▼", "since Jun 2022 ▼"),
        ("vs_group", 26.7, "与同类相比 ▲", "against others ▲"),
        ("", 5, "", ""),
        ("<b>", 5, "<b> ▲", "<b> ▲"),
    ],
)
def test_a_change_says_against_what_and_which_way(comparison, normalized, zh, en):
    assert change(comparison, normalized, captions("zh")) == zh
    assert change(comparison, normalized, captions("en")) == en


def test_popups_get_it_in_both_languages():
    assert in_both("annual_average") == {"zh": "年均", "en": "annual average"}
