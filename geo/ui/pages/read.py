"""Read articles of one's own, and see them as an atlas."""

from collections.abc import Sequence
from typing import Protocol

import streamlit as st

from geo.captions import Captions
from geo.ui import state
from geo.ui.own import Outcome, Source, iso_date, read_sources
from geo.ui.text import plain

MAX_CHARACTERS = 2_000_000


class Upload(Protocol):
    """What Streamlit hands over for a file."""

    name: str

    def getvalue(self) -> bytes:
        """Return the file's bytes."""
        ...


def page() -> None:
    """Draw the page."""
    text = state.text()
    st.subheader(text("read.title"))
    st.caption(text("read.intro"))
    if sources := _form(text):
        _read(sources, text)
    _outcome(text)


def _form(text: Captions) -> list[Source] | None:
    """Draw the form; return what was given when it is sent."""
    with st.form("read", border=False):
        pasted = st.text_area(
            text("read.paste"), placeholder=text("read.placeholder"), height=220, max_chars=MAX_CHARACTERS
        )
        name, about, date = st.columns(3)
        title = name.text_input(text("read.name"), max_chars=200)
        city = about.text_input(text("read.about"), max_chars=40)
        published = date.text_input(text("read.date"), max_chars=10)
        uploads = st.file_uploader(text("read.upload"), type=["txt", "md"], accept_multiple_files=True)
        sent = st.form_submit_button(text("read.go"), type="primary", icon=":material/travel_explore:")
    if not sent:
        return None
    if (spoken_from := iso_date(published) if published.strip() else "") is None:
        st.error(text("read.bad_date"))
        return None
    sources = _sources(uploads, city.strip(), spoken_from)
    if pasted.strip():
        data = pasted.encode("utf-8", "replace")
        sources.insert(0, Source(text("read.pasted"), data, title.strip(), city.strip(), spoken_from))
    if not sources:
        st.warning(text("read.nothing"))
    return sources


def _sources(uploads: Sequence[Upload], about: str, published: str) -> list[Source]:
    return [Source(upload.name, upload.getvalue(), about=about, published=published) for upload in uploads]


def _read(sources: Sequence[Source], text: Captions) -> None:
    bar = st.progress(0.0)

    def progress(number: int, name: str) -> None:
        said = text("read.progress", name=name, n=number, all=len(sources))
        bar.progress((number - 1) / len(sources), plain(said))

    outcome = read_sources(sources, progress)
    bar.empty()
    st.session_state["outcome"] = outcome
    if outcome.atlas is not None and len(outcome.atlas.places):
        state.set_own(outcome.atlas, outcome.articles)


def _outcome(text: Captions) -> None:
    """Say what came of the last reading."""
    outcome: Outcome | None = st.session_state.get("outcome")
    if outcome is None:
        return
    for trouble in outcome.troubles:
        st.error(f"{text('read.failed')}: {plain(trouble)}")
    for name, encoding in outcome.encodings:
        st.info(plain(text("read.encoding", name=name, encoding=encoding)))
    if outcome.atlas is None:
        return
    places, figures = len(outcome.atlas.places), len(outcome.atlas.indicators)
    if not places:
        st.info(text("read.noplace"))
        return
    st.success(text("read.done", articles=len(outcome.articles), places=places, figures=figures))
    if st.button(text("read.open"), icon=":material/map:", type="primary"):
        st.switch_page(st.session_state["map_page"])
