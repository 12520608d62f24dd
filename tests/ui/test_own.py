import pytest

from geo.ui.own import MAX_ARTICLES, PASTED, Source, read_sources
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
    assert [article.id for article in outcome.articles] == ["a", "b"]
    assert len(outcome.troubles) == 3
    assert "空.txt" in outcome.troubles[0]
    assert "gb18030" in outcome.troubles[1].lower()
    assert "binary" in outcome.troubles[2]


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
        [Source(PASTED, "全市接待游客90万人次。".encode(), "题", "长沙市", "2024-03")], silent
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
