"""Where a quantity stands: its clause, sentence and paragraph, and the text between it and its neighbours."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geo.indicators.lexical import strip_tail
from geo.indicators.metrics import links
from geo.indicators.period import Period, PeriodKind
from geo.indicators.quantity import Quantity
from geo.lexicon import any_of, words
from geo.model import Span
from geo.text import Document

_REACH_LEFT = 80
_REACH_RIGHT = 40
_FROM = re.compile(r"已?[由从][^,。;由从]{0,12}$")
_LINK = 8
_LONGEST_WORD = 6
_AFTER_NAME = frozenset(",、的和与及:“")
_STRETCH = ("段", "至", "—")  # 丹河城区段: the names are part of what is measured


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
    named
        The part of ``left`` that may name a metric: after the time and the place names that open it, and before a 由
        that begins a change (由27个增至64个).
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
    named: Span
    back: int
    right: Span
    gap: Span | None


@cache
def _rises() -> re.Pattern[str]:
    return re.compile(
        f"(?:以上|左右)?(?:猛|激|锐|骤|剧|逐步|大幅|已|又|再)?(?:(?:{any_of(words('metric_reach'))})[至到为]|达到)"
    )


def rises(text: str, start: int) -> bool:
    """Tell whether a text goes on with 增至, 提高到 and the like."""
    return _rises().match(text, start) is not None


class _Finder:
    """Finds the range that holds an offset."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def __call__(self, offset: int) -> Span:
        return self._spans[self.index(offset)]


class Openings:
    """The times and place names of a text, which are no part of a metric where they open it."""

    def __init__(self, text: str, periods: Iterable[Period], names: Iterable[Span]) -> None:
        self._text = text
        times = sorted((p.start, p.end) for p in periods if p.kind is not PeriodKind.BASE)
        self._time_starts = [start for start, _ in times]
        self._time_ends = [end for _, end in times]
        self._names = {name.start: name.end for name in names}

    def after(self, start: int, end: int) -> int:
        """Return where the words of a range begin after its last time and the names at its head."""
        index = bisect_left(self._time_starts, end) - 1
        if index >= 0 and start <= self._time_starts[index] and self._time_ends[index] < end:
            rest = self._text[self._time_ends[index] : end]
            named = start < self._time_starts[index] and len(rest) <= _LINK
            if not named or strip_tail(rest, links(), _LONGEST_WORD):  # not of 客运量上半年达到3万人次
                start = self._time_ends[index]
        first = start
        while True:
            position = start + 2 * self._text.startswith("其中", start)
            while position < end and self._text[position] in _AFTER_NAME:
                position += 1
            if position not in self._names or self._names[position] > end:
                return first if start > first and self._text.startswith(_STRETCH, start) else start
            start = self._names[position]


def sites(document: Document, quantities: Sequence[Quantity], openings: Openings) -> Iterator[Site]:
    """Yield the surroundings of every quantity, in order.

    Parameters
    ----------
    document
        The document.
    quantities
        Its quantities, in order.
    openings
        The times and names that may open the words before a number.
    """
    paragraphs, sentences, clauses = map(_Finder, (document.paragraphs, document.sentences, document.clauses))
    before: Quantity | None = None
    for number, quantity in enumerate(quantities):
        after = quantities[number + 1] if number + 1 < len(quantities) else None
        sentence, clause = sentences(quantity.start), clauses(quantity.start)
        low = before.end if before and before.end > sentence.start else sentence.start
        back = max(low, quantity.start - _REACH_LEFT)
        left = max(back, clause.start)
        right = min(clause.end, quantity.end + _REACH_RIGHT, after.start if after else clause.end)
        origin = (
            _FROM.search(document.text, left, quantity.start) if rises(document.text, quantity.end) else None
        )
        named_end = origin.start() if origin else quantity.start
        yield Site(
            quantity,
            paragraphs.index(quantity.start),
            sentence,
            clause,
            Span(left, quantity.start),
            Span(openings.after(left, named_end), named_end),
            openings.after(back, left),
            Span(quantity.end, max(right, quantity.end)),
            Span(low, quantity.start) if low > sentence.start else None,
        )
        before = quantity
