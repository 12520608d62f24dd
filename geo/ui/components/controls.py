"""Theme buttons and filters: widgets bound to the page's address, read back as one `Filter`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from geo.captions import Captions
from geo.palette import THEME_STYLES
from geo.ui import address, basemaps
from geo.ui.dataset import Dataset
from geo.ui.filters import ALL_THEMES, NO_THEME, Filter, theme_counts
from geo.ui.text import plain

_NO_THEME_SYMBOL = "label"
_SYMBOLS = {style.theme.value: style.symbol for style in THEME_STYLES}
_FILTER_KEYS = (*(key for key in address.LISTS if key != "themes"), *address.YEARS, "text")
_OWNED = (*address.LISTS, *address.YEARS, "text", "context")


def choose(dataset: Dataset, text: Captions) -> Filter:
    """Draw theme buttons and filters; return what the user asks to see."""
    _begin()
    buttons, more = st.columns([0.9, 0.1], vertical_alignment="top")
    with more:
        chosen = _filters(dataset, text)
    with buttons:
        chosen = replace(chosen, themes=_themes(theme_counts(dataset, chosen), text))
    address.write(address.written(chosen), _OWNED)
    return chosen


def _begin() -> None:
    """Set the widgets as the address says, once a session."""
    if "filter_begun" in st.session_state:
        return
    asked = address.read(st.query_params.to_dict())
    for key in _OWNED:
        value = getattr(asked, key)
        st.session_state[key] = list(value) if isinstance(value, tuple) else value
    st.session_state["filter_begun"] = True


def _keep(key: str, options: Iterable[object]) -> None:
    """Forget choices that the data does not offer, such as those of another atlas."""
    offered = set(options)
    held = st.session_state.get(key)
    if isinstance(held, list):
        st.session_state[key] = [value for value in held if value in offered]
    elif held not in offered:
        st.session_state[key] = None


def _themes(counts: dict[str, int], text: Captions) -> tuple[str, ...]:
    chosen = st.pills(
        text("themes.label"),
        ALL_THEMES,
        selection_mode="multi",
        format_func=lambda theme: _theme_label(theme, counts, text),
        key="themes",
        persist_state="session",
        label_visibility="collapsed",
    )
    return tuple(theme for theme in ALL_THEMES if theme in chosen)


def _theme_label(theme: str, counts: dict[str, int], text: Captions) -> str:
    symbol = (
        _NO_THEME_SYMBOL if theme == NO_THEME else next(s.symbol for s in THEME_STYLES if s.theme == theme)
    )
    return f":material/{symbol}: {text(f'theme.{theme}')} {counts[theme]}"


def _filters(dataset: Dataset, text: Captions) -> Filter:
    active = sum(bool(st.session_state.get(key)) for key in _FILTER_KEYS)
    label = text("filter.active", n=active) if active else text("filter.button")
    with st.popover(label, icon=":material/tune:", width="stretch"):
        chosen = Filter(
            text=st.text_input(
                text("filter.text"), key="text", persist_state="session", max_chars=40
            ).strip(),
            cities=_several("cities", dataset.choices.cities, text),
            kinds=_several("kinds", dataset.choices.kinds, text, "kind"),
            statuses=_several("statuses", dataset.choices.statuses, text, "status"),
            articles=_articles(dataset, text),
            context=st.checkbox(text("filter.context"), key="context", persist_state="session"),
        )
        since, until = _years(dataset, text)
        _base_map(text)
        st.button(text("filter.clear"), on_click=_clear, disabled=not active, width="stretch")
    return replace(chosen, since=since, until=until)


def base_map() -> str:
    """Return the base map chosen; the bundled one before a choice."""
    return str(st.session_state.get("basemap") or basemaps.VECTOR)


def _base_map(text: Captions) -> None:
    offered = basemaps.offered()
    options = [basemaps.VECTOR, basemaps.NONE, *offered]
    address.begin("basemap", options, basemaps.VECTOR)
    chosen = st.selectbox(
        text("basemap.label"),
        options,
        format_func=lambda key: _base_map_name(key, offered, text),
        key="basemap",
        persist_state="session",
    )
    address.write({} if chosen == basemaps.VECTOR else {"basemap": chosen}, ("basemap",))
    for trouble in basemaps.troubles():
        st.caption(plain(trouble))


def _base_map_name(key: str, offered: Mapping[str, basemaps.Tiles], text: Captions) -> str:
    own = offered[key].name if key in offered else ""
    return text("basemap.file", name=own) if own else text(f"basemap.{key}")


def _several(key: str, options: Sequence[str], text: Captions, prefix: str = "") -> tuple[str, ...]:
    _keep(key, options)
    chosen = st.multiselect(
        text(f"filter.{key}"),
        options,
        format_func=lambda value: text.or_key(prefix, value) if prefix else value,
        placeholder=text("filter.all"),
        key=key,
        persist_state="session",
    )
    return tuple(chosen)


def _articles(dataset: Dataset, text: Captions) -> tuple[str, ...]:
    articles = dataset.atlas.articles
    titles = dict(zip(articles["article"], articles["title"], strict=True))
    _keep("articles", titles)
    chosen = st.multiselect(
        text("filter.articles"),
        list(titles),
        format_func=lambda article: titles[article] or article,
        placeholder=text("filter.all"),
        key="articles",
        persist_state="session",
    )
    return tuple(chosen)


def _years(dataset: Dataset, text: Captions) -> tuple[int | None, int | None]:
    left, right = st.columns(2)
    with left:
        since = _year("since", dataset.choices.years, text)
    with right:
        until = _year("until", dataset.choices.years, text)
    return since, until


def _year(key: str, options: Sequence[int], text: Captions) -> int | None:
    return st.selectbox(
        text(f"filter.{key}"),
        options,
        index=None,
        placeholder=text("filter.all"),
        key=key,
        persist_state="session",
    )


def _clear() -> None:
    for key in _FILTER_KEYS:
        st.session_state[key] = "" if key == "text" else None if key in {"since", "until"} else []


def theme_css() -> str:
    """Return the style that gives each theme's button and marks their colour; made from the table of styles alone."""
    rules = [
        f".st-key-themes button:nth-of-type({place}) [data-testid='stIconMaterial'] {{"
        f" color: light-dark({style.shade}, color-mix(in srgb, {style.colour} 55%, white)); }}"
        for place, style in enumerate(THEME_STYLES, start=1)
    ]
    rules += [
        f".jt-reader .jt-of-{style.theme.value} {{ border-bottom-color: {style.colour}; }}"
        for style in THEME_STYLES
    ]
    return "\n".join(rules)
