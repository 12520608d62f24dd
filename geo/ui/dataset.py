"""An atlas made ready for the screen: what the map fetches, and the links that a filter works on."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.atlas import Atlas
from geo.model import ADMIN_KINDS, Precision, Relation, Theme
from geo.palette import REGION_AREA_DEG2, UNIT_AREA_DEG2
from geo.series import Series, read_series
from geo.ui.derived import cities_of, years_of

CHUNK = 200
_STOPS = "。！？!?\n"
_LONGEST_SENTENCE = 220
THEMES = tuple(theme.value for theme in Theme)
_DETAIL, _MAX_TOLERANCE_DEG = 1500, 0.0012  # a shape may be off by its 1500th part, and by no more than 130 m
_LINE_TYPES = ("LineString", "MultiLineString")
_LABEL_ZOOM = {"own": 7, "context": 9}


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
    def series(self) -> tuple[Series, ...]:
        """The figures brought together over time."""
        return read_series(_records(self.indicators), _records(self.atlas.articles))

    @cached_property
    def _series_by_place(self) -> dict[str, list[dict[str, Any]]]:
        """What popups draw as small lines: the longest line of each series, by place."""
        found: dict[str, list[dict[str, Any]]] = {}
        for series in self.series:
            if series.lines and len(series.lines[0]) > 1:
                found.setdefault(series.key.place_id, []).append(_spark(series))
        return found

    @property
    def chunks(self) -> int:
        """Number of pieces in which the details are fetched."""
        return -(-len(self.places) // CHUNK)

    @cached_property
    def packed(self) -> bytes:
        """The `collection`, gzipped."""
        return gzip.compress(_json(self.collection), compresslevel=6, mtime=0)

    @cached_property
    def packed_gcj02(self) -> bytes:
        """The display copy for base maps in GCJ-02; nothing else is ever given in it."""
        moved = self.places.set_geometry(self.places.geometry.transform(_to_gcj02))
        return gzip.compress(_json(self._collection(moved)), compresslevel=6, mtime=0)

    @property
    def collection(self) -> dict[str, Any]:
        """GeoJSON for the map, WGS84: geometry for the eye, and what draws and finds a place."""
        return self._collection(self.places)

    def _collection(self, places: gpd.GeoDataFrame) -> dict[str, Any]:
        own = np.bincount(self.links.loc[self.links["about"], "place"], minlength=len(self.places))
        links = np.bincount(self.links["place"], minlength=len(self.places))
        features = [
            _feature(place, int(about), int(total))
            for place, about, total in zip(rows_of(places), own, links, strict=True)
        ]
        citations = _article_citations(self.atlas.articles)
        return {"type": "FeatureCollection", "chunk": CHUNK, "articles": citations, "features": features}

    def details(self, chunk: int) -> bytes:
        """Return the JSON of one piece: what popups say, by place id."""
        start = chunk * CHUNK
        places = self.places.iloc[start : start + CHUNK]
        near = self.links[self.links["place"].between(start, start + CHUNK - 1)]
        rows = _indicator_rows(self.indicators, near, self.texts)
        found = {
            place.id: {
                "aliases": list(place.aliases),
                "admin": list(place.admin),
                "source": place.source,
                "licence": place.licence,
                "indicators": rows.get(start + offset, []),
                "series": self._series_by_place.get(place.id, []),
            }
            for offset, place in enumerate(rows_of(places))
        }
        return _json(found)


def open_dataset(atlas: Atlas, texts: Mapping[str, str] | None = None) -> Dataset:
    """Make an atlas ready for the screen, with the texts of its articles where they are at hand."""
    return Dataset(atlas, _links(atlas), texts or {})


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Return the rows with their columns as attributes."""
    return iter(frame.itertuples(index=False))


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


def _to_gcj02(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.column_stack(crs.wgs84_to_gcj02(lonlat[:, 0], lonlat[:, 1]))


def _spark(series: Series) -> dict[str, Any]:
    points = [each.value for each in series.lines[0] if each.value]
    ends = [f"{point.printed}（{point.period}）" for point in (points[0], points[-1])]
    return {
        "metric": series.metric,
        "theme": points[-1].theme,
        "values": [point.value for point in points],
        "ends": ends,
    }


def _article_citations(articles: pd.DataFrame) -> dict[str, dict[str, str]]:
    columns = articles[["title", "publisher", "published"]].fillna("").astype(str)
    return dict(zip(articles["article"].astype(str), _records(columns), strict=True))


def _feature(place: Any, about: int, total: int) -> dict[str, Any]:  # noqa: ANN401  a row of itertuples
    geometry = place.geometry
    located = geometry is not None and not geometry.is_empty
    unit, own = place.kind in ADMIN_KINDS, about > 0
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": _display(geometry) if located else None,
        "properties": {
            "name": place.name,
            "aliases": list(place.aliases),
            "where": " › ".join(place.admin),
            "kind": place.kind,
            "precision": place.precision,
            "uncertainty": None if pd.isna(place.uncertainty_m) else float(place.uncertainty_m),
            "unit": unit,
            "own": own,
            "weight": 1000 * about + total,
            "label_zoom": _LABEL_ZOOM["own" if own else "context"],
            **_drawing(geometry if located else None, unit=unit, own=own, precision=place.precision),
        },
    }


