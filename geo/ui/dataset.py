"""An atlas made ready for the screen: what the map fetches, and the links that a filter works on."""

import gzip
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.atlas import Atlas
from geo.captions import LANGUAGES
from geo.gazetteer.latin import latin_name
from geo.model import PlaceKind, Relation, Status, Theme
from geo.series import Series, read_series
from geo.ui.derived import cities_of, folded, years_of
from geo.ui.details import indicator_rows, sparks
from geo.ui.features import FIELDS, features, in_gcj02
from geo.ui.names import lies_in
from geo.ui.records import as_json, records, rows_of

CHUNK = 200
THEMES = tuple(theme.value for theme in Theme)


@dataclass(frozen=True, slots=True)
class Choices:
    """What occurs in an atlas, in the order in which filters offer it."""

    cities: tuple[str, ...]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Dataset:
    """One atlas on the screen.

    Parameters
    ----------
    atlas
        The tables of the data contract.
    links
        One row per place and indicator of that place: ``place`` and ``row`` are positions in the tables
        ``places`` and ``indicators``, ``theme`` is a position in `THEMES`, ``about`` tells own from context.
    texts
        Articles' texts by id, where they are at hand.
    """

    atlas: Atlas
    links: pd.DataFrame
    texts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def places(self) -> gpd.GeoDataFrame:
        """Places with their positions as index."""
        return self.atlas.places.reset_index(drop=True)

    @cached_property
    def indicators(self) -> pd.DataFrame:
        """Indicators with their positions as index."""
        return self.atlas.indicators.reset_index(drop=True)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Position of each place by its id."""
        return {place_id: position for position, place_id in enumerate(self.places["id"])}

    @cached_property
    def cities(self) -> pd.Series:
        """Prefecture of each place."""
        return cities_of(self.places)

    @cached_property
    def years(self) -> pd.DataFrame:
        """First and last year of each indicator."""
        return years_of(self.indicators["period"])

    @cached_property
    def choices(self) -> Choices:
        """What filters can choose from."""
        kinds, statuses = set(self.places["kind"]), set(self.indicators["status"])
        years = np.unique(self.years.to_numpy(dtype=np.float64))
        return Choices(
            cities=tuple(sorted({str(city) for city in self.cities if city})),
            kinds=tuple(kind.value for kind in PlaceKind if kind in kinds),
            statuses=tuple(status.value for status in Status if status in statuses),
            years=tuple(int(year) for year in years[np.isfinite(years)]),
        )

    @cached_property
    def said(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What a search for words reads: places' names in both scripts; metric and printed value of each indicator."""
        columns = (self.places[name] for name in ("name", "adcode", "aliases"))
        names = (
            (name, latin_name(name, adcode), *aliases) for name, adcode, aliases in zip(*columns, strict=True)
        )
        figures = zip(*(self.indicators[name].fillna("") for name in ("metric", "surface")), strict=True)
        return folded(names), folded(figures)

    def series_of(self, place_ids: Collection[str]) -> tuple[Series, ...]:
        """Return the figures of some places brought together over time."""
        rows = self.indicators[self.indicators["place_id"].isin(place_ids)]
        return read_series(records(rows), records(self.atlas.articles))

    @property
    def chunks(self) -> int:
        """Number of pieces in which the details are fetched."""
        return -(-len(self.places) // CHUNK)

    @cached_property
    def packed(self) -> bytes:
        """The `collection`, gzipped."""
        return gzip.compress(as_json(self.collection), compresslevel=6, mtime=0)

    @cached_property
    def packed_gcj02(self) -> bytes:
        """The display copy for base maps in GCJ-02; nothing else is ever given in it."""
        return gzip.compress(as_json(self._collection(in_gcj02(self.places))), compresslevel=6, mtime=0)

    @property
    def collection(self) -> dict[str, Any]:
        """What the map fetches, WGS84: geometry for the eye, and what draws and finds a place."""
        return self._collection(self.places)

    def _collection(self, places: gpd.GeoDataFrame) -> dict[str, Any]:
        own = np.bincount(self.links.loc[self.links["about"], "place"], minlength=len(self.places))
        links = np.bincount(self.links["place"], minlength=len(self.places))
        citations = _article_citations(self.atlas.articles)
        rows = features(places, own, links)
        return {"chunk": CHUNK, "articles": citations, "fields": FIELDS, "rows": rows}

    def prepare(self) -> None:
        """Make what the first page and its map need, ahead of their asking."""
        _ = self.choices, self.positions, self.packed

    def details(self, chunk: int) -> bytes:
        """Return the JSON of one piece: what popups say, by place id."""
        start = chunk * CHUNK
        places = self.places.iloc[start : start + CHUNK]
        near = self.links[self.links["place"].between(start, start + CHUNK - 1)]
        rows = indicator_rows(self.indicators, near, self.texts)
        lines = sparks(self.series_of(places["id"].tolist()))
        found = {
            place.id: {
                "aliases": list(place.aliases),
                "chain": {one: lies_in(place.admin, place.adcode, one) for one in LANGUAGES},
                "source": place.source,
                "licence": place.licence,
                "indicators": rows.get(start + offset, []),
                "series": lines.get(place.id, []),
            }
            for offset, place in enumerate(rows_of(places))
        }
        return as_json(found)


def open_dataset(atlas: Atlas, texts: Mapping[str, str] | None = None) -> Dataset:
    """Make an atlas ready for the screen, with the texts of its articles where they are at hand."""
    return Dataset(atlas, _links(atlas), texts or {})


def _links(atlas: Atlas) -> pd.DataFrame:
    row_of = {indicator_id: row for row, indicator_id in enumerate(atlas.indicators["id"])}
    rows = [
        (position, row_of[item["id"]], item["relation"] == Relation.ABOUT.value)
        for position, items in enumerate(atlas.places["indicators"])
        for item in items
        if item["id"] in row_of
    ]
    links = pd.DataFrame(rows, columns=["place", "row", "about"]).astype(
        {"place": int, "row": int, "about": bool}
    )
    themes = atlas.indicators["theme"].map(THEMES.index).to_numpy(dtype=np.int64)
    return links.assign(theme=themes[links["row"].to_numpy()])


def _article_citations(articles: pd.DataFrame) -> dict[str, dict[str, str]]:
    columns = articles[["title", "publisher", "published"]].fillna("").astype(str)
    return dict(zip(articles["article"].astype(str), records(columns), strict=True))
