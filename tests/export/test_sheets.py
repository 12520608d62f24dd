import csv
import re
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO

import openpyxl
import pytest
from huzhou import ATLAS

from geo.export.sheets import csv_bytes, excel_bytes, shown_rows


@pytest.fixture(scope="module")
def csv_rows():
    return list(csv.DictReader(StringIO(csv_bytes(ATLAS).decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def sheet_rows():
    sheet = openpyxl.load_workbook(BytesIO(excel_bytes(ATLAS)))["indicators"]
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_each_place_shows_its_indicators_and_one_without_has_a_row():
    rows = shown_rows(ATLAS)
    # Three of the city, one of the village, two of the lake, none of the mountain.
    assert rows["place_id"].value_counts().to_dict() == {
        "330500": 3,
        "tai-hu": 2,
        "village:1": 1,
        "unlocated:1": 1,
    }
    assert rows["relation"].value_counts().to_dict() == {"about": 3, "context": 3}


def test_a_negative_number_stays_a_number(csv_rows, sheet_rows):
    assert [row["value"] for row in csv_rows if row["id"] == "a-20-0"] == ["-3.2", "-3.2"]
    assert [row["value"] for row in sheet_rows if row["id"] == "a-20-0"] == [-3.2, -3.2]


def test_text_is_never_a_formula(csv_rows, sheet_rows):
    assert {row["surface"] for row in csv_rows if row["id"] == "a-20-0"} == {"'-3.2%"}
    assert {row["surface"] for row in sheet_rows if row["id"] == "a-20-0"} == {"'-3.2%"}
    book = openpyxl.load_workbook(BytesIO(excel_bytes(ATLAS)))
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert book["articles"]["B3"].value == "'=1+1"


def test_codes_keep_their_digits_and_places_their_chain(csv_rows, sheet_rows):
    assert csv_rows[0]["place_adcode"] == sheet_rows[0]["place_adcode"] == "330500"
    village = next(row for row in sheet_rows if row["place_id"] == "village:1")
    assert village["place_admin"] == "浙江省/湖州市/安吉县"
    assert village["place_lon"] == 119.6


def test_what_a_workbook_cannot_hold_is_left_out():
    places = ATLAS.places.assign(name="a\x00b\x1b\uffffc")
    book = openpyxl.load_workbook(BytesIO(excel_bytes(replace(ATLAS, places=places))))
    assert book["places"]["B2"].value == "a b  c"


def test_a_workbook_says_nothing_of_when_it_was_made():
    with zipfile.ZipFile(BytesIO(excel_bytes(ATLAS))) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        about = archive.read("docProps/core.xml").decode()
    assert re.findall(r">([^<>]+)</dcterms", about) == ["2000-01-01T00:00:00Z"] * 2


def test_an_empty_atlas_has_headings_only():
    empty = replace(
        ATLAS,
        places=ATLAS.places[:0],
        mentions=ATLAS.mentions[:0],
        indicators=ATLAS.indicators[:0],
        articles=ATLAS.articles[:0],
    )
    assert csv_bytes(empty).decode("utf-8-sig").count("\r\n") == 1
    assert openpyxl.load_workbook(BytesIO(excel_bytes(empty)))["places"].max_row == 1
