import re
from pathlib import Path

import pytest

from geo import ui
from geo.model import PlaceKind, Precision, Qualifier, Status, Theme
from geo.ui.text import CAPTIONS, captions

SOURCES = [path for path in Path(ui.__file__).parent.rglob("*") if path.suffix in (".py", ".js")]
ROWS = [
    line.split("\t")
    for line in CAPTIONS.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_each_row_has_both_languages():
    assert [row for row in ROWS if len(row) != 3 or not all(row)] == []


def test_no_key_stands_twice():
    keys = [row[0] for row in ROWS]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_both_languages_fill_in_the_same_values(row):
    assert set(re.findall(r"{(\w+)}", row[1])) == set(re.findall(r"{(\w+)}", row[2]))


@pytest.mark.parametrize("table", [PlaceKind, Precision, Qualifier, Status, Theme])
def test_every_value_of_the_data_contract_has_a_caption(table):
    prefix = {"PlaceKind": "kind"}.get(table.__name__, table.__name__.lower())
    assert [member for member in table if f"{prefix}.{member.value}" not in captions("zh").table] == []


def test_every_caption_is_used():
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    whole = set(re.findall(r"""["'](\w+(?:\.[\w-]+)+)["']""", text))
    prefixes = set(
        re.findall(r"""["'](\w+)\.(?:["'] \+|\{)""", text)
    )  # "kind." + place.kind, f"theme.{theme}"
    prefixes |= set(re.findall(r"""(?:or_key|_words)\(.*?["'](\w+)["']""", text)) | {"kind", "status"}
    assert [
        key for key in captions("zh").table if key not in whole and key.split(".")[0] not in prefixes
    ] == []


def test_an_unknown_language_is_chinese():
    assert captions("xx").language == "zh"
