"""What stands in one list with a name: 吉林、四平、辽源 are prefectures of one province."""

from collections.abc import Iterator, Sequence

from geo.model import Mention, Place
from geo.places.support import Catalogue, is_division

_MARKS = frozenset({"、", "和", "与", "及", "以及"})
_MOST = 12


def peers(mentions: Sequence[Mention], at: int, text: str, table: Catalogue) -> list[Place]:
    """Return the divisions that can be no others and stand in one list with a mention.

    Parameters
    ----------
    mentions
        Those of a document, in order.
    at
        Which of them is asked about.
    text
        The whole clean text.
    table
        The known places.
    """
    return [
        place
        for step in (-1, 1)
        for mention in _row(mentions, at, step, text)
        for place in _only_division(mention, table)
    ]


def are_alike(one: Place, other: Place) -> bool:
    """Tell whether two divisions are of one level and lie in one unit."""
    return one.kind is other.kind and one.admin == other.admin and one.id != other.id


def _row(mentions: Sequence[Mention], at: int, step: int, text: str) -> Iterator[Mention]:
    """Yield the mentions before or after one, as far as list marks join them."""
    for _ in range(_MOST):
        following = at + step
        if not 0 <= following < len(mentions):
            return
        first, second = sorted((at, following))
        if text[mentions[first].clean.end : mentions[second].clean.start] not in _MARKS:
            return
        yield mentions[following]
        at = following


def _only_division(mention: Mention, table: Catalogue) -> list[Place]:
    places = [place for place in map(table.place, mention.candidates) if is_division(place)]
    return places if len(places) == 1 else []
