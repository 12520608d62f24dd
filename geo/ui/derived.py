"""Columns that follow from those of the data contract, for filters."""

from collections.abc import Iterable

import pandas as pd


def cities_of(places: pd.DataFrame) -> pd.Series:
    """Return the prefecture of each place, its province where it lies in none, or its own name for a city."""
    kinds, names = places["kind"].astype(str), places["name"].astype(str)
    chains = [list(chain) for chain in places["admin"]]
    own = [
        name if kind in ("province", "prefecture") else "" for kind, name in zip(kinds, names, strict=True)
    ]
    city = [
        mine or (chain[1] if len(chain) > 1 else chain[0] if chain else "")
        for mine, chain in zip(own, chains, strict=True)
    ]
    return pd.Series(city, index=places.index, dtype=object)


def gathered(places: pd.DataFrame, cities: pd.Series) -> pd.DataFrame:
    """Return the located places of the city that most of them lie in, whole provinces left out."""
    main = places[places["kind"].ne("province") & places["lon"].notna()]
    if main.empty:
        return main
    lie_in = cities[main.index]
    return main[lie_in.eq(lie_in.value_counts().index[0])]


def years_of(periods: pd.Series) -> pd.DataFrame:
    """Return first and last year of ISO 8601 periods, missing for durations and empty ones."""
    positions, texts = pd.factorize(periods.fillna("").astype(str))
    years = pd.Series(texts, dtype=str).str.extract(r"^(\d{4})[^/]*(?:/(\d{4}))?")
    first = pd.to_numeric(years[0])
    found = pd.DataFrame({"first": first, "last": pd.to_numeric(years[1]).fillna(first)})
    return found.take(positions).set_index(periods.index)


def folded(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the texts of each row as one, without regard to case; no search for words runs from one into the next."""
    return tuple("\n".join(row).casefold() for row in rows)
