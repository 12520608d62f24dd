import pytest

from geo.ui.own import MAX_ARTICLES, Source, iso_date, read_sources
from geo.ui.text import plain

TEXT = "2024年，长沙市接待游客1200万人次，同比增长8.5%。".encode()


def silent(_number, _name):
    pass


def test_one_bad_file_stops_no_other():
    sources = [
        Source("a.txt", TEXT),
        Source("空.txt", b""),
        Source("gb.txt", "长沙市接待游客1200万人次，同比增长百分之八点五。".encode("gb18030")),
        Source("photo.txt", bytes(range(256)) * 20),
        Source("b.md", TEXT),
    ]
    outcome = read_sources(sources, silent)
    assert [article.id for article in outcome.articles] == ["a", "gb", "b"]
    assert len(outcome.troubles) == 2
    assert "空.txt" in outcome.troubles[0]
    assert "binary" in outcome.troubles[1]


def test_a_file_in_another_encoding_is_read_as_what_it_looks_like_and_said():
    text = "长沙市接待游客1200万人次，同比增长8.5%。当地人说这一年过得很好。"
    outcome = read_sources([Source("gb.txt", text.encode("gb18030"))], silent)
    assert outcome.encodings == (("gb.txt", "gb18030"),)
    assert outcome.articles[0].text == text
    assert outcome.atlas.indicators["surface"].tolist() == ["1200万人次", "8.5%"]


def test_an_article_without_a_given_title_takes_its_own_or_its_files():
    titled = "洞庭湖区一年\n\n".encode() + TEXT
    outcome = read_sources([Source("甲.txt", titled), Source("乙.txt", TEXT)], silent)
    assert outcome.atlas.articles["title"].tolist() == ["乙", "洞庭湖区一年"]
    assert [article.title for article in outcome.articles] == ["洞庭湖区一年", "乙"]


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2024", "2024"), ("2024年", "2024"), ("2024-03", "2024-03"), ("2024年3月", "2024-03"),
        (" 2024/3/5 ", "2024-03-05"), ("2024年3月15日", "2024-03-15"), ("2024.12.31", "2024-12-31"),
        ("2024-13", None), ("2023-02-29", None), ("去年", None), ("24-3-1", None), ("0000", None), ("", None),
    ],
)  # fmt: skip
def test_dates_as_people_type_them(typed, date):
    assert iso_date(typed) == date


def test_nothing_readable_is_no_atlas():
    outcome = read_sources([Source("a.txt", b"")], silent)
    assert outcome.atlas is None


def test_two_files_of_one_name_are_two_articles():
    outcome = read_sources([Source("a.txt", TEXT), Source("a.md", TEXT)], silent)
    assert [article.id for article in outcome.articles] == ["a", "a-2"]


def test_hostile_names_stay_names():
    outcome = read_sources([Source("../../{{7*7}}<script>.txt", TEXT, title="</script>")], silent)
    assert outcome.articles[0].id == "{{7*7}}<script>"
    assert outcome.atlas.articles["title"].tolist() == ["</script>"]


def test_too_many_files_are_said():
    outcome = read_sources([Source(f"{n}.txt", b"") for n in range(MAX_ARTICLES + 5)], silent)
    assert f"first {MAX_ARTICLES} of {MAX_ARTICLES + 5}" in outcome.troubles[-1]


def test_pasted_text_knows_its_city_and_date():
    outcome = read_sources(
        [Source("粘贴的文章", "全市接待游客90万人次。".encode(), "题", "长沙市", "2024-03")], silent
    )
    assert outcome.atlas.articles["about"].tolist() == ["长沙市"]
    assert outcome.atlas.articles["published"].tolist() == ["2024-03"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("a*b*", "a\\*b\\*"),
        ("[x](http://e)", "\\[x\\]\\(http\\:\u2060//e\\)"),
        ("a@b.c", "a\\@\u2060b\\.c"),
        ("www.e -> --", "www\u2060\\.e \\-\u2060\\> \\-\u2060\\-"),
        (" x\n===", "x \\=\u2060\\=\u2060\\="),
        ("<b>:red[x]", "\\<b\\>\\:\u2060red\\[x\\]"),
    ],
)
def test_error_sentences_are_no_markdown(sentence, expected):
    assert plain(sentence) == expected
