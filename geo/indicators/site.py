"""Where a quantity stands: its clause, sentence and paragraph, and the text between it and its neighbours."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.indicators.quantity import Quantity
from geo.model import Span
from geo.text import Document

_REACH_LEFT = 80
_REACH_RIGHT = 40


@dataclass(frozen=True, slots=True)
class Site:
    """One quantity in its surroundings, all in clean text.

    Parameters
    ----------
    quantity
        The quantity.
    paragraph
        Index of the paragraph.
    sentence, clause
        The ranges that hold the quantity.
    left
        From the end of the quantity before, or the clause's beginning, to the quantity.
    back
        Where the clauses without a quantity begin that precede ``left`` in the sentence.
    right
        From the quantity to the next one or the clause's end.
    gap
        What stands between the quantity before it in the sentence and this one; None for the first.
    """

    quantity: Quantity
    paragraph: int
    sentence: Span
    clause: Span
    left: Span
    back: int
    right: Span
    gap: Span | None


class _Finder:
    """Finds the range that holds an offset."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def __call__(self, offset: int) -> Span:
        return self._spans[self.index(offset)]


def sites(document: Document, quantities: Sequence[Quantity]) -> Iterator[Site]:
    """Yield the surroundings of every quantity, in order."""
    paragraphs, sentences, clauses = map(_Finder, (document.paragraphs, document.sentences, document.clauses))
    before: Quantity | None = None
    for number, quantity in enumerate(quantities):
        after = quantities[number + 1] if number + 1 < len(quantities) else None
        sentence, clause = sentences(quantity.start), clauses(quantity.start)
        low = before.end if before and before.end > sentence.start else sentence.start
        back = max(low, quantity.start - _REACH_LEFT)
        left = max(back, clause.start)
        right = min(clause.end, quantity.end + _REACH_RIGHT, after.start if after else clause.end)
        yield Site(
            quantity,
            paragraphs.index(quantity.start),
            sentence,
            clause,
            Span(left, quantity.start),
            back,
            Span(quantity.end, max(right, quantity.end)),
            Span(low, quantity.start) if low > sentence.start else None,
        )
        before = quantity
