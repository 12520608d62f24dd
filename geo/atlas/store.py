"""An atlas as a folder of files, and back."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import Any

import shapely

from geo.atlas.build import Atlas
from geo.atlas.places import PLACES, SHOWN, places_frame
from geo.atlas.rows import Row
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, read_table, table_text, tidy_number
from geo.errors import AtlasError
from geo.geojson import Feature, collection_text

PLACES_FILE = "places.geojson"
_LONGEST_SHOWN = 60
_TABLES = {"mentions": MENTIONS, "indicators": INDICATORS, "articles": ARTICLES}
_PROPERTIES = tuple(name for name in PLACES if name not in {"id", "geometry"})
_NUMBERS = ("uncertainty_m", "lon", "lat")
_LISTS = ("aliases", "admin", "themes", "articles")
# What the members of a place are in JSON.
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("id", *_PROPERTIES), str),
    **dict.fromkeys((*_LISTS, "indicators"), list),
    **dict.fromkeys(_NUMBERS, (int, float, NoneType)),
    "mention_count": int,
}
_INDICATOR = frozenset(("relation", *SHOWN))
# What reading anything else than the data contract raises: from the disk, from JSON, from Shapely, from `_place_row`.
_BREACHES = (
    OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, shapely.errors.ShapelyError,
)  # fmt: skip
_ESCAPED_SURROGATE = re.compile(r"\\u[Dd][89A-Fa-f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def save_atlas(atlas: Atlas, out: Path) -> None:
    """Write ``places.geojson`` and the three tables; equal atlases give equal bytes.

    Parameters
    ----------
    atlas
        From `build_atlas` or `load_atlas`.
    out
        Folder; made where it does not exist.

    Raises
    ------
    AtlasError
        The folder cannot be written.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in atlas_files(atlas).items():
            (out / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise AtlasError(f"The folder {out} cannot be written ({error.strerror}); choose another.") from error


def atlas_files(atlas: Atlas) -> dict[str, str]:
    """Return the texts of ``places.geojson`` and the three tables by file name."""
    tables = {f"{name}.csv": table_text(columns, getattr(atlas, name)) for name, columns in _TABLES.items()}
    return {PLACES_FILE: collection_text(_features(atlas)), **tables}


def _features(atlas: Atlas) -> Iterator[Feature]:
    table = atlas.places
    for place_id, geometry, *cells in zip(
        *(table[name] for name in ("id", "geometry", *_PROPERTIES)), strict=True
    ):
        properties = dict(zip(_PROPERTIES, cells, strict=True))
        numbers = {name: _null_or_number(properties[name]) for name in _NUMBERS}
        yield Feature(place_id, geometry, properties | numbers)


def _null_or_number(value: float) -> float | None:
    return None if value != value else tidy_number(value)  # noqa: PLR0124  only NaN differs from itself


def load_atlas(folder: Path) -> Atlas:
    """Read what `save_atlas` wrote; ids and adcodes come back as text.

    Parameters
    ----------
    folder
        Holds ``places.geojson``, ``mentions.csv``, ``indicators.csv`` and ``articles.csv``.

    Raises
    ------
    AtlasError
        A file is missing or breaks the data contract; the message names it.
    """
    if not folder.is_dir():
        raise AtlasError(f"There is no folder {folder}; an atlas is made by: jintu build ARTICLES --out DIR")
    tables = {name: read_table(columns, folder / f"{name}.csv") for name, columns in _TABLES.items()}
    return Atlas(places=places_frame(_read_places(folder / PLACES_FILE)), **tables)


def _read_places(path: Path) -> Iterator[Row]:
    try:
        text = path.read_text(encoding="utf-8")
        collection = _sound(json.loads(text)) if _ESCAPED_SURROGATE.search(text) else json.loads(text)
        yield from map(_place_row, collection["features"])
    except FileNotFoundError:
        raise AtlasError(
            f"{path.name} is missing; an atlas is made by: jintu build ARTICLES --out DIR"
        ) from None
    except _BREACHES as error:
        raise AtlasError(
            f"{path.name} breaks the data contract ({error!r}); build the atlas again."
        ) from error


def _sound(value: Any) -> Any:  # noqa: ANN401  any JSON value
    """Return a JSON value that UTF-8 can hold: JSON can escape half a character, which no file can."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_sound(member) for member in value]
    if isinstance(value, dict):
        return {_sound(name): _sound(member) for name, member in value.items()}
    return value


def _place_row(member: Mapping[str, Any]) -> Row:
    shape, properties = member["geometry"], member["properties"]
    row = {"id": member["id"], **{name: properties[name] for name in _PROPERTIES}}
    _check(row)
    return {**row, "geometry": None if shape is None else shapely.geometry.shape(shape)}


def _check(row: Row) -> None:
    """Refuse what would only be found out when the atlas is shown or written."""
    for name, expected in _TYPES.items():
        if not isinstance(row[name], expected):
            raise TypeError(f"{name} is {json.dumps(row[name])[:_LONGEST_SHOWN]}")
    for name in _LISTS:
        if not all(isinstance(each, str) for each in row[name]):
            raise TypeError(f"{name} holds more than text")
    for each in row["indicators"]:
        if missing := sorted(_INDICATOR - each.keys()):
            raise KeyError(missing[0])
