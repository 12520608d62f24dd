"""Read articles of one's own."""

import streamlit as st


def page() -> None:
    """Draw the page."""
    st.write("…")
