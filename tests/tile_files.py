"""Small archives of tiles, each tile a picture of one colour that tells where it stands."""

import sqlite3
import struct
import zlib
from contextlib import closing

from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer

# A rectangle around Changsha: west, south, east, north.
BOUNDS = (112.0, 27.5, 114.5, 29.5)


def png(red, green, blue):
    """Return an opaque picture of 8 x 8 pixels of one colour."""
    rows = (b"\0" + bytes((red, green, blue)) * 8) * 8
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    parts = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def write_mbtiles(path, tiles, **metadata):
    """Write tiles by (z, x, y), rows counted from the north, as MBTiles, which counts them from the south."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE metadata (name TEXT, value TEXT)")
        database.execute(
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB)"
        )
        database.executemany("INSERT INTO metadata VALUES (?, ?)", metadata.items())
        rows = [(z, x, 2**z - 1 - y, data) for (z, x, y), data in tiles.items()]
        database.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)


def write_pmtiles(path, tiles, kind=TileType.PNG, **metadata):
    """Write tiles by (z, x, y) as PMTiles by the package of its makers."""
    levels = [z for z, _, _ in tiles]
    with path.open("wb") as file:
        writer = Writer(file)
        for (z, x, y), data in sorted(tiles.items(), key=lambda item: zxy_to_tileid(*item[0])):
            writer.write_tile(zxy_to_tileid(z, x, y), data)
        west, south, east, north = (round(degrees * 1e7) for degrees in BOUNDS)
        corners = {"min_lon_e7": west, "min_lat_e7": south, "max_lon_e7": east, "max_lat_e7": north}
        zooms = {"min_zoom": min(levels), "max_zoom": max(levels), "center_zoom": min(levels)}
        header = {
            "tile_type": kind,
            "tile_compression": Compression.NONE,
            "center_lon_e7": 0,
            "center_lat_e7": 0,
        }
        writer.finalize(header | corners | zooms, metadata)
