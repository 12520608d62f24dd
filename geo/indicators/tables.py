"""Tables in Markdown: the header names metric and unit, the first cell names the place, a line before the period."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.indicators.change import YOY, Change
from geo.indicators.numbers import exact, numeral_at
from geo.indicators.quantity import Quantity
from geo.indicators.units import Unit, unit_at
from geo.model import Span
from geo.text import Document

_RULE = re.compile(r"\|?[ :|-]*-[ :|-]*$")
_HEADER_UNIT = re.compile(r"[(/:,、](?P<unit>[^()/:,、]{1,8})\)?$|(?P<percent>%)$")
_TABLE_UNIT = re.compile(r"单位:(?P<unit>[^ ,、;。)\n]{1,8})")
_BEFORE_TABLE = 60
_VALUE = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_SCALE = re.compile(r"万亿|[百千]?[万亿]")
_GROWTH = re.compile(r"(?:比上年|较上年|同比)?(?:增速|增长率?|增幅|±)|同比")
_TIME = re.compile(
    r"(?:(?:19|20)\d\d年?)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月份?(?:当月|累计|末)?|上半年|前三季度|[一二三四]季度|全年|年末|本期|上年同期)?$"
)
_YEAR_DIGITS = 4
_ROW_MARK = re.compile(
    r"^(?:(?:#|其中|[一二三四五六七八九十]{1,2}、|\d{1,2}[.、]|\([一二三四五六七八九十\d]{1,2}\)|[-—·])[: ]*+)+"
)
_SHARES = frozenset({"比重", "占比", "构成", "所占比重"})
_ANY_AMOUNT = re.compile(r"绝 ?对 ?[数值量额]|数 ?[值量]|总 ?量|完成[值额数]?|实际完成|本期")
_METRIC_COLUMN = re.compile(r"指 ?标|项 ?目$|^项 ?目|类别|内容")
_PLACE_COLUMN = re.compile(r"[省市县区乡镇村]|景点|企业|名称")
_UNIT_COLUMN = re.compile(r"单位")
_SCALES = {"": 1.0, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8, "百亿": 1e10, "千亿": 1e11, "万亿": 1e12}
_SMALLEST_TABLE = 3
_NAMELESS = "数值"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a header or the name of a row says: a metric, its unit and scale, a year, that it is a change."""

    metric: str
    unit: Unit | None = None
    scale: str = ""
    year: int = 0
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table.

    Parameters
    ----------
    quantity, metric, change
        The figure.
    row, column
        Ranges of the row's first cell and of the column's header, which name the place or the time.
    table
        Where the table begins in the clean text.
    """

    quantity: Quantity
    metric: str
    change: Change | None
    row: Span
    column: Span
    table: int


def read_tables(document: Document) -> tuple[tuple[Span, ...], tuple[Cell, ...]]:
    """Return the ranges of all tables of a document and the figures in them, in order."""
    ranges: list[Span] = []
    cells: list[Cell] = []
    for lines in _blocks(document):
        ranges.append(Span(lines[0].start, lines[-1].end))
        cells += _table(document.text, lines)
    return tuple(ranges), tuple(cells)


def _blocks(document: Document) -> Iterator[list[Span]]:
    """Yield the runs of paragraphs that are rows of a table: a header, mostly a rule of dashes, rows."""
    block: list[Span] = []
    for paragraph in (*document.paragraphs, Span(0, 0)):
        if "|" in document.text[paragraph.start : paragraph.end]:
            block.append(paragraph)
            continue
        if len(block) >= _SMALLEST_TABLE and (
            _is_ruled(document.text, block) or _is_even(document.text, block)
        ):
            yield block
        block = []


def _is_ruled(text: str, block: list[Span]) -> bool:
    return _RULE.match(text, block[1].start, block[1].end) is not None


def _is_even(text: str, block: list[Span]) -> bool:
    """Tell whether all rows have as many cells, the first of them no number: a table without a rule.

    The header may lack the cell above the names of the rows.
    """
    first, *rest = (_cells(text, line) for line in block)
    width = len(rest[0])
    even = width > 1 and len(first) in {width - 1, width} and all(len(cells) == width for cells in rest)
    return even and not any(_VALUE.fullmatch(text, cell.start, cell.end) for cell in first)


def _cells(text: str, line: Span) -> list[Span]:
    """Return the cells of a row, empty ones included; the bars at its ends open and close it."""
    start = line.start + (text[line.start] == "|")
    end = line.end - (text[line.end - 1] == "|" and line.end - 1 > line.start)
    cells = []
    while (bar := text.find("|", start, end)) >= 0:
        cells.append(_trimmed(text, Span(start, bar)))
        start = bar + 1
    return [*cells, _trimmed(text, Span(start, end))]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Span(start, end)


def _table(text: str, lines: list[Span]) -> Iterator[Cell]:
    heads = _cells(text, lines[0])
    if len(heads) < len(_cells(text, lines[-1])):
        heads = [Span(heads[0].start, heads[0].start), *heads]
    headers = [text[cell.start : cell.end] for cell in heads]
    columns: list[Heading] = []
    for header in headers:
        columns.append(_heading(header, columns[-1].metric if columns else ""))
    default = _TABLE_UNIT.search(text, max(0, lines[0].start - _BEFORE_TABLE), lines[0].start)
    general = _unit(default["unit"]) if default else (None, "")
    timed = all(not column.metric or _UNIT_COLUMN.search(column.metric) for column in columns[1:])
    metrics_in_rows = _METRIC_COLUMN.search(headers[0]) or (timed and not _PLACE_COLUMN.search(headers[0]))
    for line in lines[1 + _is_ruled(text, lines) :]:
        cells = _cells(text, line)
        name = _heading(text[cells[0].start : cells[0].end], "")
        if metrics_in_rows:
            unit, scale = (name.unit, name.scale) if name.unit else _unit_cell(text, headers, cells)
            name = replace(name, unit=unit, scale=scale)
        for head, column, cell in zip(heads[1:], columns[1:], cells[1:], strict=False):
            said = (
                _in_row(name, column) if metrics_in_rows else replace(column, year=name.year or column.year)
            )
            if said.unit is None:
                said = replace(said, unit=general[0], scale=general[1])
            quantity = _quantity(text, cell, said)
            if quantity is not None:
                yield Cell(quantity, said.metric or _NAMELESS, said.change, cells[0], head, lines[0].start)


def _unit_cell(text: str, headers: list[str], cells: list[Span]) -> tuple[Unit | None, str]:
    """Return the unit and scale that a row gives in a column of units."""
    named = (cell for header, cell in zip(headers, cells, strict=False) if _UNIT_COLUMN.search(header))
    cell = next(named, None)
    if cell is None:
        return None, ""
    return _unit(text[cell.start : cell.end])


def _in_row(row: Heading, column: Heading) -> Heading:
    """Return what a cell says where rows are metrics and columns are years or changes."""
    if column.change is not None:
        return replace(column, metric=row.metric)
    unit, scale = (column.unit, column.scale) if column.unit else (row.unit, row.scale)
    if column.metric in _SHARES:
        return Heading(f"{row.metric}占比", unit, scale, column.year)
    return Heading(row.metric, unit, scale, column.year)


def _unit(written: str) -> tuple[Unit | None, str]:
    scale = _SCALE.match(written)
    length = len(scale[0]) if scale else 0
    unit = unit_at(written, length) if len(written) > length else None
    return unit, scale[0] if scale and unit else ""


def _heading(header: str, before: str) -> Heading:
    """Read a header; one of growth alone (增速(%)) belongs to the metric of the column before."""
    name, unit, scale = header, None, ""
    if found := _HEADER_UNIT.search(header):
        unit, scale = _unit(found["unit"] or found["percent"])
        name = header[: found.start()] if unit else header
    name = _ROW_MARK.sub("", name)
    timed = name and _TIME.match(name)
    year = int(name[:_YEAR_DIGITS]) if timed and name[:_YEAR_DIGITS].isdigit() else 0
    name = "" if timed or _ANY_AMOUNT.fullmatch(name) else name
    if _GROWTH.search(name):
        return Heading(
            _GROWTH.sub("", name) or before, unit or unit_at("%", 0), scale, year, Change(YOY, 1, 0)
        )
    return Heading(name, unit, scale, year)


def _quantity(text: str, cell: Span, said: Heading) -> Quantity | None:
    """Return the figure in a cell, with the unit of the cell itself or else of its heading."""
    match = _VALUE.match(text, cell.start, cell.end)
    if match is None:
        return None
    numeral = numeral_at(text, cell.start + (match[0][0] in "+-"))
    if numeral is None:
        return None
    own = unit_at(text, numeral.end)
    unit = own or said.unit
    end = numeral.end + (len(own.text) if own else 0)
    if unit is None or end < cell.end:
        return None
    scale = numeral.scale or ("" if own else said.scale)
    value = -numeral.value if match[0].startswith("-") else numeral.value
    normalized = exact(value * _SCALES[scale], unit.factor)
    return Quantity(cell.start, end, value, scale + unit.text, normalized, unit.base, unit.group)
