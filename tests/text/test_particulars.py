import pytest

from geo.model import Article
from geo.text import open_document
from geo.text.particulars import as_of, title_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖州日报 2023年5月6日 讯\n正文。", "2023-05-06"),
        ("时间:2022-9-1 来源:本报\n正文。", "2022-09-01"),
        ("2021年产值10亿元。2022年达到12亿元。力争2030年翻番。", "2022"),
        ("没有日期。", ""),
    ],
)
def test_date_of_an_article(text, expected):
    assert as_of(open_document(Article("a", text))) == expected


def test_the_given_date_wins():
    assert as_of(open_document(Article("a", "2021年5月6日", published="2024"))) == "2024"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【调研行】\n\n# 盐城：向海而兴\n\n正文一句。", "盐城:向海而兴"),
        ("2024-05-06 10:00\n盐城向海而兴\n正文。", "盐城向海而兴"),
        ("只有一句话。", ""),
        ("", ""),
    ],
)
def test_title_of_an_article(text, expected):
    assert title_of(open_document(Article("a", text))) == expected
