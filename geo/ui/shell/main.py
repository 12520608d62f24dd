"""The script that Streamlit runs for every session: page settings, language and navigation, nothing else."""

import streamlit as st

from geo.errors import AtlasError
from geo.ui import state
from geo.ui.pages import about, along, compare, place, read, reader
from geo.ui.pages import map as map_page
from geo.ui.shell.header import ASSETS, close_menu, header, language
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
place_page = st.Page(place.page, title=text("nav.place"), url_path="place")
st.session_state["place_page"] = place_page
others = [
    place_page,
    st.Page(reader.page, title=text("nav.reader"), url_path="reader"),
    st.Page(compare.page, title=text("nav.compare"), url_path="compare"),
    st.Page(along.page, title=text("nav.along"), url_path="along"),
    st.Page(read.page, title=text("nav.read"), url_path="read"),
    st.Page(about.page, title=text("nav.about"), url_path="about"),
]
chosen = st.navigation([start, *others], position="top")
header()
close_menu(chosen.url_path)
state.enter(chosen.url_path)
try:
    chosen.run()
except AtlasError as error:
    st.error(text("error.atlas", reason=plain(str(error))))
