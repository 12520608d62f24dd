import os
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from pmtiles.tile import TileType
from tile_files import BOUNDS, png, write_mbtiles, write_pmtiles

from geo.tiles import media_type, open_archives
from geo.tiles.archive import WORLD

# In level 9 Changsha, 112.95 E 28.2 N, is tile 416 from the west and 214 from the north:
# (112.95 + 180) / 360 * 512 = 416.6; the Mercator of 28.2 degrees is 0.5134, (1 - 0.5134 / pi) / 2 * 512 = 214.2.
TILES = {(9, 416, 214): png(200, 0, 0), (9, 417, 214): png(0, 200, 0), (8, 208, 107): png(0, 0, 200)}


@pytest.fixture(params=["mbtiles", "pmtiles"])
def path(request, tmp_path):
    file = tmp_path / f"town.{request.param}"
    if request.param == "mbtiles":
        told = {"bounds": ",".join(map(str, BOUNDS)), "minzoom": "8", "maxzoom": "9"}
        write_mbtiles(
            file, TILES, name="城 <b>map</b>", attribution='© <a href="https://e.org">Town</a>', **told
        )
    else:
        write_pmtiles(file, TILES, name="城 <b>map</b>", attribution='© <a href="https://e.org">Town</a>')
    return file


def only(named):
    opened = open_archives(str(named))
    assert opened.troubles == ()
    (archive,) = opened.archives.values()
    return archive


def test_an_archive_gives_its_tiles_with_rows_from_the_north(path):
    archive = only(path)
    assert {at: archive.tile(*at) for at in TILES} == TILES
    assert archive.tile(9, 416, 297) is None


@pytest.mark.parametrize(
    "at",
    [
        (9, 0, 0),
        (3, 4, 2),
        (12, 3, 3),
        (9, 512, 0),
        (9, -1, 0),
        (-1, 0, 0),
        (60, 0, 0),
        (9, 10**30, 0),
        (9, 0, 2**9),
    ],
)
def test_where_nothing_is_nothing_is_given(path, at):
    assert only(path).tile(*at) is None


def test_an_archive_tells_of_itself_in_plain_text(path):
    about = only(path).about
    assert (about.name, about.attribution) == ("城 map", "© Town")
    assert (about.min_zoom, about.max_zoom, about.bounds) == (8, 9, BOUNDS)


def test_mbtiles_that_tell_nothing_are_measured(tmp_path):
    write_mbtiles(tmp_path / "bare.mbtiles", TILES, bounds="1,2,three,4", maxzoom="many")
    about = only(tmp_path / "bare.mbtiles").about
    assert (about.name, about.attribution, about.min_zoom, about.max_zoom) == ("bare", "", 8, 9)
    assert about.bounds == WORLD


@pytest.mark.parametrize("told", ["many", 9e999, b"\xff", None, -3])
def test_zoom_levels_that_are_none_cost_no_archive(tmp_path, told):
    write_mbtiles(tmp_path / "odd.mbtiles", TILES, minzoom=told, maxzoom=told)
    about = only(tmp_path / "odd.mbtiles").about
    assert (about.min_zoom, about.max_zoom) == ((0, 0) if told == -3 else (8, 9))


def test_tiles_that_stand_on_no_level_cost_no_archive(tmp_path):
    path = tmp_path / "odd.mbtiles"
    write_mbtiles(path, {(0, 0, 0): png(1, 2, 3)})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE tiles SET zoom_level = 'deep'")
    assert (only(path).about.min_zoom, only(path).about.max_zoom) == (0, 24)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("Town <![x] of lakes", "Town"),
        ("Town <![if x]>of lakes", "Town of lakes"),
        ("Town" + "<a " * 100_000, "Town"),
        ("Town" + "<!--" * 100_000, "Town"),
    ],
)
def test_broken_markup_costs_no_archive(tmp_path, markup, seen):
    write_mbtiles(tmp_path / "a.mbtiles", TILES, attribution=markup)
    assert only(tmp_path / "a.mbtiles").about.attribution.startswith(seen)


