"""What stands around the map: title, degrees along the frame, and the small print below."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.atlas import Atlas
from geo.printing import typeface
from geo.printing.frame import Frame
from geo.printing.layout import Layout
from geo.printing.marks import Drawn
from geo.printing.options import PrintOptions
from geo.printing.sheet import FAINT, INK, Pen, Sheet
from geo.printing.subjects import Subject

_TITLE_PT, _SMALLER_PT, _SUMMARY_PT = 19.0, 13.0, 8.5
_TICK_PT, _SMALL_PT = 5.8, 5.6
_SMALL_LINE_MM, _SMALL_LINES = 2.75, 3
_TICK_MM = 1.4
_TICK_STEPS = (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02)
_FEWEST_TICKS = 4
_ROOM_FOR_NUMBER = "＿" * 9
_OBLIGING = ("ODbL", "GPL", "CC BY", "CC-BY", "(c)", "©")
_CITED, _SOURCES_CITED, _MISSING_NAMED = 6, 6, 12


def title(sheet: Sheet, layout: Layout, text: str, summary: str) -> None:
    """Write the title, on two smaller lines where it is long, and what the map holds."""
    box = layout.title
    lines, size_pt = [text], _TITLE_PT
    if typeface.width_mm(text, size_pt) > box.width:
        lines, size_pt = typeface.wrapped(text, _SMALLER_PT, box.width, 2), _SMALLER_PT
    step = size_pt * typeface.MM_PER_PT * 1.22
    for index, line in enumerate(reversed(lines)):
        sheet.text(box.left, box.bottom + 6.2 + index * step, line, size_pt, halo=INK, halo_pt=0.5)
    sheet.text(box.left, box.bottom + 1.2, summary, _SUMMARY_PT, colour=FAINT)


def summary(text: Mapping[str, str], drawn: Sequence[Drawn], shown: Sequence[Subject]) -> str:
    """Return how many places and figures the map holds, and what it leaves out."""
    figures = frozenset[str]().union(*(each.subject.figures for each in drawn))
    unlocated = sum(each.geometry is None for each in shown)
    outside = len(shown) - unlocated - len(drawn)
    said = text["summary"].format(places=len(drawn), figures=len(figures))
    aside = (("summary.outside", outside), ("summary.unlocated", unlocated))
    return said + "".join(text[key].format(count=count) for key, count in aside if count)


def degrees(sheet: Sheet, window: Frame) -> None:
    """Draw the frame with a tick and a number at every round degree of longitude below, of latitude to the left."""
    box = window.box
    sheet.lines(box.shape, Pen(INK, 0.9))
    below = np.column_stack([np.linspace(box.left, box.right, 200), np.full(200, box.bottom)])
    beside = np.column_stack([np.full(200, box.left), np.linspace(box.bottom, box.top, 200)])
    step = _step(window)
    for value, x in _crossings(window.to_lonlat(below)[:, 0], below[:, 0], step):
        sheet.lines(shapely.LineString([(x, box.bottom), (x, box.bottom - _TICK_MM)]), Pen(INK, 0.5))
        sheet.text(x, box.bottom - 3.6, f"{value:g}°E", _TICK_PT, align="center", colour=FAINT)
    for value, y in _crossings(window.to_lonlat(beside)[:, 1], beside[:, 1], step):
        sheet.lines(shapely.LineString([(box.left, y), (box.left - _TICK_MM, y)]), Pen(INK, 0.5))
        sheet.text(box.left - 2.0, y - 0.7, f"{value:g}°N", _TICK_PT, align="right", colour=FAINT)


def _step(window: Frame) -> float:
    """Return the widest step between ticks that leaves a few of them on the shorter side."""
    west, south, east, north = window.lonlat_bounds
    span = min(east - west, north - south)
    return next((step for step in _TICK_STEPS if span / step >= _FEWEST_TICKS), _TICK_STEPS[-1])


def _crossings(
    degrees_along: NDArray[np.float64], mm_along: NDArray[np.float64], step: float
) -> Iterator[tuple[float, float]]:
    """Yield round degrees with the place along an edge where they cross it; degrees grow along the edge."""
    first, last = np.ceil(degrees_along[0] / step), np.floor(degrees_along[-1] / step)
    for number in np.arange(first, last + 1):
        value = float(number * step)
        yield round(value, 6), float(np.interp(value, degrees_along, mm_along))


def footer(
    sheet: Sheet, layout: Layout, options: PrintOptions, text: Mapping[str, str], small_print: Sequence[str]
) -> None:
    """Write sources to the left and, to the right, review number, maker and date."""
    box = layout.footer
    number = typeface.printable(options.review_number) or _ROOM_FOR_NUMBER
    date = typeface.printable(options.date)
    right = [
        text["review"].format(number=number),
        text["made"].format(date=f" · {date}" if date else ""),
    ]
    right = [typeface.shortened(line, _SMALL_PT + 1.2, box.width * 0.45) for line in right]
    column = max(typeface.width_mm(line, _SMALL_PT + 1.2) for line in right)
    for index, line in enumerate(right):
        sheet.text(box.right, box.top - 2.2 - index * 3.8, line, _SMALL_PT + 1.2, align="right")
    room, most = box.width - column - 8, int(box.height // _SMALL_LINE_MM)
    rows = [row for line in small_print for row in typeface.wrapped(line, _SMALL_PT, room, _SMALL_LINES)]
    for index, row in enumerate(rows[:most]):
        sheet.text(box.left, box.top - 1.8 - index * _SMALL_LINE_MM, row, _SMALL_PT, colour=FAINT)


def small_print(atlas: Atlas, drawn: Sequence[Drawn], text: Mapping[str, str]) -> list[str]:
    """Return the lines that say where everything on the map comes from, and on what terms."""
    lines = [text["base"]]
    sources = Counter(_source(each) for each in drawn)
    sources.pop("", None)
    if sources:
        first = sorted(sources, key=lambda source: (not _obliges(source), -sources[source], source))
        named = "; ".join(first[:_SOURCES_CITED])
        more = text["more"].format(count=len(sources)) if len(sources) > _SOURCES_CITED else ""
        lines.append(text["sources"] + named + more)
    return [*lines, *_articles(atlas, text)]


def _source(drawn: Drawn) -> str:
    place = drawn.subject.place
    source, licence = typeface.printable(place["source"]), typeface.printable(place["licence"])
    return f"{source} ({licence})" if source and licence else source


def _obliges(source: str) -> bool:
    """Tell whether a licence asks to be named, so that its source must not be the one cut off."""
    return any(word in source for word in _OBLIGING)


def _articles(atlas: Atlas, text: Mapping[str, str]) -> Iterator[str]:
    rows = zip(atlas.articles["article"], atlas.articles["title"], strict=True)
    titles = [typeface.printable(title or article) for article, title in rows]
    if titles:
        named = "; ".join(titles[:_CITED])
        more = text["articles.more"].format(titles=named, count=len(titles))
        yield text["articles"] + (more if len(titles) > _CITED else named)


def absent(drawn: Sequence[Drawn], options: PrintOptions, text: Mapping[str, str]) -> Iterator[str]:
    """Say which characters of what was typed and of names the typeface does not have."""
    typed = options.title + options.review_number + options.date
    names = "".join(each.subject.place["name"] for each in drawn)
    if lacking := typeface.missing(typed + names):
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in lacking[:_MISSING_NAMED])
        yield text["missing"].format(characters=codes)
