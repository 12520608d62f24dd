from io import BytesIO
from zipfile import ZipFile

import pytest
from starlette.applications import Starlette
from test_routes import Client
from tile_files import BOUNDS, png, write_mbtiles, write_pmtiles

from geo.export import FORMATS, exported
from geo.printing import PrintFormat, PrintOptions, print_map
from geo.ui import basemaps, routes
from geo.ui.components.map import ground, on_ground
from geo.ui.standalone import standalone

KEY = "k3y-of-tianditu"
TILES = {(9, 416, 214): png(200, 0, 0)}


@pytest.fixture
def archives(tmp_path, monkeypatch):
    """Two archives, named by the setting; their keys in the order of their names."""
    write_mbtiles(
        tmp_path / "a.mbtiles",
        TILES,
        name="{{7*191}}",
        attribution="© <i>Town</i>",
        bounds="112,27.5,114.5,29.5",
    )
    write_pmtiles(tmp_path / "b.pmtiles", TILES)
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.setenv("JINTU_TILES_FILES", str(tmp_path))
    return [key for key in basemaps.offered() if key.startswith("file-")]


@pytest.fixture
def client():
    return Client(Starlette(routes=routes.routes()))


def test_the_bundled_map_is_the_default():
    assert ground(basemaps.VECTOR)["urls"] == []
    assert ground("no such service")["key"] == basemaps.VECTOR
    assert ground(basemaps.NONE)["key"] == basemaps.NONE


def test_tianditu_is_offered_only_with_a_key(monkeypatch):
    monkeypatch.delenv("JINTU_TIANDITU_KEY", raising=False)
    assert set(basemaps.offered()) == {"osm", "amap"}
    monkeypatch.setenv("JINTU_TIANDITU_KEY", "a b&c={z}")
    offered = basemaps.offered()
    assert set(offered) == {"osm", "amap", "tianditu_vec", "tianditu_img"}
    assert all(url.endswith("&tk=a%20b%26c%3D%7Bz%7D") for url in offered["tianditu_vec"].urls)


@pytest.mark.parametrize(
    ("name", "layers"), [("tianditu_vec", ("vec", "cva")), ("tianditu_img", ("img", "cia"))]
)
def test_tianditu_has_its_labels_above_the_map(monkeypatch, name, layers):
    monkeypatch.setenv("JINTU_TIANDITU_KEY", KEY)
    assert basemaps.offered()[name].urls == tuple(
        f"https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}"
        f"&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={KEY}"
        for layer in layers
    )


def test_each_service_is_named_as_it_asks(monkeypatch):
    monkeypatch.setenv("JINTU_TIANDITU_KEY", KEY)
    monkeypatch.setenv("JINTU_TILES_URL", "https://e.org/{z}/{x}/{y}")
    monkeypatch.setenv("JINTU_TILES_ATTRIBUTION", "© Example Survey")
    named = {key: tiles.attribution for key, tiles in basemaps.offered().items()}
    assert named == {
        "osm": "© OpenStreetMap contributors",
        "amap": "© 高德地图",
        "tianditu_vec": "天地图 © 国家地理信息公共服务平台",
        "tianditu_img": "天地图 © 国家地理信息公共服务平台",
        "custom": "© Example Survey",
    }


def test_own_tiles_may_be_wmts(monkeypatch):
    monkeypatch.setenv("JINTU_TILES_URL", "https://e.org/w/{TileMatrix}/{TileRow}/{TileCol}.png")
    assert basemaps.offered()["custom"].urls == ("https://e.org/w/{z}/{y}/{x}.png",)
    assert basemaps.troubles() == ()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://e.org/{z}/{x}"])
def test_an_address_that_is_none_is_not_offered_and_said(monkeypatch, address):
    monkeypatch.setenv("JINTU_TILES_URL", address)
    assert "custom" not in basemaps.offered()
    assert len(basemaps.troubles()) == 1


def test_without_settings_there_is_no_trouble(monkeypatch):
    for name in ("JINTU_TILES_URL", "JINTU_TILES_FILES"):
        monkeypatch.delenv(name, raising=False)
    assert basemaps.troubles() == ()


def test_archives_are_offered_first_with_what_they_cover(archives):
    assert list(basemaps.offered())[:2] == archives
    first = ground(archives[0])
    assert (first["name"], first["attribution"]) == ("{{7*191}}", "© Town")
    assert (first["min_zoom"], first["max_zoom"]) == (9, 9)
    west, south, east, north = BOUNDS
    assert first["bounds"] == ((south, west), (north, east))
    assert first["urls"] == [f"../../jintu/tiles/{archives[0].removeprefix('file-')}/{{z}}/{{x}}/{{y}}"]


def test_the_application_serves_their_tiles(archives, client):
    for key in archives:
        answer = client.get(f"/jintu/tiles/{key.removeprefix('file-')}/9/416/214")
        assert (answer.status_code, answer.body) == (200, TILES[9, 416, 214])
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"].startswith("private")
        assert client.get(f"/jintu/tiles/{key.removeprefix('file-')}/9/416/215").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["{key}/9/416/99999999999999999999999", "{key}/99/0/0", "{key}/9/-1/0", "{key}/9/416/214.png", "{key}/9/416",
     "secret.txt/9/416/214", "../secret.txt/9/416/214", "..%2fsecret.txt/9/416/214", "a.mbtiles/9/416/214",
     "{key}/../../secret.txt", "%00/9/416/214", "0000000000000000/9/416/214"],
)  # fmt: skip
def test_nothing_else_is_served(archives, client, path):
    answer = client.get("/jintu/tiles/" + path.format(key=archives[0].removeprefix("file-")))
    assert answer.status_code == 404
    assert b"secret" not in answer.body


def test_only_a_shifted_map_gets_the_shifted_copy():
    view = {"data": "x"}
    assert on_ground(view, "amap")["data"] == "x/gcj02"
    assert on_ground(view, "osm")["data"] == "x"
    assert on_ground(view, "vector")["data"] == "x"


def test_no_export_holds_the_key_or_an_address(monkeypatch, atlas):
    monkeypatch.setenv("JINTU_TIANDITU_KEY", KEY)
    monkeypatch.setenv("JINTU_TILES_URL", f"https://tiles.example.org/{{z}}/{{x}}/{{y}}?key={KEY}")
    made = {name: exported(name, atlas, {}) for name in FORMATS}
    with ZipFile(BytesIO(made["zip"])) as archive:
        made |= {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(BytesIO(made["xlsx"])) as book:
        made |= {name: book.read(name) for name in book.namelist()}
    made["html"] = standalone(atlas, "t", "zh")
    made |= {kind: print_map(atlas, PrintOptions("t", file_format=kind)) for kind in PrintFormat}
    for data in made.values():
        assert KEY.encode() not in data
        assert b"tiles.example.org" not in data
        assert b"tianditu.gov.cn" not in data


def test_the_page_says_which_base_map_cannot_be_used(app, monkeypatch):
    monkeypatch.setenv("JINTU_TILES_URL", "https://e.org/{z}/{x}?k={key}")
    app.run()
    assert not app.exception
    said = [each.value.replace("\\", "") for each in app.caption]
    assert any("{key}" in sentence and "fill that in" in sentence for sentence in said)


def test_archives_are_offered_by_their_own_names(app, archives):
    app.run()
    options = app.selectbox(key="basemap").options
    assert options[2:4] == ["{{7*191}}（本机文件）", "b（本机文件）"]
    app.selectbox(key="basemap").set_value(archives[0]).run()
    assert not app.exception
    assert app.session_state["basemap"] == archives[0]
