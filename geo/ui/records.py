"""Tables as rows, and rows as JSON: the border between frames and what a browser reads."""

import json
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
import pandas as pd


def rows_of(frame: pd.DataFrame) -> Iterator[Any]:
    """Return the rows with their columns as attributes."""
    return iter(frame.itertuples(index=False))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as dictionaries in which a missing value is None and an empty text is empty."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return cast("list[dict[str, Any]]", rows)


def as_json(value: object) -> bytes:
    """Return a value as compact JSON; a number that JSON does not know is an error."""
    return json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain
    ).encode()


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(f"JSON cannot hold a {type(value).__name__}.")
