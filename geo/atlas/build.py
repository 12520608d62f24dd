"""Many readings become one atlas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import geopandas as gpd
import pandas as pd

from geo.atlas.places import chapter, place_rows, places_frame
from geo.atlas.rows import article_row, indicator_rows, mention_rows
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, frame
from geo.errors import AtlasError
from geo.gazetteer import Gazetteer
from geo.model import Reading


@dataclass(frozen=True, slots=True)
class Atlas:
    """The tables of the data contract.

    Parameters
    ----------
    places
        One row a place, WGS84; columns as `geo.atlas.places.PLACES`. ``aliases``, ``admin``, ``themes`` and
        ``articles`` are lists of text, ``indicators`` a list of dictionaries, ``geometry`` None where the place is
        unlocated.
    mentions, indicators, articles
        Columns and dtypes as in `geo.atlas.tables`.
    """

    places: gpd.GeoDataFrame
    mentions: pd.DataFrame
    indicators: pd.DataFrame
    articles: pd.DataFrame


def build_atlas(readings: Iterable[Reading], gazetteer: Gazetteer) -> Atlas:
    """Bring readings together; the same readings in any order give the same atlas.

    Parameters
    ----------
    readings
        One for each article.
    gazetteer
        Gives the geometries of the places.

    Raises
    ------
    AtlasError
        Two readings are of articles with the same id.
    """
    ordered = sorted(readings, key=lambda reading: reading.article.id)
    _check_ids([reading.article.id for reading in ordered])
    chapters = [chapter(reading, list(indicator_rows(reading))) for reading in ordered]
    return Atlas(
        places=places_frame(place_rows(chapters, gazetteer)),
        mentions=frame(MENTIONS, (row for reading in ordered for row in mention_rows(reading))),
        indicators=frame(INDICATORS, (row for each in chapters for row in each.rows)),
        articles=frame(ARTICLES, map(article_row, ordered)),
    )


def _check_ids(ids: Sequence[str]) -> None:
    twice = [first for first, second in pairwise(ids) if first == second]
    if twice:
        raise AtlasError(f"Two articles share the id {twice[0]!r}; give each file a name of its own.")
