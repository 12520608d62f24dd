"""The map of an atlas, its themes and filters, the table of the same rows, and exports of what is shown."""

import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.ui import state
from geo.ui.components.controls import base_map, choose
from geo.ui.components.exports import show_exports
from geo.ui.components.map import on_ground, show_map, telling, view_of
from geo.ui.components.table import Pick, rows_of, show_table
from geo.ui.components.words import landing, skip_link
from geo.ui.dataset import Dataset
from geo.ui.filters import Shown, apply
from geo.ui.names import called
from geo.ui.text import plain

MAP, TABLE = "jt-map", "jt-table"


def page() -> None:
    """Draw the page."""
    state.published()  # an atlas that cannot be opened is said by the frame around the page, outside the fragment
    if state.entered():
        state.reopen()
    text = state.text()
    skip_link(text("skip.map"), MAP)
    skip_link(text("skip.table"), TABLE)
    _explore()


@st.fragment
def _explore() -> None:
    text = state.text()
    _source(text)
    source = state.published()
    chosen = choose(source.dataset, text)
    shown = apply(source.dataset, chosen)
    view = on_ground(view_of(shown, chosen, source.token, text.language, state.opening()), base_map())
    handover, token = state.handover()
    landing(MAP)
    clicked = show_map(
        state.start(source), telling(view, token), key=f"map-{source.token}", memory=source.token
    )
    state.opened(clicked)
    handover.wait()
    said, exports = st.columns([0.64, 0.36], vertical_alignment="center")
    with said:
        st.caption(_summary(shown, text))
        _place_link(source.dataset, text)
    with exports:
        show_exports(shown, chosen, text)
    landing(TABLE)
    rows, place_id = _narrowed(shown, rows_of(shown), text)
    _follow(show_table(shown, rows, text, key=place_id))


def _source(text: Captions) -> None:
    """Let the user choose between the built-in atlas and their own, where they have one."""
    if state.own():
        st.segmented_control(
            text("source.label"),
            (state.BUILTIN, state.OWN),
            format_func=lambda name: text(f"source.{name}"),
            key="source",
            required=True,
            label_visibility="collapsed",
        )


def _place_link(dataset: Dataset, text: Captions) -> None:
    """Offer the page of the place that is open."""
    place_id = st.query_params.get("place", "")
    if place_id in dataset.positions:
        label = plain(text("place.open", name=_called(dataset, place_id, text)))
        st.page_link(
            st.session_state["place_page"],
            label=label,
            query_params={"place": place_id},
            icon=":material/article:",
        )


def _summary(shown: Shown, text: Captions) -> str:
    located = shown.dataset.places["lon"].notna().to_numpy()
    counts = {
        "places": int((shown.places & located).sum()),
        "figures": shown.dataset.links.loc[shown.links, "row"].nunique(),
        "listed": int((shown.places & ~located).sum()),
        "all": len(located),
    }
    return text("map.summary" if counts["listed"] else "map.summary.located", **counts)


def _narrowed(shown: Shown, rows: pd.DataFrame, text: Captions) -> tuple[pd.DataFrame, str]:
    """Return the rows of the place that was opened on the map and its id; all rows where none was."""
    place_id = state.narrowed()
    position = shown.dataset.positions.get(place_id, -1)
    mine = rows[rows["place"].eq(position)]
    if mine.empty:
        return rows, ""
    said, more = st.columns([0.8, 0.2], vertical_alignment="center")
    name = _called(shown.dataset, place_id, text)
    said.caption(plain(text("table.narrowed", name=name, n=len(mine))))
    more.button(text("table.all", all=len(rows)), on_click=state.widen, width="stretch")
    return mine, place_id


def _called(dataset: Dataset, place_id: str, text: Captions) -> str:
    place = dataset.places.iloc[dataset.positions[place_id]]
    return called(place["name"], place["adcode"], text.language)


def _follow(picked: Pick | None) -> None:
    """Open the place of a row that was picked since the last run."""
    if picked != st.session_state.get("picked"):
        st.session_state["picked"] = picked
        if picked:
            state.ask_to_open(picked.place_id)
            st.rerun(scope="fragment")
