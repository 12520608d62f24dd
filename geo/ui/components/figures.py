"""Figures as tables and small charts, the same on every page."""

from collections.abc import Iterable
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.series import Observation, Point, Series
from geo.ui.printed import hedged
from geo.ui.when import when

CHART_HEIGHT_PX = 150
MOST_ROWS, TALL_PX = 12, 455
INK = "#7d8794"  # read on light and on dark
_AXIS = alt.Axis(tickCount=3, format="~s")


def figure_table(
    figures: pd.DataFrame, titles: pd.Series, text: Captions, *, place: bool = False
) -> pd.DataFrame:
    """Return figures in words: a column per caption, with the place where asked for."""
    columns = {
        "place": figures["place"] if place else None,
        "theme": [text.or_key("theme", theme) for theme in figures["theme"]],
        "metric": figures["metric"],
        "value": values(figures, text),
        "change": [text.or_key("comparison", value) if value else "" for value in figures["comparison"]],
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


def show_table(table: pd.DataFrame) -> None:
    """Draw a table."""
    tall = len(table) > MOST_ROWS
    st.dataframe(
        table, hide_index=True, width="stretch", height=TALL_PX if tall else "content", placeholder=""
    )


def said(point: Point, text: Captions) -> str:
    """Return a figure as printed, with its hedge and its period."""
    value = hedged(point.printed, point.unit, point.qualifier, text)
    return f"{value}（{when(point.period, text.language) or text('compare.undated')}）"


def series_chart(series: Series, text: Captions) -> alt.LayerChart:
    """Return a series over time: lines join only equal stretches of time; aims are hollow."""
    lines = [_points(line, text, f"{number}") for number, line in enumerate(series.lines)]
    loose = _points((*series.actual, *series.aims), text, "")
    points = alt.Chart(pd.DataFrame(loose), height=CHART_HEIGHT_PX).encode(
        x=alt.X("time:T", title=None, axis=alt.Axis(format="%Y", tickCount="year")),
        y=alt.Y(
            "value:Q",
            title=series.key.base_unit,
            scale=alt.Scale(zero=False, padding=14),
            axis=alt.Axis(tickCount=4, format="~s"),
        ),
        tooltip=["said:N", "status:N"],
    )
    filled = alt.condition("datum.reached", alt.value(1.0), alt.value(0.15))
    marks = points.mark_point(size=70, filled=True, strokeWidth=1.5).encode(fillOpacity=filled)
    labels = points.mark_text(dy=-11, fontSize=11, color=INK).encode(text="said:N")
    joined = alt.Chart(pd.DataFrame([row for line in lines for row in line], columns=_COLUMNS))
    path = joined.mark_line(opacity=0.5).encode(x="time:T", y="value:Q", detail="line:N")
    chart: alt.LayerChart = path + marks + labels
    return chart.properties(description=in_one_line(series.metric, (str(row["said"]) for row in loose)))


def in_one_line(name: str, parts: Iterable[str]) -> str:
    """Return what a chart shows, for who hears it and does not see it."""
    return f"{name}: {'; '.join(parts)}"


_COLUMNS = ["time", "value", "said", "status", "reached", "line"]


def _points(observations: Iterable[Observation], text: Captions, line: str) -> list[dict[str, object]]:
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
