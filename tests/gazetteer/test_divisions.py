import pytest

from geo.errors import DataError
from geo.gazetteer.divisions import read_aliases, read_units
from geo.model import PlaceKind


def test_every_division_stands_once():
    units = list(read_units())
    assert len({unit.place.id for unit in units}) == len(units)
    kinds = [unit.place.kind for unit in units]
    assert kinds.count(PlaceKind.PROVINCE) == 34
    # 293 cities, 7 prefectures, 30 autonomous prefectures, 3 leagues.
    assert kinds.count(PlaceKind.PREFECTURE) == 333
    assert kinds.count(PlaceKind.OTHER) == 3


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("alias,adcode\n鲁,370000\n", "no column 'kind_of_alias'"),
        ("alias,adcode,kind_of_alias,strength,source\n鲁,370000,abbreviation,mild,s\n", "line 2"),
        ("alias,adcode,kind_of_alias,strength,source\n,370000,abbreviation,weak,s\n", "line 2"),
    ],
)
def test_a_broken_alias_table_is_an_error(tmp_path, text, complaint):
    path = tmp_path / "aliases.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        list(read_aliases(path))


def test_a_missing_alias_table_is_an_error(tmp_path):
    with pytest.raises(DataError, match=r"nowhere\.csv"):
        list(read_aliases(tmp_path / "nowhere.csv"))
