"""When a finding agrees with an annotation: spans, values, periods, metrics, places."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

Row = Mapping[str, Any]

_EARTH_RADIUS_KM = 6371.0
_VALUE_TOLERANCE = 1e-6
_LIKENESS = 0.5
DEFAULT_TOLERANCE_KM = 10.0


def overlaps(one: Row, other: Row) -> bool:
    """Tell whether two spans share a code point."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def same_span(one: Row, other: Row) -> bool:
    """Tell whether two spans are equal."""
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def pair(gold: Sequence[Row], found: Sequence[Row], agree: Callable[[Row, Row], bool]) -> dict[int, int]:
    """Match one to one among overlapping spans: equal ones first, then by overlap, then in text order.

    Returns
    -------
    dict
        Index of the annotation to index of the finding.
    """
    candidates = sorted(
        (not same_span(g, f), max(g["start"], f["start"]) - min(g["end"], f["end"]), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if overlaps(g, f) and agree(g, f)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def same_value(gold: Row, found: Row) -> bool:
    """Tell whether the normalised values agree, or those written."""
    return any(_close(float(found[name]), float(gold[name])) for name in ("normalized", "value"))


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= _VALUE_TOLERANCE * max(1.0, abs(one), abs(other))


def said(value: object) -> str:
    """Return an attribute as text; what is absent in whatever notation is empty."""
    return "" if value in (None, "", "null", "None") else str(value)


def same_period(found: object, gold: object, as_of: str) -> bool:
    """Tell whether two periods are equal, or both say no more than the article's own date."""
    periods = said(found), said(gold)
    return periods[0] == periods[1] or all(_unsaid(period, as_of) for period in periods)


def _unsaid(period: str, as_of: str) -> bool:
    if not period:
        return True
    return bool(as_of) and "/" not in period and (as_of.startswith(period) or period.startswith(as_of))


def like_metric(one: object, other: object) -> bool:
    """Tell whether two metric names are alike: one within the other, or half of their letter pairs shared."""
    a, b = str(one or ""), str(other or "")
    if a and b and (a in b or b in a):
        return True
    x, y = _letter_pairs(a), _letter_pairs(b)
    return 2 * len(x & y) / (len(x) + len(y)) >= _LIKENESS


def _letter_pairs(text: str) -> set[str]:
    letters = "".join(filter(str.isalnum, text))
    return {letters[i : i + 2] for i in range(len(letters) - 1)} or {letters}


def right_place(truth: Row | None, name: str, geometry: BaseGeometry | None) -> bool:
    """Tell whether a place found is the annotated one: near enough, or of its name where it has no coordinates."""
    if truth is None:
        return False
    if truth.get("lon") is None:
        return name in {truth["name"], *truth.get("aliases", ())}
    tolerance_km = float(truth.get("tolerance_km") or DEFAULT_TOLERANCE_KM)
    return gap_km(geometry, truth["lon"], truth["lat"]) <= tolerance_km


def gap_km(geometry: BaseGeometry | None, lon: float, lat: float) -> float:
    """Return the kilometres on a sphere from a WGS84 point to a geometry; infinite where there is none."""
    if geometry is None or geometry.is_empty:
        return math.inf
    spot = shapely.Point(lon, lat)
    if geometry.covers(spot):
        return 0.0
    # Not by `geo.crs`: scorers of such annotations measure so, and their figures are to be compared with ours.
    line = shapely.shortest_line(geometry, spot)
    (near_lon, near_lat), _ = line.coords
    return _sphere_km(near_lon, near_lat, lon, lat)


def _sphere_km(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    phi, to_phi = math.radians(lat), math.radians(to_lat)
    half_chord = math.hypot(
        math.sin((to_phi - phi) / 2),
        math.sqrt(math.cos(phi) * math.cos(to_phi)) * math.sin(math.radians(to_lon - lon) / 2),
    )
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, half_chord))
