"""Along a river or a road: places in order of kilometre, those on a river's tributaries where these join it."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo import crs
from geo.ui.branches import Branch, Line, branches

LINES = ("LineString", "MultiLineString")
AREAS = ("Polygon", "MultiPolygon")


def lines(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the places that are lines: first those of which most is told, of equals the longest."""
    found = places[places.geom_type.isin(LINES)]
    told = found["indicators"].map(len)
    return found.assign(told=told, length_m=found.geometry.map(crs.length_m)).sort_values(
        ["told", "length_m"], ascending=False
    )


def network(places: gpd.GeoDataFrame, line_id: str, courses: tuple[Line, ...]) -> tuple[Branch, ...]:
    """Return a line of an atlas and, of the courses given, the tributaries it takes in.

    Parameters
    ----------
    places
        WGS84.
    line_id
        A place that is a line.
    courses
        Rivers to look for tributaries among, WGS84; none for a road.
    """
    row = places.loc[places["id"].eq(line_id)].iloc[0]
    return branches(Line(line_id, str(row["name"]), row.geometry), courses)


def along(places: gpd.GeoDataFrame, found: tuple[Branch, ...], width_m: float) -> pd.DataFrame:
    """Return the places within a distance of a line or its tributaries, in order along it.

    Parameters
    ----------
    places
        WGS84, positions as index.
    found
        From `network`.
    width_m
        How far a place may lie off; infinite for all that are given.

    Returns
    -------
    pandas.DataFrame
        The places with ``km``, where on the main line each stands or its tributary joins, ``via``, the names of the
        tributaries, ``up_km``, how far up from the main line, and ``off_km``. A tributary stands where it joins, any
        other place at the nearest point of the nearest line.
    """
    others = places[places["id"].ne(found[0].id) & places["lon"].notna()]
    lonlats = others[["lon", "lat"]].to_numpy(float)
    points = np.array(gpd.GeoSeries(shapely.points(lonlats), crs=places.crs).to_crs(found[0].crs))
    off_m = np.array([shapely.distance(branch.line, points) for branch in found]).reshape(len(found), -1)
    beside = off_m.min(axis=0) <= width_m
    stands = _stands(others["id"][beside], points[beside], off_m[:, beside], found)
    table: pd.DataFrame = pd.concat([pd.DataFrame(others)[beside], stands], axis="columns")
    return table.sort_values(["km", "via", "up_km", "off_km"])


def _stands(
    ids: pd.Series, points: NDArray[np.object_], off_m: NDArray[np.float64], found: tuple[Branch, ...]
) -> pd.DataFrame:
    own = {branch.id: branch for branch in found}
    rows = [
        _stand(own[place_id], None, 0.0)
        if place_id in own
        else _stand(found[int(column.argmin())], point, float(column.min()) / 1000)
        for place_id, point, column in zip(ids, points, off_m.T, strict=True)
    ]
    return pd.DataFrame(rows, columns=["km", "via", "up_km", "off_km"], index=ids.index)


def _stand(branch: Branch, point: BaseGeometry | None, off_km: float) -> tuple[float, str, float, float]:
    """Return km, via, up_km and off_km of a point beside a line; of the line's beginning without a point."""
    position_km = 0.0 if point is None else branch.position_m(point) / 1000
    if not branch.via:
        return position_km, "", 0.0, off_km
    return branch.joins_km, branch.via, branch.above_km + position_km, off_km


def within(places: gpd.GeoDataFrame, basin_id: str) -> gpd.GeoDataFrame:
    """Return the places whose point lies in the area of another."""
    area = places.loc[places["id"].eq(basin_id)].geometry.iloc[0]
    located = places[places["lon"].notna() & places["id"].ne(basin_id)]
    return located[shapely.contains_xy(area, located[["lon", "lat"]].to_numpy(float))]


def basin_of(places: gpd.GeoDataFrame, line_id: str) -> str | None:
    """Return the id of a river's basin, where the atlas has its area: the one called after the river."""
    name = str(places.loc[places["id"].eq(line_id), "name"].iloc[0])
    areas = places[places["kind"].eq("basin") & places.geom_type.isin(AREAS)]
    named = areas.loc[areas["name"].eq(f"{name}流域"), "id"]
    return None if named.empty else str(named.iloc[0])
