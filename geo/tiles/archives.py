"""The archives of tiles that were named: found, opened, and known by a key that tells nothing of their path."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.errors import TilesError
from geo.tiles.archive import Archive
from geo.tiles.mbtiles_archive import open_mbtiles
from geo.tiles.pmtiles_archive import open_pmtiles

_OPENERS: Mapping[str, Callable[[Path], Archive]] = {".mbtiles": open_mbtiles, ".pmtiles": open_pmtiles}


@dataclass(frozen=True, slots=True)
class Opened:
    """What could be opened, by key, and a sentence for each file that could not."""

    archives: Mapping[str, Archive]
    troubles: tuple[str, ...]


def open_archives(named: str) -> Opened:
    """Open archives of raster tiles.

    Parameters
    ----------
    named
        Files ending in ``.mbtiles`` or ``.pmtiles``, and folders of such, with the path separator of the system
        between them.

    Returns
    -------
    Opened
        Keys follow from path, size and time of change, so that a changed archive has another.
    """
    archives: dict[str, Archive] = {}
    troubles: list[str] = []
    for found in _files(named):
        try:
            path = _checked(found)
            archives[_key(path)] = _open(path)
        except TilesError as error:
            troubles.append(str(error))
    return Opened(archives, tuple(troubles))


def _files(named: str) -> Iterator[Path | TilesError]:
    for name in filter(None, named.split(os.pathsep)):
        path = Path(name)
        try:
            yield from _listed(path.expanduser())
        except (OSError, RuntimeError) as error:  # a folder that is closed to us, or the home of nobody
            yield TilesError(f"{path.name}: cannot be looked into ({type(error).__name__}); check its path.")


def _listed(path: Path) -> list[Path]:
    """Return the archives of a folder, or the file itself."""
    if not path.is_dir():
        return [path]
    return sorted(child for child in path.iterdir() if child.suffix.lower() in _OPENERS)


def _checked(found: Path | TilesError) -> Path:
    if isinstance(found, TilesError):
        raise found
    return found


def _open(path: Path) -> Archive:
    opener = _OPENERS.get(path.suffix.lower())
    if opener is None:
        raise TilesError(
            f"{path.name}: no archive of tiles; give a .mbtiles or .pmtiles file, or a folder of them."
        )
    if not path.is_file():
        raise TilesError(f"{path.name}: there is no such file; check its path.")
    return opener(path)


def _key(path: Path) -> str:
    try:
        facts = path.stat()
    except OSError as error:
        raise TilesError(
            f"{path.name}: the file cannot be read ({error.strerror}); check its path."
        ) from error
    told = f"{path.resolve()}\0{facts.st_size}\0{facts.st_mtime_ns}"
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
