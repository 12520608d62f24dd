"""A sheet of paper measured in millimetres from its lower left corner, and the ink that goes on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.patheffects import Normal, Stroke
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.printing import typeface
from geo.printing.options import PrintFormat

DPI = 200
MM_PER_INCH = 25.4
INK, FAINT, WHITE = "#2b2f36", "#6b7280", "#ffffff"

Dashes = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres, ``bottom`` below ``top``."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Width in millimetres."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in millimetres."""
        return self.top - self.bottom

    @property
    def shape(self) -> BaseGeometry:
        """The rectangle as a polygon."""
        return shapely.box(self.left, self.bottom, self.right, self.top)


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled and outlined shape; ``line_pt`` 0 draws no outline."""

    shape: BaseGeometry
    fill: str | tuple[str, float]
    line: str | tuple[str, float] = WHITE
    line_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; dashes are lengths of ink and gap in multiples of the width."""

    colour: str | tuple[str, float]
    width_pt: float
    dashes: Dashes = ()


class Sheet:
    """One page; later ink covers earlier ink.

    Never touches pyplot or Matplotlib's settings, so that several sheets can be made at once.
    """

    def __init__(self, width_mm: float, height_mm: float, file_format: PrintFormat) -> None:
        self._format = file_format
        self._searchable = file_format is PrintFormat.PDF
        self.box = Box(0, 0, width_mm, height_mm)
        self.figure = Figure(figsize=(width_mm / MM_PER_INCH, height_mm / MM_PER_INCH), dpi=DPI)
        FigureCanvasAgg(self.figure)
        self._axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width_mm)
        self._axes.set_ylim(0, height_mm)
        self._layers = 0

    def fill(self, shape: BaseGeometry, fill: str | tuple[str, float]) -> None:
        """Fill polygons, holes left out."""
        self.marks([Mark(shape, fill)])

    def marks(self, marks: Iterable[Mark]) -> None:
        """Draw filled shapes one over the other."""
        drawn = [(mark, outline(mark.shape)) for mark in marks]
        drawn = [(mark, path) for mark, path in drawn if path.codes is not None]
        if drawn:
            collection = PathCollection(
                [path for _, path in drawn],
                facecolors=[mark.fill for mark, _ in drawn],
                edgecolors=[mark.line if mark.line_pt else "none" for mark, _ in drawn],
                linewidths=[mark.line_pt for mark, _ in drawn],
                joinstyle="round",
            )
            self._add(collection)

    def lines(self, shape: BaseGeometry, pen: Pen) -> None:
        """Draw lines, or the outlines of polygons."""
        if paths := coordinates(shape):
            style: Any = (0, pen.dashes) if pen.dashes else "solid"
            self._add(
                LineCollection(
                    paths, colors=[pen.colour], linewidths=[pen.width_pt], linestyles=[style],
                    capstyle="butt" if pen.dashes else "round", joinstyle="round",
                )
            )  # fmt: skip

    def _add(self, collection: LineCollection | PathCollection) -> None:
        collection.set_zorder(self._next())
        self._axes.add_collection(collection, autolim=False)

    def text(  # noqa: PLR0913  a text has a place, a size, a colour and two alignments
        self,
        x: float,
        y: float,
        text: str,
        size_pt: float,
        *,
        colour: str = INK,
        align: str = "left",
        valign: str = "baseline",
        halo: str = "",
        halo_pt: float = 1.8,
    ) -> None:
        """Write one printable line; ``halo`` is the colour of a seam around the letters.

        A seam turns its text into a drawing, in which no reader of a PDF could search: there the text is set
        once more over it. On a raster the two would drift apart, for only text is fitted to the dots.
        """
        style: dict[str, Any] = {
            "fontproperties": typeface.properties(size_pt), "ha": align, "va": valign, "parse_math": False,
        }  # fmt: skip
        if halo:
            seam = Stroke(linewidth=halo_pt, foreground=halo, joinstyle="round")
            effects = [seam] if self._searchable else [seam, Normal()]
            style_of_seam = style | {"color": halo if self._searchable else colour, "path_effects": effects}
            self._axes.text(x, y, text, zorder=self._next(), **style_of_seam)
        if self._searchable or not halo:
            self._axes.text(x, y, text, color=colour, zorder=self._next(), **style)

    def _next(self) -> int:
        self._layers += 1
        return self._layers

    def save(self, title: str) -> bytes:
        """Return the sheet as a file; the same sheet gives the same bytes, for no date goes in."""
        metadata: dict[str, Any] = {"Title": title, "Software": "Jintu"}
        if self._searchable:
            metadata = {"Title": title, "Creator": "Jintu", "CreationDate": None}
        out = BytesIO()
        self.figure.savefig(out, format=self._format.value, dpi=DPI, metadata=metadata, facecolor=WHITE)
        return out.getvalue()


def simple_parts(shape: BaseGeometry) -> NDArray[np.object_]:
    """Return the points, lines and polygons of a geometry, of nested collections too."""
    return shapely.get_parts(shapely.get_parts(shape))


def coordinates(shape: BaseGeometry) -> list[NDArray[np.float64]]:
    """Return the paths of lines and of the rings of polygons."""
    parts = simple_parts(shape)
    areas = shapely.get_dimensions(parts) == 2  # noqa: PLR2004  polygons are two-dimensional
    rings = shapely.get_parts(shapely.boundary(parts[areas]))
    lines = parts[shapely.get_dimensions(parts) == 1]
    return [shapely.get_coordinates(line) for line in np.concatenate([lines, rings])]


def outline(shape: BaseGeometry) -> Path:
    """Return polygons as one path whose holes run against their shells, which leaves them unfilled."""
    parts = simple_parts(shape)
    polygons = shapely.orient_polygons(parts[shapely.get_dimensions(parts) == 2])  # noqa: PLR2004  as above
    rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(polygons)]
    if not rings:
        return Path(np.empty((0, 2)), None)
    return Path(np.concatenate(rings), np.concatenate([_codes(ring) for ring in rings]))


def _codes(ring: Sequence[Any] | NDArray[np.float64]) -> NDArray[np.uint8]:
    codes = np.full(len(ring), Path.LINETO, dtype=np.uint8)
    codes[0], codes[-1] = Path.MOVETO, Path.CLOSEPOLY
    return codes
