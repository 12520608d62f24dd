"""How divisions are called in each language: always in Chinese, in English with Latin letters beside it."""

from collections.abc import Sequence

import pandas as pd

from geo.gazetteer.latin import latin_chain, latin_name

_BETWEEN = " › "


def called(name: str, adcode: str, language: str) -> str:
    """Return what a place is called: its name, with the Latin one where English is spoken and one is known."""
    latin = latin_name(name, adcode) if language == "en" else ""
    return f"{name} {latin}" if latin else name


def named(places: pd.DataFrame, language: str) -> pd.Series:
    """Return what each of some places is called; the index is theirs, columns ``name`` and ``adcode`` are read."""
    if language != "en":
        return places["name"]
    pairs = zip(places["name"], places["adcode"], strict=True)
    return pd.Series([called(name, adcode, language) for name, adcode in pairs], places.index, dtype=object)


def lies_in(admin: Sequence[str], adcode: str, language: str) -> str:
    """Return a chain of divisions in one line."""
    return _BETWEEN.join(latin_chain(admin, adcode) if language == "en" else admin)
