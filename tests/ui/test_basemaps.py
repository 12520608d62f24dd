import pytest

from geo.ui import basemaps
from geo.ui.components.map import ground, on_ground


def test_the_bundled_map_is_the_default():
    assert ground(basemaps.VECTOR)["urls"] == []
    assert ground("no such service")["key"] == basemaps.VECTOR


def test_tianditu_is_offered_only_with_a_key(monkeypatch):
    monkeypatch.delenv("JINTU_TIANDITU_KEY", raising=False)
    assert set(basemaps.offered()) == {"osm", "amap"}
    monkeypatch.setenv("JINTU_TIANDITU_KEY", "a b&c={z}")
    offered = basemaps.offered()
    assert set(offered) == {"osm", "amap", "tianditu_vec", "tianditu_img"}
    assert all(url.endswith("&tk=a%20b%26c%3D%7Bz%7D") for url in offered["tianditu_vec"].urls)
    assert offered["tianditu_vec"].urls[0].startswith("https://t{s}.tianditu.gov.cn/vec_w/wmts?")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", ""])
def test_only_web_addresses_are_tiles(monkeypatch, address):
    monkeypatch.setenv("JINTU_TILES_URL", address)
    assert "custom" not in basemaps.offered()


def test_only_a_shifted_map_gets_the_shifted_copy():
    view = {"data": "x"}
    assert on_ground(view, "amap")["data"] == "x/gcj02"
    assert on_ground(view, "osm")["data"] == "x"
    assert on_ground(view, "vector")["data"] == "x"
