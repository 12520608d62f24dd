"""What the pages on places and comparison ask of a dataset."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from geo import crs
from geo.model import ADMIN_KINDS
from geo.series import Conflict, MatrixRow, Progress, Series, comparable, conflicts, progress
from geo.ui.dataset import Dataset

_LEVEL, _RANK = "", "位"


def series_of(dataset: Dataset, place_id: str) -> tuple[Series, ...]:
    """Return the series of a place that are known for several times."""
    return tuple(each for each in dataset.series_of([place_id]) if each.runs)


def conflicts_of(dataset: Dataset, place_id: str) -> tuple[Conflict, ...]:
    """Return the conflicts among the figures of a place."""
    return conflicts(dataset.series_of([place_id]))


def compared_units(dataset: Dataset) -> list[str]:
    """Return the ids of provinces, cities and counties that have figures of their own, those with most first."""
    counts = dataset.links.loc[dataset.links["about"], "place"].value_counts()
    kinds = dataset.places["kind"].iloc[counts.index]
    return [str(dataset.places["id"].iloc[place]) for place in counts.index[kinds.isin(ADMIN_KINDS)]]


def side_by_side(dataset: Dataset, units: Sequence[str]) -> list[MatrixRow]:
    """Return the levels that two units or more have; a rank is no level."""
    levels = (
        each
        for each in dataset.series_of(units)
        if each.key.comparison == _LEVEL and each.key.base_unit != _RANK
    )
    rows = comparable(levels, units)
    return [row for row in rows if row.filled > 1]


def aims(dataset: Dataset, units: Sequence[str]) -> list[tuple[Series, Progress]]:
    """Return what is aimed at and what was reached, for units."""
    return [(each, one) for each in dataset.series_of(units) for one in progress(each)]


def neighbours(places: pd.DataFrame, place_id: str, count: int) -> pd.DataFrame:
    """Return the places nearest to one, with ``distance_m`` between their points."""
    here = places[places["id"].eq(place_id)].iloc[0]
    others = places[places["id"].ne(place_id) & places["lon"].notna()]
    if pd.isna(here["lon"]) or others.empty:
        return others.head(0).assign(distance_m=np.array([], dtype=float))
    metres = crs.distance_m(here["lon"], here["lat"], others["lon"].to_numpy(), others["lat"].to_numpy())
    return others.assign(distance_m=metres).nsmallest(count, "distance_m")
