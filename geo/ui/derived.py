"""Columns that follow from those of the data contract, for filters."""

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


def years_of(periods: pd.Series) -> pd.DataFrame:
    """Return first and last year of ISO 8601 periods, missing for durations and empty ones."""
    years = periods.fillna("").astype(str).str.extract(r"^(\d{4})[^/]*(?:/(\d{4}))?")
    first = pd.to_numeric(years[0])
    return pd.DataFrame({"first": first, "last": pd.to_numeric(years[1]).fillna(first)})
