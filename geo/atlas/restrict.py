"""A part of an atlas: what a filter shows is what every export holds."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import pandas as pd

from geo.atlas.build import Atlas
from geo.atlas.places import THEMES
from geo.model import Theme

_Frame = TypeVar("_Frame", bound=pd.DataFrame)


def restrict(atlas: Atlas, shown: Mapping[str, Collection[str]]) -> Atlas:
    """Return the atlas of some places, each with some of its indicators.

    Parameters
    ----------
    atlas
        What to take from; it stays as it is.
    shown
        For each place that is kept, its id and the ids of the indicators it keeps.

    Returns
    -------
    Atlas
        The tables hold the mentions of these places, the indicators kept, and the articles of either.
    """
    places = _rows(atlas.places, atlas.places["id"].isin(shown.keys()))
    kept = [
        [each for each in indicators if each["id"] in shown[place_id]]
        for place_id, indicators in zip(places["id"], places["indicators"], strict=True)
    ]
    themes = [[theme for theme in THEMES if any(each["theme"] == theme for each in row)] for row in kept]
    ids = {each["id"] for row in kept for each in row}
    indicators = _rows(atlas.indicators, atlas.indicators["id"].isin(ids))
    mentions = _rows(atlas.mentions, atlas.mentions["place_id"].isin(shown.keys()))
    cited = {*indicators["article"], *mentions["article"]}
    return Atlas(
        places=places.assign(indicators=_column(kept), themes=_column(themes)),
        mentions=mentions,
        indicators=indicators,
        articles=_rows(atlas.articles, atlas.articles["article"].isin(cited)),
    )


def _rows(table: _Frame, chosen: "pd.Series[bool]") -> _Frame:
    return table[chosen].reset_index(drop=True)


def _column(lists: list[list[Any]]) -> "pd.Series[Any]":
    # An empty column has to hold lists too, and not the numbers pandas takes it for.
    return pd.Series(lists, dtype=object)


def of_themes(atlas: Atlas, themes: Collection[Theme]) -> Atlas:
    """Return the places that have indicators of some themes, with those indicators."""
    shown = {
        place_id: ids
        for place_id, indicators in zip(atlas.places["id"], atlas.places["indicators"], strict=True)
        if (ids := {each["id"] for each in indicators if each["theme"] in themes})
    }
    return restrict(atlas, shown)
