"""What stands for a place: a shape for its family of kinds, its theme's colour, its theme's glyph."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import shapely
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from geo.model import PlaceKind, Theme
from geo.palette import NEUTRAL, NEUTRAL_SHADE, THEME_STYLES, WHITE

# Families of kinds; what is in none is a settlement, a unit or a region.
SETTLEMENT = "settlement"
FAMILIES = {
    "nature": (
        PlaceKind.SCENIC_AREA, PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.RESERVOIR, PlaceKind.MOUNTAIN,
        PlaceKind.BASIN, PlaceKind.PARK, PlaceKind.WETLAND, PlaceKind.RESERVE,
    ),
    "business": (PlaceKind.INDUSTRIAL_PARK, PlaceKind.ENTERPRISE, PlaceKind.PROJECT),
    "transport": (PlaceKind.HIGHWAY, PlaceKind.RAILWAY, PlaceKind.AIRPORT, PlaceKind.ROAD),
    "institution": (PlaceKind.SCHOOL, PlaceKind.HOSPITAL, PlaceKind.MUSEUM),
}  # fmt: skip
FAMILY_ORDER = (SETTLEMENT, *FAMILIES)
_FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
_GLYPH_SHARE = 1.18
_ROUNDING = 0.16
_GRID, _FINE = 24, 10
_OPS = {
    "moveTo": [Path.MOVETO],
    "lineTo": [Path.LINETO],
    "curveTo": [Path.CURVE4] * 3,
    "qCurveTo": [Path.CURVE3] * 2,
}


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a place and the glyph on it; no glyph where it has no theme."""

    colour: str
    ink: str
    shade: str
    theme: Theme | None = None


NEUTRAL_LOOK = Look(NEUTRAL, WHITE, NEUTRAL_SHADE)
LOOKS = {style.theme: Look(style.colour, style.ink, style.shade, style.theme) for style in THEME_STYLES}


def family(kind: str) -> str:
    """Return the family of a kind of place."""
    return _FAMILY_OF.get(PlaceKind(kind), SETTLEMENT)


def body(of: str, radius_mm: float) -> BaseGeometry:
    """Return the shape of a family, centred on the origin, about as large as a disc of that radius."""
    return affinity.scale(_unit_body(of), radius_mm, radius_mm, origin=(0, 0))


@cache
def _unit_body(of: str) -> BaseGeometry:
    """Return a disc, hexagon, square, diamond or pentagon of the same area, corners rounded."""
    corners, turn = {"nature": (6, 0), "business": (4, 45), "transport": (4, 0), "institution": (5, 90)}.get(
        of, (0, 0)
    )
    if not corners:
        return shapely.Point(0, 0).buffer(1, quad_segs=16)
    angles = np.radians(turn) + np.arange(corners) * 2 * np.pi / corners
    sharp = shapely.Polygon(np.column_stack([np.cos(angles), np.sin(angles)]))
    rounded = sharp.buffer(-_ROUNDING).buffer(_ROUNDING)
    size = np.sqrt(np.pi / rounded.area)
    return affinity.scale(rounded, size, size, origin=(0, 0))


def glyph(theme: Theme, radius_mm: float) -> BaseGeometry:
    """Return a theme's glyph, centred on the origin, to stand on a body of that radius."""
    size = radius_mm * _GLYPH_SHARE
    return affinity.scale(_unit_glyph(theme), size, size, origin=(0, 0))


@cache
def _unit_glyph(theme: Theme) -> BaseGeometry:
    """Return the glyph of the palette within a square of side 1, holes cut out by the even-odd rule."""
    style = next(style for style in THEME_STYLES if style.theme is theme)
    pen = RecordingPen()
    parse_path(style.glyph, pen)
    # Curves become chords as fine as a pixel, hence the blowing up before.
    large = Affine2D().translate(-_GRID / 2, -_GRID / 2).scale(_FINE, -_FINE)
    rings = _path(pen).to_polygons(large, closed_only=True)
    whole: BaseGeometry = shapely.Polygon()
    for ring in rings:
        whole = whole.symmetric_difference(shapely.Polygon(np.asarray(ring)).buffer(0))
    return affinity.scale(whole, 1 / _FINE / _GRID, 1 / _FINE / _GRID, origin=(0, 0))


def _path(pen: RecordingPen) -> Path:
    steps = [(_OPS[name], points) for name, points in pen.value if name in _OPS]
    codes = [code for ops, _ in steps for code in ops]
    return Path(np.array([point for _, points in steps for point in points]), codes)
