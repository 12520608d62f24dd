"""What a map may be drawn on: the bundled vector map, nothing, or tiles of a service that the user chooses.

Tiles come from outside, so they are never the default, and no export holds their address or a key.
"""

from dataclasses import dataclass
from urllib.parse import quote

from geo.settings import TIANDITU_KEY, TILES_URL

VECTOR, NONE = "vector", "none"
_TIANDITU = (
    "https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={layer}"
    "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
)
_AMAP = "https://webrd0{s}.is.autonavi.com/appmaptile?lang=zh_cn&size=1&scale=1&style=8&x={x}&y={y}&z={z}"
_OSM = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"


@dataclass(frozen=True, slots=True)
class Tiles:
    """A base map of tiles.

    Parameters
    ----------
    key
        Its name in addresses and captions.
    urls
        Templates of its layers, the lowest first.
    subdomains
        Of the templates' ``{s}``.
    attribution
        What the service asks to be named.
    max_zoom
        Its last zoom level.
    shifted
        Whether it is drawn in GCJ-02, so that the display copy of the places must be too.
    """

    key: str
    urls: tuple[str, ...]
    subdomains: str
    attribution: str
    max_zoom: int
    shifted: bool = False


def offered() -> dict[str, Tiles]:
    """Return the services that can be chosen: Tianditu only with a key, an address of one's own only where set."""
    found = [Tiles("osm", (_OSM,), "", "© OpenStreetMap contributors", 19)]
    found.append(Tiles("amap", (_AMAP,), "1234", "© 高德地图", 18, shifted=True))
    if key := quote(TIANDITU_KEY.value(), safe=""):
        found += [
            _tianditu("tianditu_vec", ("vec", "cva"), key),
            _tianditu("tianditu_img", ("img", "cia"), key),
        ]
    if (url := TILES_URL.value()).startswith(("http://", "https://")):
        found.append(Tiles("custom", (url,), "abc", "", 19))
    return {tiles.key: tiles for tiles in found}


def _tianditu(name: str, layers: tuple[str, ...], key: str) -> Tiles:
    urls = tuple(_TIANDITU.format(layer=layer, key=key) for layer in layers)
    return Tiles(name, urls, "01234567", "天地图 © 国家地理信息公共服务平台", 18)
