"""What is shown: one filter, applied once, for map, table, popups and exports alike."""

import base64
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.layers import OWN_WEIGHT
from geo.ui.dataset import THEMES, Dataset

NO_THEME = "none"
ALL_THEMES = (*THEMES, NO_THEME)
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Filter:
    """What the user asks to see; an empty choice does not restrict, but for themes, where it shows nothing.

    Parameters
    ----------
    themes
        Keys of `Theme`, and `NO_THEME` for places without any figure.
    kinds, statuses, articles
        Keys of `PlaceKind` and `Status`, ids of articles.
    cities
        Names of prefectures, or of provinces for what lies in no prefecture.
    since, until
        First and last year; a figure without a period passes only where neither is given.
    text
        Part of a place's name, an alias, a metric or a printed value.
    context
        False leaves out figures that merely stand beside a place's name.
    """

    themes: tuple[str, ...] = ALL_THEMES
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    text: str = ""
    context: bool = True

    @property
    def figures_only(self) -> bool:
        """Tell whether places without any figure cannot pass."""
        return bool(self.statuses or self.since is not None or self.until is not None or not self.context)

    def restrictions(self) -> dict[str, Any]:
        """Return what was asked for, as JSON values; what does not restrict is left out."""
        everything = asdict(Filter())
        asked = {key: value for key, value in asdict(self).items() if value != everything[key]}
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asked.items()}


@dataclass(frozen=True, eq=False)
class Shown:
    """The outcome of a filter.

    Parameters
    ----------
    dataset
        What was filtered.
    links
        Which rows of ``dataset.links`` pass.
    places
        Which places are shown: those with a link that passes, and those without any figure where asked for.
    """

    dataset: Dataset
    links: Mask
    places: Mask

    def paint(self) -> str:
        """Return one byte per place in base 64: 0 hidden, 1 neutral, 2 and up its main theme."""
        weight = np.where(self.dataset.links["about"].to_numpy()[self.links], OWN_WEIGHT, 1)
        sums = _by_place_and_theme(self.dataset, self.links, weight)
        codes = np.where(sums.any(axis=1), sums.argmax(axis=1) + 2, 1)
        return _base64(np.where(self.places, codes, 0).astype(np.uint8))

    def indicator_bits(self) -> str:
        """Return one bit per indicator in base 64: whether popups may show it."""
        seen = np.zeros(len(self.dataset.indicators), dtype=bool)
        seen[self.dataset.links["row"].to_numpy()[self.links]] = True
        return _base64(np.packbits(seen, bitorder="little"))


def apply(dataset: Dataset, chosen: Filter) -> Shown:
    """Apply a filter to a dataset."""
    links = _theme_links(dataset, chosen) & _other_links(dataset, chosen)
    places = np.zeros(len(dataset.places), dtype=bool)
    places[dataset.links["place"].to_numpy()[links]] = True
    if NO_THEME in chosen.themes:
        places |= _bare_places(dataset, chosen)
    return Shown(dataset, links, places)


def theme_counts(dataset: Dataset, chosen: Filter) -> dict[str, int]:
    """Return how many places each theme would show, the rest of the filter as it is."""
    counts = (_by_place_and_theme(dataset, _other_links(dataset, chosen)) > 0).sum(axis=0)
    found = {theme: int(count) for theme, count in zip(THEMES, counts, strict=True)}
    return found | {NO_THEME: int(_bare_places(dataset, chosen).sum())}


def _by_place_and_theme(
    dataset: Dataset, links: Mask, weight: NDArray[np.int64] | None = None
) -> NDArray[np.float64]:
    """Return how many of some links, or what weight of them, each place has of each theme."""
    place, theme = (dataset.links[name].to_numpy()[links] for name in ("place", "theme"))
    size = len(dataset.places) * len(THEMES)
    sums = np.bincount(place * len(THEMES) + theme, weights=weight, minlength=size)
    return np.asarray(sums.reshape(-1, len(THEMES)), dtype=np.float64)


def _bare_places(dataset: Dataset, chosen: Filter) -> Mask:
    """Return the places without any figure that pass everything but the themes."""
    if chosen.figures_only:
        return np.zeros(len(dataset.places), dtype=bool)
    bare = np.bincount(dataset.links["place"], minlength=len(dataset.places)) == 0
    mask = np.asarray(bare & _place_mask(dataset, chosen), dtype=bool)
    return mask & _says(dataset.said[0], chosen.text) if chosen.text else mask


def _theme_links(dataset: Dataset, chosen: Filter) -> Mask:
    allowed = np.array([theme in chosen.themes for theme in THEMES])
    return np.asarray(allowed[dataset.links["theme"].to_numpy()], dtype=bool)


def _other_links(dataset: Dataset, chosen: Filter) -> Mask:
    """Return the links that pass everything but the themes."""
    place, row = dataset.links["place"].to_numpy(), dataset.links["row"].to_numpy()
    mask: Mask = _place_mask(dataset, chosen)[place] & _indicator_mask(dataset, chosen)[row]
    if not chosen.context:
        mask &= dataset.links["about"].to_numpy()
    if chosen.text:
        names, figures = dataset.said
        mask &= _says(names, chosen.text)[place] | _says(figures, chosen.text)[row]
    return mask


def _place_mask(dataset: Dataset, chosen: Filter) -> Mask:
    mask = np.ones(len(dataset.places), dtype=bool)
    if chosen.kinds:
        mask &= dataset.places["kind"].isin(chosen.kinds).to_numpy()
    if chosen.cities:
        mask &= dataset.cities.isin(chosen.cities).to_numpy()
    if chosen.articles:
        wanted = set(chosen.articles)
        mask &= np.array([not wanted.isdisjoint(ids) for ids in dataset.places["articles"]], dtype=bool)
    return mask


def _indicator_mask(dataset: Dataset, chosen: Filter) -> Mask:
    rows = dataset.indicators
    mask = np.ones(len(rows), dtype=bool)
    if chosen.statuses:
        mask &= rows["status"].isin(chosen.statuses).to_numpy()
    if chosen.articles:
        mask &= rows["article"].isin(chosen.articles).to_numpy()
    if chosen.since is not None or chosen.until is not None:
        years = dataset.years
        mask &= (years["last"] >= (chosen.since or 0)).to_numpy()
        mask &= (years["first"] <= (chosen.until or 9999)).to_numpy()
    return mask


def _says(texts: Sequence[str], text: str) -> Mask:
    """Tell which folded texts hold some words."""
    needle = text.casefold()
    return np.fromiter((needle in each for each in texts), dtype=bool, count=len(texts))


def _base64(values: NDArray[np.uint8]) -> str:
    return base64.b64encode(values.tobytes()).decode("ascii")
