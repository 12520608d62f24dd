"""The table under the map: the same places and figures, a page at a time, each row a way to the map."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from geo.captions import Captions
from geo.ui.components.figures import changes, columns, values
from geo.ui.filters import Shown
from geo.ui.names import called, lies_in
from geo.ui.when import when

PAGE_ROWS = 50
MOST_ROWS, TALL_PX = 12, 460


@dataclass(frozen=True, slots=True)
class Pick:
    """A picked row and the place it speaks of."""

    row: int
    place_id: str


def rows_of(shown: Shown) -> pd.DataFrame:
    """Return one row per shown place and figure, and one per shown place without any: positions in the tables.

    Returns
    -------
    pandas.DataFrame
        Columns ``place``, ``row`` (-1 where the place has no figure) and ``about``; own figures first.
    """
    links = {name: column.to_numpy()[shown.links] for name, column in shown.dataset.links.items()}
    place, row, about = (links[name] for name in ("place", "row", "about"))
    richness = np.bincount(place, weights=about, minlength=len(shown.places))
    order = np.lexsort((row, links["theme"], place, -richness[place], ~about))
    bare = np.flatnonzero(shown.places & (np.bincount(place, minlength=len(shown.places)) == 0))
    return pd.DataFrame(
        {
            "place": np.concatenate([place[order], bare]),
            "row": np.concatenate([row[order], np.full(len(bare), -1)]),
            "about": np.concatenate([about[order], np.zeros(len(bare), dtype=bool)]),
        }
    )


def captioned(shown: Shown, rows: pd.DataFrame, text: Captions) -> pd.DataFrame:
    """Return rows in words, for reading: a column per caption."""
    places = shown.dataset.places.iloc[rows["place"]]
    figures = shown.dataset.indicators.reindex(rows["row"])
    titles = shown.dataset.atlas.articles.set_index("article")["title"]
    return pd.DataFrame(
        {
            text("table.place"): _called(places, text),
            text("table.metric"): _plain(figures["metric"]),
            text("table.value"): values(figures, text),
            text("table.change"): changes(figures, text),
            text("table.period"): [when(period, text.language) for period in _plain(figures["period"])],
            text("table.status"): _words(figures["status"], "status", text),
            text("table.theme"): _words(figures["theme"], "theme", text),
            text("table.relation"): _relations(rows, text),
            text("table.kind"): [text.or_key("kind", kind) for kind in places["kind"]],
            text("table.where"): _lies_in(places, text),
            text("table.article"): _plain(figures["article"].map(titles).fillna(figures["article"])),
            text("table.precision"): [
                text.or_key("precision", precision) for precision in places["precision"]
            ],
        }
    )


def _called(places: pd.DataFrame, text: Captions) -> list[str]:
    pairs = zip(places["name"], places["adcode"], strict=True)
    return [called(name, adcode, text.language) for name, adcode in pairs]


def _lies_in(places: pd.DataFrame, text: Captions) -> list[str]:
    pairs = zip(places["admin"], places["adcode"], strict=True)
    return [lies_in(admin, adcode, text.language) for admin, adcode in pairs]


def show_table(shown: Shown, rows: pd.DataFrame, text: Captions, key: str) -> Pick | None:
    """Draw rows as a table; return the one that is picked. Other rows take another key."""
    if rows.empty:
        st.info(text("table.empty"), icon=":material/filter_alt_off:")
        return None
    page = _page(len(rows), text)
    table = captioned(shown, rows.iloc[page], text)
    picked = st.dataframe(
        table,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"table-{key}-{page.start}-{len(rows)}",
        width="stretch",
        height=TALL_PX if len(table) > MOST_ROWS else "content",
        column_config=columns(table),
    )
    chosen = picked["selection"]["rows"]
    if not chosen:
        return None
    row = page.start + int(chosen[0])
    return Pick(row, str(shown.dataset.places["id"].iloc[int(rows["place"].iloc[row])]))


def _page(count: int, text: Captions) -> slice:
    pages = -(-count // PAGE_ROWS)
    said, turn = st.columns([0.85, 0.15], vertical_alignment="center")
    number = 1
    if pages > 1:
        number = int(
            turn.number_input(text("table.page"), 1, pages, key="page", label_visibility="collapsed")
        )
    first = (number - 1) * PAGE_ROWS
    last = min(first + PAGE_ROWS, count)
    said.caption(f"{text('table.of', first=first + 1, last=last, all=count)} {text('table.hint')}")
    return slice(first, last)


def _plain(values: pd.Series) -> list[str]:
    return ["" if pd.isna(value) else str(value) for value in values]


def _words(values: pd.Series, prefix: str, text: Captions) -> list[str]:
    return [text.or_key(prefix, value) if value else "" for value in _plain(values)]


def _relations(rows: pd.DataFrame, text: Captions) -> list[str]:
    words = {True: text("relation.about"), False: text("relation.context")}
    return [
        "" if row < 0 else words[bool(about)] for row, about in zip(rows["row"], rows["about"], strict=True)
    ]
