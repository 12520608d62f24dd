"""What a session knows: language, the atlas it looks at, the place it has open."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from geo.atlas import Atlas
from geo.captions import LANGUAGES, Captions
from geo.model import Article
from geo.ui.components.map import Opening, Start
from geo.ui.dataset import Dataset
from geo.ui.derived import gathered
from geo.ui.handover import Handover
from geo.ui.published import Published, builtin, publish
from geo.ui.shelf import handovers
from geo.ui.text import captions

BUILTIN, OWN = "builtin", "own"
_SHANXI = Start(lon=112.6, lat=36.4, zoom=8)
_VIEW_PARTS = 3


def set_own(atlas: Atlas, articles: Iterable[Article]) -> None:
    """Keep the atlas of the user's own articles, for this session alone, and look at it."""
    st.session_state["own_atlas"] = publish(atlas, {article.id: article.text for article in articles})
    st.session_state["source"] = OWN


def own() -> Published | None:
    """Return the atlas of the user's own articles, if there is one."""
    found: Published | None = st.session_state.get("own_atlas")
    return found


def published() -> Published:
    """Return what the session looks at."""
    mine = own()
    return mine if mine and st.session_state.get("source", BUILTIN) == OWN else builtin()


def handover() -> tuple[Handover, str]:
    """Return the session's wait for its first map, and the token by which the browser ends it."""
    if "handover" not in st.session_state:
        made = Handover()
        st.session_state["handover"] = made, handovers().put(made)
    found: tuple[Handover, str] = st.session_state["handover"]
    return found


def text() -> Captions:
    """Return the captions of the session's language."""
    return captions(st.session_state.get("lang") or LANGUAGES[0])


def enter(page: str) -> None:
    """Take note of the page that is drawn, and whether the user has just come to it."""
    st.session_state["entered"] = st.session_state.get("page_name") != page
    st.session_state["page_name"] = page


def entered() -> bool:
    """Tell whether the user has just come to the page: what it holds in the browser is built anew."""
    return bool(st.session_state.get("entered"))


def start(source: Published) -> Start:
    """Return where the map of an atlas opens, fixed for the session.

    The address has its say in the first; any other opens where its places are.
    """
    starts: dict[str, Start] = st.session_state.setdefault("starts", {})
    if source.token not in starts:
        asked = None if starts else _start_of_address()
        starts[source.token] = asked or _start_of(source.dataset)
    return starts[source.token]


def _start_of_address() -> Start | None:
    """Read ``?view=zoom,lon,lat``, which the map writes after each move."""
    parts = st.query_params.get("view", "").split(",")
    try:
        zoom, lon, lat = (float(part) for part in parts)
    except ValueError:
        return None
    inside = 4 <= zoom <= 16 and 62 <= lon <= 146 and 2 <= lat <= 58  # noqa: PLR2004  limits of the map
    return Start(lon=lon, lat=lat, zoom=zoom) if inside else None


def _start_of(dataset: Dataset) -> Start:
    """Return the middle of where most places are; of Shanxi where none is located."""
    main = gathered(dataset.places, dataset.cities)
    if main.empty:
        return _SHANXI
    return replace(
        _SHANXI, lon=round(float(main["lon"].median()), 3), lat=round(float(main["lat"].median()), 3)
    )


def opening() -> Opening | None:
    """Return the place that the page asks the map to open, from a picked row or the address."""
    found: Opening | None = st.session_state.get("opening")
    return found


def reopen() -> None:
    """Ask a map that is built anew to open the place of the address, or else the one the user left it with."""
    st.session_state.pop("clicked", None)
    if place_id := st.query_params.get("place") or st.session_state.get("open_place", ""):
        ask_to_open(place_id)


def ask_to_open(place_id: str) -> None:
    """Ask the map to fly to a place and open it."""
    last = opening()
    st.session_state["opening"] = Opening(place_id, (last.turn if last else 0) + 1)
    remember_place(place_id)
    if narrowed() != place_id:
        widen()


def opened(clicked: Opening | None) -> None:
    """Take note of a place that was opened on the map since the last run: the table narrows to it."""
    if clicked and clicked != st.session_state.get("clicked"):
        st.session_state["clicked"] = clicked
        st.session_state["narrowed"] = clicked.place_id
        remember_place(clicked.place_id)


def narrowed() -> str:
    """Return the id of the place that the table is narrowed to; empty for all."""
    return str(st.session_state.get("narrowed", ""))


def widen() -> None:
    """Let the table list all places again."""
    st.session_state["narrowed"] = ""


def remember_place(place_id: str) -> None:
    """Write the open place into the address, so that a link reopens it, and keep it for when the user comes back."""
    st.session_state["open_place"] = place_id
    if st.query_params.get("place") != place_id:
        st.query_params["place"] = place_id
