"""Everything known about one place, over all articles."""

import pandas as pd
import streamlit as st

from geo import crs
from geo.captions import Captions
from geo.model import Precision
from geo.ui import address, analysis, state
from geo.ui.change import compared
from geo.ui.components.figures import figure_table, said, series_chart, show_table
from geo.ui.components.words import chart_heading, heading, note
from geo.ui.dataset import Dataset
from geo.ui.names import called, lies_in, named

NEIGHBOURS = 8
_CHARTS_A_ROW = 3
_KM = 1000


def page() -> None:
    """Draw the page."""
    text, dataset = state.text(), state.published().dataset
    if dataset.places.empty:
        st.info(text("place.none"))
        return
    place = _chosen(dataset, text)
    _head(place, text)
    own, beside = _figures(dataset, str(place["id"]))
    titles = dataset.atlas.articles.set_index("article")["title"]
    _series(dataset, str(place["id"]), text)
    _conflicts(dataset, str(place["id"]), titles, text)
    for key, figures in (("popup.about", own), ("popup.context", beside)):
        if len(figures):
            st.markdown(f"##### {text(key)} ({len(figures)})")
            show_table(figure_table(figures, titles, text))
    if own.empty and beside.empty:
        st.info(text("place.nothing"))
    left, right = st.columns(2)
    with left:
        _neighbours(dataset, str(place["id"]), text)
    with right:
        _citations(dataset, str(place["id"]), text)


def _chosen(dataset: Dataset, text: Captions) -> pd.Series:
    """Let the user choose a place; the address holds it."""
    ids = dataset.places["id"].tolist()
    asked = st.query_params.get("place", "")
    if st.session_state.get("place_choice") not in dataset.positions:
        st.session_state["place_choice"] = asked if asked in dataset.positions else _busiest(dataset)
    chosen = st.selectbox(
        text("place.choose"),
        ids,
        format_func=lambda place_id: _called(dataset.places.iloc[dataset.positions[place_id]], text),
        key="place_choice",
        label_visibility="collapsed",
    )
    address.write({"place": chosen}, ("place",))
    return dataset.places.iloc[dataset.positions[chosen]]


def _called(place: pd.Series, text: Captions) -> str:
    return called(place["name"], place["adcode"], text.language)


def _busiest(dataset: Dataset) -> str:
    """Return the place with the most figures of its own."""
    counts = dataset.links.loc[dataset.links["about"], "place"].value_counts()
    return str(dataset.places["id"].iloc[int(counts.index[0]) if len(counts) else 0])


def _head(place: pd.Series, text: Captions) -> None:
    heading(_called(place, text))
    chain = lies_in(place["admin"], place["adcode"], text.language)
    note(" · ".join(filter(None, (text.or_key("kind", place["kind"]), chain))))
    if len(place["aliases"]):
        note(text("popup.aliases") + text("along.between").join(place["aliases"]))
    note(_precision(place, text))
    if pd.isna(place["lon"]):
        return
    st.page_link(
        st.session_state["map_page"],
        label=text("place.map"),
        query_params={"place": place["id"]},
        icon=":material/map:",
    )
    lon, lat = place[["lon", "lat"]].to_numpy(dtype=float)
    rows = {"WGS84": (lon, lat), "GCJ-02": crs.wgs84_to_gcj02(lon, lat), "BD-09": crs.wgs84_to_bd09(lon, lat)}
    st.code(
        "   ".join(f"{name} {float(x):.6f}, {float(y):.6f}" for name, (x, y) in rows.items()),
        language=None,
        wrap_lines=True,
    )


def _precision(place: pd.Series, text: Captions) -> str:
    said = text.or_key("precision", place["precision"])
    if place["uncertainty_m"] > 0 and place["precision"] != Precision.EXACT:
        said += f" ±{_distance(place['uncertainty_m'])}"
    return " · ".join(
        filter(None, (said, text("popup.located_by") + (place["source"] or "—"), place["licence"]))
    )


def _distance(metres: float) -> str:
    """Return a distance as the popups say it."""
    if metres < _KM:
        return f"{metres:.0f} m"
    return f"{metres / _KM:.{0 if metres >= 10 * _KM else 1}f} km"


def _figures(dataset: Dataset, place_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the figures about a place and those beside its name."""
    links = dataset.links[dataset.links["place"].eq(dataset.positions[place_id])]
    own, beside = links[links["about"]], links[~links["about"]]
    return dataset.indicators.iloc[own["row"]], dataset.indicators.iloc[beside["row"]]


def _series(dataset: Dataset, place_id: str, text: Captions) -> None:
    found = analysis.series_of(dataset, place_id)
    if not found:
        return
    st.markdown(f"##### {text('place.series')}")
    columns = st.columns(_CHARTS_A_ROW)
    for number, series in enumerate(found):
        with columns[number % _CHARTS_A_ROW], st.container(border=True):
            chart_heading(series.metric, f"{compared(series.key.comparison, text)} {series.key.base_unit}")
            st.altair_chart(series_chart(series, text), width="stretch")


def _conflicts(dataset: Dataset, place_id: str, titles: pd.Series, text: Captions) -> None:
    found = analysis.conflicts_of(dataset, place_id)
    if not found:
        return
    st.markdown(f"##### {text('place.conflicts')}")
    st.caption(text("place.conflicts.note"))
    rows = [
        {
            text("table.metric"): conflict.key.metric_key,
            text("table.value"): said(point, text),
            text("table.status"): text(f"status.{conflict.status.value}"),
            text("table.article"): titles.get(point.article, point.article),
            text("table.paragraph"): point.paragraph + 1,
        }
        for conflict in found
        for side in conflict.sides
        for point in side
    ]
    show_table(pd.DataFrame(rows))


def _neighbours(dataset: Dataset, place_id: str, text: Captions) -> None:
    near = analysis.neighbours(dataset.places, place_id, NEIGHBOURS)
    if near.empty:
        return
    st.markdown(f"##### {text('place.neighbours')}")
    table = {
        text("table.place"): named(near, text.language),
        text("table.kind"): [text.or_key("kind", kind) for kind in near["kind"]],
        text("place.distance"): (near["distance_m"] / 1000).round(1),
    }
    show_table(pd.DataFrame(table))


def _citations(dataset: Dataset, place_id: str, text: Captions) -> None:
    mentions = dataset.atlas.mentions
    named = mentions[mentions["place_id"].eq(place_id)]
    if named.empty:
        return
    st.markdown(f"##### {text('place.citations')}")
    counts = named.groupby(["article", "surface"]).size().reset_index(name="n")
    titles = dataset.atlas.articles.set_index("article")["title"]
    table = {
        text("table.article"): counts["article"].map(titles).fillna(counts["article"]),
        text("place.surface"): counts["surface"],
        text("about.mentions"): counts["n"],
    }
    show_table(pd.DataFrame(table))
