"""What popups say of places: their figures, with the sentence of each where it is at hand, and small lines."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from geo.model import Relation
from geo.series import Series
from geo.ui import change
from geo.ui.printed import printed
from geo.ui.records import records, rows_of
from geo.ui.when import in_both

_STOPS = "。！？!?\n"
_LONGEST_SENTENCE = 220
_DETAIL_COLUMNS = (
    "article", "paragraph", "surface", "metric", "metric_key", "value", "unit", "normalized", "base_unit",
    "comparison", "qualifier", "period", "status", "theme",
)  # fmt: skip


def indicator_rows(
    indicators: pd.DataFrame, links: pd.DataFrame, texts: Mapping[str, str]
) -> dict[int, list[dict[str, Any]]]:
    """Return what a popup says of each indicator, by position of the place, own ones first."""
    chosen = links.sort_values(["place", "about", "row"], ascending=[True, False, True], kind="stable")
    rows = indicators.iloc[chosen["row"]]
    details = records(rows[list(_DETAIL_COLUMNS)])
    found: dict[int, list[dict[str, Any]]] = {}
    for link, row, record in zip(rows_of(chosen), rows_of(rows), details, strict=True):
        relation = Relation.ABOUT if link.about else Relation.CONTEXT
        more = {"i": int(link.row), "relation": relation.value, "when": in_both(row.period)}
        if row.comparison:
            more["change"] = change.in_both(row.comparison)
        if row.article in texts:
            more["sentence"] = sentence_at(texts[row.article], row.start, row.end)
        record["surface"] = printed(row.surface, row.unit)
        found.setdefault(int(link.place), []).append(record | more)
    return found


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence of an article in which a range stands, without line breaks; long ones are cut."""
    first = max((text.rfind(mark, 0, start) for mark in _STOPS), default=-1) + 1
    ends = [found + 1 for mark in _STOPS if (found := text.find(mark, end)) >= 0]
    sentence = " ".join(text[first : min(ends, default=len(text))].split())
    return sentence if len(sentence) <= _LONGEST_SENTENCE else sentence[:_LONGEST_SENTENCE] + "…"


def sparks(found: Iterable[Series]) -> dict[str, list[dict[str, Any]]]:
    """Return what popups draw as small lines: the longest line of each series, by place."""
    lines: dict[str, list[dict[str, Any]]] = {}
    for series in found:
        if series.lines and len(series.lines[0]) > 1:
            lines.setdefault(series.key.place_id, []).append(_spark(series))
    return lines


def _spark(series: Series) -> dict[str, Any]:
    points = [each.value for each in series.lines[0] if each.value]
    ends = [
        {"printed": printed(point.printed, point.unit), "when": in_both(point.period)}
        for point in (points[0], points[-1])
    ]
    return {
        "metric": series.metric,
        "theme": points[-1].theme,
        "values": [point.value for point in points],
        "ends": ends,
    }
