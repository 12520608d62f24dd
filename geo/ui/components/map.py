"""The map: Folium builds its skeleton once, and each change of what is shown is a new `View` on it.

No text of an article or a gazetteer passes a template: a template holds addresses and bytes in base 64, the browser
fetches the rest. See docs/decisions/0005.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

import folium
import pandas as pd
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium

from geo.ui import basemaps, routes
from geo.ui.filters import NO_THEME, Filter, Shown

HEIGHT_PX = 600
CHINA_BOUNDS = ((2.0, 62.0), (58.0, 146.0))
_UNSAFE = "{}<>&'%#`$\u2028\u2029"
_UP = "../../" + routes.PREFIX  # the component's frame lies two levels below the application


@dataclass(frozen=True, slots=True)
class Start:
    """Where the map opens."""

    lon: float
    lat: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Opening:
    """A place that is opened, by the page or on the map; a new ``turn`` opens the same place again."""

    place_id: str
    turn: int


def inert(value: object) -> str:
    """Return a JavaScript expression for a value that is inert in JavaScript, HTML and Jinja."""
    text = json.dumps(json.dumps(value, ensure_ascii=False, allow_nan=False))
    for character in _UNSAFE:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f"JSON.parse({text})"


class Skeleton(MacroElement):
    """Background, labels, search and legend of a map."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        JINTU.install({{ this._parent.get_name() }}, {{ this.config }});
        {% endmacro %}"""
    )

    def __init__(self, config: dict[str, Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # branca leaves it untyped
        self._name = "Skeleton"
        self.config = inert(config)


class View(folium.map.Layer):
    """What is shown now: an address, and which of the places behind it are painted how."""

    _template = Template(
        """{% macro script(this, kwargs) %}
        var {{ this.get_name() }} = new JINTU.View({{ this.view }});
        {{ this.get_name() }}.addTo({{ this._parent.get_name() }});
        {% endmacro %}"""
    )

    def __init__(self, view: dict[str, Any]) -> None:
        super().__init__(name="jintu", overlay=True, control=False)
        self._name = "View"
        self.view = inert(view)


def skeleton(start: Start, memory: str = "") -> folium.Map:
    """Return the map without any place; the same for a whole session, or the browser would build it anew.

    Parameters
    ----------
    start
        Where it opens.
    memory
        Under what name the browser keeps where the map was moved to, for when it is built again; empty for not at all.
    """
    chart = folium.Map(
        location=(start.lat, start.lon),
        tiles=None,
        max_bounds=True,
        min_lat=CHINA_BOUNDS[0][0],
        min_lon=CHINA_BOUNDS[0][1],
        max_lat=CHINA_BOUNDS[1][0],
        max_lon=CHINA_BOUNDS[1][1],
        zoom_control="topright",
        font_size="13px",
        zoom_snap=0.5,
        fade_animation=False,
        world_copy_jump=False,
    )
    # Folium hands its own parameters of these names to tile layers only.
    chart.options |= {"zoom": start.zoom, "minZoom": 4, "maxZoom": 16}
    mark = routes.version()
    chart.default_js = [("leaflet", f"{_UP}/leaflet/leaflet.js"), ("jintu", f"{_UP}/map/{mark}/jintu.js")]
    chart.default_css = [("leaflet", f"{_UP}/leaflet/leaflet.css"), ("jintu", f"{_UP}/map/{mark}/jintu.css")]
    basemap = f"{_UP}/basemap/{routes.basemap_version()}/"
    chart.add_child(Skeleton({"basemap": basemap, "crs": f"{_UP}/crs/", "memory": memory}))
    return chart


def view_of(
    shown: Shown, chosen: Filter, token: str, language: str, opening: Opening | None = None
) -> dict[str, Any]:
    """Return what a `View` carries: about a byte per place, whatever their figures and shapes."""
    return {
        "data": f"{_UP}/atlas/{token}",
        "client": f"{_UP}/map/{routes.version()}/client-{language}.json",
        "paint": shown.paint(),
        "shown": shown.indicator_bits(),
        "themes": [theme for theme in chosen.themes if theme != NO_THEME],
        "open": [opening.place_id, opening.turn] if opening else None,
        "ground": ground(basemaps.VECTOR),
    }


def ground(key: str) -> dict[str, Any]:
    """Return what a view says of its base map; the vector map for a service that is not offered."""
    tiles = basemaps.offered().get(key)
    if tiles is None:
        tiles = basemaps.Tiles(key if key == basemaps.NONE else basemaps.VECTOR, (), "", "", 16)
    urls = [f"{_UP}/{url}" if url.startswith(basemaps.LOCAL) else url for url in tiles.urls]
    return asdict(tiles) | {"urls": urls}


def on_ground(view: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a view on another base map, with the display copy of the places where that one is shifted."""
    chosen = ground(key)
    data = view["data"] + ("/gcj02" if chosen["shifted"] else "")
    return view | {"ground": chosen, "data": data}


def telling(view: dict[str, Any], token: str) -> dict[str, Any]:
    """Return a view that ends a handover once it is drawn."""
    return view | {"drawn": f"{_UP}/drawn/{token}"}


def framed(view: dict[str, Any], places: pd.DataFrame) -> dict[str, Any]:
    """Return a view that brings places into the frame when they are others than before."""
    if places.empty:
        return view
    west, south = places[["lon", "lat"]].min().tolist()
    east, north = places[["lon", "lat"]].max().tolist()
    return view | {"frame": [west, south, east, north]}


def show_map(start: Start, view: dict[str, Any], key: str, memory: str = "") -> Opening | None:
    """Draw the map; return the place that the user opened on it last, the same in each run until the next."""
    group = folium.FeatureGroup(name="jintu", control=False)
    group.add_child(View(view))
    answer = st_folium(
        skeleton(start, memory),
        key=key,
        height=HEIGHT_PX,
        use_container_width=True,
        feature_group_to_add=group,
        returned_objects=["last_active_drawing"],
    )
    clicked = (answer or {}).get("last_active_drawing")
    return Opening(clicked["id"], clicked["properties"]["turn"]) if clicked else None
