"""The part of an atlas that is shown: what is exported equals what is shown."""

import numpy as np

from geo.atlas import Atlas, restrict
from geo.ui.filters import Shown


def subset(shown: Shown) -> Atlas:
    """Return the shown places with their shown figures, as an atlas of its own."""
    return restrict(shown.dataset.atlas, figures_by_place(shown))


def figures_by_place(shown: Shown) -> dict[str, set[str]]:
    """Return the ids of the shown figures of each shown place, by its id."""
    ids = shown.dataset.places["id"].to_numpy()
    found: dict[str, set[str]] = {str(ids[place]): set() for place in np.flatnonzero(shown.places)}
    links = shown.dataset.links[shown.links]
    figures = shown.dataset.indicators["id"].to_numpy()[links["row"].to_numpy()]
    for place, figure in zip(links["place"], figures, strict=True):
        found[str(ids[place])].add(str(figure))
    return found
