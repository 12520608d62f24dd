"""Places no gazetteer knows: put where the text says they lie, with that uncertainty."""

from dataclasses import replace
from hashlib import sha256

from shapely import Point
from shapely.ops import nearest_points

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
    digest = sha256(f"{name}|{where}".encode()).hexdigest()[:_ID_DIGITS]
    if unit is None:
        return Place(f"name-{digest}", name, kind)
    place = Place(
        id=f"name-{digest}",
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
