"""The part of an atlas that is shown, as an atlas of its own: what is exported equals what is shown."""

from typing import Any

import numpy as np
import pandas as pd

from geo.atlas import Atlas
from geo.model import Theme
from geo.ui.filters import Shown

_THEMES = tuple(theme.value for theme in Theme)


def subset(shown: Shown) -> Atlas:
    """Return the shown places with the shown figures, the mentions of those places, and the articles of both."""
    atlas = shown.dataset.atlas
    figures = _figure_ids(shown)
    places = atlas.places[shown.places]
    kept = [
        [item for item in items if item["id"] in ids]
        for items, ids in zip(places["indicators"], figures, strict=True)
    ]
    places = places.assign(
        indicators=pd.Series(kept, index=places.index),
        themes=pd.Series(map(_themes, kept), index=places.index),
    )
    indicators = atlas.indicators[atlas.indicators["id"].isin(set().union(*figures))]
    mentions = atlas.mentions[atlas.mentions["place_id"].isin(places["id"])]
    used = set(indicators["article"]) | set(mentions["article"])
    return Atlas(
        places=places.reset_index(drop=True),
        mentions=mentions.reset_index(drop=True),
        indicators=indicators.reset_index(drop=True),
        articles=atlas.articles[atlas.articles["article"].isin(used)].reset_index(drop=True),
    )


def _figure_ids(shown: Shown) -> list[set[str]]:
    """Return the ids of the shown figures of each shown place."""
    links = shown.dataset.links[shown.links]
    ids = shown.dataset.indicators["id"].to_numpy()[links["row"].to_numpy()]
    found: dict[int, set[str]] = {}
    for place, indicator_id in zip(links["place"], ids, strict=True):
        found.setdefault(int(place), set()).add(str(indicator_id))
    return [found.get(int(place), set()) for place in np.flatnonzero(shown.places)]


def _themes(items: list[dict[str, Any]]) -> list[str]:
    present = {item["theme"] for item in items}
    return [theme for theme in _THEMES if theme in present]
