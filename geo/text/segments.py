"""Cut clean text into paragraphs, sentences and clauses; every range is trimmed and non-empty."""

import re
from collections.abc import Iterable

from geo.model import Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE = re.compile(r"[^。!?\n]+[。!?]*[”)』]*|[。!?]+[”)]*")
_CLAUSE = re.compile(r"(?:[^,;。!?\n]|(?<=\d),(?=\d{3}(?!\d)))+[,;。!?]*[”)]*|[,;。!?]+")


def _cut(pattern: re.Pattern[str], text: str, within: Iterable[Span]) -> tuple[Span, ...]:
    found = (match.span() for block in within for match in pattern.finditer(text, block.start, block.end))
    return tuple(Span(start, end) for start, end in found)


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the non-blank lines."""
    return _cut(_PARAGRAPH, text, (Span(0, len(text)),))


def sentences(text: str, within: Iterable[Span]) -> tuple[Span, ...]:
    """Return the sentences of the given ranges; a closing quotation mark stays with its sentence."""
    return _cut(_SENTENCE, text, within)


def clauses(text: str, within: Iterable[Span]) -> tuple[Span, ...]:
    """Return the clauses of the given ranges; a thousands separator (1,286) does not end one."""
    return _cut(_CLAUSE, text, within)
