"""A river with the tributaries that join it: which they are, and where.

Only the lines tell: of a tributary one end lies on the other river. Where an end of the river lies on that line too, it
may as well flow on there under another name; then only a line that is called after it counts as one of its sources.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from geo import crs

# Lines of different sources lie this far apart where they are meant to meet.
_MEETING_M = 3_000.0
_NEAR_DEG = 3.0
_DEEPEST = 3
_KIND_ENDINGS = "河江水川溪"


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line with a name, WGS84."""

    id: str
    name: str
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A line of a river system in metres, beginning where kilometres are counted from.

    Parameters
    ----------
    id, name
        Of its place.
    crs
        Metric.
    line
        A tributary begins where it joins; the main line at its source where that is known.
    via
        Names of the tributaries from the main line to this one; empty for the main line.
    joins_km
        Where on the main line the water comes in.
    above_km
        How far above the main line it begins.
    """

    id: str
    name: str
    crs: CRS
    line: BaseGeometry
    via: str = ""
    joins_km: float = 0.0
    above_km: float = 0.0

    @property
    def length_km(self) -> float:
        """Length of all parts."""
        return float(self.line.length) / 1000

    def position_m(self, point: BaseGeometry) -> float:
        """Return how far along a point stands; parts that do not touch are counted one after the other."""
        parts = shapely.get_parts(self.line)
        nearest = int(shapely.distance(parts, point).argmin())
        before = float(shapely.length(parts[:nearest]).sum())
        return before + float(shapely.line_locate_point(parts[nearest], point))


def branches(main: Line, courses: Sequence[Line]) -> tuple[Branch, ...]:
    """Return a line and the tributaries that join it or one another, the main line first.

    Parameters
    ----------
    main
        A river or a road.
    courses
        Lines to look for tributaries among; the main line itself may be one of them.
    """
    metric = crs.map_crs(*main.geometry.bounds)
    near = [each for each in courses if _may_join(each, main)]
    lines = gpd.GeoSeries([each.geometry for each in (main, *near)], crs=crs.WGS84).to_crs(metric)
    first, *others = (
        Branch(each.id, each.name, metric, shapely.line_merge(line))
        for each, line in zip((main, *near), lines, strict=True)
    )
    found, level = [_from_source(first, others)], slice(0, None)
    for _ in range(_DEEPEST):
        known = {branch.id for branch in found}
        left = [each for each in others if each.id not in known]
        joined = {each.id: each for parent in found[level] for each in _joining(parent, left)}
        level = slice(len(found), None)
        found += sorted(joined.values(), key=lambda each: (each.joins_km, each.name))
    return tuple(found)


def _may_join(course: Line, main: Line) -> bool:
    return (
        course.id != main.id
        and course.name != main.name
        and course.geometry.distance(main.geometry) < _NEAR_DEG
    )


def _from_source(main: Branch, others: Sequence[Branch]) -> Branch:
    """Return the main line so that it begins at its source, where a line called after it touches its last end only."""
    sources = [each for each in others if _is_called_after(each.name, main.name)]
    first, last = _ends(main.line)
    at = [any(each.line.distance(end) <= _MEETING_M for each in sources) for end in (first, last)]
    return replace(main, line=main.line.reverse()) if at == [False, True] else main


def _is_called_after(name: str, river: str) -> bool:
    stem = river.rstrip(_KIND_ENDINGS)
    return bool(stem) and stem in name


def _ends(line: BaseGeometry) -> tuple[shapely.Point, shapely.Point]:
    lonlats = shapely.get_coordinates(line)
    return shapely.Point(lonlats[0]), shapely.Point(lonlats[-1])


def _joining(parent: Branch, others: Sequence[Branch]) -> Iterator[Branch]:
    """Yield the lines that join another, each beginning where it does so."""
    for each in others:
        away = [end.distance(parent.line) for end in _ends(each.line)]
        nearer = away.index(min(away))
        # With both ends on it, a line is the same river again, or an arm of it.
        if min(away) > _MEETING_M or max(away) <= _MEETING_M:
            continue
        either = any(end.distance(each.line) <= _MEETING_M for end in _ends(parent.line))
        if either and not _is_called_after(each.name, parent.name):
            continue
        position_m = parent.position_m(_ends(each.line)[nearer])
        yield _joined(
            parent, replace(each, line=each.line.reverse() if nearer else each.line), position_m / 1000
        )


def _joined(parent: Branch, branch: Branch, at_km: float) -> Branch:
    if not parent.via:
        return replace(branch, via=branch.name, joins_km=at_km)
    via = f"{parent.via} › {branch.name}"
    return replace(branch, via=via, joins_km=parent.joins_km, above_km=parent.above_km + at_km)
