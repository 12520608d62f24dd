import hashlib
import os
from pathlib import Path

import pytest

from geo.articles import open_articles
from geo.errors import EncodingError, InputError


def only(items):
    (item,) = items
    return item


def test_a_file_is_read_as_it_stands(tmp_path):
    data = "\ufeff湖州\r\n产值".encode()
    (tmp_path / "a.txt").write_bytes(data)
    article = only(open_articles(tmp_path))
    assert (article.id, article.text) == ("a", "\ufeff湖州\r\n产值")
    assert article.sha256 == hashlib.sha256(data).hexdigest()


def test_the_index_gives_the_particulars(tmp_path):
    (tmp_path / "a.md").write_text("正文", encoding="utf-8")
    (tmp_path / "index.csv").write_text(
        "article,title,publisher,published,about,script\na,题目,本报,2024-05,湖州市,simplified\n",
        encoding="utf-8",
    )
    article = only(open_articles(tmp_path))
    assert (article.title, article.publisher, article.published, article.about) == (
        "题目",
        "本报",
        "2024-05",
        "湖州市",
    )


def test_one_bad_article_does_not_stop_the_others(tmp_path):
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_bytes(b"\x00\x01\x02PNG\xff" * 40)
    (tmp_path / "3.txt").write_text("好文章", encoding="utf-8")
    empty, binary, good = open_articles(tmp_path)
    assert "empty" in str(empty)
    assert "binary" in str(binary)
    assert good.text == "好文章"


def test_another_encoding_is_named_and_can_be_chosen(tmp_path):
    text = "湖州市地区生产总值增长百分之五,居民收入稳步提高。" * 20
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("gb18030"))
    error = only(open_articles(path))
    assert isinstance(error, EncodingError)
    assert "--encoding gb18030" in str(error)
    assert only(open_articles(path, encoding="gb18030")).text == text


def test_a_file_in_utf_16_is_no_binary_file(tmp_path):
    text = "GDP of Huzhou 2024: 太湖 4200亿元, +5.5%\n" * 20
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("utf-16"))
    assert "--encoding utf_16" in str(only(open_articles(path)))
    assert only(open_articles(path, encoding="utf_16")).text == text


@pytest.mark.parametrize("encoding", ["klingon", "", "hex", "idna", "a\0b", "punycode"])
def test_an_encoding_that_is_none_is_named(tmp_path, encoding):
    (tmp_path / "a.txt").write_text("湖州市" * 30, encoding="utf-8")
    error = only(open_articles(tmp_path / "a.txt", encoding=encoding))
    assert isinstance(error, EncodingError)
    assert f"not valid {encoding}; " in str(error)


def test_half_a_character_is_no_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\\ud83d lake")
    assert isinstance(only(open_articles(tmp_path / "a.txt", encoding="unicode_escape")), EncodingError)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("湖州".encode("gbk"), "湖州"),
        ("湖州".encode(), "湖州"),
        (b"\xff\xfe\xff", "\ufffd" * 3),
        (b"a.b", "a.b"),
    ],
)
def test_a_files_name_is_text_however_it_was_written(tmp_path, name, expected):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name + b".txt"))
    path.write_text("湖州市", encoding="utf-8")
    (tmp_path / "index.csv").write_text(f"article,title\n{expected},题目\n", encoding="utf-8")
    article = only(open_articles(tmp_path))
    assert (article.id, article.title) == (expected, "题目")


def test_a_folder_that_is_closed_is_named(tmp_path, monkeypatch):
    def refused(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(InputError, match=r"cannot be looked into \(Permission denied\)"):
        list(open_articles(tmp_path))


def test_an_archive_that_pretends_to_be_utf_8_is_binary(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04\x00\x00ab" * 100)
    assert "binary" in str(only(open_articles(tmp_path / "a.txt")))


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_nothing_to_open_is_said(tmp_path, name):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"give a folder|put \.txt"):
        list(open_articles(tmp_path / name))


def test_a_broken_index_is_said(tmp_path):
    (tmp_path / "a.txt").write_text("正文", encoding="utf-8")
    (tmp_path / "index.csv").write_text("name\nx\n", encoding="utf-8")
    with pytest.raises(InputError, match="article"):
        list(open_articles(tmp_path))
