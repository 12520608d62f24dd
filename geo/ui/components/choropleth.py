"""Units coloured by one metric, in classes; one without a figure, or of another stretch of time, stays grey."""

from collections.abc import Collection, Mapping
from typing import Any

import altair as alt
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo.captions import Captions
from geo.series import MatrixRow, Point
from geo.ui.components.figures import in_one_line
from geo.ui.names import named
from geo.ui.printed import printed

HEIGHT_PX = 360
MOST_CLASSES = 4
SHADES_OF = {
    1: ("#92c0dc",),
    2: ("#d3e5f0", "#4a90bd"),
    3: ("#d3e5f0", "#92c0dc", "#4a90bd"),
    4: ("#d3e5f0", "#92c0dc", "#4a90bd", "#17527e"),
}
GREY = "#c9cdd3"
_TOLERANCE_DEG = 0.004
_LEGEND = alt.Legend(orient="bottom", columns=2, symbolType="square", symbolStrokeWidth=0, labelLimit=0)


def classes(values: list[float]) -> list[float]:
    """Return the upper bounds of up to four classes with about as many values each."""
    count = min(MOST_CLASSES, len(set(values)))
    return sorted(set(np.quantile(values, np.linspace(0, 1, count + 1)[1:], method="lower").tolist()))


def choropleth(row: MatrixRow, places: gpd.GeoDataFrame, text: Captions) -> alt.LayerChart:
    """Return a map of one metric over the units of a row, with the printed values on it."""
    points = {
        cell.place_id: cell.observation.value
        for cell in row.cells
        if cell.is_alike and cell.observation and cell.observation.value
    }
    names = class_names(points.values())
    units = places.set_index("id").loc[[cell.place_id for cell in row.cells]]
    rows = [
        {
            "type": "Feature",
            "geometry": _outline(shape),
            "name": name,
            "said": _said(points[place_id]) if place_id in points else "",
            "class": _class_of(points.get(place_id), names) or text("compare.gap"),
        }
        for place_id, name, shape in zip(
            units.index, named(units, text.language), units.geometry, strict=True
        )
    ]
    told = (f"{each['name']} {each['said'] or each['class']}" for each in rows)
    chart = _chart(rows, [*names.values(), text("compare.gap")], units)
    return chart.properties(description=in_one_line(row.metric_key, told))


def _outline(shape: BaseGeometry) -> dict[str, Any]:
    """Return a shape for Vega, which takes a ring that runs counter-clockwise for everything outside it."""
    thin = shapely.orient_polygons(shapely.simplify(shape, _TOLERANCE_DEG), exterior_cw=True)
    return dict(shapely.geometry.mapping(thin))


def class_names(points: Collection[Point]) -> dict[float, str]:
    """Return what each class is called, by its upper bound: the printed figure that bounds it."""
    bounds = classes([point.value for point in points])
    highest = {bound: max((p for p in points if p.value <= bound), key=lambda p: p.value) for bound in bounds}
    return {bound: f"≤ {_said(point)}" for bound, point in highest.items()}


def _said(point: Point) -> str:
    return printed(point.printed, point.unit)


def _class_of(point: Point | None, names: Mapping[float, str]) -> str:
    return "" if point is None else next(name for bound, name in names.items() if point.value <= bound)


def _chart(rows: list[dict[str, Any]], names: list[str], units: gpd.GeoDataFrame) -> alt.LayerChart:
    shades = [*SHADES_OF[len(names) - 1], GREY]
    shapes = (
        alt.Chart(alt.InlineData(values=rows), height=HEIGHT_PX)
        .mark_geoshape(stroke="#7d8794", strokeWidth=1)
        .encode(
            color=alt.Color(
                "class:N", title=None, sort=names, scale=alt.Scale(domain=names, range=shades), legend=_LEGEND
            ),
            tooltip=["name:N", "said:N"],
        )
    )
    points = units.geometry.representative_point()
    labels = pd.DataFrame(
        {"lon": points.x, "lat": points.y, "text": [f"{row['name']} {row['said']}" for row in rows]}
    )
    words = alt.Chart(labels).mark_text(
        fontSize=12, fontWeight=600, stroke="white", strokeWidth=2.5, strokeOpacity=0.8
    )
    plain = alt.Chart(labels).mark_text(fontSize=12, fontWeight=600, color="#22262c")
    places = {"longitude": "lon:Q", "latitude": "lat:Q", "text": "text:N"}
    chart: alt.LayerChart = (shapes + words.encode(**places) + plain.encode(**places)).project("mercator")
    return chart
