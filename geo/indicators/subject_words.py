"""Words of subjects: what names the article's own place, refers back to another, or stands before either."""

import re
from functools import cache

from geo.indicators.metrics import trailing
from geo.lexicon import any_of, rows, words
from geo.model import PlaceKind


@cache
def own_city() -> re.Pattern[str]:
    """Return the pattern of words for the article's own place."""
    return re.compile(any_of(words("subject_city")))


@cache
def anaphors() -> tuple[re.Pattern[str], dict[str, frozenset[PlaceKind]]]:
    """Return the pattern of words that refer back to a place, and the kinds each may mean."""
    known = {row[0]: frozenset(map(PlaceKind, row[1:])) for row in rows("subject_anaphor")}
    return re.compile(any_of(known)), known


@cache
def linking() -> frozenset[str]:
    """Return the words that may stand between a place's name and its figure."""
    return trailing() - {"、", ",", "的", "以来", "从", "由"}


@cache
def adverbs() -> frozenset[str]:
    """Return the words that may stand before the subject of a clause."""
    return frozenset(words("subject_before"))
