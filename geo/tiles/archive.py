"""What every archive of tiles answers, and the reading of what it says of itself."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Protocol

WORLD = (-180.0, -85.06, 180.0, 85.06)
DEEPEST = 24
_LONGEST = 200
# Python's reader of HTML takes the square of the time for the worst of markup, so that not all of it is read.
_LONGEST_MARKUP = 2000
# How each kind of picture begins; nothing else is served.
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_WEBP, _AVIF = (b"RIFF", b"WEBP"), b"ftypavif"

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class About:
    """What an archive says of itself.

    Parameters
    ----------
    name, attribution
        Plain text.
    min_zoom, max_zoom
        Levels for which it holds tiles.
    bounds
        West, south, east, north in WGS84 degrees.
    """

    name: str
    attribution: str
    min_zoom: int
    max_zoom: int
    bounds: Bounds


class Archive(Protocol):
    """An archive of raster tiles in Web Mercator."""

    @property
    def about(self) -> About:
        """What it says of itself."""

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Return a tile, rows counted from the north; None where there is none."""


def is_tile(z: int, x: int, y: int) -> bool:
    """Tell whether there can be such a tile."""
    return 0 <= z <= DEEPEST and 0 <= x < 2**z and 0 <= y < 2**z


def media_type(tile: bytes) -> str | None:
    """Return the media type of a picture by how it begins; None for what is no picture."""
    if tile[:4] == _WEBP[0] and tile[8:12] == _WEBP[1]:
        return "image/webp"
    if tile[4:12] == _AVIF:
        return "image/avif"
    return next((kind for start, kind in _PICTURES.items() if tile.startswith(start)), None)


def plain_text(markup: object) -> str:
    """Return what a reader would see of HTML, on one line; names and attributions often come as HTML."""
    reader = _Reader()
    try:
        reader.feed(markup[:_LONGEST_MARKUP] if isinstance(markup, str) else "")
        reader.close()
    except AssertionError:
        pass  # what Python's reader says to <![x: what stood before it has been read
    return " ".join("".join(reader.parts).split())[:_LONGEST]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def read_bounds(values: object) -> Bounds:
    """Return bounds from four numbers; the world for what are none."""
    try:
        west, south, east, north = (float(value) for value in values)  # type: ignore[attr-defined]
    except (TypeError, ValueError):
        return WORLD
    finite = all(map(math.isfinite, (west, south, east, north)))
    return (west, south, east, north) if finite and west < east and south < north else WORLD


def read_zoom(told: Iterable[Any], otherwise: int) -> int:
    """Return the first of what is told of a zoom level that is one."""
    for value in told:
        try:
            return min(max(int(value), 0), DEEPEST)
        except (TypeError, ValueError, OverflowError):
            continue
    return otherwise