def _drawing(geometry: BaseGeometry | None, *, unit: bool, own: bool, precision: str) -> dict[str, Any]:
    """Return how a place stands on the map: as its shape, as a disc, as both, or not at all.

    A large region would lie like a lid on everything in it, and a place that only its district is known for is not
    that district: both get a disc, and show their area when they are opened.
    """
    if geometry is None:
        return {"shape": False, "disc": False, "point": None, "bounds": None, "order": 0}
    line, area = geometry.geom_type in _LINE_TYPES, geometry.area
    unit_shape = unit and own and area < UNIT_AREA_DEG2
    shape = line or unit_shape or (0 < area < REGION_AREA_DEG2 and not unit and precision != Precision.ADMIN)
    return {"shape": shape, "disc": not line, **_extent(geometry)}


def _display(geometry: BaseGeometry) -> dict[str, Any]:
    """Return the geometry thinned to what a screen shows, four decimals (about 10 m)."""
    if isinstance(geometry, Point):
        return {"type": "Point", "coordinates": [round(geometry.x, 5), round(geometry.y, 5)]}
    west, south, east, north = geometry.bounds
    thin = shapely.simplify(geometry, min(max(east - west, north - south) / _DETAIL, _MAX_TOLERANCE_DEG))
    mapped = shapely.geometry.mapping(shapely.transform(thin, lambda lonlat: np.round(lonlat, 4)))
    return dict(mapped)


def _extent(geometry: BaseGeometry) -> dict[str, Any]:
    """Return where to point at, what to show, and the drawing order: large areas first."""
    if isinstance(geometry, Point):
        return {"point": [round(geometry.x, 5), round(geometry.y, 5)], "bounds": None, "order": 0}
    if geometry.geom_type in _LINE_TYPES:
        longest = max(shapely.get_parts(geometry), key=lambda part: part.length)
        anchor = longest.interpolate(0.5, normalized=True)
    else:
        anchor = shapely.point_on_surface(geometry)
    bounds = [round(value, 4) for value in geometry.bounds]
    return {
        "point": [round(anchor.x, 5), round(anchor.y, 5)],
        "bounds": bounds,
        "order": -round(geometry.area, 6),
    }


_DETAIL_COLUMNS = (
    "article", "paragraph", "surface", "metric", "metric_key", "value", "unit", "normalized", "base_unit",
    "comparison", "qualifier", "period", "status", "theme",
)  # fmt: skip


def _indicator_rows(
    indicators: pd.DataFrame, links: pd.DataFrame, texts: Mapping[str, str]
) -> dict[int, list[dict[str, Any]]]:
    """Return what a popup says of each indicator, by position of the place, own ones first."""
    chosen = links.sort_values(["place", "about", "row"], ascending=[True, False, True], kind="stable")
    rows = indicators.iloc[chosen["row"]]
    records = _records(rows[list(_DETAIL_COLUMNS)])
    found: dict[int, list[dict[str, Any]]] = {}
    for link, row, record in zip(rows_of(chosen), rows_of(rows), records, strict=True):
        relation = Relation.ABOUT if link.about else Relation.CONTEXT
        more = {"i": int(link.row), "relation": relation.value}
        if row.article in texts:
            more["sentence"] = sentence_at(texts[row.article], row.start, row.end)
        found.setdefault(int(link.place), []).append(record | more)
    return found


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence of an article in which a range stands, without line breaks; long ones are cut."""
    first = max((text.rfind(mark, 0, start) for mark in _STOPS), default=-1) + 1
    ends = [found + 1 for mark in _STOPS if (found := text.find(mark, end)) >= 0]
    sentence = " ".join(text[first : min(ends, default=len(text))].split())
    return sentence if len(sentence) <= _LONGEST_SENTENCE else sentence[:_LONGEST_SENTENCE] + "…"


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries in which a missing value is None and an empty text is empty."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return cast("list[dict[str, Any]]", rows)


def _json(value: object) -> bytes:
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain
    ).encode()


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"JSON cannot hold a {type(value).__name__}.")