def test_mbtiles_are_read_without_being_written(tmp_path):
    path = tmp_path / "a b#?.mbtiles"
    write_mbtiles(path, TILES)
    before = path.read_bytes()
    assert only(path).tile(9, 416, 214) == TILES[9, 416, 214]
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_archive_that_is_taken_away_has_no_tiles(tmp_path):
    write_mbtiles(tmp_path / "a.mbtiles", TILES)
    archive = only(tmp_path / "a.mbtiles")
    (tmp_path / "a.mbtiles").write_bytes(b"no longer a database" * 100)
    assert archive.tile(9, 416, 214) is None
    (tmp_path / "a.mbtiles").unlink()
    assert archive.tile(9, 416, 214) is None
    assert list(tmp_path.iterdir()) == []


def test_a_broken_directory_has_no_tiles(tmp_path):
    path = tmp_path / "a.pmtiles"
    write_pmtiles(path, TILES)
    data = bytearray(path.read_bytes())
    # The header of 127 bytes tells at 8 and at 16 where the root directory lies and how long it is.
    start, length = struct.unpack_from("<QQ", data, 8)
    data[start : start + length] = b"\xff" * length
    path.write_bytes(data)
    assert only(path).tile(9, 416, 214) is None


def test_a_folder_gives_all_it_holds_and_other_files_are_passed_over(tmp_path):
    write_mbtiles(tmp_path / "a.mbtiles", TILES)
    write_pmtiles(tmp_path / "b.PMTILES", TILES)
    (tmp_path / "notes.txt").write_text("x")
    opened = open_archives(str(tmp_path))
    assert [archive.about.name for archive in opened.archives.values()] == ["a", "b"]
    assert opened.troubles == ()


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    write_mbtiles(tmp_path / "good.mbtiles", TILES)
    write_mbtiles(tmp_path / "empty.mbtiles", {})
    write_mbtiles(tmp_path / "vector.mbtiles", {(8, 208, 107): b"\x1f\x8b\x08 vector"}, format="pbf")
    write_pmtiles(tmp_path / "vector.pmtiles", {(8, 208, 107): b"\x1f\x8b\x08 vector"}, TileType.MVT)
    (tmp_path / "text.mbtiles").write_text("no database")
    (tmp_path / "text.pmtiles").write_text("no archive")
    (tmp_path / "short.pmtiles").write_bytes(b"PMTiles\x03")
    (tmp_path / "none.pmtiles").write_bytes(b"")
    opened = open_archives(
        os.pathsep.join([str(tmp_path), str(tmp_path / "gone.mbtiles"), str(tmp_path / "a.tif")])
    )
    assert [archive.about.name for archive in opened.archives.values()] == ["good"]
    said = {trouble.split(":")[0]: trouble for trouble in opened.troubles}
    assert set(said) == {
        "empty.mbtiles", "gone.mbtiles", "none.pmtiles", "short.pmtiles", "text.mbtiles", "text.pmtiles",
        "vector.mbtiles", "vector.pmtiles", "a.tif",
    }  # fmt: skip
    assert "no pictures" in said["vector.mbtiles"]
    assert "no pictures" in said["vector.pmtiles"]
    assert "no such file" in said["gone.mbtiles"]
    assert str(tmp_path) not in "".join(opened.troubles)


def refused(path):
    raise PermissionError(13, "Permission denied", str(path))


@pytest.mark.parametrize("name", ["~no such user/a.mbtiles", "a" * 5000, "closed"])
def test_what_cannot_be_looked_into_does_not_stop_the_rest(tmp_path, monkeypatch, name):
    (tmp_path / "closed").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "iterdir", refused)
    write_mbtiles(tmp_path / "good.mbtiles", TILES)
    opened = open_archives(os.pathsep.join([name, str(tmp_path / "good.mbtiles")]))
    assert [archive.about.name for archive in opened.archives.values()] == ["good"]
    assert len(opened.troubles) == 1


def test_a_key_tells_nothing_of_the_path_and_changes_with_the_file(path):
    (before,) = open_archives(str(path)).archives
    assert before.isalnum()
    os.utime(path, (1, 1))
    (after,) = open_archives(str(path)).archives
    assert after != before


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (png(1, 2, 3), "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x1cftypavif", "image/avif"),
        (b"<svg onload=alert(1)>", None),
        (b"<!doctype html>", None),
        (b"GIF89a", None),
        (b"", None),
    ],
)
def test_only_pictures_are_pictures(start, expected):
    assert media_type(start) == expected


def test_nothing_named_is_nothing_opened():
    assert open_archives("").archives == {}
