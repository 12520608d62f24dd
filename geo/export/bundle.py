"""The data contract as one zip: tables, layers, licences, what was chosen, how many rows, checksums."""

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from geo import __version__
from geo.atlas import Atlas, atlas_files
from geo.layers import layer_files

# The earliest date a zip can hold: equal content gives equal bytes.
_DATE = (1980, 1, 1, 0, 0, 0)
_MEDIA = {"geojson": "application/geo+json", "csv": "text/csv"}


def bundle(atlas: Atlas, chosen: Mapping[str, Any] | None = None) -> bytes:
    """Return a zip with the files of the data contract, ``datapackage.json`` and ``LICENCES.txt``.

    Parameters
    ----------
    atlas
        All of an atlas, or the part that is shown.
    chosen
        The filter that led to this part, as JSON values; nothing for all of it.
    """
    files = {**atlas_files(atlas), **layer_files(atlas), "LICENCES.txt": licences(atlas)}
    package = {"datapackage.json": _compact(data_package(atlas, files, chosen or {}))}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (package | files).items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def licences(atlas: Atlas) -> str:
    """Return a list of the places' sources with their licences and how many places come from each."""
    counts = Counter(zip(atlas.places["source"], atlas.places["licence"], strict=True))
    lines = [
        f"{_one_line(source)}\n  {_one_line(licence)}; {count} places"
        for (source, licence), count in sorted(counts.items())
        if source
    ]
    return "\n".join(["Geometries and points of places come from:", *lines, ""])


def _one_line(text: str) -> str:
    return " ".join(text.split())


def data_package(atlas: Atlas, files: Mapping[str, str], chosen: Mapping[str, Any]) -> dict[str, Any]:
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
        "resources": [_resource(name, text) for name, text in files.items()],
    }


def _resource(path: str, text: str) -> dict[str, Any]:
    stem, _, suffix = path.rpartition(".")
    data = text.encode()
    return {
        "name": stem.replace("/", "-").lower(),
        "path": path,
        "format": suffix,
        "mediatype": _MEDIA.get(suffix, "text/plain"),
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }


def _compact(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
