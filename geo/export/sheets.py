"""Spreadsheets: text that is never taken for a formula, numbers that stay numbers."""

import csv
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from geo.atlas import Atlas
from geo.atlas.tables import format_number, guard, tidy_number
from geo.export.writable import writable
from geo.export.zipped import zipped

_PLACE = (
    "id", "name", "kind", "admin", "adcode", "lon", "lat", "precision", "uncertainty_m", "source", "licence",
)  # fmt: skip
_INDICATOR = (
    "relation", "metric", "value", "value_to", "unit", "normalized", "base_unit", "comparison", "qualifier", "period",
    "status", "theme", "surface", "article", "id", "confidence",
)  # fmt: skip
_CITATION = ("title", "publisher", "published")
# A workbook reads _x0041_ as the character of that number; _x005F_ is the underscore before one that is meant.
_NUMBERED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def shown_rows(atlas: Atlas) -> pd.DataFrame:
    """Return one row for each place and indicator, citation included; a place without indicators has one row.

    Columns of the place come first as ``place_*``, those of the indicator keep their names; ``id`` is the
    indicator's.
    """
    places = atlas.places.drop(columns="geometry").assign(admin=atlas.places["admin"].map("/".join))
    rows = [
        {f"place_{name}": place[name] for name in _PLACE} | {name: each.get(name) for name in _INDICATOR}
        for place in places.to_dict("records")
        for each in place["indicators"] or [{}]
    ]
    columns = [*(f"place_{name}" for name in _PLACE), *_INDICATOR]
    cited = atlas.articles.set_index("article")[list(_CITATION)]
    return pd.DataFrame(rows, columns=columns).join(cited, on="article")


def csv_bytes(atlas: Atlas) -> bytes:
    """Return `shown_rows` as CSV; a byte order mark tells Excel that it is UTF-8."""
    table = shown_rows(atlas)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_csv_cell(value) for value in row] for row in table.itertuples(index=False))
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(value: object) -> str:
    cell = _cell(value)
    return format_number(cell) if isinstance(cell, int | float) else cell or ""


def excel_bytes(atlas: Atlas) -> bytes:
    """Return a workbook with the sheets ``indicators``, ``places`` and ``articles``."""
    places = atlas.places.drop(columns=["geometry", "indicators"])
    for name in ("aliases", "admin", "themes", "articles"):
        places[name] = places[name].map("/".join if name == "admin" else "; ".join)
    book = Workbook()
    book.remove(book.worksheets[0])
    # Nothing but the data decides what the file says of itself.
    book.properties.creator = "jintu"
    book.properties.created = book.properties.modified = _EPOCH
    for title, table in (("indicators", shown_rows(atlas)), ("places", places), ("articles", atlas.articles)):
        _fill(book.create_sheet(title), table)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    """Return a workbook's file; its own way to save would write the time into it, and into the zip around it."""
    draft = BytesIO()
    ExcelWriter(book, ZipFile(draft, "w")).save()
    with ZipFile(draft) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _fill(sheet: Worksheet, table: pd.DataFrame) -> None:
    sheet.append(list(table.columns))
    for row in table.itertuples(index=False):
        sheet.append([_sheet_cell(value) for value in row])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _sheet_cell(value: object) -> str | int | float | None:
    cell = _cell(value)
    return _NUMBERED.sub("_x005F_", cell) if isinstance(cell, str) else cell


def _cell(value: Any) -> str | int | float | None:  # noqa: ANN401  cells of any column
    """Return guarded text, a number, or None for nothing."""
    if isinstance(value, str):
        return guard(writable(value))
    return None if pd.isna(value) else tidy_number(value)
