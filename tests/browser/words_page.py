"""A page that says every hostile text in each way in which pages say text of articles."""

import streamlit as st
from hostile import payloads

from geo.ui.components.words import chart_heading, heading, note
from geo.ui.text import plain

for text in payloads():
    with st.container(key=f"row-{payloads().index(text)}"):
        heading(text)
        note(text)
        chart_heading(text, text)
        st.caption(plain(text))
