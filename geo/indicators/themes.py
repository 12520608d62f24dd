"""Themes: which of the twelve a figure speaks of, by the words of its metric, clause, sentence and paragraph."""

from bisect import bisect_left
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from geo.indicators.site import Site
from geo.lexicon import rows
from geo.model import Span, Theme
from geo.text import Document

_THEMES = tuple(Theme)
_METRIC, _CLAUSE, _SENTENCE, _PARAGRAPH = 4.0, 1.5, 0.8, 0.25
_LONGEST_PARAGRAPH = 1500

Weights = tuple[tuple[int, float], ...]


@cache
def _lexicon() -> tuple[CharwiseDoubleArrayAhoCorasick, tuple[Weights, ...]]:
    """Return the automaton over all theme words, and for each word its themes with their weights."""
    weights: dict[str, list[tuple[int, float]]] = {}
    for number, theme in enumerate(_THEMES):
        for word, *weight in rows(f"theme_{theme.value}"):
            weights.setdefault(word, []).append((number, float(weight[0]) if weight else float(len(word))))
    automaton = CharwiseDoubleArrayAhoCorasick(list(weights), MATCH_KIND_LEFTMOST_LONGEST)
    return automaton, tuple(map(tuple, weights.values()))


def _add(scores: list[float], weights: Weights, factor: float) -> None:
    for theme, weight in weights:
        scores[theme] += factor * weight


class Themes:
    """The theme words of one document."""

    def __init__(self, document: Document) -> None:
        automaton, self._weights = _lexicon()
        self._document = document
        self._hits: list[tuple[int, int, int]] = automaton.find(document.text)
        self._starts = [start for start, _, _ in self._hits]
        self._paragraphs: dict[int, list[float]] = {}
        self._sentences: dict[int, list[float]] = {}

    def of(self, site: Site, metric: str) -> Theme:
        """Return the theme of a figure: what its metric says, helped out by what stands around it."""
        scores = self._around(site)
        self._score(scores, Span(site.back, site.right.end), _CLAUSE)
        for _, _, word in _lexicon()[0].find(metric):
            _add(scores, self._weights[word], _METRIC)
        best = max(scores)
        return _THEMES[scores.index(best)] if best else Theme.ECONOMY

    def _around(self, site: Site) -> list[float]:
        """Return the scores of the sentence and its paragraph, reckoned once for each."""
        known = self._sentences.get(site.sentence.start)
        if known is None:
            known = list(self._paragraph(site.paragraph))
            self._score(known, site.sentence, _SENTENCE)
            self._sentences[site.sentence.start] = known
        return list(known)

    def _paragraph(self, index: int) -> list[float]:
        known = self._paragraphs.get(index)
        if known is None:
            known = [0.0] * len(_THEMES)
            span = self._document.paragraphs[index]
            self._score(known, Span(span.start, min(span.end, span.start + _LONGEST_PARAGRAPH)), _PARAGRAPH)
            self._paragraphs[index] = known
        return known

    def _score(self, scores: list[float], span: Span, factor: float) -> None:
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for _, _, word in self._hits[low:high]:
            _add(scores, self._weights[word], factor)
