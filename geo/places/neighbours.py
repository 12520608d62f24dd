"""Names beside each other that are kin: 山西|大同|云冈区, and siblings in a list."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from geo.gazetteer.index import Spelling
from geo.model import PlaceKind
from geo.places.named import Hit
from geo.places.priors import WEAK, prior
from geo.places.support import Catalogue, is_division, is_township

_MOST = 400


def kin(hits: Sequence[Hit], catalogue: Catalogue) -> set[tuple[int, int]]:
    """Return the ranges of the names that touch a division above or below them.

    Parameters
    ----------
    hits
        The spellings found in one run of words.
    catalogue
        The places behind the spellings.
    """
    starting: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        starting[hit[0]].append(hit)
    found: set[tuple[int, int]] = set()
    for start, end, spelling in hits:
        for other in starting.get(end, ()):
            if _above(spelling, other[2], catalogue):
                found |= {(start, end), other[:2]}
    return found


def strange(
    hits: Sequence[Hit], near: Collection[tuple[int, int]], catalogue: Catalogue
) -> set[tuple[int, int]]:
    """Return the ranges of everyday words that follow a division without lying in it: no names here (太原|城区).

    Parameters
    ----------
    hits, catalogue
        As in `kin`.
    near
        What `kin` gave for them.
    """
    behind = {hit[1] for hit in hits if catalogue.is_division(hit[2])}
    alone = (hit for hit in hits if hit[0] in behind and hit[2].official and hit[:2] not in near)
    return {hit[:2] for hit in alone if _is_everyday(hit[2], catalogue)}


def _is_everyday(spelling: Spelling, catalogue: Catalogue) -> bool:
    """Tell whether a spelling means a place only where the context says so."""
    return all(
        prior(spelling, catalogue.place(place_id), weak=(spelling.text, place_id) in catalogue.weak) <= WEAK
        for place_id in spelling.place_ids[:_MOST]
    )


def siblings(text: str, hits: Sequence[Hit], catalogue: Catalogue) -> set[tuple[int, int]]:
    """Return the ranges of the names that a list puts beside that of another county of their city (甲、乙撤县设区).

    Parameters
    ----------
    text
        The whole clean text.
    hits
        The spellings found in it.
    catalogue
        The places behind the spellings.
    """
    starting: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        if text.startswith("、", hit[0] - 1) and hit[0]:
            starting[hit[0]].append(hit)
    found: set[tuple[int, int]] = set()
    for start, end, spelling in hits:
        for other in starting.get(end + 1, ()):
            if _cities(spelling, catalogue) & _cities(other[2], catalogue):
                found |= {(start, end), other[:2]}
    return found


def _cities(spelling: Spelling, catalogue: Catalogue) -> set[str]:
    """Return the cities of the counties that a spelling may mean; none of one that any city has (城区)."""
    bare = len(spelling.text) == len("城区") and spelling.text.endswith("区")
    places = () if bare else map(catalogue.place, spelling.place_ids[:_MOST])
    return {place.adcode[:4] for place in places if place.kind is PlaceKind.COUNTY}


def _above(first: Spelling, second: Spelling, catalogue: Catalogue) -> bool:
    """Tell whether a place of the first spelling can hold one of the second."""
    units = {_stem(adcode) for adcode in _adcodes(first, catalogue)}
    return any(
        _stem(adcode) != unit and adcode.startswith(unit)
        for adcode in _adcodes(second, catalogue)
        for unit in units
    )


def _adcodes(spelling: Spelling, catalogue: Catalogue) -> list[str]:
    """Return the codes of the divisions a spelling may mean; a township counts as below its county."""
    places = (catalogue.place(place_id) for place_id in spelling.place_ids[:_MOST])
    return [
        place.adcode + "x" * is_township(place)
        for place in places
        if place.adcode and (is_division(place) or is_township(place))
    ]


def _stem(adcode: str) -> str:
    return adcode.removesuffix("00").removesuffix("00")
