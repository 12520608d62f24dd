"""Files for geographic information systems: GeoPackage, GeoParquet, KML."""

import sqlite3
import tempfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pandas as pd
import pyogrio
import shapely

from geo.atlas import Atlas
from geo.export.kml import kml_text
from geo.export.qml import layer_style
from geo.export.sheets import shown_rows
from geo.export.writable import writable_table
from geo.layers import flat_layer

# A layer of a GeoPackage holds one type of geometry: its name by shapely's dimension.
_LAYERS = {"points": (0, "MultiPoint"), "lines": (1, "MultiLineString"), "areas": (2, "MultiPolygon")}
_UNLOCATED = -1
# Equal atlases give equal files, whenever they are made.
_UNDATED = "2000-01-01T00:00:00.000Z"
# What QGIS 3.22 and ArcGIS know; GDAL's own choice is newer.
_VERSION = "1.3"


def geopackage(atlas: Atlas) -> bytes:
    """Return a GeoPackage: ``points``, ``lines``, ``areas`` with QGIS styles, and the tables behind them.

    ``unlocated`` holds the places without geometry, ``indicators`` one row a place and indicator, ``articles`` the
    citations; ``layer_styles`` is where QGIS finds the styles by itself.
    """
    flat = writable_table(flat_layer(atlas))
    dimension = shapely.get_dimensions(flat.geometry.to_numpy())
    tables = {
        "unlocated": flat[dimension == _UNLOCATED].drop(columns="geometry"),
        "indicators": writable_table(shown_rows(atlas)),
        "articles": writable_table(atlas.articles),
        "layer_styles": _styles(),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "atlas.gpkg"
        for name, (size, geometry_type) in _LAYERS.items():
            pyogrio.write_dataframe(
                flat[dimension == size],
                path,
                layer=name,
                geometry_type=geometry_type,
                promote_to_multi=True,
                dataset_options={"VERSION": _VERSION},
            )
        for name, table in tables.items():
            pyogrio.write_dataframe(table, path, layer=name)
        return _undated(path).read_bytes()


def _undated(path: Path) -> Path:
    """Return a copy of the GeoPackage at ``path`` that tells nothing of when or how it was written.

    SQLite counts in the file's head how often it was written, and GDAL writes the time of the last change once more
    or less, as the clock falls; a copy by ``VACUUM INTO`` counts anew.
    """
    copy = path.with_name("undated.gpkg")
    with closing(sqlite3.connect(path)) as database:
        with database:
            database.execute("UPDATE gpkg_contents SET last_change = ?", (_UNDATED,))
        database.execute("VACUUM INTO ?", (str(copy),))
    return copy


def _styles() -> pd.DataFrame:
    """Return the rows by which QGIS finds the style of each layer."""
    rows = [
        {
            "f_table_catalog": "",
            "f_table_schema": "",
            "f_table_name": name,
            "f_geometry_column": "geom",
            "styleName": "themes",
            "styleQML": layer_style(size),
            "styleSLD": "",
            "useAsDefault": True,
            "description": "One colour a theme",
            "owner": "jintu",
            "ui": "",
            "update_time": _UNDATED,  # QGIS asks for the latest
        }
        for name, (size, _) in _LAYERS.items()
    ]
    return pd.DataFrame(rows)


def geoparquet(atlas: Atlas) -> bytes:
    """Return the flat layer as GeoParquet."""
    out = BytesIO()
    flat_layer(atlas).to_parquet(out, index=False)
    return out.getvalue()


def kml(atlas: Atlas) -> bytes:
    """Return the flat layer as KML."""
    return kml_text(flat_layer(atlas)).encode()
