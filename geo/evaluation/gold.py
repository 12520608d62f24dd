"""Annotations made by hand: one JSON object a line."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import InputError

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Gold:
    """What annotators found.

    Parameters
    ----------
    mentions, indicators
        Rows with ``article``, ``start``, ``end`` and what the annotation format adds.
    places
        Rows by id; ``lon`` and ``lat`` are WGS84, None where the annotators could not tell.
    as_of
        ISO 8601 date of each article that has one.
    """

    mentions: tuple[Row, ...]
    indicators: tuple[Row, ...]
    places: Mapping[str, Row]
    as_of: Mapping[str, str]

    def only(self, prefixes: tuple[str, ...]) -> "Gold":
        """Return the annotations of the articles whose id begins with one of the prefixes."""
        return Gold(
            tuple(row for row in self.mentions if row["article"].startswith(prefixes)),
            tuple(row for row in self.indicators if row["article"].startswith(prefixes)),
            self.places,
            self.as_of,
        )


def read_gold(folder: Path) -> Gold:
    """Read ``mentions.jsonl``, ``places.jsonl``, ``indicators.jsonl`` and, where there is one, ``articles.jsonl``.

    Raises
    ------
    InputError
        A file is missing or a line is no annotation.
    """
    dates = folder / "articles.jsonl"
    return Gold(
        mentions=_read(folder / "mentions.jsonl", ("article", "start", "end", "place")),
        indicators=_read(
            folder / "indicators.jsonl",
            ("article", "start", "end", "value", "normalized", "place", "theme", "metric"),
        ),
        places={row["id"]: row for row in _read(folder / "places.jsonl", ("id", "name", "kind"))},
        as_of={row["article"]: row["as_of"] for row in _read(dates, ("article", "as_of"))}
        if dates.exists()
        else {},
    )


def _read(path: Path, fields: tuple[str, ...]) -> tuple[Row, ...]:
    try:
        # Not by `splitlines`: JSON may hold U+2028 and the like within a text.
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path.name} cannot be read ({error}); give a folder of gold annotations."
        ) from error
    return tuple(
        _row(line, f"{path.name}, line {n}", fields) for n, line in enumerate(lines, start=1) if line.strip()
    )


def _row(line: str, where: str, fields: tuple[str, ...]) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where} is no JSON ({error}).") from error
    if not isinstance(row, dict):
        raise InputError(f"{where} is no JSON object; SCHEMA.md of the annotations shows how a line looks.")
    if missing := [field for field in fields if field not in row]:
        raise InputError(
            f"{where} lacks {', '.join(missing)}; SCHEMA.md of the annotations names the fields."
        )
    return row
