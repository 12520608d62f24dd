"""Look a single name up, outside any text."""

from dataclasses import dataclass

from geo.gazetteer.combined import CombinedGazetteer
from geo.model import ADMIN_KINDS, Place, PlaceKind, Precision


@dataclass(frozen=True, slots=True)
class Found:
    """A place of the name that was looked for, and why it was offered."""

    place: Place
    why: str


def look_up(name: str, gazetteer: CombinedGazetteer, within: str = "") -> tuple[Found, ...]:
    """Return the places of a name: those that are officially called so and well-known sights first.

    Parameters
    ----------
    name
        Simplified script; an official name, a short form or an alias.
    gazetteer
        Where to look.
    within
        Name of a province, prefecture or county; only places that lie in it or cross it are returned.

    Returns
    -------
    tuple of Found
        Empty where no gazetteer knows the name, or none of its places lies there.
    """
    found = _named(name, gazetteer)
    if not within:
        return found
    units = [each.place for each in _named(within, gazetteer) if each.place.kind in ADMIN_KINDS]
    return tuple(
        Found(each.place, f"{each.why}; in {unit.name}")
        for each in found
        for unit in units
        if _lies_in(each.place, unit, gazetteer)
    )


def _named(name: str, gazetteer: CombinedGazetteer) -> tuple[Found, ...]:
    official: dict[str, bool] = {}
    for each in gazetteer.names():
        if each.text == name:
            official[each.place_id] = official.get(each.place_id, False) or each.official
    found = [Found(gazetteer.place(each), _why(official[each])) for each in official]
    return tuple(sorted(found, key=lambda each: _rank(each.place, official=official[each.place.id])))


def _rank(place: Place, *, official: bool) -> tuple[bool, bool]:
    """Return what sorts first the places that are called so; a sight with a point of its own is known by any name."""
    sight = place.kind is PlaceKind.SCENIC_AREA and place.precision is Precision.APPROXIMATE
    return not (official or sight), not sight and place.kind is PlaceKind.SCENIC_AREA


def _why(official: bool) -> str:  # noqa: FBT001  the one thing that is known of the name
    return "official name" if official else "short form or alias"


def _lies_in(place: Place, unit: Place, gazetteer: CombinedGazetteer) -> bool:
    if place.adcode:
        return unit.adcode in gazetteer.admin.chain(place.adcode)
    # A river or road has no division of its own.
    shape = gazetteer.geometry(place.id)
    return shape is not None and shape.intersects(gazetteer.admin.geometry(unit.adcode))
