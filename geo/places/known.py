"""Known features under a fuller name: 甲景区 for the mountain 甲, 乙市甲景区 for the sight 甲 of that city."""

from collections.abc import Iterator

from geo.lexicon import words
from geo.model import Place, PlaceKind
from geo.places.support import Catalogue, is_division

_SIGHTS = frozenset(
    {
        PlaceKind.SCENIC_AREA,
        PlaceKind.MOUNTAIN,
        PlaceKind.LAKE,
        PlaceKind.PARK,
        PlaceKind.WETLAND,
        PlaceKind.RESERVE,
    }
)
_SHORTEST = 2


def known_under(name: str, table: Catalogue) -> tuple[str, ...]:
    """Return the ids of the known sights that a name without an entry means, empty where it means none.

    Parameters
    ----------
    name
        Simplified script.
    table
        The known places.
    """
    for unit, rest in _after_divisions(name, table):
        for text in _without_sort(rest):
            found = _sights(text, unit, table)
            if found and text != name:
                return found
    return ()


def _after_divisions(name: str, table: Catalogue) -> Iterator[tuple[Place | None, str]]:
    """Yield a name as it stands, then what follows each division that it begins with."""
    yield None, name
    for start, end, spelling in table.index.find(name):
        if start == 0 and end < len(name):
            for place in map(table.place, spelling.place_ids):
                if is_division(place):
                    yield place, name[end:]


def _without_sort(name: str) -> Iterator[str]:
    """Yield a name, and the name without the word for its sort."""
    yield name
    ending = max((each for each in words("place_sights") if name.endswith(each)), key=len, default="")
    if ending and len(name) - len(ending) >= _SHORTEST:
        yield name.removesuffix(ending)


def _sights(text: str, unit: Place | None, table: Catalogue) -> tuple[str, ...]:
    """Return the sights of a name, those within a division where one is named before it."""
    spelling = table.index.get(text) if len(text) >= _SHORTEST else None
    places = map(table.place, spelling.place_ids if spelling else ())
    return tuple(
        place.id for place in places if place.kind in _SIGHTS and (unit is None or unit.name in place.admin)
    )
