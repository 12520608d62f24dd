"""One automaton over all names of a gazetteer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from daachorse import CharwiseDoubleArrayAhoCorasick

from geo.gazetteer.base import Name

_BLOCK = 1 << 16
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling with all places it may mean.

    Parameters
    ----------
    text
        Simplified script.
    place_ids
        In the gazetteer's order.
    official
        Those of them whose full official name it is.
    """

    text: str
    place_ids: tuple[str, ...]
    official: frozenset[str]


class NameIndex:
    """Finds every name in a text in one pass; linear in the text, whatever the names.

    Parameters
    ----------
    names
        Spellings of places; those longer than 64 characters are no names and left out.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        places: dict[str, dict[str, bool]] = {}
        for name in names:
            if 0 < len(name.text) <= _LONGEST:
                known = places.setdefault(name.text, {})
                known[name.place_id] = known.get(name.place_id, False) or name.official
        self._places = places
        # Few of the names stand in any text, so a spelling is made when it is first met.
        self._made: dict[str, Spelling] = {}
        self._longer = [text for text in places if len(text) > 1]
        self._automaton = CharwiseDoubleArrayAhoCorasick(self._longer) if self._longer else None

    def get(self, text: str) -> Spelling | None:
        """Return the spelling, or None where no place is written so."""
        return self._spelling(text) if text in self._places else None

    def find(self, text: str) -> Iterator[tuple[int, int, Spelling]]:
        """Yield every occurrence of every name of two or more characters, overlapping ones too.

        Yields
        ------
        start, end, spelling
            By end; ``text[start:end] == spelling.text``.
        """
        if self._automaton is None:
            return
        for begin in range(0, len(text), _BLOCK):
            # Blocks bound the memory; each reaches back far enough to hold a name that the border cuts.
            back = max(0, begin - _LONGEST)
            for start, end, number in self._automaton.find_overlapping(text[back : begin + _BLOCK]):
                if back + end > begin:
                    yield back + start, back + end, self._spelling(self._longer[number])

    def _spelling(self, text: str) -> Spelling:
        if text not in self._made:
            found = self._places[text]
            official = frozenset(place_id for place_id, is_official in found.items() if is_official)
            self._made[text] = Spelling(text, tuple(found), official)
        return self._made[text]
