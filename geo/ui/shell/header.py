"""What stands around every page: style, name and language."""

import json
from pathlib import Path

import streamlit as st

from geo.captions import LANGUAGES, Captions
from geo.ui import address, state
from geo.ui.components.controls import theme_css

ASSETS = Path(__file__).parents[1] / "components" / "assets"
_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def language() -> Captions:
    """Return the captions of the session's language, which begins as the address says.

    Called before `streamlit.navigation`; no widget may be, or it would be another widget on the second run.
    """
    if "lang" not in st.session_state:
        asked = st.query_params.get("lang")
        st.session_state["lang"] = asked if asked in LANGUAGES else LANGUAGES[0]
    return state.text()


_CLOSE_MENU = """<script>
    // the menu of the page {page}
    document.querySelector("[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button")
        ?.click();
</script>"""


def close_menu(page: str) -> None:
    """Close the menu of a narrow screen, which would stay open over the page that was chosen in it.

    The browser runs the script once for each page: what differs between two of them is the name in it.
    """
    st.html(_CLOSE_MENU.replace("{page}", page), unsafe_allow_javascript=True)


def header() -> None:
    """Draw name and language choice into the bar at the top."""
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    st.html(f"<style>{style}\n{theme_css()}\n{_uploader_css(state.text())}</style>")
    st.logo(str(ASSETS / "logo.svg"), size="large")
    _language_choice()


def _uploader_css(text: Captions) -> str:
    """Return the style that says in the session's language what Streamlit's field for files says in English."""
    zone = "[data-testid='stFileUploaderDropzone"
    limit = text("upload.limit", megabytes=st.get_option("server.maxUploadSize"))
    return (
        f"{zone}'] button p::after {{ content: {_quoted(text('upload.choose'))}; }}\n"
        f"{zone}Instructions'] span::after {{ content: {_quoted(limit)}; }}"
    )


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _language_choice() -> None:
    chosen = st.segmented_control(
        "语言 Language",
        LANGUAGES,
        format_func=_LANGUAGE_NAMES.__getitem__,
        key="lang",
        required=True,
        label_visibility="collapsed",
    )
    address.write({} if chosen == LANGUAGES[0] else {"lang": str(chosen)}, ("lang",))
