"""Series: figures of several articles brought together over time and places, conflicts marked."""

from geo.series.compare import Cell, MatrixRow, comparable
from geo.series.conflicts import Conflict, conflicts
from geo.series.gather import Observation, Series, SeriesKey, read_series
from geo.series.points import Point
from geo.series.progress import Progress, progress
from geo.series.time import Time, TimeKind, alike, read_time

__all__ = [
    "Cell",
    "Conflict",
    "MatrixRow",
    "Observation",
    "Point",
    "Progress",
    "Series",
    "SeriesKey",
    "Time",
    "TimeKind",
    "alike",
    "comparable",
    "conflicts",
    "progress",
    "read_series",
    "read_time",
]
