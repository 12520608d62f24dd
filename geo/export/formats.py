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
    make
        Returns the bytes of the file.
    """

    suffix: str
    mime: str
    make: Callable[[Atlas], bytes]


def _rich(atlas: Atlas) -> bytes:
    return atlas_files(atlas)["places.geojson"].encode()


def _flat(atlas: Atlas) -> bytes:
    return layer_text(flat_layer(atlas)).encode()


FORMATS: Mapping[str, Format] = {
    # Places with all their indicators, for programs.
    "geojson": Format(".geojson", "application/geo+json", _rich),
    # One flat feature a place, for QGIS, kepler.gl, geojson.io.
    "geojson-flat": Format(".flat.geojson", "application/geo+json", _flat),
    # Layers with styles and tables, for QGIS and ArcGIS.
    "gpkg": Format(".gpkg", "application/geopackage+sqlite3", geopackage),
    # One row a place and indicator, for spreadsheets.
    "csv": Format(".csv", "text/csv", csv_bytes),
    # Indicators, places and articles as sheets, for Excel.
    "xlsx": Format(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", excel_bytes),
    # One flat row a place as GeoParquet, for analysis.
    "parquet": Format(".parquet", "application/vnd.apache.parquet", geoparquet),
    # One placemark a place, for Google Earth.
    "kml": Format(".kml", "application/vnd.google-earth.kml+xml", kml),
    # The whole data contract with licences and checksums.
    "zip": Format(".zip", "application/zip", bundle),
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
