import csv
import json

import pytest
from fontTools.ttLib import TTFont

from geo.errors import DataError
from geo.printing import typeface
from geo.settings import DATA_DIR, data_dir


def test_every_unit_of_china_can_be_written():
    names = [
        row[0] for row in json.loads((data_dir() / "basemap" / "labels.json").read_text(encoding="utf-8"))
    ]
    assert len(names) > 3000
    assert {name: typeface.missing(name) for name in names if typeface.missing(name)} == {}


@pytest.mark.parametrize("path", sorted(data_dir().glob("gazetteer/*.csv")), ids=lambda path: path.stem)
def test_every_name_of_the_gazetteers_can_be_written(path):
    with path.open(encoding="utf-8", newline="") as file:
        text = "".join(row.get("name") or "" for row in csv.DictReader(file))
    # The mark of a letter lost in the source is not the typeface's to write.
    assert set(typeface.missing(text)) <= {"\ufffd"}


def test_all_of_gb2312_and_the_common_traditional_characters_can_be_written():
    hanzi = "".join(
        bytes([lead, trail]).decode("gb2312", "ignore")
        for lead in range(0xB0, 0xF8)
        for trail in range(0xA1, 0xFF)
    )
    assert len(hanzi) == 6763
    assert typeface.missing(hanzi) == []
    assert typeface.missing("臺灣澤州縣煤礦鐵路觀光產業園區㎡°±“”—…·") == []


def test_the_typeface_is_free_and_says_so():
    with TTFont(typeface.path()) as font:
        assert "SIL Open Font License" in font["name"].getDebugName(13)
    assert "SIL OPEN FONT LICENSE" in typeface.path().with_name("OFL.txt").read_text(encoding="utf-8")


def test_a_missing_font_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv(DATA_DIR.name, str(tmp_path))
    with pytest.raises(DataError, match="reinstall"):
        typeface.path()


def test_a_chinese_character_is_as_wide_as_the_size():
    # 10 pt are 3.528 mm.
    assert typeface.width_mm("图", 10) == pytest.approx(3.528, abs=0.001)
    assert typeface.width_mm("图图", 10) == pytest.approx(7.056, abs=0.002)
    assert typeface.width_mm("", 10) == 0


def test_plain_text_is_one_line_of_seen_characters():
    assert typeface.plain(" 甲\n乙\t丙\x00\x1b\u202e\u200b丁 ") == "甲 乙 丙丁"


def test_what_is_too_wide_is_cut():
    assert typeface.shortened("一二三四五", 10, 18) == "一二三四五"
    # Four characters' width is 14.1 mm, three and an ellipsis fit.
    assert typeface.shortened("一二三四五", 10, 14.2) == "一二三…"
    assert typeface.shortened("长" * 100_000, 10, 14.2) == "长长长…"


def test_lines_break_between_words_and_end_in_an_ellipsis():
    assert typeface.wrapped("一二三四五六", 10, 11, 3) == ["一二三", "四五六"]
    assert typeface.wrapped("a map of roads", 10, 12, 9) == ["a map", "of", "roads"]
    assert typeface.wrapped("一二三四五六七", 10, 11, 2) == ["一二三", "四五…"]
    assert typeface.wrapped("", 10, 11, 2) == []
