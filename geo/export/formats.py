"""Every format in one table: how the file ends, what it is called on the web, how its bytes are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from geo.atlas import Atlas, atlas_files
from geo.export.bundle import bundle
from geo.export.gis import geopackage, geoparquet, kml
from geo.export.sheets import csv_bytes, excel_bytes
from geo.layers import flat_layer, layer_text


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table.

    Parameters
    ----------
    suffix
        How the file's name ends, with the dot.
    mime
        Media type.
    purpose
        What the file holds and who reads it.
    make
        Returns the bytes of the file.
    """

    suffix: str
    mime: str
    purpose: str
    make: Callable[[Atlas], bytes]


def _rich(atlas: Atlas) -> bytes:
    return atlas_files(atlas)["places.geojson"].encode()


def _flat(atlas: Atlas) -> bytes:
    return layer_text(flat_layer(atlas)).encode()


FORMATS: Mapping[str, Format] = {
    "geojson": Format(
        ".geojson", "application/geo+json", "places with all their indicators, for programs", _rich
    ),
    "geojson-flat": Format(
        ".flat.geojson",
        "application/geo+json",
        "one flat feature a place, for QGIS, kepler.gl, geojson.io",
        _flat,
    ),
    "gpkg": Format(
        ".gpkg",
        "application/geopackage+sqlite3",
        "layers with styles and tables, for QGIS and ArcGIS",
        geopackage,
    ),
    "csv": Format(".csv", "text/csv", "one row a place and indicator, for spreadsheets", csv_bytes),
    "xlsx": Format(
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "indicators, places and articles as sheets, for Excel",
        excel_bytes,
    ),
    "parquet": Format(
        ".parquet",
        "application/vnd.apache.parquet",
        "one flat row a place as GeoParquet, for analysis",
        geoparquet,
    ),
    "kml": Format(
        ".kml", "application/vnd.google-earth.kml+xml", "one placemark a place, for Google Earth", kml
    ),
    "zip": Format(".zip", "application/zip", "the whole data contract with licences and checksums", bundle),
}


def exported(name: str, atlas: Atlas, chosen: Mapping[str, Any]) -> bytes:
    """Return an atlas in a format; the zip also records what was chosen.

    Parameters
    ----------
    name
        Key of `FORMATS`.
    atlas
        All of an atlas, or the part that is shown.
    chosen
        The filter that led to this part, as JSON values; empty for all of it.

    Raises
    ------
    KeyError
        There is no such format.
    """
    return bundle(atlas, chosen) if name == "zip" else FORMATS[name].make(atlas)
