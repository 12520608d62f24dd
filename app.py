"""The application: `streamlit run app.py`. The pages are in `geo.ui.main`, the map's addresses in `geo.ui.routes`."""

from pathlib import Path

import streamlit as st

from geo import ui
from geo.ui.routes import routes

app = st.App(Path(ui.__file__).with_name("main.py"), routes=routes())
