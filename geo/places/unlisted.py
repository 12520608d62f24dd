"""Places no gazetteer knows: put where the text says they lie, with that uncertainty."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import takewhile
from math import ceil
from statistics import fmean

from shapely import Point
from shapely.ops import nearest_points

from geo.crs import distance_m
from geo.gazetteer import CombinedGazetteer
from geo.model import Place, PlaceKind, Precision
from geo.places.support import is_division, is_township

_ID_DIGITS = 10
# Few townships reach farther from their seat; their boundaries are not published.
_TOWNSHIP_RADIUS_M = 8_000.0
# What is named after a lake, a sight or a park lies on it or beside it.
_SIGHT_RADIUS_M = 10_000.0
# A way along a river or a road's branch keeps near it.
_LINE_REACH_M = 5_000.0
_LINES = frozenset({PlaceKind.RIVER, PlaceKind.LAKE, PlaceKind.RESERVOIR, PlaceKind.ROAD, PlaceKind.HIGHWAY})


def unlisted_place(
    name: str,
    kind: PlaceKind,
    unit: Place | None,
    gazetteer: CombinedGazetteer,
    about: Place | None = None,
) -> Place:
    """Return a place of precision ``admin`` within a unit, one at a sight or along a line, or an unlocated one.

    Parameters
    ----------
    name, kind
        From the mention.
    unit
        The division, township, sight, river or road the text supports; None where it supports none.
    gazetteer
        Knows how large a division is.
    about
        The article's own place.
    """
    adcode = unit.adcode if unit else ""
    where = unit.id if unit and not is_division(unit) else adcode
    own_id = _id(name, where)
    if unit is None:
        return Place(own_id, name, kind)
    place = Place(
        id=own_id,
        name=name,
        kind=kind,
        admin=(*unit.admin, unit.name),
        adcode=adcode,
        precision=Precision.ADMIN,
    )
    if is_division(unit) or unit.lon is None:
        return _in_division(place, unit, gazetteer)
    if is_township(unit):
        return _at(place, unit, _TOWNSHIP_RADIUS_M)
    if unit.kind in _LINES:
        return _along(place, unit, about, gazetteer)
    return replace(_at(place, unit, _SIGHT_RADIUS_M), admin=unit.admin, precision=Precision.APPROXIMATE)


def between(name: str, kind: PlaceKind, ends: Sequence[Place], gazetteer: CombinedGazetteer) -> Place:
    """Return a line that is named after divisions, in the middle of their seats and as far off as these lie.

    Parameters
    ----------
    name, kind
        From the mention.
    ends
        Two or more divisions that the name holds.
    gazetteer
        Knows their seats.
    """
    anchors = [gazetteer.anchor(unit.adcode) for unit in ends]
    lons, lats = ([getattr(each.point, axis) for each in anchors] for axis in ("lon", "lat"))
    lon, lat = round(fmean(lons), 6), round(fmean(lats), 6)
    levels = zip(*((*unit.admin, unit.name) for unit in ends), strict=False)
    shared = tuple(names[0] for names in takewhile(lambda names: len(set(names)) == 1, levels))
    sources = dict.fromkeys(each.point.source for each in anchors)
    return Place(
        id=_id(name, *(unit.adcode for unit in ends)),
        name=name,
        kind=kind,
        admin=shared,
        adcode=ends[0].adcode[: 2 * len(shared)].ljust(6, "0") if shared else "",
        precision=Precision.SCHEMATIC,
        lon=lon,
        lat=lat,
        uncertainty_m=float(ceil(distance_m(lon, lat, lons, lats).max())),
        source=f"{'; '.join(sources)}, between the places in its name",
        licence="; ".join(dict.fromkeys(each.licence for each in anchors)),
    )


def _id(*parts: str) -> str:
    return f"name-{sha256('|'.join(parts).encode()).hexdigest()[:_ID_DIGITS]}"


def _along(place: Place, line: Place, about: Place | None, gazetteer: CombinedGazetteer) -> Place:
    """Return the place drawn along a river or road; its point is where that comes nearest to the article's own seat."""
    shape = gazetteer.geometry(line.id)
    located = replace(_at(place, line, _LINE_REACH_M), admin=line.admin, adcode=line.adcode)
    if shape is None:
        return replace(located, precision=Precision.APPROXIMATE)
    near = shape.representative_point()
    if about and about.adcode:
        seat = gazetteer.anchor(about.adcode).point
        near = nearest_points(shape, Point(seat.lon, seat.lat))[0]
    lon, lat = round(near.x, 6), round(near.y, 6)
    return replace(located, lon=lon, lat=lat, precision=Precision.SCHEMATIC, along=line.id)


def _at(place: Place, other: Place, reach_m: float) -> Place:
    """Return the place located where another one is, as far off as that reaches."""
    return replace(
        place,
        lon=other.lon,
        lat=other.lat,
        uncertainty_m=(other.uncertainty_m or 0.0) + reach_m,
        source=f"{other.source}, for {other.name}, where the article puts it",
        licence=other.licence,
    )


def _in_division(place: Place, unit: Place, gazetteer: CombinedGazetteer) -> Place:
    """Return the place located where its division's seat is, as far off as the division reaches."""
    anchor = gazetteer.anchor(unit.adcode)
    return replace(
        place,
        lon=anchor.point.lon,
        lat=anchor.point.lat,
        uncertainty_m=anchor.radius_m,
        source=f"{anchor.point.source}, for {unit.name}, where the article puts it",
        licence=anchor.licence,
    )
