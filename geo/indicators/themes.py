"""Themes: which of the twelve a figure speaks of, by the words of its metric, clause, sentence and paragraph."""

from bisect import bisect_left
from functools import cache

from daachorse import MATCH_KIND_LEFTMOST_LONGEST, CharwiseDoubleArrayAhoCorasick

from geo.indicators.site import Site
from geo.lexicon import rows
from geo.model import PlaceKind, Span, Theme
from geo.text import Document

_THEMES = tuple(Theme)
_METRIC, _CLAUSE, _SENTENCE, _PARAGRAPH, _HEADING, _KIND, _BEFORE = 4.0, 1.5, 0.8, 0.2, 1.0, 1.5, 5.0
_LONGEST_HEADING = 45
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


@cache
def _kinds() -> dict[PlaceKind, tuple[int, float]]:
    return {PlaceKind(row[0]): (_THEMES.index(Theme(row[1])), float(row[2])) for row in rows("theme_kind")}


def _headings(document: Document) -> list[Span | None]:
    """Return for each paragraph the short line it stands under; the title is everyone's and says nothing."""
    found: list[Span | None] = []
    current: Span | None = None
    for number, paragraph in enumerate(document.paragraphs):
        short = paragraph.end - paragraph.start <= _LONGEST_HEADING
        if short and number and document.text[paragraph.end - 1] not in "。;|":
            current = paragraph
        found.append(current)
    return found


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
        self._last = (-1, "", Theme.ECONOMY)
        self._before = (-1, Theme.ECONOMY)
        self._headings = _headings(document)

    def of(self, site: Site, metric: str, kind: PlaceKind | None) -> Theme:
        """Return the theme of a figure: what its metric says, helped out by its place and what stands around it.

        Parameters
        ----------
        site
            The quantity in its surroundings.
        metric
            Its metric.
        kind
            The kind of the place it is about, where that isn't the article's own.
        """
        if self._last[:2] == (site.sentence.start, metric):
            return self._last[2]
        theme = self._read(site, metric, kind)
        self._last = (site.sentence.start, metric, theme)
        self._before = (site.paragraph, theme)
        return theme

    def _read(self, site: Site, metric: str, kind: PlaceKind | None) -> Theme:
        scores = self._around(site)
        if kind is not None and kind in _kinds():
            _add(scores, (_kinds()[kind],), _KIND)
        if self._before[0] == site.paragraph:
            scores[_THEMES.index(self._before[1])] += _BEFORE
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
            if (heading := self._headings[index]) is not None:
                self._score(known, heading, _HEADING)
            self._paragraphs[index] = known
        return known

    def _score(self, scores: list[float], span: Span, factor: float) -> None:
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        for _, _, word in self._hits[low:high]:
            _add(scores, self._weights[word], factor)
