"""Places side by side: the same metric in several, what is reached against what is aimed at, gaps left as gaps."""

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.palette import THEME_STYLES
from geo.series import MatrixRow
from geo.ui import address, analysis, state
from geo.ui.components.choropleth import choropleth
from geo.ui.components.figures import INK, in_one_line, said, show_table
from geo.ui.components.words import chart_heading
from geo.ui.dataset import THEMES, Dataset
from geo.ui.names import named

MOST_UNITS, MOST_METRICS, COLUMNS = 8, 9, 3
_ROW_PX = 30
_COLOURS = {style.theme.value: style.colour for style in THEME_STYLES}


def page() -> None:
    """Draw the page."""
    text, dataset = state.text(), state.published().dataset
    st.subheader(text("compare.title"), anchor=False)
    st.caption(text("compare.note"))
    names = named(dataset.places.set_index("id"), text.language)
    units = _units(dataset, names, text)
    rows = analysis.side_by_side(dataset, units)
    _charts(rows, names, text)
    _map(rows, dataset, text)
    _table(rows, units, names, text)
    _aims(dataset, units, names, text)
    _coverage(dataset, units, names, text)


def _units(dataset: Dataset, names: pd.Series, text: Captions) -> list[str]:
    offered = analysis.compared_units(dataset)
    usual = offered[:MOST_UNITS]
    address.begin_several("units", offered, usual)
    chosen = st.multiselect(
        text("compare.units"),
        offered,
        format_func=lambda unit: str(names[unit]),
        key="units",
        persist_state="session",
    )
    address.write({} if chosen == usual else {"units": address.joined(chosen)}, ("units",))
    return chosen


def _charts(rows: Sequence[MatrixRow], names: pd.Series, text: Captions) -> None:
    """Draw one small chart for each metric that several places have."""
    st.markdown(f"##### {text('compare.same')}")
    if not rows:
        st.caption(text("compare.none"))
        return
    columns = st.columns(COLUMNS)
    for number, row in enumerate(rows[:MOST_METRICS]):
        with columns[number % COLUMNS], st.container(border=True):
            chart_heading(row.metric_key, row.base_unit)
            st.altair_chart(_bars(row, names, text), width="stretch")
            if not row.can_rank:
                st.caption(text("compare.unlike"))


def _map(rows: Sequence[MatrixRow], dataset: Dataset, text: Captions) -> None:
    """Colour the places by one metric, where at least two may be ranked."""
    ranked = {f"{row.metric_key}（{row.base_unit}）": row for row in rows if row.can_rank}
    if not ranked:
        return
    with st.expander(text("compare.map")):
        chosen = st.selectbox(
            text("table.metric"), list(ranked), key="choropleth", label_visibility="collapsed"
        )
        st.altair_chart(choropleth(ranked[chosen], dataset.places, text), width="stretch")


def _bars(row: MatrixRow, names: pd.Series, text: Captions) -> alt.LayerChart:
    """Return bars with the printed value and its period; those of another stretch of time are pale."""
    cells = [
        (cell, cell.observation.value) for cell in row.cells if cell.observation and cell.observation.value
    ]
    data = pd.DataFrame(
        {
            "place": [names[cell.place_id] for cell, _ in cells],
            "value": [point.value for _, point in cells],
            "said": [said(point, text) for _, point in cells],
            "alike": [cell.is_alike for cell, _ in cells],
        }
    )
    base = alt.Chart(data, height=alt.Step(_ROW_PX)).encode(
        y=alt.Y("place:N", title=None, sort=None),
        x=alt.X("value:Q", title=None, axis=None, scale=alt.Scale(zero=True)),
        tooltip=["place", "said"],
    )
    pale = alt.condition("datum.alike", alt.value(0.75), alt.value(0.3))
    bars = base.mark_bar(color=_COLOURS[cells[0][1].theme]).encode(opacity=pale)
    chart: alt.LayerChart = bars + base.mark_text(align="left", dx=4, fontSize=11, color=INK).encode(
        text="said:N"
    )
    told = (f"{place} {value}" for place, value in zip(data["place"], data["said"], strict=True))
    return chart.properties(description=in_one_line(row.metric_key, told))


def _table(rows: Sequence[MatrixRow], units: Sequence[str], names: pd.Series, text: Captions) -> None:
    """Show the same as a table, a column for each place; a blank is a gap."""
    if not rows:
        return
    table = [
        {text("table.metric"): f"{row.metric_key}（{row.base_unit}）"}
        | {
            str(names[cell.place_id]): said(cell.observation.value, text)
            for cell in row.cells
            if cell.observation and cell.observation.value
        }
        for row in rows
    ]
    columns = [text("table.metric"), *(str(names[unit]) for unit in units)]
    with st.expander(text("compare.rows")):
        show_table(pd.DataFrame(table, columns=columns))


def _aims(dataset: Dataset, units: Sequence[str], names: pd.Series, text: Captions) -> None:
    pairs = analysis.aims(dataset, units)
    if not pairs:
        return
    st.markdown(f"##### {text('compare.targets')}")
    titles = dataset.atlas.articles.set_index("article")["title"]
    table = [
        {
            text("table.place"): names[series.key.place_id],
            text("table.metric"): series.metric,
            text("status.actual"): said(pair.actual, text),
            text("compare.aim"): said(pair.aim, text),
            text("compare.share"): None if pair.share is None else f"{pair.share:.0%}",
            text("table.article"): titles.get(pair.aim.article, pair.aim.article),
        }
        for series, pair in pairs
    ]
    show_table(pd.DataFrame(table))


def _coverage(dataset: Dataset, units: list[str], names: pd.Series, text: Captions) -> None:
    """Show how many figures there are for each place and theme; a blank is a gap in the articles, not a zero."""
    st.markdown(f"##### {text('compare.matrix')}")
    st.caption(text("compare.matrix.note"))
    figures = dataset.indicators[dataset.indicators["place_id"].isin(units)]
    if figures.empty:
        return
    counts = figures.pivot_table(index="place_id", columns="theme", values="id", aggfunc="count").reindex(
        units
    )
    present = [theme for theme in THEMES if theme in counts.columns]
    table = (
        counts[present].rename(columns={theme: text(f"theme.{theme}") for theme in present}).astype("Int64")
    )
    table.insert(0, text("table.place"), [names[unit] for unit in units])
    show_table(table)
