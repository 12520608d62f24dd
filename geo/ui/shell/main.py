"""The script that Streamlit runs for every session: page settings, language and navigation, nothing else."""

import streamlit as st

from geo.errors import AtlasError
from geo.ui.pages import about, read
from geo.ui.pages import map as map_page
from geo.ui.shell.header import ASSETS, header, language
from geo.ui.text import plain

st.set_page_config(
    page_title="Jintu 晋图",
    layout="wide",
    page_icon=str(ASSETS / "icon.svg"),
    initial_sidebar_state="collapsed",
)
text = language()
start = st.Page(map_page.page, title=text("nav.map"), url_path="map", default=True)
st.session_state["map_page"] = start
others = [
    st.Page(read.page, title=text("nav.read"), url_path="read"),
    st.Page(about.page, title=text("nav.about"), url_path="about"),
]
chosen = st.navigation([start, *others], position="top")
header()
try:
    chosen.run()
except AtlasError as error:
    st.error(text("error.atlas", reason=plain(str(error))))
