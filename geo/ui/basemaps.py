"""What a map may be drawn on: the bundled vector map, nothing, tiles of this machine or of a service.

A service is asked only when the user chooses it, so none is the default; no export holds an address or a key.
"""

from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from geo.errors import TilesError
from geo.settings import TIANDITU_KEY, TILES_ATTRIBUTION, TILES_FILES, TILES_URL
from geo.tiles import About, Opened, leaflet_template, open_archives

VECTOR, NONE = "vector", "none"
LOCAL = "tiles/"
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
        Templates of its layers, the lowest first; those that begin with `LOCAL` are served by this application.
    subdomains
        Of the templates' ``{s}``.
    attribution
        What the service asks to be named.
    max_zoom
        Its last zoom level.
    shifted
        Whether it is drawn in GCJ-02, so that the display copy of the places must be too.
    name
        Of an archive, by its own word; empty for a service, which has a caption.
    min_zoom
        Its first zoom level.
    bounds
        South-west and north-east (lat, lon) of what it covers, as Leaflet wants them; None for the world.
    """

    key: str
    urls: tuple[str, ...]
    subdomains: str
    attribution: str
    max_zoom: int
    shifted: bool = False
    name: str = ""
    min_zoom: int = 0
    bounds: tuple[tuple[float, float], tuple[float, float]] | None = None


def offered() -> dict[str, Tiles]:
    """Return what can be chosen: archives, services, Tianditu only with a key, an address of one's own where set."""
    found = [_archive(key, archive.about) for key, archive in local().archives.items()]
    found.append(Tiles("osm", (_OSM,), "", "© OpenStreetMap contributors", 19))
    found.append(Tiles("amap", (_AMAP,), "1234", "© 高德地图", 18, shifted=True))
    if key := quote(TIANDITU_KEY.value(), safe=""):
        found.append(_tianditu("tianditu_vec", ("vec", "cva"), key))
        found.append(_tianditu("tianditu_img", ("img", "cia"), key))
    if isinstance(own := _own_service(), Tiles):
        found.append(own)
    return {tiles.key: tiles for tiles in found}


def local() -> Opened:
    """Return the archives of the setting."""
    return _opened(TILES_FILES.value())


@cache
def _opened(named: str) -> Opened:
    return open_archives(named)


def troubles() -> tuple[str, ...]:
    """Return a sentence for each base map that was set and cannot be used."""
    own = _own_service()
    return (*local().troubles, *([str(own)] if isinstance(own, TilesError) else []))


def _own_service() -> Tiles | TilesError | None:
    if not TILES_URL.value():
        return None
    try:
        template = leaflet_template(TILES_URL.value())
    except TilesError as error:
        return error
    return Tiles("custom", (template,), "abc", TILES_ATTRIBUTION.value(), 19)


def _tianditu(name: str, layers: tuple[str, ...], key: str) -> Tiles:
    urls = tuple(_TIANDITU.format(layer=layer, key=key) for layer in layers)
    return Tiles(name, urls, "01234567", "天地图 © 国家地理信息公共服务平台", 18)


def _archive(key: str, about: About) -> Tiles:
    west, south, east, north = about.bounds
    return Tiles(
        key=f"file-{key}",
        urls=(f"{LOCAL}{key}/{{z}}/{{x}}/{{y}}",),
        subdomains="",
        attribution=about.attribution,
        max_zoom=about.max_zoom,
        name=about.name,
        min_zoom=about.min_zoom,
        bounds=((south, west), (north, east)),
    )
