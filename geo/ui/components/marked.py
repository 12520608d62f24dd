"""An article's text as HTML with its places and figures marked; everything from outside is escaped."""

import html
from collections.abc import Iterator
from dataclasses import dataclass

from geo.captions import Captions
from geo.ui.dataset import Dataset
from geo.ui.records import rows_of
from geo.ui.when import when


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A range of the text and what it is; the longer of two that begin together comes first.

    Parameters
    ----------
    start, end
        Code points of the article.
    place_id
        The place named, or the one the figure is about; empty for none.
    theme
        Of a figure; empty for a name.
    title
        What a pointer is told.
    """

    start: int
    end: int
    place_id: str
    theme: str
    title: str


def marked(dataset: Dataset, article: str, text: Captions) -> str:
    """Return an article as HTML; of ranges that overlap the first and longest is marked."""
    words = dataset.texts[article]
    parts, at = [], 0
    for mark in sorted(_marks(dataset, article, text), key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= at:
            parts += [html.escape(words[at : mark.start]), _tag(mark, words)]
            at = mark.end
    parts.append(html.escape(words[at:]))
    return f'<div class="jt-reader">{"".join(parts)}</div>'


def _marks(dataset: Dataset, article: str, text: Captions) -> Iterator[Mark]:
    kinds = dict(zip(dataset.places["id"], dataset.places["kind"], strict=True))
    mentions, figures = dataset.atlas.mentions, dataset.indicators
    for row in rows_of(mentions[mentions["article"].eq(article)]):
        kind = kinds.get(row.place_id, "other")
        yield Mark(int(row.start), int(row.end), row.place_id, "", text.or_key("kind", kind))
    for row in rows_of(figures[figures["article"].eq(article)]):
        parts = (text(f"theme.{row.theme}"), row.metric, when(row.period, text.language))
        title = " · ".join(filter(None, parts))
        yield Mark(int(row.start), int(row.end), row.place_id, row.theme, title)


def _tag(mark: Mark, words: str) -> str:
    surface, title = html.escape(words[mark.start : mark.end]), html.escape(mark.title, quote=True)
    place = html.escape(mark.place_id, quote=True)
    kind = f"jt-of-{mark.theme}" if mark.theme else "jt-name"
    return f'<mark class="{kind}" data-place="{place}" title="{title}" tabindex="0">{surface}</mark>'
