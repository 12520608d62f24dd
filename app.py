"""The application: `streamlit run app.py`. Pages begin in `geo/ui/shell/main.py`, addresses in `geo.ui.routes`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from geo.ui import shell
from geo.ui.routes import routes
from geo.ui.statics import StaticFilesInMemory
from geo.ui.warm import lifespan

app = st.App(
    Path(shell.__file__).with_name("main.py"),
    routes=routes(),
    middleware=[Middleware(StaticFilesInMemory)],
    lifespan=lifespan,
)
