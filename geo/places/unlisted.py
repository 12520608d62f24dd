"""Places no gazetteer knows: put into the division that the text names for them, with that uncertainty."""

from hashlib import sha256

from geo.gazetteer import CombinedGazetteer
from geo.gazetteer.points import LICENCE
from geo.model import Place, PlaceKind, Precision

_ID_DIGITS = 10


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
    digest = sha256(f"{name}|{adcode}".encode()).hexdigest()[:_ID_DIGITS]
    if unit is None:
        return Place(f"name-{digest}", name, kind)
    lon, lat, source, licence = _anchor(unit, gazetteer)
    return Place(
        id=f"name-{digest}",
        name=name,
        kind=kind,
        admin=(*unit.admin, unit.name),
        adcode=adcode,
        precision=Precision.ADMIN,
        lon=lon,
        lat=lat,
        uncertainty_m=gazetteer.admin.radius_m(adcode, lon, lat),
        source=f"{source}; named in the article",
        licence=licence,
    )


def _anchor(unit: Place, gazetteer: CombinedGazetteer) -> tuple[float, float, str, str]:
    """Return the point that stands for a division: its seat, where most named things are, else its centre."""
    if seat := gazetteer.seat(unit.adcode):
        return seat.lon, seat.lat, f"{seat.source}, seat of {unit.name}", LICENCE
    return unit.lon or 0.0, unit.lat or 0.0, unit.source, unit.licence
