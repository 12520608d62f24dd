"""Places as they are drawn: areas, then lines, then circles of uncertainty, then symbols."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geo.model import Precision
from geo.palette import WHITE
from geo.printing import symbols
from geo.printing.frame import Frame
from geo.printing.sheet import Mark, Pen, Sheet, simple_parts
from geo.printing.subjects import Subject

OWN_MM, CONTEXT_MM, CROWD_MM = 1.75, 1.4, 0.8
CROWD = 1500
DASHES = (4.5, 2.6)
RING_DASHES = (3.0, 2.5)
_RING_STEP = 2.15
_LINE, _AREA = 1, 2


@dataclass(frozen=True, eq=False, slots=True)
class Drawn:
    """A place on the sheet.

    Parameters
    ----------
    subject
        The place.
    shape
        Its geometry in millimetres, cut at the frame.
    anchor
        Where its symbol stands, or its name where it has none.
    radius_mm
        Radius of its symbol; 0 for lines and areas that have none.
    """

    subject: Subject
    shape: BaseGeometry
    anchor: tuple[float, float]
    radius_mm: float

    @property
    def dimension(self) -> int:
        """0 for points, 1 for lines, 2 for areas."""
        return int(shapely.get_dimensions(self.shape))

    @property
    def hollow(self) -> bool:
        """Whether its symbol is an outline: a unit, or a place known by its unit only."""
        return self.subject.unit or self.subject.place["precision"] == Precision.ADMIN


def placed(shown: Sequence[Subject], window: Frame) -> list[Drawn]:
    """Return the places that lie within a frame, in the order given; those at one point stand around it."""
    found = [drawn for subject in shown if (drawn := _drawn(subject, window, len(shown)))]
    stacks = defaultdict(list)
    for position, drawn in enumerate(found):
        if drawn.radius_mm:
            stacks[tuple(np.round(drawn.anchor, 1))].append(position)
    for members in stacks.values():
        for place_in_ring, position in enumerate(members):
            found[position] = _moved(found[position], place_in_ring)
    return found


def _drawn(subject: Subject, window: Frame, count: int) -> Drawn | None:
    if subject.geometry is None:
        return None
    point = _point(subject.geometry) if _has_symbol(subject) else None
    shape = window.placed(point if point is not None and not subject.own else subject.geometry)
    if shape.is_empty:
        return None
    if point is None:
        return Drawn(subject, shape, _anchor(shape), 0.0)
    spot = window.to_mm(shapely.get_coordinates(point))
    inside = bool(window.holds(spot)[0])
    anchor = (float(spot[0, 0]), float(spot[0, 1])) if inside else _anchor(shape)
    return Drawn(subject, shape, anchor, _radius_mm(subject, count) if inside else 0.0)


def _has_symbol(subject: Subject) -> bool:
    return subject.unit or shapely.get_dimensions(subject.geometry) == 0


def _point(geometry: BaseGeometry) -> BaseGeometry:
    return shapely.point_on_surface(geometry)


def _radius_mm(subject: Subject, count: int) -> float:
    if count > CROWD:
        return CROWD_MM
    return OWN_MM if subject.own else CONTEXT_MM


def _anchor(shape: BaseGeometry) -> tuple[float, float]:
    """Return the middle of the longest line, or a point within the area."""
    largest = max(simple_parts(shape), key=lambda part: (part.area, part.length))
    middle = largest.interpolate(0.5, normalized=True) if largest.area == 0 else largest.point_on_surface()
    return float(middle.x), float(middle.y)


def _moved(drawn: Drawn, place_in_ring: int) -> Drawn:
    """Return the nth place of a stack, on the first ring with room for it; the first stays."""
    if place_in_ring == 0:
        return drawn
    level, first = 1, 1
    while place_in_ring >= first + 6 * level:
        level, first = level + 1, first + 6 * level
    angle = 2 * np.pi * (place_in_ring - first) / (6 * level)
    away = _RING_STEP * drawn.radius_mm * level
    x, y = drawn.anchor
    moved = (float(x + away * np.cos(angle)), float(y + away * np.sin(angle)))
    return Drawn(drawn.subject, drawn.shape, moved, drawn.radius_mm)


def draw(sheet: Sheet, drawn: Sequence[Drawn], window: Frame) -> None:
    """Draw places, the less important ones below."""
    upwards = list(reversed(drawn))
    areas = [each for each in upwards if each.dimension == _AREA]
    for each in sorted(areas, key=lambda each: -each.shape.area):
        _draw_area(sheet, each)
    for each in upwards:
        if each.dimension == _LINE:
            _draw_line(sheet, each)
    for each in upwards:
        _draw_ring(sheet, each, window)
    sheet.marks(mark for each in upwards if each.radius_mm for mark in _symbol(each))


def _draw_area(sheet: Sheet, drawn: Drawn) -> None:
    colour = drawn.subject.look.colour
    sheet.fill(drawn.shape, (colour, 0.06 if drawn.subject.unit else 0.3))
    exact = drawn.subject.place["precision"] == Precision.EXACT
    sheet.lines(drawn.shape, Pen((colour, 0.85), 1.1 if drawn.subject.own else 0.8, () if exact else DASHES))


def _draw_line(sheet: Sheet, drawn: Drawn) -> None:
    width = 1.9 if drawn.subject.own else 1.4
    dashes = DASHES if drawn.subject.place["precision"] == Precision.SCHEMATIC else ()
    sheet.lines(drawn.shape, Pen((WHITE, 0.75), width + 1.3))
    sheet.lines(drawn.shape, Pen(drawn.subject.look.colour, width, dashes))


def _draw_ring(sheet: Sheet, drawn: Drawn, window: Frame) -> None:
    subject = drawn.subject
    approximate = subject.place["precision"] == Precision.APPROXIMATE and subject.uncertainty_m > 0
    # The projection is conformal: a circle on the ground is one on the sheet.
    radius_mm = subject.uncertainty_m / 1000 / window.km(1.0)
    if drawn.dimension or not approximate or radius_mm <= drawn.radius_mm:
        return
    ring = shapely.intersection(drawn.shape.centroid.buffer(radius_mm), window.box.shape)
    sheet.fill(ring, (subject.look.colour, 0.07))
    sheet.lines(ring, Pen((subject.look.colour, 0.6), 0.5, RING_DASHES))


def _symbol(drawn: Drawn) -> Iterator[Mark]:
    kind = symbols.family(drawn.subject.place["kind"])
    yield from symbol(kind, drawn.subject.look, drawn.anchor, drawn.radius_mm, hollow=drawn.hollow)


def symbol(
    family: str, look: symbols.Look, at: tuple[float, float], radius_mm: float, *, hollow: bool = False
) -> Iterator[Mark]:
    """Yield the shapes of one symbol: its body, and the glyph of its theme where there is room."""
    body = affinity.translate(symbols.body(family, radius_mm), *at)
    if hollow:
        yield Mark(body, WHITE, look.colour, 0.9)
    else:
        yield Mark(body, look.colour, WHITE, 0.6)
    if look.theme and radius_mm > CROWD_MM:
        glyph = affinity.translate(symbols.glyph(look.theme, radius_mm), *at)
        yield Mark(glyph, look.shade if hollow else look.ink)
