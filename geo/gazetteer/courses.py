"""The courses of rivers that the gazetteer holds as lines."""

from dataclasses import dataclass
from functools import cache

from shapely.geometry.base import BaseGeometry

from geo.gazetteer.admin import open_admin
from geo.gazetteer.curated import CuratedGazetteer
from geo.model import Place, PlaceKind

_LINES = ("LineString", "MultiLineString")


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A river and its line, WGS84."""

    place: Place
    line: BaseGeometry


@cache
def river_courses() -> tuple[Course, ...]:
    """Return every river of the curated gazetteer whose course is known, by id; read once in a process."""
    gazetteer = CuratedGazetteer(open_admin())
    rivers = (
        gazetteer.place(place_id)
        for place_id in gazetteer.ids()
        if gazetteer.kind(place_id) == PlaceKind.RIVER
    )
    found = ((river, gazetteer.geometry(river.id)) for river in rivers)
    return tuple(
        Course(river, line) for river, line in found if line is not None and line.geom_type in _LINES
    )
