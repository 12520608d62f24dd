"""Places no gazetteer knows: put into the division that the text names for them, with that uncertainty."""

from dataclasses import replace
from hashlib import sha256

from geo.gazetteer import CombinedGazetteer
from geo.model import Place, PlaceKind, Precision
from geo.places.support import is_township

_ID_DIGITS = 10
# Few townships reach farther from their seat; their boundaries are not published.
_TOWNSHIP_RADIUS_M = 8_000.0


def unlisted_place(name: str, kind: PlaceKind, unit: Place | None, gazetteer: CombinedGazetteer) -> Place:
    """Return a place of precision ``admin`` within a division, or an unlocated one.

    Parameters
    ----------
    name, kind
        From the mention.
    unit
        The division the text supports; None where it supports none.
    gazetteer
        Knows how large the division is.
    """
    adcode = unit.adcode if unit else ""
    where = unit.id if unit and is_township(unit) else adcode
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
    placed = is_township(unit) and unit.lon is not None
    return _in_township(place, unit) if placed else _in_division(place, unit, gazetteer)


def _in_township(place: Place, township: Place) -> Place:
    """Return the place located where its township is, as far off as a township reaches."""
    return replace(
        place,
        lon=township.lon,
        lat=township.lat,
        uncertainty_m=(township.uncertainty_m or 0.0) + _TOWNSHIP_RADIUS_M,
        source=f"{township.source}, for {township.name}, where the article puts it",
        licence=township.licence,
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
