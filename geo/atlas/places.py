"""Places over all articles, each with the figures said of it, else with those beside its name."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.atlas.rows import Row
from geo.errors import UnknownPlaceError
from geo.gazetteer import Gazetteer
from geo.model import Mention, Place, Precision, Reading, Relation, Span, Theme

PLACES = (
    "id", "name", "aliases", "kind", "admin", "adcode", "precision", "uncertainty_m", "lon", "lat", "source",
    "licence", "date", "themes", "articles", "mention_count", "indicators", "geometry",
)  # fmt: skip
# What a place shows of an indicator, after ``relation``.
SHOWN = (
    "id", "article", "metric", "metric_key", "value", "value_to", "unit", "normalized", "base_unit", "comparison",
    "qualifier", "period", "status", "theme", "place_id", "surface", "confidence",
)  # fmt: skip
THEMES = tuple(str(theme) for theme in Theme)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A reading, its indicator rows, and which of them stand in each sentence and each paragraph."""

    reading: Reading
    rows: Sequence[Row]
    by_sentence: Mapping[int, Sequence[Row]]
    by_paragraph: Mapping[int, Sequence[Row]]

    def beside(self, mention: Mention) -> tuple[Sequence[Row], ...]:
        """Return the indicator rows of a mention's sentence, of its paragraph, and of the nearest paragraph."""
        sentence = _block(self.reading.sentences, mention.clean)
        paragraph = _block(self.reading.paragraphs, mention.clean)
        nearest = min(self.by_paragraph, key=lambda index: abs(index - paragraph), default=paragraph)
        found = self.by_sentence.get(sentence, ()), *map(self.by_paragraph.get, (paragraph, nearest))
        return tuple(rows or () for rows in found)


def chapter(reading: Reading, rows: Sequence[Row]) -> Chapter:
    """Index a reading's indicator rows, which come in the order of its indicators."""
    by_sentence, by_paragraph = defaultdict(list), defaultdict(list)
    for row, indicator in zip(rows, reading.indicators, strict=True):
        by_sentence[_block(reading.sentences, indicator.clean)].append(row)
        by_paragraph[_block(reading.paragraphs, indicator.clean)].append(row)
    return Chapter(reading, rows, by_sentence, by_paragraph)


def _block(blocks: Sequence[Span], clean: Span) -> int:
    """Return the index of the sentence or paragraph in which a range begins; -1 before the first."""
    return bisect_right(blocks, clean.start, key=lambda block: block.start) - 1


def place_rows(chapters: Sequence[Chapter], gazetteer: Gazetteer) -> Iterator[Row]:
    """Yield one row a place with the columns of `PLACES`, by id; the first article's view of a place counts."""
    places = {place.id: place for each in reversed(chapters) for place in each.reading.places}
    about, named = defaultdict(list), defaultdict(list)
    for each in chapters:
        for row in each.rows:
            about[row["place_id"]].append(row)
        for resolution in each.reading.resolutions:
            named[resolution.place.id].append((each, resolution.mention))
    for place_id in sorted(places):
        yield _place_row(places[place_id], about[place_id], named[place_id], gazetteer)


def _place_row(
    place: Place, own: Sequence[Row], named: Sequence[tuple[Chapter, Mention]], gazetteer: Gazetteer
) -> Row:
    relation, rows = (Relation.ABOUT, own) if own else (Relation.CONTEXT, _context(named))
    themes = {row["theme"] for row in rows}
    articles = {row["article"] for row in own} | {each.reading.article.id for each, _ in named}
    return {
        "id": place.id,
        "name": place.name,
        "aliases": list(place.aliases),
        "kind": str(place.kind),
        "admin": list(place.admin),
        "adcode": place.adcode,
        "precision": str(place.precision),
        "uncertainty_m": place.uncertainty_m,
        "lon": place.lon,
        "lat": place.lat,
        "source": place.source,
        "licence": place.licence,
        "date": place.date,
        "themes": [theme for theme in THEMES if theme in themes],
        "articles": sorted(articles),
        "mention_count": len(named),
        "indicators": [{"relation": str(relation), **{name: row[name] for name in SHOWN}} for row in rows],
        "geometry": _geometry(place, gazetteer),
    }


def _context(named: Sequence[tuple[Chapter, Mention]]) -> Sequence[Row]:
    """Return the indicators of the sentences that name a place, else of the paragraphs, else of those nearest."""
    beside = [each.beside(mention) for each, mention in named]
    for blocks in zip(*beside, strict=True):
        if rows := {row["id"]: row for block in blocks for row in block}:
            return list(rows.values())
    return ()


def _geometry(place: Place, gazetteer: Gazetteer) -> BaseGeometry | None:
    if place.precision is Precision.UNLOCATED:
        return None
    try:
        shape = gazetteer.geometry(place.along or place.id)
    except UnknownPlaceError:
        # Located by the reading itself, such as a village known by its county.
        shape = None
    return shape or _point(place)


def _point(place: Place) -> BaseGeometry | None:
    return None if place.lon is None or place.lat is None else shapely.Point(place.lon, place.lat)


def places_frame(rows: Iterable[Row]) -> gpd.GeoDataFrame:
    """Return place rows as a WGS84 frame with the columns of `PLACES`."""
    table = pd.DataFrame(list(rows), columns=list(PLACES))
    numbers = dict.fromkeys(("uncertainty_m", "lon", "lat"), "float64")
    return gpd.GeoDataFrame(table.astype(numbers), geometry="geometry", crs=crs.WGS84)
