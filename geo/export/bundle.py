"""The data contract as one zip: tables, layers, a QGIS project, licences, what was chosen, counts, checksums."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from geo import __version__
from geo.atlas import Atlas, atlas_files
from geo.export.basemap import basemap_files
from geo.export.gis import geopackage
from geo.export.qgis_project import GEOPACKAGE, qgis_project
from geo.export.zipped import zipped
from geo.layers import layer_files

_MEDIA = {
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "json": "application/json",
    "gpkg": "application/geopackage+sqlite3",
    "qgs": "application/xml",
    "md": "text/markdown",
}
_BINARY = {"gpkg"}
PROJECT = "atlas.qgs"


def bundle(atlas: Atlas, chosen: Mapping[str, Any] | None = None) -> bytes:
    """Return a zip with the files of the data contract, a GeoPackage with its QGIS project on a base map, and more.

    ``datapackage.json`` tells what was chosen, counts and checksums, ``LICENCES.txt`` the places' sources.

    Parameters
    ----------
    atlas
        All of an atlas, or the part that is shown.
    chosen
        The filter that led to this part, as JSON values; nothing for all of it.
    """
    files = bundled(atlas)
    package = {"datapackage.json": _compact(data_package(atlas, files, chosen or {})).encode()}
    return zipped(package | files)


def bundled(atlas: Atlas) -> dict[str, bytes]:
    """Return the files of a bundle by their path in it, all but the descriptor."""
    ground = basemap_files(atlas)
    texts = {**atlas_files(atlas), **layer_files(atlas), "LICENCES.txt": licences(atlas)}
    texts[PROJECT] = qgis_project(atlas, ground)
    return {name: text.encode() for name, text in texts.items()} | {GEOPACKAGE: geopackage(atlas)} | ground


def licences(atlas: Atlas) -> str:
    """Return a list of the places' sources with their licences and how many places come from each."""
    counts = Counter(zip(atlas.places["source"], atlas.places["licence"], strict=True))
    lines = [
        f"{_one_line(source)}\n  {_one_line(licence)}; {count} places"
        for (source, licence), count in sorted(counts.items())
        if source
    ]
    ground = "The base map's sources and licences stand in basemap/SOURCES.md."
    return "\n".join(["Geometries and points of places come from:", *lines, "", ground, ""])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def data_package(atlas: Atlas, files: Mapping[str, bytes], chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return the descriptor by the Data Package standard (Frictionless), with filter and counts beside it."""
    return {
        "profile": "data-package",
        "name": "jintu-atlas",
        "created_by": f"jintu {__version__}",
        "crs": "OGC:CRS84",
        "filter": dict(chosen),
        "counts": {
            "places": len(atlas.places),
            "located": int(atlas.places.geometry.notna().sum()),
            "mentions": len(atlas.mentions),
            "indicators": len(atlas.indicators),
            "articles": len(atlas.articles),
        },
        "resources": [_resource(name, data) for name, data in files.items()],
    }


def _resource(path: str, data: bytes) -> dict[str, Any]:
    stem, _, suffix = path.rpartition(".")
    encoding = {} if suffix in _BINARY else {"encoding": "utf-8"}
    return {
        "name": stem.replace("/", "-").lower(),
        "path": path,
        "format": suffix,
        "mediatype": _MEDIA.get(suffix, "text/plain"),
        **encoding,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _compact(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
