"""Places no gazetteer knows: put into the division that the text names for them, with that uncertainty."""

from hashlib import sha256

from geo.gazetteer import CombinedGazetteer
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
    anchor = gazetteer.anchor(adcode)
    return Place(
        id=f"name-{digest}",
        name=name,
        kind=kind,
        admin=(*unit.admin, unit.name),
        adcode=adcode,
        precision=Precision.ADMIN,
        lon=anchor.point.lon,
        lat=anchor.point.lat,
        uncertainty_m=anchor.radius_m,
        source=f"{anchor.point.source}, for {unit.name}, where the article puts it",
        licence=anchor.licence,
    )
