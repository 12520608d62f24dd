"""The one typeface of printed maps: what it can write, and how wide it writes it."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from geo.errors import DataError
from geo.settings import data_dir

MM_PER_PT = 25.4 / 72
ELLIPSIS = "…"
# The mark that Chinese and Japanese printers set for a character they do not have.
GETA = "〓"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Advances come as 16.16 fixed point numbers.
_FIXED_POINT = 65536
_MEASURED_PT, _DOTS_PER_INCH = 100, 72
# No line of a sheet holds more; what is longer is cut before it is measured.
_LONGEST = 4000
_TOKENS = re.compile(r"[!-~]+ ?|.")


def path() -> Path:
    """Return the font file.

    Raises
    ------
    DataError
        It is missing.
    """
    found = data_dir() / "fonts" / "NotoSansCJKsc-Regular.otf"
    if not found.is_file():
        raise DataError(f"The font {found.name} is missing from data/fonts; reinstall Jintu.")
    return found


def properties(size_pt: float) -> FontProperties:
    """Return the typeface at a size, for Matplotlib."""
    return FontProperties(fname=path(), size=size_pt)


@cache
def _written() -> frozenset[int]:
    return frozenset(get_font(str(path())).get_charmap())


def plain(text: str) -> str:
    """Return a text as one line: runs of white space as one space, control and invisible characters left out."""
    one_line = " ".join(text.split())
    return "".join(letter for letter in one_line if unicodedata.category(letter) not in _UNSEEN)


def missing(text: str) -> list[str]:
    """Return the characters of a plain text that the typeface does not have, each once, in order."""
    return [letter for letter in dict.fromkeys(plain(text)) if ord(letter) not in _written()]


def printable(text: str) -> str:
    """Return a plain text in which a character that the typeface does not have is a geta mark."""
    return "".join(letter if ord(letter) in _written() else GETA for letter in plain(text))


def width_mm(text: str, size_pt: float) -> float:
    """Return how wide a printable text is at a size, in millimetres; the typeface has no kerning."""
    return sum(map(_advance_em, text)) * size_pt * MM_PER_PT


@cache
def _advance_em(letter: str) -> float:
    font = get_font(str(path()))
    font.set_size(_MEASURED_PT, _DOTS_PER_INCH)
    glyph = font.load_char(ord(letter), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance / _FIXED_POINT / _MEASURED_PT)


def shortened(text: str, size_pt: float, room_mm: float) -> str:
    """Return a text, cut with an ellipsis where it is wider than the room."""
    text = text[:_LONGEST]
    if width_mm(text, size_pt) <= room_mm:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_mm(text[:middle] + ELLIPSIS, size_pt) <= room_mm
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def wrapped(text: str, size_pt: float, room_mm: float, lines: int) -> list[str]:
    """Return a text as at most so many lines that fit the room, the last cut with an ellipsis.

    Words of Latin script stay whole where they can.
    """
    rows = [""]
    for token in _TOKENS.findall(text[:_LONGEST]):
        fits = len(rows) == lines or width_mm(rows[-1] + token.rstrip(), size_pt) <= room_mm
        if rows[-1] and not fits:
            rows.append("")
        rows[-1] += token
    return [shortened(row.strip(), size_pt, room_mm) for row in rows if row.strip()]
