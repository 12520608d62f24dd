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
    return Place(
        id=f"name-{digest}",
        name=name,
        kind=kind,
        admin=_chain(unit),
        adcode=adcode,
        precision=Precision.ADMIN,
        lon=unit.lon,
        lat=unit.lat,
        uncertainty_m=gazetteer.admin.radius_m(adcode),
        source=f"{unit.source}; named in the article",
        licence=unit.licence,
    )


def _chain(unit: Place) -> tuple[str, ...]:
    return (*unit.admin, unit.name)
