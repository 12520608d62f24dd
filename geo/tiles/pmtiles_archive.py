"""PMTiles 3: one file with a directory of its own, read by the package of its makers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pmtiles.reader import MmapSource, Reader
from pmtiles.tile import TileType

from geo.errors import TilesError
from geo.tiles.archive import About, is_tile, plain_text, read_bounds

_PICTURES = (TileType.PNG, TileType.JPEG, TileType.WEBP, TileType.AVIF)
_DEGREE_E7 = 1e7


@dataclass(frozen=True, slots=True)
class PMTiles:
    """A PMTiles file, mapped into memory."""

    reader: Any
    about: About

    def tile(self, z: int, x: int, y: int) -> bytes | None:
        """Return a tile; None where there is none."""
        inside = is_tile(z, x, y) and self.about.min_zoom <= z <= self.about.max_zoom
        try:
            found: bytes | None = self.reader.get(z, x, y) if inside else None
        except Exception:  # noqa: BLE001  as for `open_pmtiles`
            return None  # broken further in: the map goes on without this tile
        return found


def open_pmtiles(path: Path) -> PMTiles:
    """Open a PMTiles file.

    Raises
    ------
    TilesError
        It is none, or holds no pictures.
    """
    try:
        with path.open("rb") as file:
            reader = Reader(MmapSource(file))
        header, metadata = reader.header(), reader.metadata()
        kind, about = header["tile_type"], _about(path, header, metadata)
    except Exception as error:
        # The reader's own errors have no common root but Exception.
        raise TilesError(f"{path.name}: no PMTiles 3 file ({type(error).__name__}); make it anew.") from error
    if kind not in _PICTURES:
        raise TilesError(
            f"{path.name}: holds no pictures; Jintu shows raster tiles: PNG, JPEG, WebP or AVIF."
        )
    return PMTiles(reader, about)


def _about(path: Path, header: Any, metadata: Any) -> About:  # noqa: ANN401  as the reader gives them
    told = metadata if isinstance(metadata, dict) else {}
    corners = ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
    return About(
        plain_text(told.get("name")) or path.stem,
        plain_text(told.get("attribution")),
        int(header["min_zoom"]),
        int(header["max_zoom"]),
        read_bounds([header[corner] / _DEGREE_E7 for corner in corners]),
    )
