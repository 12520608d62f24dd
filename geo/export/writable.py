"""What a format cannot hold is taken out of a text in one way for all of them."""

import re

import pandas as pd

# XML 1.0 can't hold these, and with it neither KML nor a workbook; a NUL ends a text in a GeoPackage.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BREAK = re.compile("\r\n?")


def writable(text: str) -> str:
    """Return text with a blank for each character that XML cannot hold, and with line feeds for all breaks."""
    return _BREAK.sub("\n", _UNWRITABLE.sub(" ", text))


def writable_table(table: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose text cells are `writable`."""
    return table.map(lambda cell: writable(cell) if isinstance(cell, str) else cell)
