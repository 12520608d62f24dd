"""Names on the map: the most important first, each where it covers nothing, else nowhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.printing import basemap, typeface
from geo.printing.frame import Frame
from geo.printing.marks import Drawn
from geo.printing.sheet import INK, WHITE, Box, Pen, Sheet

MOST = 500
LONGEST_MM = 42.0
OWN_PT, CONTEXT_PT = 7.2, 6.4
_UNIT_INK = {1: "#6d6557", 2: "#7f7768", 3: "#968d7d"}
_UNIT_PT = {1: 10.5, 2: 8.5, 3: 6.4}
_GAP_MM = 0.55
LEADER = "#5a6068"
_LEADERS_MM = (4.5, 7.0, 10.0, 14.0)
_LEADER_ANGLES = tuple(np.radians((0, 180, 25, -25, 155, -155, 50, -50, 130, -130, 75, -75, 105, -105)))
# Height of a line of Chinese in multiples of its size, and how far below its baseline it reaches.
_LINE, _DESCENT = 1.12, 0.16


@dataclass(frozen=True, slots=True)
class Label:
    """A name to be placed.

    Parameters
    ----------
    text
        Printable, short enough.
    x, y
        What it names, in millimetres.
    radius_mm
        Room to leave around that; 0 sets the name on it.
    size_pt, ink
        How it is written.
    """

    text: str
    x: float
    y: float
    radius_mm: float
    size_pt: float
    ink: str


@dataclass(frozen=True, slots=True)
class Written:
    """A name with the box it takes, in millimetres; a name farther away than beside its mark has a leader to it."""

    label: Label
    box: Box
    led: bool = False


def labels(drawn: Sequence[Drawn], window: Frame) -> Iterator[Label]:
    """Yield the names of places, then those of the base map's units."""
    for each in drawn[:MOST]:
        yield _place_label(each)
    wanted = [name for name in basemap.names() if name.rank in basemap.ranks(window)]
    spots = window.to_mm(np.array([[name.lon, name.lat] for name in wanted]))
    for index in np.flatnonzero(window.holds(spots)):
        name, (x, y) = wanted[index], spots[index]
        yield Label(name.text, float(x), float(y), 0.0, _UNIT_PT[name.rank], _UNIT_INK[name.rank])


def _place_label(drawn: Drawn) -> Label:
    size_pt = OWN_PT if drawn.subject.own else CONTEXT_PT
    text = typeface.shortened(typeface.printable(drawn.subject.place["name"]), size_pt, LONGEST_MM)
    return Label(text, *drawn.anchor, drawn.radius_mm, size_pt, INK)


def arrange(wanted: Iterator[Label], drawn: Sequence[Drawn], frame: Box) -> list[Written]:
    """Return the names that find a free box within the frame, each text once."""
    taken = np.array([_around(each) for each in drawn if each.radius_mm]).reshape(-1, 4)
    found: dict[str, Written] = {}
    for label in wanted:
        written = None if label.text in found or not label.text else _written(label, taken, frame)
        if written:
            box = written.box
            found[label.text] = written
            taken = np.vstack([taken, (box.left, box.bottom, box.right, box.top)])
    return list(found.values())


def _around(drawn: Drawn) -> tuple[float, float, float, float]:
    (x, y), radius = drawn.anchor, drawn.radius_mm * 0.9
    return x - radius, y - radius, x + radius, y + radius


def _written(label: Label, taken: NDArray[np.float64], frame: Box) -> Written | None:
    """Return a name in the first free box: near what it names, else farther off with a leader."""
    width = typeface.width_mm(label.text, label.size_pt)
    height = label.size_pt * typeface.MM_PER_PT * _LINE
    for led, corners in ((False, _near), (True, _far)):
        for left, bottom in corners(label, width, height):
            box = Box(left, bottom, left + width, bottom + height)
            if _inside(box, frame) and not _hits(box, taken):
                return Written(label, box, led)
    return None


def _near(label: Label, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Yield lower left corners to try: beside the mark, above and below it, then across; on it where it has none."""
    x, y = label.x, label.y
    if not label.radius_mm:
        for lift in (0.0, 1.0, -1.0):
            yield x - width / 2, y - height / 2 + lift * height
        return
    away = label.radius_mm + _GAP_MM
    across = away * 0.72
    yield x + away, y - height / 2
    yield x - away - width, y - height / 2
    yield x - width / 2, y + away
    yield x - width / 2, y - away - height
    for side in (x + across, x - across - width):
        yield side, y + across
        yield side, y - across - height


def _far(label: Label, width: float, height: float) -> Iterator[tuple[float, float]]:
    """Yield lower left corners all around a mark, ever farther from it; none for a name without a mark."""
    if not label.radius_mm:
        return
    for away in _LEADERS_MM:
        for angle in _LEADER_ANGLES:
            x, y = label.x + away * np.cos(angle), label.y + away * np.sin(angle)
            yield float(x if np.cos(angle) >= 0 else x - width), float(y - height / 2)


def _inside(box: Box, frame: Box) -> bool:
    across = frame.left < box.left and box.right < frame.right
    return across and frame.bottom < box.bottom and box.top < frame.top


def _hits(box: Box, taken: NDArray[np.float64]) -> bool:
    left, bottom, right, top = taken.T
    apart = (left >= box.right) | (right <= box.left) | (bottom >= box.top) | (top <= box.bottom)
    return not bool(apart.all())


def draw(sheet: Sheet, written: Sequence[Written]) -> None:
    """Write names, the most important last."""
    for each in reversed(written):
        label, box = each.label, each.box
        if each.led:
            sheet.lines(_leader(each), Pen(LEADER, 0.45))
        baseline = box.bottom + label.size_pt * typeface.MM_PER_PT * _DESCENT
        sheet.text(box.left, baseline, label.text, label.size_pt, colour=label.ink, halo=WHITE)


def _leader(written: Written) -> BaseGeometry:
    """Return the line from the edge of a mark to the nearest point of its name."""
    mark = shapely.Point(written.label.x, written.label.y).buffer(written.label.radius_mm)
    return shapely.shortest_line(mark, written.box.shape)
