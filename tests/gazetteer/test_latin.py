import csv

import pytest

from geo.errors import DataError
from geo.gazetteer.divisions import read_units
from geo.gazetteer.latin import latin_chain, latin_name, latin_names
from geo.settings import data_dir


@pytest.mark.parametrize(
    ("name", "adcode", "latin"),
    [
        ("山西省", "140000", "Shanxi"), ("陕西省", "610000", "Shaanxi"), ("内蒙古自治区", "150000", "Inner Mongolia"),
        ("西藏自治区", "540000", "Tibet"), ("香港特别行政区", "810000", "Hong Kong"), ("重庆市", "500000", "Chongqing"),
        ("哈尔滨市", "230100", "Harbin"), ("呼和浩特市", "150100", "Hohhot"), ("长治市", "140400", "Changzhi"),
        ("六安市", "341500", "Lu'an"), ("厦门市", "350200", "Xiamen"), ("蚌埠市", "340300", "Bengbu"),
        ("长子县", "140428", "Zhangzi County"), ("沁县", "140430", "Qin County"), ("城区", "140502", "Chengqu"),
        ("闵行区", "310112", "Minhang District"), ("浦东新区", "310115", "Pudong New Area"),
        ("洪洞县", "141024", "Hongtong County"), ("乐清市", "330382", "Yueqing"),
        ("番禺区", "440113", "Panyu District"),
        ("恩施土家族苗族自治州", "422800", "Enshi Autonomous Prefecture"), ("锡林郭勒盟", "152500", "Xilingol League"),
        ("台北市", "710009", "Taipei"), ("吕梁市", "141100", "Lüliang"),
    ],
)  # fmt: skip
def test_names_as_they_are_written_in_english(name, adcode, latin):
    adcode = (
        adcode if name != "台北市" else next(code for code, row in latin_names().items() if row[0] == name)
    )
    assert latin_name(name, adcode) == latin


def test_every_division_has_a_name_in_latin_letters():
    assert {adcode: row[0] for adcode, row in latin_names().items()} == {
        unit.place.adcode: unit.place.name for unit in read_units()
    }
    assert all(latin[0].isupper() and max(latin) < "\u4e00" for _, latin in latin_names().values())


def test_an_adcode_of_something_else_names_nothing():
    assert latin_name("太行山", "140400") == ""
    assert latin_name("长治市", "") == ""


def test_a_chain_keeps_its_chinese_names():
    assert latin_chain(("山西省", "长治市", "某镇"), "140428") == ("山西省 Shanxi", "长治市 Changzhi", "某镇")
    assert latin_chain((), "") == ()


def test_a_missing_table_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("JINTU_DATA_DIR", str(tmp_path))
    latin_names.cache_clear()
    with pytest.raises(DataError, match="admin_names_latin"):
        latin_names()
    latin_names.cache_clear()


def test_the_table_says_where_each_name_is_from():
    with (data_dir() / "gazetteer" / "admin_names_latin.csv").open(encoding="utf-8") as handle:
        assert {row["source"] for row in csv.DictReader(handle)} == {"pinyin", "usage"}
