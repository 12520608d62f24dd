"""What stands around every page: style, name and language."""

from pathlib import Path

import streamlit as st

from geo.ui import state
from geo.ui.components.controls import theme_css
from geo.ui.text import LANGUAGES, Captions

STYLE = Path(__file__).parent / "components" / "assets" / "page.css"
_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def header() -> Captions:
    """Draw name and language choice; return the captions of the language."""
    st.html(f"<style>{STYLE.read_text(encoding='utf-8')}\n{theme_css()}</style>")
    name, language = st.columns([0.75, 0.25], vertical_alignment="center")
    with language:
        st.segmented_control(
            "语言 Language",
            LANGUAGES,
            format_func=_LANGUAGE_NAMES.__getitem__,
            default=LANGUAGES[0],
            key="lang",
            bind="query-params",
            required=True,
            label_visibility="collapsed",
        )
    text = state.text()
    with name:
        st.markdown(f"#### {text('app.title')}　:gray[:small[{text('app.subtitle')}]]")
    return text
