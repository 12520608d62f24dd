"""Tables of the data contract: their columns, and CSV files that a spreadsheet cannot be tricked by."""

import csv
import math
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd

from geo.errors import AtlasError


class Cell(StrEnum):
    """What a column holds; the value is the pandas dtype."""

    TEXT = "str"
    INTEGER = "int64"
    NUMBER = "float64"
    FLAG = "bool"


Columns = Mapping[str, Cell]

MENTIONS: Columns = {
    "article": Cell.TEXT,
    "start": Cell.INTEGER,
    "end": Cell.INTEGER,
    "surface": Cell.TEXT,
    "place_id": Cell.TEXT,
    "in_org": Cell.FLAG,
    "score": Cell.NUMBER,
    "why": Cell.TEXT,
}
INDICATORS: Columns = {
    "id": Cell.TEXT,
    "article": Cell.TEXT,
    "paragraph": Cell.INTEGER,
    "start": Cell.INTEGER,
    "end": Cell.INTEGER,
    "surface": Cell.TEXT,
    "metric": Cell.TEXT,
    "metric_key": Cell.TEXT,
    "value": Cell.NUMBER,
    "value_to": Cell.NUMBER,
    "unit": Cell.TEXT,
    "normalized": Cell.NUMBER,
    "base_unit": Cell.TEXT,
    "comparison": Cell.TEXT,
    "qualifier": Cell.TEXT,
    "period": Cell.TEXT,
    "status": Cell.TEXT,
    "theme": Cell.TEXT,
    "place_id": Cell.TEXT,
    "confidence": Cell.NUMBER,
}
ARTICLES: Columns = {
    "article": Cell.TEXT,
    "title": Cell.TEXT,
    "publisher": Cell.TEXT,
    "published": Cell.TEXT,
    "about": Cell.TEXT,
    "sha256": Cell.TEXT,
}

# A double holds 15 decimal digits truly; the 16th and 17th are the noise of multiplying out 万 and 亿.
_DIGITS = 15
# What a spreadsheet takes for a formula, full-width forms included. Apostrophes before it are counted in, so
# that taking one away again always gives back what was there.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_QUOTED = re.compile(r'[",\r\n]')
_FLAGS = {"true": True, "false": False}


def frame(columns: Columns, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Return rows as a frame with exactly the given columns and their dtypes."""
    return pd.DataFrame(list(rows), columns=list(columns)).astype(_dtypes(columns))


def _dtypes(columns: Columns) -> dict[str, str]:
    return {name: str(cell) for name, cell in columns.items()}


def tidy_number(value: float) -> float:
    """Return a number without the noise of binary fractions, whole ones as int."""
    rounded = float(f"{value:.{_DIGITS}g}")
    return int(rounded) if rounded.is_integer() else rounded


def guard(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe goes before ``= + - @``, tab and break."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Undo `guard`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def table_text(columns: Columns, table: pd.DataFrame) -> str:
    """Return a frame as CSV text; text cells are guarded, numbers stay numbers, never in scientific notation."""
    cells = [[_written(value, cell) for value in table[name]] for name, cell in columns.items()]
    return "".join(",".join(map(_quoted, row)) + "\n" for row in [list(columns), *zip(*cells, strict=True)])


def _quoted(cell: str) -> str:
    """Return a cell for a table whose lines end in a line feed; `csv.writer` would leave a carriage return bare."""
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def _written(value: Any, cell: Cell) -> str:  # noqa: ANN401  the value's type is what the column says
    if cell is Cell.TEXT:
        return guard(value)
    if cell is Cell.FLAG:
        return "true" if value else "false"
    if cell is Cell.NUMBER and math.isnan(value):
        return ""
    return format_number(value)


def format_number(value: float) -> str:
    """Return a number in plain decimal notation, as short as it is true."""
    return f"{Decimal(str(tidy_number(value))):f}"


def read_table(columns: Columns, path: Path) -> pd.DataFrame:
    """Read a CSV file of the data contract.

    Parameters
    ----------
    columns
        What the file must hold; further columns are left aside.
    path
        UTF-8, with or without byte order mark.

    Raises
    ------
    AtlasError
        The file is missing, is no UTF-8 table, lacks a column, or has a cell that is not what its column says.
    """
    header, *rows = _lines(path) or [[]]
    # Whole columns at a time: an atlas of 50,000 places is read in half the time.
    cells = {name: _column(name, cell, header, rows, path.name) for name, cell in columns.items()}
    return pd.DataFrame(cells, columns=list(columns)).astype(_dtypes(columns))


def _lines(path: Path) -> list[list[str]]:
    """Return the header and the rows of a file, blank lines left out."""
    try:
        return list(filter(None, csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))))
    except FileNotFoundError:
        raise AtlasError(
            f"{path.name} is missing; an atlas is made by: jintu build ARTICLES --out DIR"
        ) from None
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AtlasError(
            f"{path.name} cannot be read as a UTF-8 table ({error}); build the atlas again."
        ) from error


def _column(name: str, cell: Cell, header: list[str], rows: list[list[str]], file: str) -> list[Any]:
    place, parse = header.index(name) if name in header else len(header), _PARSERS[cell]
    parsed: list[Any] = []
    try:
        parsed.extend(parse(row[place]) for row in rows)
    except IndexError:
        raise AtlasError(
            f"{file}, row {len(parsed) + 2}: the column {name!r} is missing; the data contract names it."
        ) from None
    except (ValueError, KeyError):
        wrong = rows[len(parsed)][place]
        raise AtlasError(
            f"{file}, row {len(parsed) + 2}: {name} is {wrong!r}, which is no {cell.name.lower()}."
        ) from None
    return parsed


_PARSERS: Mapping[Cell, Callable[[str], Any]] = {
    Cell.TEXT: unguard,
    Cell.INTEGER: int,
    Cell.NUMBER: lambda text: float(text) if text else math.nan,
    Cell.FLAG: _FLAGS.__getitem__,
}
