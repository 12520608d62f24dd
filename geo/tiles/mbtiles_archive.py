"""MBTiles 1.3: an SQLite file with tiles whose rows count from the south; only ever read."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import TilesError
from geo.tiles.archive import DEEPEST, About, is_tile, media_type, plain_text, read_bounds, read_zoom

_METADATA = "SELECT name, value FROM metadata"
_LEVELS = "SELECT min(zoom_level), max(zoom_level) FROM tiles"
_ANY = "SELECT tile_data FROM tiles LIMIT 1"
_TILE = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"


@dataclass(frozen=True, slots=True)
class MBTiles:
    """An MBTiles file."""

    path: Path
    about: About

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Return a tile, rows counted from the north; None where there is none."""
        if not is_tile(z, x, y):
            return None
        try:
            # A connection of its own for each tile, because tiles are asked for by many threads.
            with closing(_connect(self.path)) as database:
                row = database.execute(_TILE, (z, x, 2**z - 1 - y)).fetchone()
        except sqlite3.Error:
            return None  # taken away, or broken further in: the map goes on without this tile
        return row[0] if row and isinstance(row[0], bytes) else None


def open_mbtiles(path: Path) -> MBTiles:
    """Open an MBTiles file.

    Raises
    ------
    TilesError
        It is none, or holds no pictures.
    """
    try:
        with closing(_connect(path)) as database:
            metadata = dict(database.execute(_METADATA).fetchall())
            levels = database.execute(_LEVELS).fetchone()
            sample = database.execute(_ANY).fetchone()
    except (sqlite3.Error, TypeError, ValueError) as error:
        raise TilesError(f"{path.name}: no MBTiles file ({error}); make it anew.") from error
    if sample is None or not isinstance(sample[0], bytes) or media_type(sample[0]) is None:
        raise TilesError(
            f"{path.name}: holds no pictures; Jintu shows raster tiles: PNG, JPEG, WebP or AVIF."
        )
    return MBTiles(path, _about(path, metadata, *levels))


def _about(path: Path, metadata: dict[Any, Any], lowest: object, highest: object) -> About:
    bounds = metadata.get("bounds")
    return About(
        plain_text(metadata.get("name")) or path.stem,
        plain_text(metadata.get("attribution")),
        read_zoom((metadata.get("minzoom"), lowest), 0),
        read_zoom((metadata.get("maxzoom"), highest), DEEPEST),
        read_bounds(bounds.split(",") if isinstance(bounds, str) else None),
    )


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
