"""Figures as tables and small charts, the same on every page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from unicodedata import east_asian_width

import altair as alt
import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.series import Observation, Point, Series
from geo.ui.change import change
from geo.ui.printed import hedged
from geo.ui.when import when

CHART_HEIGHT_PX = 150
MOST_ROWS, TALL_PX = 16, 597
INK = "#7d8794"  # read on light and on dark
_BLUE = "#3d8bd4"  # seen on light and on dark
_FEW_LABELS, _LABEL_ROOM_PX = 3, 62
_MOST_PX, _HALF_PX, _PADDING_PX = 420, 7.4, 20


def figure_table(
    figures: pd.DataFrame, titles: pd.Series, text: Captions, *, place: bool = False
) -> pd.DataFrame:
    """Return figures in words: a column per caption, with the place where asked for."""
    columns = {
        "place": figures["place"] if place else None,
        "theme": [text.or_key("theme", theme) for theme in figures["theme"]],
        "metric": figures["metric"],
        "value": values(figures, text),
        "change": changes(figures, text),
        "period": [when(period, text.language) for period in figures["period"]],
        "status": [text.or_key("status", status) for status in figures["status"]],
        "article": figures["article"].map(titles).fillna(figures["article"]),
        "paragraph": figures["paragraph"] + 1,
    }
    return pd.DataFrame(
        {text(f"table.{name}"): values for name, values in columns.items() if values is not None}
    )


def values(figures: pd.DataFrame, text: Captions) -> list[str]:
    """Return figures as printed, with hedge and unit; empty where a row has no figure."""
    surfaces, units, hedges = (
        figures[name].fillna("").astype(str) for name in ("surface", "unit", "qualifier")
    )
    cells = zip(surfaces, units, hedges, strict=True)
    return [hedged(surface, unit, hedge, text) for surface, unit, hedge in cells]


def changes(figures: pd.DataFrame, text: Captions) -> list[str]:
    """Return what figures are compared with and which way they went; empty where one is no change."""
    pairs = zip(figures["comparison"].fillna("").astype(str), figures["normalized"], strict=True)
    return [change(comparison, normalized, text) for comparison, normalized in pairs]


def show_table(table: pd.DataFrame, *, decimals: int = 1) -> None:
    """Draw a table; numbers with a fraction all have so many decimals."""
    tall = len(table) > MOST_ROWS
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=TALL_PX if tall else "content",
        placeholder="",
        column_config=columns(table, decimals),
    )


def columns(table: pd.DataFrame, decimals: int = 1) -> dict[str, Any]:
    """Return how wide the columns of a table are: as their texts, for Streamlit looks at the first rows only."""
    texts = [name for name in table.columns if not pd.api.types.is_numeric_dtype(table[name])]
    widths = {name: _width_px([name, *table[name].fillna("")]) for name in texts}
    numbers = {
        name: st.column_config.NumberColumn(format=f"%.{decimals}f")
        for name in table.columns
        if pd.api.types.is_float_dtype(table[name])
    }
    return numbers | {name: st.column_config.Column(width=width) for name, width in widths.items()}


def _width_px(texts: Iterable[str]) -> int:
    """Return how wide a column is that holds texts: an ideograph is as wide as two letters."""
    halves = max(sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line[:60]) for line in texts)
    return min(_MOST_PX, round(halves * _HALF_PX + _PADDING_PX))


def said(point: Point, text: Captions) -> str:
    """Return a figure as printed, with its hedge and its period."""
    value = hedged(point.printed, point.unit, point.qualifier, text)
    return f"{value}（{when(point.period, text.language) or text('compare.undated')}）"


def series_chart(series: Series, text: Captions) -> alt.LayerChart:
    """Return a series over time: lines join only equal stretches of time; aims are hollow."""
    lines = [_points(line, text, f"{number}") for number, line in enumerate(series.lines)]
    loose = labelled(_points((*series.actual, *series.aims), text, ""))
    x = alt.X("time:T", title=None, scale=alt.Scale(padding=_LABEL_ROOM_PX), axis=_years(loose))
    y = alt.Y("value:Q", title=None, axis=None, scale=alt.Scale(zero=False, padding=18))
    points = alt.Chart(pd.DataFrame(loose), height=CHART_HEIGHT_PX).encode(
        x=x, y=y, tooltip=["said:N", "status:N"]
    )
    filled = alt.condition("datum.reached", alt.value(1), alt.value(0))
    marks = points.mark_point(size=70, fill=_BLUE, stroke=_BLUE, strokeWidth=1.5).encode(fillOpacity=filled)
    labels = points.mark_text(dy=-11, fontSize=11, color=INK).encode(text="label:N")
    rows = [row for line in lines for row in line]
    chart: alt.LayerChart = marks + labels
    if rows:
        path = alt.Chart(pd.DataFrame(rows)).mark_line(color=_BLUE, opacity=0.5)
        chart = path.encode(x=x, y=y, detail="line:N") + marks + labels
    return chart.properties(description=in_one_line(series.metric, (str(row["said"]) for row in loose)))


def _years(points: Iterable[Mapping[str, Any]]) -> alt.Axis:
    """Return an axis with each year that has a point, at its middle, where the point of a whole year stands."""
    years = sorted({point["time"].year for point in points})
    return alt.Axis(format="%Y", values=[f"{year}-07-02" for year in years], grid=False)


def labelled(points: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return points in order of time with what is written beside each: all where they are few, else first and last."""
    ordered = sorted(points, key=lambda point: point["time"])
    few, ends = len(ordered) <= _FEW_LABELS, (0, len(ordered) - 1)
    return [
        point | {"label": point["said"] if few or place in ends else ""}
        for place, point in enumerate(ordered)
    ]


def in_one_line(name: str, parts: Iterable[str]) -> str:
    """Return what a chart shows, for who hears it and does not see it."""
    return f"{name}: {'; '.join(parts)}"


def _points(observations: Iterable[Observation], text: Captions, line: str) -> list[dict[str, Any]]:
    return [
        {
            "time": _middle(each.time.first, each.time.last),
            "value": each.value.value,
            "said": said(each.value, text),
            "status": text(f"status.{each.status.value}"),
            "reached": each.status.value == "actual",
            "line": line,
        }
        for each in observations
        if each.value and each.time.last
    ]


def _middle(first: date | None, last: date) -> pd.Timestamp:
    """Return the middle of a stretch of time."""
    end = pd.Timestamp(last)
    return end if first is None else end - (end - pd.Timestamp(first)) / 2
