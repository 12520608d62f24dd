"""The base map's files for a bundle: the whole background, and county lines where the places are."""

from geo.atlas import Atlas
from geo.errors import DataError
from geo.settings import data_dir

FOLDER = "basemap"
_ALWAYS = ("land.json", "china.json", "water.json", "borders.json", "SOURCES.md", "LICENSE-LGPL.txt")


def basemap_files(atlas: Atlas) -> dict[str, bytes]:
    """Return the files of ``data/basemap`` that a map of an atlas needs, by their path in a bundle.

    Raises
    ------
    DataError
        A file is missing.
    """
    folder = data_dir() / "basemap"
    located = atlas.places[atlas.places.geometry.notna()]
    provinces = {str(code)[:2] for code in located["adcode"] if code}
    try:
        found = {name: (folder / name).read_bytes() for name in _ALWAYS}
        for path in sorted((folder / "counties").glob("??0000.json")):
            if path.name[:2] in provinces:
                found[f"counties/{path.name}"] = path.read_bytes()
    except OSError as error:
        raise DataError(f"The base map's file {error.filename} cannot be read; reinstall Jintu.") from error
    return {f"{FOLDER}/{name}": data for name, data in found.items()}
