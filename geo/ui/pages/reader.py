"""An article with its places and figures marked, the map beside it; pointing at one lights the other."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.ui import address, state
from geo.ui.components.figures import figure_table, show_table
from geo.ui.components.map import framed, show_map, view_of
from geo.ui.components.marked import marked
from geo.ui.dataset import Dataset
from geo.ui.derived import gathered
from geo.ui.filters import Filter, apply
from geo.ui.names import named

_TEXT_HEIGHT_PX = 600


def page() -> None:
    """Draw the page."""
    text, source = state.text(), state.published()
    dataset = source.dataset
    titles = dict(zip(dataset.atlas.articles["article"], dataset.atlas.articles["title"], strict=True))
    if not titles:
        return
    address.begin("article", titles, next(iter(titles)))
    article = st.selectbox(
        text("reader.choose"),
        list(titles),
        format_func=lambda article: titles[article] or article,
        label_visibility="collapsed",
        key="article",
        persist_state="session",
    )
    address.write({"article": article}, ("article",))
    words, chart = st.columns(2)
    with words:
        _words(dataset, article, text)
    with chart:
        chosen = replace(Filter(), articles=(article,))
        shown = apply(dataset, chosen)
        view = view_of(shown, chosen, source.token, text.language, None)
        main = gathered(dataset.places[shown.places], dataset.cities)
        show_map(state.start(source), framed(view, main), key=f"reader-{source.token}")


def _words(dataset: Dataset, article: str, text: Captions) -> None:
    if article not in dataset.texts:
        st.caption(text("reader.citation"))
        figures = dataset.indicators[dataset.indicators["article"].eq(article)]
        names = named(dataset.places.set_index("id"), text.language)
        titles = pd.Series({article: ""})
        table = figure_table(
            figures.assign(place=figures["place_id"].map(names).fillna("")), titles, text, place=True
        )
        show_table(table.drop(columns=text("table.article")))
        return
    with st.container(height=_TEXT_HEIGHT_PX):
        st.html(marked(dataset, article, text))
