"""One reading as rows of the data contract."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from geo.atlas.tables import tidy_number
from geo.model import Indicator, Reading

Row = dict[str, Any]

_CONFIDENCE_DECIMALS = 3


def indicator_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows of ``indicators.csv``; the id is ``<article>-<start>-<n>``, n counting those on one start."""
    count: dict[int, int] = defaultdict(int)
    for indicator in reading.indicators:
        start = indicator.span.start
        yield _indicator_row(f"{reading.article.id}-{start}-{count[start]}", reading.article.id, indicator)
        count[start] += 1


def _indicator_row(indicator_id: str, article: str, indicator: Indicator) -> Row:
    return {
        "id": indicator_id,
        "article": article,
        "paragraph": indicator.paragraph,
        "start": indicator.span.start,
        "end": indicator.span.end,
        "surface": indicator.surface,
        "metric": indicator.metric,
        "metric_key": indicator.metric_key,
        "value": tidy_number(indicator.value),
        "value_to": None if indicator.value_to is None else tidy_number(indicator.value_to),
        "unit": indicator.unit,
        "normalized": tidy_number(indicator.normalized),
        "base_unit": indicator.base_unit,
        "comparison": indicator.comparison,
        "qualifier": str(indicator.qualifier or ""),
        "period": indicator.period,
        "status": str(indicator.status),
        "theme": str(indicator.theme),
        "place_id": indicator.place_id,
        "confidence": round(indicator.confidence, _CONFIDENCE_DECIMALS),
    }


def mention_rows(reading: Reading) -> Iterator[Row]:
    """Yield the rows of ``mentions.csv`` in text order."""
    for resolution in sorted(reading.resolutions, key=lambda each: each.mention.span):
        mention = resolution.mention
        yield {
            "article": reading.article.id,
            "start": mention.span.start,
            "end": mention.span.end,
            "surface": mention.surface,
            "place_id": resolution.place.id,
            "in_org": mention.in_org,
            "score": round(resolution.score, _CONFIDENCE_DECIMALS),
            "why": resolution.why,
        }


def article_row(reading: Reading) -> Row:
    """Return the row of ``articles.csv``; date and city fall back on what the text itself says."""
    article, context = reading.article, reading.context
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published or context.as_of,
        "about": article.about or (context.about.name if context.about else ""),
        "sha256": article.sha256,
    }
