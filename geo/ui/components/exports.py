"""Download buttons: exactly what map and table show."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.captions import Captions
from geo.export import FORMATS, exported
from geo.ui.filters import Filter, Shown
from geo.ui.standalone import standalone
from geo.ui.subset import subset
from geo.ui.text import plain

FIRST = "geojson"


def show_exports(shown: Shown, chosen: Filter, text: Captions) -> None:
    """Draw the first button and a menu of the others; a file is made when its button is pressed."""
    if not shown.places.any():
        return
    first, others = st.columns(2)
    with first:
        _table_button(FIRST, shown, chosen, text)
    with others, st.popover(text("export.more"), icon=":material/download:", width="stretch"):
        st.caption(text("export.note"))
        for name in FORMATS:
            if name != FIRST:
                _table_button(name, shown, chosen, text)
        _map_buttons(shown, text)


def _table_button(name: str, shown: Shown, chosen: Filter, text: Captions) -> None:
    row = FORMATS[name]
    _button(
        name,
        f"jintu{row.suffix}",
        row.mime,
        lambda: exported(name, subset(shown), chosen.restrictions()),
        text,
    )


def _map_buttons(shown: Shown, text: Captions) -> None:
    """Draw the buttons of maps: one that opens from disk, and two on paper."""
    title = st.text_input(
        text("export.map_title"), value=text("export.map_default"), max_chars=60, key="map_title"
    )
    number = st.text_input(
        text("export.review"), max_chars=40, key="review_number", help=text("export.review.help")
    )
    _say_missing(title + number, text)
    _button("html", "jintu.html", "text/html", lambda: standalone(subset(shown), title, text.language), text)
    for kind, mime in (("png", "image/png"), ("pdf", "application/pdf")):
        _button(
            kind, f"jintu.{kind}", mime, partial(_printed, shown, title, number, kind, text.language), text
        )


def _say_missing(typed: str, text: Captions) -> None:
    """Say which typed characters paper will not show; the typeface is loaded for what was typed alone."""
    if typed == text("export.map_default"):
        return
    from geo.printing.typeface import missing  # noqa: PLC0415  slow to load, seldom asked for

    if absent := missing(typed):
        st.warning(plain(text("export.missing", letters=" ".join(absent))))


def _printed(shown: Shown, title: str, number: str, kind: str, language: str) -> bytes:
    from geo.printing import PrintFormat, PrintOptions, print_map  # noqa: PLC0415  slow to load, seldom asked for

    options = PrintOptions(
        title=title, review_number=number, file_format=PrintFormat(kind), language=language
    )
    return print_map(subset(shown), options)


def _button(name: str, file_name: str, mime: str, make: Callable[[], bytes], text: Captions) -> None:
    st.download_button(
        text(f"export.{name}"),
        data=make,
        file_name=file_name,
        mime=mime,
        key=f"export-{name}",
        on_click="ignore",
        width="stretch",
    )
