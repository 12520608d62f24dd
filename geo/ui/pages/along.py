"""Along a river, a road or a railway, or within a river's basin: places and figures in order of kilometre."""

import math

import geopandas as gpd
import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.gazetteer.courses import river_courses
from geo.model import PlaceKind
from geo.ui import address, state
from geo.ui import along as path
from geo.ui.branches import Branch, Line
from geo.ui.components.figures import show_table
from geo.ui.dataset import Dataset
from geo.ui.names import named
from geo.ui.printed import printed
from geo.ui.records import rows_of
from geo.ui.text import plain

WIDTHS_KM = ("2", "5", "10", "20", "40")
USUAL_KM = "10"
MOST_FIGURES = 3
CORRIDOR, BASIN = "corridor", "basin"


def page() -> None:
    """Draw the page."""
    text, dataset = state.text(), state.published().dataset
    st.subheader(text("along.title"), anchor=False)
    lines = path.lines(dataset.places)
    if lines.empty:
        st.info(text("along.none"))
        return
    names = lines.set_index("id")["name"]
    left, right = st.columns([0.7, 0.3])
    address.begin("line", names.index.tolist(), names.index[0])
    chosen = left.selectbox(
        text("along.line"),
        names.index.tolist(),
        format_func=lambda line: str(names[line]),
        key="line",
        persist_state="session",
    )
    river = lines.loc[lines["id"].eq(chosen), "kind"].iloc[0] == PlaceKind.RIVER
    found = path.network(dataset.places, chosen, _courses() if river else ())
    basin = path.basin_of(dataset.places, chosen) if river else None
    with right:
        scope = _scope(text) if basin else CORRIDOR
        width_km = _width(text) if scope == CORRIDOR else math.inf
    said = {
        "line": chosen,
        "scope": scope if basin else "",
        "width": f"{width_km:g}" if scope == CORRIDOR else "",
    }
    address.write({key: value for key, value in said.items() if value}, tuple(said))
    inside = path.within(dataset.places, basin) if basin and scope == BASIN else dataset.places
    table = path.along(inside, found, width_km * 1000)
    st.caption(
        plain(_note(dataset.places, table, found, (basin if scope == BASIN else None, width_km), text))
    )
    show_table(_table(dataset, table, text))


def _courses() -> tuple[Line, ...]:
    return tuple(Line(each.place.id, each.place.name, each.line) for each in river_courses())


def _scope(text: Captions) -> str:
    address.begin("scope", (CORRIDOR, BASIN), CORRIDOR)
    return str(
        st.segmented_control(
            text("along.scope"),
            (CORRIDOR, BASIN),
            format_func=lambda name: text(f"along.{name}"),
            key="scope",
            persist_state="session",
            required=True,
        )
    )


def _width(text: Captions) -> int:
    address.begin("width", WIDTHS_KM, USUAL_KM)
    return int(st.select_slider(text("along.width"), WIDTHS_KM, key="width", persist_state="session"))


def _note(
    places: gpd.GeoDataFrame,
    table: pd.DataFrame,
    found: tuple[Branch, ...],
    where: tuple[str | None, float],
    text: Captions,
) -> str:
    """Return in words what is listed: how long the line is, what lies beside it, and what that does not say."""
    basin_id, width_km = where
    sentences = [text("along.note", length=f"{found[0].length_km:.0f}", places=len(table))]
    if basin_id:
        basin = places.loc[places["id"].eq(basin_id)].iloc[0]
        sentences.append(text("along.note.basin", name=basin["name"], source=basin["source"]))
    else:
        sentences.append(text("along.note.corridor", width=width_km))
    if tributaries := [branch.name for branch in found[1:]]:
        sentences.append(text("along.note.tributaries", names=text("along.between").join(tributaries)))
    return " ".join(sentences)


def _table(dataset: Dataset, found: pd.DataFrame, text: Captions) -> pd.DataFrame:
    columns = {
        text("along.km"): found["km"].round(1),
        text("along.via"): found["via"],
        text("along.up"): found["up_km"].round(1),
        text("table.place"): named(found, text.language),
        text("table.kind"): [text.or_key("kind", kind) for kind in found["kind"]],
        text("along.off"): found["off_km"].round(1),
        text("along.figures"): [_figures(dataset, int(position)) for position in found.index],
        text("table.precision"): [text.or_key("precision", precision) for precision in found["precision"]],
    }
    if not found["via"].any():
        del columns[text("along.via")], columns[text("along.up")]
    return pd.DataFrame(columns)


def _figures(dataset: Dataset, position: int) -> str:
    """Return the first figures about a place in words."""
    own = dataset.links[dataset.links["about"] & dataset.links["place"].eq(position)]
    rows = rows_of(dataset.indicators.iloc[own["row"].head(MOST_FIGURES)])
    said = "；".join(f"{row.metric} {printed(row.surface, row.unit)}" for row in rows)
    return said + ("…" if len(own) > MOST_FIGURES else "")
