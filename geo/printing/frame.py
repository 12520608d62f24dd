"""The map's frame: which part of the world it shows, and where each point of it lies on the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.printing.options import Bounds
from geo.printing.sheet import Box, simple_parts

# Straight edges in degrees become curves on the sheet; they are bent at least this often.
_STEP_DEG = 0.5
_SPAN_SAMPLES = 60


@dataclass(frozen=True, eq=False)
class Frame:
    """A window on the world.

    Parameters
    ----------
    box
        Where it lies on the sheet, in millimetres.
    project
        From WGS84 degrees to metres of the map's projection.
    origin_m
        Projected point at the middle of the box.
    mm_per_m
        Millimetres on paper for a projected metre.
    """

    box: Box
    project: pyproj.Transformer
    origin_m: tuple[float, float]
    mm_per_m: float

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box in millimetres."""
        return (self.box.left + self.box.right) / 2, (self.box.bottom + self.box.top) / 2

    def to_mm(self, lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points on the sheet for an (n, 2) array of WGS84 degrees."""
        metres = np.column_stack(self.project.transform(lonlat[:, 0], lonlat[:, 1]))
        return (metres - self.origin_m) * self.mm_per_m + self.middle

    def to_lonlat(self, points_mm: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return WGS84 degrees for an (n, 2) array of points on the sheet."""
        metres = (points_mm - self.middle) / self.mm_per_m + self.origin_m
        back = pyproj.enums.TransformDirection.INVERSE
        return np.column_stack(self.project.transform(metres[:, 0], metres[:, 1], direction=back))

    def placed(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a WGS84 geometry as it lies on the sheet, cut at the frame."""
        west, south, east, north = self.lonlat_bounds
        margin = (east - west) / 20
        near = shapely.clip_by_rect(shape, west - margin, south - margin, east + margin, north + margin)
        on_sheet = shapely.transform(shapely.segmentize(sound(near), _STEP_DEG), self.to_mm)
        box = self.box
        return shapely.clip_by_rect(on_sheet, box.left, box.bottom, box.right, box.top)

    def edge(self) -> NDArray[np.float64]:
        """Return points along the frame, in millimetres."""
        border = shapely.segmentize(self.box.shape.boundary, self.box.width / _SPAN_SAMPLES)
        return np.asarray(shapely.get_coordinates(border))

    @cached_property
    def lonlat_bounds(self) -> Bounds:
        """West, south, east, north of all that the frame shows."""
        inside = self.to_lonlat(self.edge())
        west, south = inside.min(axis=0)
        east, north = inside.max(axis=0)
        return float(west), float(south), float(east), float(north)

    def km(self, length_mm: float) -> float:
        """Return how many kilometres of ground a horizontal length covers at the middle of the frame."""
        x, y = self.middle
        ends = np.array([[x - length_mm / 2, y], [x + length_mm / 2, y]])
        (lon, lat), (to_lon, to_lat) = self.to_lonlat(ends)
        return float(crs.distance_m(lon, lat, to_lon, to_lat)) / 1000

    def holds(self, points_mm: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which points on the sheet lie within the frame."""
        x, y = points_mm[:, 0], points_mm[:, 1]
        box = self.box
        return (x >= box.left) & (x <= box.right) & (y >= box.bottom) & (y <= box.top)


def frame(bounds: Bounds, box: Box) -> Frame:
    """Return the frame of a box on the sheet that shows all of some WGS84 bounds, in their own projection."""
    project = pyproj.Transformer.from_crs(crs.WGS84, crs.map_crs(*bounds), always_xy=True)
    rim = shapely.get_coordinates(shapely.segmentize(shapely.box(*bounds), (bounds[2] - bounds[0]) / 20))
    metres = np.column_stack(project.transform(rim[:, 0], rim[:, 1]))
    low, high = metres.min(axis=0), metres.max(axis=0)
    mm_per_m = min(np.array([box.width, box.height]) / (high - low))
    return Frame(box, project, tuple((low + high) / 2), float(mm_per_m))


def sound(shape: BaseGeometry) -> BaseGeometry:
    """Return a geometry without the rings and lines that begin and end in one point, at which GEOS stumbles."""
    parts = simple_parts(shape if shape.is_valid else shapely.make_valid(shape))
    kept = parts[(shapely.length(parts) > 0) | (shapely.get_dimensions(parts) == 0)]
    return shapely.GeometryCollection(list(kept))


def union(bounds: Sequence[Bounds]) -> Bounds:
    """Return the bounds around several."""
    west, south = np.min(np.array(bounds)[:, :2], axis=0)
    east, north = np.max(np.array(bounds)[:, 2:], axis=0)
    return float(west), float(south), float(east), float(north)
