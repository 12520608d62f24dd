"""Along a river, a road or a railway: the places and their figures in order of kilometre."""

import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.ui import along as path
from geo.ui import state
from geo.ui.components.figures import show_table
from geo.ui.dataset import Dataset
from geo.ui.records import rows_of

WIDTHS_KM = (2, 5, 10, 20, 40)
MOST_FIGURES = 3


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
    chosen = left.selectbox(
        text("along.line"), names.index.tolist(), format_func=lambda line: str(names[line])
    )
    width = right.select_slider(text("along.width"), WIDTHS_KM, value=10)
    found = path.along(dataset.places, chosen, width * 1000)
    length_km = float(lines.loc[lines["id"].eq(chosen), "length_m"].iloc[0]) / 1000
    st.caption(text("along.note", length=f"{length_km:.0f}", places=len(found)))
    show_table(_table(dataset, found, text))


def _table(dataset: Dataset, found: pd.DataFrame, text: Captions) -> pd.DataFrame:
    return pd.DataFrame(
        {
            text("along.km"): found["km"].round(1),
            text("table.place"): found["name"],
            text("table.kind"): [text.or_key("kind", kind) for kind in found["kind"]],
            text("along.off"): found["off_km"].round(1),
            text("along.figures"): [_figures(dataset, int(position)) for position in found.index],
            text("table.precision"): [
                text.or_key("precision", precision) for precision in found["precision"]
            ],
        }
    )


def _figures(dataset: Dataset, position: int) -> str:
    """Return the first figures about a place in words."""
    own = dataset.links[dataset.links["about"] & dataset.links["place"].eq(position)]
    rows = rows_of(dataset.indicators.iloc[own["row"].head(MOST_FIGURES)])
    said = "；".join(f"{row.metric} {row.surface}" for row in rows)
    return said + ("…" if len(own) > MOST_FIGURES else "")
