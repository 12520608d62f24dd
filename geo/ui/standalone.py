"""A map in one HTML file that opens from disk: the same script, style and data, and no address at all."""

import html
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from xstatic.pkg import leaflet

from geo.atlas import Atlas
from geo.settings import data_dir
from geo.ui import basemaps, routes
from geo.ui.components.map import ground
from geo.ui.dataset import Dataset, open_dataset
from geo.ui.filters import ALL_THEMES, NO_THEME, Filter, apply

_BASEMAP = ("land.json", "china.json", "water.json", "borders.json", "labels.json")
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:">
<title>{title}</title>
<style>{style}</style>
<style>html, body, #map {{ height: 100%; margin: 0; }}</style>
</head>
<body>
<div id="map" role="application" aria-label="{title}"></div>
<script>{leaflet}</script>
<script>{script}</script>
<script id="data" type="application/json">{data}</script>
<script>
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
Object.entries(data.files).forEach(([url, value]) => JINTU.preload(url, value));
const map = L.map("map", {{ minZoom: 4, maxZoom: 16, zoomSnap: 0.5, fadeAnimation: false, zoomControl: false }});
L.control.zoom({{ position: "topright" }}).addTo(map);
map.fitBounds(data.bounds, {{ padding: [30, 30], maxZoom: 11 }});
JINTU.install(map, {{ basemap: "basemap/", crs: null }});
new JINTU.View(data.view).addTo(map);
</script>
</body>
</html>
"""


def standalone(atlas: Atlas, title: str, language: str) -> bytes:
    """Return an atlas as a self-contained HTML page.

    Parameters
    ----------
    atlas
        All of it is shown.
    title
        Of the page.
    language
        ``zh`` or ``en``.
    """
    dataset = open_dataset(atlas)
    page = _PAGE.format(
        language=language,
        title=html.escape(title),
        style=_leaflet("leaflet.css") + routes.stylesheet().decode(),
        leaflet=_leaflet("leaflet.js"),
        script=routes.script().decode(),
        data=_inside_script(
            {"files": _files(dataset, language), "bounds": _bounds(dataset), "view": _view(dataset)}
        ),
    )
    return page.encode()


def _leaflet(name: str) -> str:
    text = (Path(leaflet.BASE_DIR) / name).read_text(encoding="utf-8")
    return text.replace("//# sourceMappingURL=leaflet.js.map", "")


def _files(dataset: Dataset, language: str) -> dict[str, Any]:
    """Return everything the script would fetch, by the address it would use."""
    basemap = data_dir() / "basemap"
    return {
        **{f"basemap/{name}": json.loads((basemap / name).read_text(encoding="utf-8")) for name in _BASEMAP},
        "basemap/counties/index.json": {},
        "client": json.loads(routes.client(language)),
        "atlas/places.json": dataset.collection,
        **{f"atlas/details/{chunk}": json.loads(dataset.details(chunk)) for chunk in range(dataset.chunks)},
    }


def _view(dataset: Dataset) -> Mapping[str, Any]:
    shown = apply(dataset, Filter())
    return {
        "data": "atlas",
        "client": "client",
        "paint": shown.paint(),
        "shown": shown.indicator_bits(),
        "themes": [theme for theme in ALL_THEMES if theme != NO_THEME],
        "open": None,
        "ground": ground(basemaps.VECTOR),
    }


def _bounds(dataset: Dataset) -> list[list[float]]:
    """Return south-west and north-east of the places; of Shanxi where none is located."""
    located = dataset.places[dataset.places["lon"].notna()]
    if located.empty:
        return [[34.5, 110.2], [40.8, 114.6]]
    lat, lon = located["lat"], located["lon"]
    return [[float(lat.min()), float(lon.min())], [float(lat.max()), float(lon.max())]]


def _inside_script(value: object) -> str:
    """Return JSON that cannot end or open anything in HTML."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
