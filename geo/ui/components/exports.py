"""Download buttons: exactly what map and table show."""

from functools import partial

import streamlit as st

from geo.export import FORMATS
from geo.ui.filters import Shown
from geo.ui.subset import subset
from geo.ui.text import Captions

FIRST = "geojson"


def show_exports(shown: Shown, text: Captions) -> None:
    """Draw the first button and a menu of the others; a file is made when its button is pressed."""
    if not shown.places.any():
        return
    first, others = st.columns(2)
    with first:
        _button(FIRST, shown, text)
    with others, st.popover(text("export.more"), icon=":material/download:", width="stretch"):
        st.caption(text("export.note"))
        for name in FORMATS:
            if name != FIRST:
                _button(name, shown, text)


def _button(name: str, shown: Shown, text: Captions) -> None:
    chosen = FORMATS[name]
    st.download_button(
        text(f"export.{name}"),
        data=partial(_bytes, name, shown),
        file_name=f"jintu{chosen.suffix}",
        mime=chosen.mime,
        key=f"export-{name}",
        on_click="ignore",
        width="stretch",
    )


def _bytes(name: str, shown: Shown) -> bytes:
    return FORMATS[name].make(subset(shown))
