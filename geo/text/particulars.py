"""What an article says of itself: its title and the date it speaks from."""

import re
from collections.abc import Iterator

from geo.model import Article
from geo.text.document import Document

_TITLE_LIMIT = 60
_HEAD, _TAIL = 400, 300
_YEAR = r"(?<!\d)(?:19|20)\d{2}"
_FULL_DATE = re.compile(
    rf"(?P<y>{_YEAR})\s?[-年/.]\s?(?P<m>1[0-2]|0?[1-9])\s?[-月/.]\s?(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)",
)
_BARE_YEAR = re.compile(rf"(?P<y>{_YEAR})(?!\d)(?=年)")
_PLAN_YEAR = re.compile(rf"(?:到|至|力争){_YEAR}年")
_SENTENCE_MARK = re.compile("[。;!?,]")


def title_of(document: Document) -> str:
    """Return the article's title: the given one, else the first short line that is no sentence."""
    if document.article.title:
        return document.article.title
    lines = (document.text[block.start : block.end] for block in document.paragraphs[:5])
    return next((line for line in lines if len(line) <= _TITLE_LIMIT and not _is_dressing(line)), "")


def _is_dressing(line: str) -> bool:
    """Tell a rubric, a date line or a sentence from a title."""
    return line.startswith(("【", "(")) or _FULL_DATE.search(line) is not None or "。" in line


def as_of(document: Document) -> str:
    """Return the date the article speaks from, as ISO 8601; empty where it cannot be told.

    The given date of publication counts first, then a full date near the top or the foot of the page, then
    the latest year the text names outside a plan.
    """
    article: Article = document.article
    if article.published:
        return article.published
    return next(_dates(document.text), "")


def _dates(text: str) -> Iterator[str]:
    for part in (text[:_HEAD], text[-_TAIL:]):
        if match := _FULL_DATE.search(part):
            yield f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}"
    years = _BARE_YEAR.findall(_PLAN_YEAR.sub("", text))
    if years:
        yield max(years)
