import re
from pathlib import Path

import pytest

import geo
from geo import printing, ui
from geo.captions import SHARED, captions, read_rows
from geo.model import PlaceKind, Precision, Qualifier, Relation, Status, Theme
from geo.printing.captions import CAPTIONS as PAPER
from geo.printing.captions import captions as captions_of_paper
from geo.ui.text import CAPTIONS as SCREEN
from geo.ui.text import captions as captions_of_screen

TABLES = {"shared": SHARED, "screen": SCREEN, "paper": PAPER}
ROWS = [row for path in TABLES.values() for row in read_rows(path)]
# A caption of the shared table may be used by any of them.
FOLDERS = {"shared": geo, "screen": ui, "paper": printing}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_row_has_both_languages_and_they_fill_in_the_same_values(row):
    assert len(row) == 3
    assert all(row)
    assert set(re.findall(r"{(\w+)}", row[1])) == set(re.findall(r"{(\w+)}", row[2]))


@pytest.mark.parametrize("own", [SCREEN, PAPER], ids=["screen", "paper"])
def test_no_key_stands_twice(own):
    keys = [row[0] for path in (SHARED, own) for row in read_rows(path)]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("table", [PlaceKind, Precision, Qualifier, Relation, Status, Theme])
def test_every_value_of_the_data_contract_has_a_caption(table):
    prefix = {"PlaceKind": "kind"}.get(table.__name__, table.__name__.lower())
    assert [member for member in table if f"{prefix}.{member.value}" not in captions("zh").table] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_caption_is_used(name):
    folder = Path(FOLDERS[name].__file__).parent
    sources = [path for path in folder.rglob("*") if path.suffix in (".py", ".js")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    whole = set(re.findall(r"""["'](\w+(?:\.[\w-]+)*)["']""", text))
    # Keys are also put together: a prefix in quotes before a plus, or before a brace in an f-string.
    prefixes = set(re.findall(r"""["'](\w+)\.(?:["'] \+|\{)""", text))
    prefixes |= set(re.findall(r"""(?:or_key|_words)\(.*?["'](\w+)["']""", text)) | {"kind", "status"}
    keys = [row[0] for row in read_rows(TABLES[name])]
    assert [key for key in keys if key not in whole and key.split(".")[0] not in prefixes] == []


def test_screen_and_paper_share_a_table():
    assert captions_of_screen("en")("theme.energy") == "Energy"
    assert captions_of_paper("zh")["theme.energy"] == "能源"


def test_an_unknown_language_is_chinese():
    assert captions_of_screen("xx").language == "zh"
    assert captions("xx")("theme.energy") == "能源"
