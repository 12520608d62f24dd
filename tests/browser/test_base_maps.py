"""Base maps in a real Chromium: archives of this machine, services that are answered here, a key that stays at home."""

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect
from sample_atlas import sample_atlas
from test_map_page import choose_base_map, frame_of
from tile_files import png, write_mbtiles, write_pmtiles

from geo.atlas import save_atlas
from geo.model import Theme

ROOT = Path(__file__).parents[2]
KEY = "k3y-of-tianditu"
# One colour a level; in level 9 Changsha, 112.95 E 28.2 N, is tile 416 from the west and 214 from the north.
COLOURS = {8: (0, 0, 200), 9: (200, 0, 0)}
TILES = {
    (z, x, y): png(*COLOURS[z])
    for z, middle in ((8, (208, 107)), (9, (416, 214)))
    for x in range(middle[0] - 6, middle[0] + 7)
    for y in range(middle[1] - 6, middle[1] + 7)
}
HERE = "/?view=9,113,28.2"
WMTS = "https://tiles.example.org/{TileMatrix}/{TileRow}/{TileCol}.png"
SERVICES = (
    "https://*.autonavi.com/**",
    "https://tile.openstreetmap.org/**",
    "https://*.tianditu.gov.cn/**",
    "https://tiles.example.org/**",
)
# Whether all tiles of the map have come.
ALL_CAME = """() => {
    const tiles = [...document.querySelectorAll('.leaflet-jt-tiles-pane img.leaflet-tile')];
    return tiles.length > 0 && tiles.every(tile => tile.complete && tile.naturalWidth > 0);
}"""
# The colours of the tiles that stand on the map; for those of this machine alone, as a canvas keeps others to itself.
TILE_COLOURS = """() => {
    const tiles = [...document.querySelectorAll('.leaflet-jt-tiles-pane img.leaflet-tile')];
    return JSON.stringify([...new Set(tiles.map(tile => {
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = 1;
        const pen = canvas.getContext('2d');
        pen.drawImage(tile, 0, 0);
        return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
    }))]);
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("base_maps")


@pytest.fixture(scope="module")
def address(serve, folder):
    """Serve the application with all kinds of base map set."""
    save_atlas(sample_atlas(), folder / "atlas")
    write_mbtiles(folder / "town.mbtiles", TILES, name="老地图 {{7*191}}", attribution="© <b>Town</b> 1950")
    write_pmtiles(folder / "land.pmtiles", TILES, name="Land")
    settings = {
        "JINTU_ATLAS_DIR": str(folder / "atlas"),
        "JINTU_TILES_FILES": str(folder),
        "JINTU_TIANDITU_KEY": KEY,
        "JINTU_TILES_URL": WMTS,
        "JINTU_TILES_ATTRIBUTION": "© Example <i>Survey</i>",
    }
    with serve(ROOT / "app.py", folder, **settings) as found:
        yield found


@pytest.fixture
def asked(open_page, address, map_of):
    """Open the map with services that answer here; give page, frame and the requests they were sent."""
    requests = []

    def give(route):
        requests.append(route.request)
        route.fulfill(body=png(0, 0, 0), content_type="image/png")

    page = open_page(HERE, at=address)
    for service in SERVICES:
        page.route(service, give)
    return page, map_of(page), requests


@pytest.mark.parametrize(
    ("name", "attribution"),
    [("老地图 {{7*191}}（本机文件）", "© Town 1950"), ("Land（本机文件）", "边界")],
)
def test_an_archive_of_this_machine_is_drawn_without_any_request_outside(asked, name, attribution):
    page, frame, requests = asked
    choose_base_map(page, name)
    frame_of(page).wait_for_function(ALL_CAME)
    assert frame_of(page).evaluate(TILE_COLOURS) == '["200,0,0"]'
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text(attribution)
    assert requests == []


def test_an_archive_is_stretched_beyond_its_last_level(open_page, address, map_of):
    page = open_page("/?view=11,113,28.2", at=address)
    map_of(page)
    choose_base_map(page, "Land（本机文件）")
    frame_of(page).wait_for_function(ALL_CAME)
    assert frame_of(page).evaluate(TILE_COLOURS) == '["200,0,0"]'


def test_tianditu_comes_with_labels_and_its_key_goes_nowhere_else(asked, folder):
    page, frame, requests = asked
    assert requests == []
    choose_base_map(page, "天地图矢量（联网）")
    frame_of(page).wait_for_function(ALL_CAME)
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("天地图 © 国家地理信息公共服务平台")
    parts = [urlsplit(request.url) for request in requests]
    assert {part.hostname.partition(".")[2] for part in parts} == {"tianditu.gov.cn"}
    assert {part.path for part in parts} == {"/vec_w/wmts", "/cva_w/wmts"}
    queries = [parse_qs(part.query) for part in parts]
    assert all(query["tk"] == [KEY] and query["TILEMATRIX"] == ["9"] for query in queries)
    assert ["416"] in [query["TILECOL"] for query in queries]
    assert ["214"] in [query["TILEROW"] for query in queries]
    assert KEY not in page.url
    page.keyboard.press("Escape")
    page.get_by_role("button", name="更多格式").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="离线网页地图（HTML）").click()
    assert KEY.encode() not in download.value.path().read_bytes()
    assert KEY not in (folder / "server.log").read_text(encoding="utf-8")


def test_own_wmts_is_asked_by_row_and_column(asked):
    page, frame, requests = asked
    choose_base_map(page, "自定义瓦片（联网）")
    frame_of(page).wait_for_function(ALL_CAME)
    assert "https://tiles.example.org/9/214/416.png" in {request.url for request in requests}
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("© Example <i>Survey</i>")


def test_the_zip_tells_the_filter_and_stays_wgs84_on_a_shifted_map(asked):
    page, frame, requests = asked
    page.locator(".st-key-themes button").filter(has_text="文旅").click()
    choose_base_map(page, "高德（联网，显示时偏移）")
    frame_of(page).wait_for_function("() => window.map.jintu.places.url.endsWith('/gcj02')")
    frame_of(page).wait_for_function(ALL_CAME)
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("© 高德地图")
    assert {urlsplit(request.url).hostname.partition(".")[2] for request in requests} == {"is.autonavi.com"}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="更多格式").click()
    with page.expect_download() as download:
        page.locator(".st-key-export-zip button").click()
    with ZipFile(download.value.path()) as archive:
        package = json.loads(archive.read("datapackage.json"))
        features = json.loads(archive.read("places.geojson"))["features"]
    points = {
        each["id"]: each["geometry"]["coordinates"] for each in features if each["id"] in ("a-1", "p-1")
    }
    assert points == {"a-1": [113.22, 28.19], "p-1": [113.3, 28.3]}
    assert "tourism" not in package["filter"]["themes"]
    assert len(package["filter"]["themes"]) == len(Theme)
    assert package["counts"]["places"] == len(features)
    assert "s-1" not in {each["id"] for each in features}


def test_openstreetmap_is_told_where_it_is_shown(asked, address):
    page, _, requests = asked
    choose_base_map(page, "OpenStreetMap（联网）")
    frame_of(page).wait_for_function(ALL_CAME)
    # Without a referrer its servers answer 403.
    assert {request.all_headers()["referer"] for request in requests} == {address + "/"}


def test_a_base_map_that_does_not_come_is_said(asked):
    page, frame, _ = asked
    page.route("https://tile.openstreetmap.org/**", lambda route: route.abort())
    choose_base_map(page, "OpenStreetMap（联网）")
    expect(frame.locator(".jt-notice")).to_contain_text("底图没有取到")
    page.wait_for_function("() => location.search.includes('basemap=osm')")
    page.keyboard.press("Escape")
    choose_base_map(page, "内置矢量（离线）")
    expect(frame.locator(".jt-notice")).to_have_count(0)
    page.wait_for_function("() => !location.search.includes('basemap')")


def test_a_link_brings_its_base_map(open_page, address, map_of):
    page = open_page(HERE + "&basemap=none", at=address)
    map_of(page)
    frame_of(page).wait_for_function("() => window.map.jintu.ground === 'none'")
    assert "basemap=none" in page.url
