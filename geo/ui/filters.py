"""What is shown: one filter, applied once, for map, table, popups and exports alike."""

import base64
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
        chosen = self.dataset.links[self.links]
        count = len(THEMES)
        weight = np.where(chosen["about"], 1000, 1)
        cells = chosen["place"].to_numpy() * count + chosen["theme"].to_numpy()
        sums = np.bincount(cells, weights=weight, minlength=len(self.places) * count).reshape(-1, count)
        codes = np.where(sums.any(axis=1), sums.argmax(axis=1) + 2, 1)
        return _base64(np.where(self.places, codes, 0).astype(np.uint8))

    def indicator_bits(self) -> str:
        """Return one bit per indicator in base 64: whether popups may show it."""
        seen = np.zeros(len(self.dataset.indicators), dtype=bool)
        seen[self.dataset.links.loc[self.links, "row"].to_numpy()] = True
        return _base64(np.packbits(seen, bitorder="little"))


def apply(dataset: Dataset, chosen: Filter) -> Shown:
    """Apply a filter to a dataset."""
    links = _theme_links(dataset, chosen) & _other_links(dataset, chosen)
    places = np.zeros(len(dataset.places), dtype=bool)
    places[dataset.links.loc[links, "place"].to_numpy()] = True
    if NO_THEME in chosen.themes and not chosen.figures_only:
        places |= (
            _without_figures(dataset) & _place_mask(dataset, chosen) & _text_in_place(dataset, chosen.text)
        )
    return Shown(dataset, links, places)


def theme_counts(dataset: Dataset, chosen: Filter) -> dict[str, int]:
    """Return how many places each theme would show, the rest of the filter as it is."""
    links = dataset.links[_other_links(dataset, chosen)]
    counts = links.drop_duplicates(["place", "theme"])["theme"].value_counts()
    found = {theme: int(counts.get(position, 0)) for position, theme in enumerate(THEMES)}
    bare = apply(dataset, replace(chosen, themes=(NO_THEME,)))
    return found | {NO_THEME: int(bare.places.sum())}


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
        mask &= _text_in_place(dataset, chosen.text)[place] | _text_in_indicator(dataset, chosen.text)[row]
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


def _without_figures(dataset: Dataset) -> Mask:
    return np.asarray(np.bincount(dataset.links["place"], minlength=len(dataset.places)) == 0, dtype=bool)


def _text_in_place(dataset: Dataset, text: str) -> Mask:
    needle = text.casefold()
    names = zip(dataset.places["name"], dataset.places["aliases"], strict=True)
    return np.array(
        [any(needle in str(n).casefold() for n in (name, *aliases)) for name, aliases in names], dtype=bool
    )


def _text_in_indicator(dataset: Dataset, text: str) -> Mask:
    needle = text.casefold()
    columns = (
        dataset.indicators[name].fillna("").astype(str).str.casefold() for name in ("metric", "surface")
    )
    found = np.zeros(len(dataset.indicators), dtype=bool)
    for column in columns:
        found |= column.str.contains(needle, regex=False).to_numpy(dtype=bool)
    return found


def _base64(values: NDArray[np.uint8]) -> str:
    return base64.b64encode(values.tobytes()).decode("ascii")
