"""Candidates from the gazetteer: how likely a spelling is the place's name here."""

from collections.abc import Collection, Iterable, Iterator

from geo.gazetteer.index import Spelling
from geo.lexicon import words
from geo.model import PlaceKind
from geo.places.cues import fills_item, has_cue
from geo.places.lattice import Candidate
from geo.places.priors import WEAK, supported
from geo.places.support import Catalogue, Support

Hit = tuple[int, int, Spelling]

_SAFE, _CUE, _KIN, _ITEM = 0.7, 0.15, 0.6, 0.15
_MOST = 0.99
_SIDED = frozenset({PlaceKind.LAKE, PlaceKind.RIVER, PlaceKind.MOUNTAIN})
_SIDES, _MARKS, _HAN = frozenset("东西南北"), frozenset(",。;:!?()“”"), "\u3400"


def _has_side(text: str, start: int) -> bool:
    """Tell whether a side of its own stands before a name: 东 of 东太湖, where no word goes on to it."""
    before = text[start - 2 : start - 1]
    return text[start - 1 : start] in _SIDES and (
        before < _HAN or before in words("place_hard") or before in _MARKS
    )


class NameRater:
    """Rates the known names of one document; each spelling is looked into once.

    Parameters
    ----------
    support
        What part of the country the article speaks of.
    catalogue
        The places behind the spellings.
    siblings
        Ranges of the document that a list puts beside another county of their city.
    """

    def __init__(
        self, support: Support, catalogue: Catalogue, siblings: Collection[tuple[int, int]] = ()
    ) -> None:
        self._support = support
        self._catalogue = catalogue
        self._siblings = siblings
        self._rated: dict[str, tuple[float, PlaceKind, str]] = {}

    def candidates(
        self,
        text: str,
        hits: Iterable[Hit],
        kin: Collection[tuple[int, int]] = (),
        strange: Collection[tuple[int, int]] = (),
    ) -> Iterator[Candidate]:
        """Yield a candidate for each hit; its score is that of its likeliest place.

        Parameters
        ----------
        text
            The whole clean text.
        hits
            Spellings found in it.
        kin
            Ranges beside which a division above or below them is named.
        strange
            Ranges of everyday words behind a division that holds no place of that name (太原|城区).
        """
        for start, end, spelling in hits:
            if (start, end) in strange:
                continue
            known = self._rated.get(spelling.text)
            if known is None:
                known = self._rated[spelling.text] = self._rate(spelling)
            score, kind, why = known
            if score < _SAFE and has_cue(text, start, end):
                score += _CUE
            if WEAK < score < _SAFE and fills_item(text, start, end):
                score += _ITEM
            if (start, end) in kin or (score >= WEAK and (start, end) in self._siblings):
                score += _KIN * (1.0 - score)
            score = min(score, _MOST)
            yield Candidate(start, end, kind, score, why, spelling.place_ids)
            if kind in _SIDED and _has_side(text, start):
                yield Candidate(start - 1, end, kind, score, f"side of one in the {why}", spelling.place_ids)

    def _rate(self, spelling: Spelling) -> tuple[float, PlaceKind, str]:
        rated: list[tuple[float, int, PlaceKind, str]] = []
        for place_id in spelling.place_ids:
            place = self._catalogue.place(place_id)
            weak = (spelling.text, place_id) in self._catalogue.weak
            score = supported(spelling, place, self._support.of(place.adcode), weak=weak)
            rated.append((score, -len(rated), place.kind, place_id))
        score, _, kind, place_id = max(rated)
        form = "official name" if place_id in spelling.official else "short name or alias"
        return score, kind, f"gazetteer: {form}"
