"""Every setting in one table, each read from the environment when it is asked for."""

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, the value used without it, and what README says of it."""

    name: str
    default: str
    purpose: str

    def value(self) -> str:
        """Return the value from the environment, or the default."""
        return os.environ.get(self.name, self.default)


DATA_DIR = Setting("JINTU_DATA_DIR", "", "Folder to use in place of the bundled `data/`.")
ATLAS_DIR = Setting("JINTU_ATLAS_DIR", "", "Folder of the atlas to open in place of `data/atlas`.")
ARTICLES_DIR = Setting(
    "JINTU_ARTICLES_DIR",
    "",
    "Folder of the articles behind that atlas, for the reader; without it citations are shown.",
)
TILES_URL = Setting(
    "JINTU_TILES_URL",
    "",
    "Address of your own tiles: XYZ with `{z}`, `{x}`, `{y}`, or WMTS in Web Mercator with `{TileMatrix}`, "
    "`{TileCol}`, `{TileRow}`.",
)
TILES_ATTRIBUTION = Setting("JINTU_TILES_ATTRIBUTION", "", "What that service asks to be named.")
TILES_FILES = Setting(
    "JINTU_TILES_FILES",
    "",
    "MBTiles and PMTiles files of pictures, or folders of them, as in `PATH`; `jintu app --tiles FILE` adds to it.",
)
TIANDITU_KEY = Setting(
    "JINTU_TIANDITU_KEY",
    "",
    "Key for Tianditu tiles; without it they are not offered. It is never exported.",
)

SETTINGS = (DATA_DIR, ATLAS_DIR, ARTICLES_DIR, TILES_URL, TILES_ATTRIBUTION, TILES_FILES, TIANDITU_KEY)


def data_dir() -> Path:
    """Return the folder that holds ``gazetteer/``, ``lexicon/``, ``atlas/`` and the other data.

    An installed package carries it inside itself; a checkout has it beside the package.
    """
    if chosen := DATA_DIR.value():
        return Path(chosen)
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


def atlas_dir() -> Path:
    """Return the folder of the atlas that the commands and the application open."""
    return Path(ATLAS_DIR.value()) if ATLAS_DIR.value() else data_dir() / "atlas"
