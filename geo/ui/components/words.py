"""Headings, notes and links as HTML of their own: words of articles are shown as they are, without Markdown.

Streamlit's own headings read Markdown, and after it makes links, icons and dashes even of what is escaped.
"""

import html
from collections.abc import Iterable, Sequence

import streamlit as st


def heading(words: str) -> None:
    """Draw a page's heading."""
    st.html(f'<h3 class="jt-words">{html.escape(words)}</h3>')


def skip_link(words: str, to: str) -> None:
    """Draw a link, seen by who comes to it by keyboard, that goes past what stands before a `landing`."""
    st.html(f'<a class="jt-skip" href="#{html.escape(to)}">{html.escape(words)}</a>')


def landing(name: str) -> None:
    """Mark the place to which a `skip_link` goes; nothing is seen of it."""
    st.html(f'<span class="jt-landing" id="{html.escape(name)}" tabindex="-1"></span>')


def note(words: str) -> None:
    """Draw a line of small print."""
    st.html(f'<p class="jt-words jt-note">{html.escape(words)}</p>')


def chart_heading(words: str, more: str) -> None:
    """Draw what stands over a small chart: a name, and what it is measured in."""
    st.html(
        f'<p class="jt-words"><strong>{html.escape(words)}</strong> '
        f'<span class="jt-note">{html.escape(more)}</span></p>'
    )


def listing(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Draw a short table of long texts: they break into lines, where a data frame would cut them."""
    lines = [_cells("th", head), *(_cells("td", row) for row in rows)]
    st.html(f'<table class="jt-table">{"".join(lines)}</table>')


def _cells(tag: str, row: Iterable[object]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(str(cell))}</{tag}>" for cell in row) + "</tr>"
