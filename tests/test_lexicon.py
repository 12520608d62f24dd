import re
from pathlib import Path

import pytest

from geo import lexicon
from geo.errors import DataError
from geo.model import PlaceKind

ROOT = Path(__file__).parent.parent
LISTS = sorted((ROOT / "data" / "lexicon").glob("*.txt"))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("JINTU_DATA_DIR", str(tmp_path))
    (tmp_path / "lexicon").mkdir()
    lexicon.rows.cache_clear()
    lexicon.words.cache_clear()
    yield tmp_path / "lexicon"
    lexicon.rows.cache_clear()
    lexicon.words.cache_clear()


def test_comments_and_blank_lines_are_no_words(folder):
    (folder / "a.txt").write_text(
        "# what belongs here\n\n公园\t2\n景区\t1 # the best known\n", encoding="utf-8"
    )
    assert lexicon.rows("a") == (("公园", "2"), ("景区", "1"))
    assert lexicon.words("a") == ("公园", "景区")


@pytest.mark.parametrize(("text", "said"), [("公园\n公园\n", "公园"), ("# nothing\n", "nothing")])
def test_a_list_that_breaks_the_rules_is_refused(folder, text, said):
    (folder / "a.txt").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said):
        lexicon.words("a")


def test_a_missing_list_is_said(folder):
    assert folder.is_dir()
    with pytest.raises(DataError, match=r"b\.txt"):
        lexicon.words("b")


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_each_list_says_what_belongs_in_it_and_is_used(path):
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert lexicon.rows(path.stem)
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "geo").rglob("*.py"))
    family = path.stem.split("_")[0]
    assert re.search(rf"[\"']{path.stem}[\"']|\(f?[\"']{family}_\{{?", code), f"no module reads {path.name}"


def test_a_list_of_kinds_gives_each_word_its_kind(folder):
    (folder / "k.txt").write_text("# kinds\n公园\tpark\n湖\tlake\n", encoding="utf-8")
    assert lexicon.kinds("k") == {"公园": PlaceKind.PARK, "湖": PlaceKind.LAKE}


def test_the_longest_of_the_words_at_a_place_is_matched():
    pattern = re.compile(lexicon.any_of(["湿地", "湿地公园", "公园", "湿"]))
    assert pattern.findall("湿地公园、湿地、湿气和公园") == ["湿地公园", "湿地", "湿", "公园"]
