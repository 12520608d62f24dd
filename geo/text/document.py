"""A document: the clean text that is read, and the way back to the article's own offsets."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass

from geo.model import Article, Span
from geo.text.normalise import clutter, uniform
from geo.text.segments import clauses, paragraphs, sentences


@dataclass(frozen=True, slots=True)
class Document:
    """An article made uniform for reading.

    Parameters
    ----------
    article
        The article, untouched.
    text
        Clean text: simplified script, ASCII digits, letters and punctuation (but 。、“”), no clutter.
    clean_starts, source_starts
        The kept pieces: piece i begins at ``clean_starts[i]`` of the clean text and at ``source_starts[i]``
        of the article; within a piece offsets run in step.
    paragraphs, sentences, clauses
        Ranges of the clean text, in order; sentences never cross paragraphs, clauses never cross sentences.
    """

    article: Article
    text: str
    clean_starts: "array[int]"
    source_starts: "array[int]"
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    clauses: tuple[Span, ...]

    def source_offset(self, offset: int) -> int:
        """Return the article's offset of one character of the clean text."""
        piece = bisect_right(self.clean_starts, offset) - 1
        return self.source_starts[piece] + offset - self.clean_starts[piece]

    def source(self, clean: Span) -> Span:
        """Return the article's range for a non-empty range of the clean text."""
        return Span(self.source_offset(clean.start), self.source_offset(clean.end - 1) + 1)

    def surface(self, clean: Span) -> str:
        """Return what the article itself writes there."""
        span = self.source(clean)
        return self.article.text[span.start : span.end]


def open_document(article: Article) -> Document:
    """Make an article ready for reading.

    Parameters
    ----------
    article
        Any article, empty ones included.

    Returns
    -------
    Document
    """
    even = uniform(article.text)
    pieces, clean_starts, source_starts = [], array("q"), array("q")
    length = done = 0
    for start, stop in (*clutter(even), (len(even), len(even))):
        if start > done:
            clean_starts.append(length)
            source_starts.append(done)
            pieces.append(even[done:start])
            length += start - done
        done = stop
    text = "".join(pieces)
    blocks = paragraphs(text)
    parts = sentences(text, blocks)
    return Document(article, text, clean_starts, source_starts, blocks, parts, clauses(text, parts))
