"""Where everything comes from, how well it is known, and what could not be located."""

import re
from collections import Counter

import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.model import Precision
from geo.settings import data_dir
from geo.ui import state
from geo.ui.components.figures import show_table
from geo.ui.components.words import listing
from geo.ui.dataset import Dataset

MEASURES = ("mentions_exact", "indicators", "record", "divisions", "features", "sure")
_NUMBERED = re.compile(r"\b(GeoNames|node|way|relation) \d+")
SETS = ("gold", "real", "blind", "heldout")


def page() -> None:
    """Draw the page."""
    text = state.text()
    dataset = state.published().dataset
    st.subheader(text("about.title"))
    st.markdown(
        text(
            "source.summary",
            articles=len(dataset.atlas.articles),
            places=len(dataset.places),
            figures=len(dataset.indicators),
        )
    )
    left, right = st.columns([0.62, 0.38])
    with left:
        _section(text("about.articles"), _articles(dataset, text))
        st.markdown(f"##### {text('about.sources')}")
        listing([text("about.source"), text("about.licence"), text("about.count")], _sources(dataset))
    with right:
        _section(text("about.precision"), _precision(dataset, text))
        _unlocated(dataset, text)
        _section(text("about.accuracy"), _accuracy(text))
        st.caption(text("about.accuracy.note"))
    st.markdown(f"##### {text('about.method')}")
    st.markdown(text("about.method.text"))
    st.markdown(f"##### {text('about.basemap')}")
    st.markdown(text("about.basemap.text"))


def _section(title: str, table: pd.DataFrame) -> None:
    st.markdown(f"##### {title}")
    show_table(table, decimals=3)


def _articles(dataset: Dataset, text: Captions) -> pd.DataFrame:
    columns = {
        "title": "about.title_column",
        "publisher": "about.publisher",
        "published": "about.published",
        "about": "about.city",
    }
    return dataset.atlas.articles[list(columns)].rename(
        columns={name: text(key) for name, key in columns.items()}
    )


def _precision(dataset: Dataset, text: Captions) -> pd.DataFrame:
    counts = dataset.places["precision"].value_counts()
    present = [precision.value for precision in Precision if precision in counts.index]
    return pd.DataFrame(
        {
            text("table.precision"): [text(f"precision.{name}") for name in present],
            text("about.count"): [int(counts[name]) for name in present],
        }
    )


def _accuracy(text: Captions) -> pd.DataFrame:
    """Return how well reading was measured to be, on real articles and on ones that nothing was tuned on."""
    table = pd.read_csv(data_dir() / "accuracy" / "measured.csv", index_col="measure")
    measures = {row: text(f"accuracy.{row}") for row in MEASURES}
    sets = {name: text(f"accuracy.{name}") for name in SETS}
    shown = table.loc[list(measures), list(sets)].rename(index=measures, columns=sets)
    return shown.rename_axis(text("accuracy.measure")).reset_index()


def _sources(dataset: Dataset) -> list[tuple[str, str, int]]:
    """Return sources with their licences and how many places each locates, those of most places first."""
    located = dataset.places[dataset.places["source"].ne("")]
    named = zip(located["source"].map(without_place), located["licence"], strict=True)
    return [(source, licence, count) for (source, licence), count in Counter(named).most_common()]


def without_place(source: str) -> str:
    """Return a source without the number it gives a place and without the place whose point stands for another."""
    return _NUMBERED.sub(r"\1", source.partition(", for ")[0])


def _unlocated(dataset: Dataset, text: Captions) -> None:
    names = dataset.places[dataset.places["precision"].eq(Precision.UNLOCATED.value)]
    if names.empty:
        st.markdown(f"##### {text('about.unlocated')}")
        st.caption(text("about.unlocated.none"))
        return
    table = pd.DataFrame(
        {
            text("about.name"): names["name"],
            text("table.kind"): [text.or_key("kind", kind) for kind in names["kind"]],
            text("about.mentions"): names["mention_count"],
        }
    )
    _section(text("about.unlocated"), table)
