"""Subjects: the place that a figure is about.

Without a subject of its own a figure is the article's city's. A road, river, firm, park or county is the subject where
it opens a clause, and stays so until another does; it is also the place of a figure that stands right beside its name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from geo.indicators.lexical import any_of, strip_head
from geo.indicators.quantity import RATIO
from geo.indicators.site import Site
from geo.lexicon import words
from geo.model import Context, Resolution, Span
from geo.text import Document

_NEAR = 6
_LONGEST_WORD = 6
_OPENING = 14
_MEASURES = frozenset({"length", "area", "volume", "power", "mass", "money", RATIO})
_EXTENTS = frozenset({"length", "area"})
_PREPOSITIONS = (
    "与",
    "和",
    "同",
    "向",
    "对",
    "占",
    "居",
    "列",
    "位",
    "从",
    "由",
    "至",
    "到",
    "赴",
    "比",
    "较",
    "于",
    "为",
    "、",
)


@cache
def _whole_city() -> re.Pattern[str]:
    return re.compile(any_of(words("subject_city")))


class Subjects:
    """The named places of one document as subjects of its figures."""

    def __init__(self, document: Document, resolutions: Sequence[Resolution], context: Context) -> None:
        self._document = document
        self._text = document.text
        self._about = context.about.id if context.about else ""
        above = set(context.about.admin) if context.about else set()
        fit = [r for r in resolutions if not r.mention.in_org and r.place.name not in above]
        self._places = sorted(fit, key=lambda r: r.mention.clean)
        self._starts = [r.mention.clean.start for r in self._places]
        self._clause_starts = [clause.start for clause in document.clauses]
        self._subjects: dict[int, str | None] = {}

    def of(self, site: Site) -> str:
        """Return the id of the place that a figure is about; empty where the article has none."""
        return self._beside(site) or self._opening(site) or self._about

    def _within(self, start: int, end: int) -> Sequence[Resolution]:
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _beside(self, site: Site) -> str:
        """Return the place whose name stands right before the number, or right after an extent."""
        quantity = site.quantity
        if quantity.group in _MEASURES:
            for resolution in self._within(quantity.start - 30, quantity.start)[-1:]:
                end = resolution.mention.clean.end
                between = self._text[end : quantity.start]
                if len(between) <= _NEAR and not strip_head(between, _linking(), _LONGEST_WORD):
                    return resolution.place.id
        if quantity.group in _EXTENTS:
            for resolution in self._within(quantity.end, quantity.end + 2)[:1]:
                return resolution.place.id
        return ""

    def _opening(self, site: Site) -> str:
        """Return the subject of the clause, else of the clauses before it in the sentence."""
        index = bisect_left(self._clause_starts, site.clause.start)
        while index >= 0 and self._clause_starts[index] >= site.sentence.start:
            subject = self._subject(index)
            if subject is not None:
                return subject
            index -= 1
        return ""

    def _subject(self, index: int) -> str | None:
        if index not in self._subjects:
            self._subjects[index] = self._read_subject(self._document.clauses[index])
        return self._subjects[index]

    def _read_subject(self, clause: Span) -> str | None:
        """Return the subject that a clause opens with; None where it has none."""
        opening = self._text[clause.start : clause.start + _OPENING]
        if _whole_city().match(strip_head(opening, _adverbs(), _LONGEST_WORD)):
            return self._about
        for resolution in self._within(clause.start, min(clause.end, clause.start + _OPENING))[:1]:
            before = self._text[clause.start : resolution.mention.clean.start]
            if not before.endswith(_PREPOSITIONS) and not strip_head(before, _adverbs(), _LONGEST_WORD):
                return resolution.place.id
        return None


@cache
def _linking() -> frozenset[str]:
    return frozenset(words("metric_trailing"))


@cache
def _adverbs() -> frozenset[str]:
    return frozenset(words("subject_before"))
