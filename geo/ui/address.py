"""The page's address says what is shown, so that a link reopens it: short keys, the same in every language."""

import re
from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from geo.ui.filters import ALL_THEMES, Filter

LISTS = ("themes", "kinds", "statuses", "articles", "cities")
YEARS = ("since", "until")
_NOTHING, _BETWEEN = "-", "~"
_MAX_LENGTH = 2000
_YEAR = re.compile(r"\d{4}")


def written(chosen: Filter) -> dict[str, str]:
    """Return the parameters of a filter; what does not restrict is left out."""
    parameters = {key: _BETWEEN.join(getattr(chosen, key)) for key in LISTS if key != "themes"}
    if chosen.themes != ALL_THEMES:
        parameters["themes"] = _BETWEEN.join(chosen.themes) or _NOTHING
    years = {key: str(getattr(chosen, key) or "") for key in YEARS}
    found = {**parameters, **years, "text": chosen.text, "context": "" if chosen.context else "0"}
    return {key: value for key, value in found.items() if value}


def read(parameters: Mapping[str, str]) -> Filter:
    """Return the filter that parameters describe; what they do not say clearly does not restrict.

    Values are checked against the data later, by the widgets that hold them.
    """
    lists = {key: tuple(_short(parameters, key).split(_BETWEEN)) for key in LISTS if _short(parameters, key)}
    asked = lists.get("themes", ALL_THEMES)
    years = {key: int(parameters[key]) for key in YEARS if _YEAR.fullmatch(parameters.get(key, ""))}
    return Filter(
        themes=tuple(theme for theme in ALL_THEMES if theme in asked),
        kinds=lists.get("kinds", ()),
        statuses=lists.get("statuses", ()),
        articles=lists.get("articles", ()),
        cities=lists.get("cities", ()),
        since=years.get("since"),
        until=years.get("until"),
        text=_short(parameters, "text"),
        context=_short(parameters, "context") != "0",
    )


def write(parameters: Mapping[str, str], owned: tuple[str, ...]) -> None:
    """Bring the page's address in line; parameters that are not owned here stay as they are."""
    now = st.query_params.to_dict()
    wanted = {key: value for key, value in now.items() if key not in owned} | dict(parameters)
    if wanted != now:
        st.query_params.from_dict(wanted)


def begin(key: str, offered: Collection[str], usual: str) -> None:
    """Set a widget as the user left it, or else as the address says, or else as usual; only to what is offered."""
    asked = (st.session_state.get(key), st.query_params.get(key), usual)
    st.session_state[key] = next((value for value in asked if value in offered), None)


def begin_several(key: str, offered: Collection[str], usual: Sequence[str]) -> None:
    """Do what `begin` does for a widget of several values."""
    asked = st.session_state.get(key, _short(st.query_params.to_dict(), key).split(_BETWEEN))
    known = [value for value in asked if value in offered]
    st.session_state[key] = list(usual) if asked and not known else known


def joined(values: Sequence[str]) -> str:
    """Return several values as the address holds them."""
    return _BETWEEN.join(values)


def _short(parameters: Mapping[str, str], key: str) -> str:
    return parameters.get(key, "")[:_MAX_LENGTH]
