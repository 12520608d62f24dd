"""The addresses under ``/jintu/`` that the map fetches from; see docs/decisions/0005."""

import gzip
import hashlib
import json
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from xstatic.pkg import leaflet

from geo import crs
from geo.palette import THEME_STYLES, tint
from geo.settings import data_dir
from geo.tiles import media_type
from geo.ui import basemaps
from geo.ui.shelf import handovers, shelf
from geo.ui.text import captions

ASSETS = Path(__file__).parent / "components" / "assets"
PREFIX = "jintu"
_FOREVER = "public, max-age=31536000, immutable"
_PRIVATE = "private, max-age=86400, immutable"
_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    "Referrer-Policy": "no-referrer",
}


def routes() -> list[Mount]:
    """Return the routes that `streamlit.App` serves beside its own."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    inner = [
        Route("/map/{version}/jintu.js", _script),
        Route("/map/{version}/jintu.css", _stylesheet),
        Route("/map/{version}/client-{language}.json", _client),
        Route("/basemap/{version}/{path:path}", _basemap),
        Route("/atlas/{token}/places.json", _places),
        Route("/atlas/{token}/details/{chunk:int}", _details),
        Route("/atlas/{token}/gcj02/places.json", _places_gcj02),
        Route("/atlas/{token}/gcj02/details/{chunk:int}", _details),
        Route("/drawn/{token}", _drawn, methods=["POST"]),
        Route("/tiles/{key}/{z:int}/{x:int}/{y:int}", _tile),
        Route("/crs/{system}/{lon:float},{lat:float}", _crs),
        Mount("/leaflet", StaticFiles(directory=leaflet.BASE_DIR)),
    ]
    return [Mount("/" + "/".join(part for part in (base, PREFIX) if part), routes=inner)]


@cache
def script() -> bytes:
    """Return the map's script, all files in order of name."""
    return b"\n".join(path.read_bytes() for path in sorted(ASSETS.glob("*.js")))


def stylesheet() -> bytes:
    """Return the map's style sheet."""
    return (ASSETS / "jintu.css").read_bytes()


@cache
def client(language: str) -> bytes:
    """Return captions and theme styles of one language as JSON for the map."""
    text = captions(language)
    themes = [
        {
            "key": style.theme.value,
            "name": text(f"theme.{style.theme.value}"),
            "colour": style.colour,
            "ink": style.ink,
            "shade": style.shade,
            "tint": tint(style.colour),
            "glyph": style.glyph,
        }
        for style in THEME_STYLES
    ]
    return json.dumps(
        {"language": text.language, "captions": dict(text.table), "themes": themes}, ensure_ascii=False
    ).encode()


@cache
def version() -> str:
    """Return a digest of script, style and captions, so that their addresses change when they do."""
    parts = (script(), stylesheet(), client("zh"), client("en"))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


@cache
def basemap_version() -> str:
    """Return a digest of the base map's files."""
    folder = data_dir() / "basemap"
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.json")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def pack() -> None:
    """Compress everything that does not change, ahead of the first request for it."""
    for body in (script(), stylesheet(), client("zh"), client("en")):
        _gzip(body)
    _basemap_files()
    basemap_version()


async def _script(_: Request) -> Response:
    return _packed(_gzip(script()), "text/javascript", _FOREVER)


async def _stylesheet(_: Request) -> Response:
    return _packed(_gzip(stylesheet()), "text/css", _FOREVER)


async def _client(request: Request) -> Response:
    return _packed(_gzip(client(request.path_params["language"])), "application/json", _FOREVER)


async def _basemap(request: Request) -> Response:
    packed = _basemap_files().get(request.path_params["path"])
    return _packed(packed, "application/json", _FOREVER) if packed else Response(status_code=404)


async def _places(request: Request) -> Response:
    dataset = shelf().get(request.path_params["token"])
    return _packed(dataset.packed, "application/json", _PRIVATE) if dataset else _gone()


async def _details(request: Request) -> Response:
    dataset = shelf().get(request.path_params["token"])
    if dataset is None or request.path_params["chunk"] >= dataset.chunks:
        return _gone()
    return _packed(_gzip(dataset.details(request.path_params["chunk"])), "application/json", _PRIVATE)


async def _places_gcj02(request: Request) -> Response:
    dataset = shelf().get(request.path_params["token"])
    return _packed(dataset.packed_gcj02, "application/json", _PRIVATE) if dataset else _gone()


async def _drawn(request: Request) -> Response:
    if handover := handovers().get(request.path_params["token"]):
        handover.tell()
    return Response(status_code=204, headers=_SAFE)


def _tile(request: Request) -> Response:
    """Give a tile of an archive that was named at the start; no part of the address is ever a path.

    Not asynchronous: Starlette then reads the file in a thread of its own.
    """
    asked = request.path_params
    archive = basemaps.local().archives.get(asked["key"])
    tile = archive.tile(asked["z"], asked["x"], asked["y"]) if archive else None
    kind = media_type(tile) if tile else None
    if tile is None or kind is None:
        return Response(status_code=404, headers=_SAFE)
    return Response(tile, media_type=kind, headers={"Cache-Control": _PRIVATE, **_SAFE})


async def _crs(request: Request) -> Response:
    """Tell a clicked point in three systems, whichever of two it was clicked in."""
    lon, lat = request.path_params["lon"], request.path_params["lat"]
    if request.path_params["system"] == "gcj02":
        lon, lat = crs.gcj02_to_wgs84(lon, lat)
    found = {
        "WGS84": (lon, lat),
        "GCJ-02": crs.wgs84_to_gcj02(lon, lat),
        "BD-09": crs.wgs84_to_bd09(lon, lat),
    }
    texts = {name: [f"{float(degrees):.6f}" for degrees in pair] for name, pair in found.items()}
    return Response(json.dumps(texts), media_type="application/json", headers=_SAFE)


def _gone() -> Response:
    return Response(
        "Not here, or no longer: reload the page.", status_code=404, headers={"Cache-Control": "no-store"}
    )


def _packed(body: bytes, media_type: str, caching: str) -> Response:
    headers = {"Content-Encoding": "gzip", "Cache-Control": caching, **_SAFE}
    return Response(body, media_type=media_type, headers=headers)


@cache
def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


@cache
def _basemap_files() -> dict[str, bytes]:
    folder = data_dir() / "basemap"
    paths = folder.rglob("*.json")
    return {path.relative_to(folder).as_posix(): _gzip(path.read_bytes()) for path in paths}
