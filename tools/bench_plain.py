"""The plain way to show an atlas: one Folium marker a place, the map built anew on each run. For comparison only."""

import html

import folium
import streamlit as st
from streamlit.components.v1 import declare_component
from streamlit_folium import st_folium
from xstatic.pkg import leaflet

from geo.atlas import load_atlas
from geo.model import Theme
from geo.palette import THEME_STYLES
from geo.settings import atlas_dir

COLOURS = {style.theme.value: style.colour for style in THEME_STYLES}

st.set_page_config(layout="wide")


@st.cache_resource
def atlas():  # noqa: ANN201  a script, not a module
    """Return the atlas."""
    return load_atlas(atlas_dir())


themes = st.pills("themes", list(Theme), selection_mode="multi", default=list(Theme), key="themes")
chart = folium.Map(location=(37.6, 112.4), zoom_start=7, tiles=None)
leaflet_files = declare_component("leaflet", path=leaflet.BASE_DIR)
LOCAL = f"../{leaflet_files.name}"
chart.default_js = [("leaflet", f"{LOCAL}/leaflet.js")]
chart.default_css = [("leaflet", f"{LOCAL}/leaflet.css")]
for place in atlas().places.itertuples():
    rows = [each for each in place.indicators if each["theme"] in themes]
    if rows:
        text = "".join(f"<p>{html.escape(each['metric'] + each['surface'])}</p>" for each in rows)
        folium.CircleMarker(
            (place.lat, place.lon),
            radius=6,
            color=COLOURS[rows[0]["theme"]],
            popup=folium.Popup(text, max_width=300),
        ).add_to(chart)
st_folium(chart, key="map", returned_objects=[], use_container_width=True, height=600)
