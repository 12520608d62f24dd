"""Along a river or a road: places in order of kilometre."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geo import crs

LINES = ("LineString", "MultiLineString")


def lines(places: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return the places that are lines, the longest first."""
    found = places[places.geom_type.isin(LINES)]
    return found.assign(length_m=found.geometry.map(crs.length_m)).sort_values("length_m", ascending=False)


def along(places: gpd.GeoDataFrame, line_id: str, width_m: float) -> pd.DataFrame:
    """Return the other places within a distance of a line, in order along it.

    Parameters
    ----------
    places
        WGS84, positions as index.
    line_id
        A place that is a line.
    width_m
        How far a place may lie off.

    Returns
    -------
    pandas.DataFrame
        The places with ``km``, from the line's beginning, and ``off_km``. Each stands at its nearest point; parts of
        a line that do not touch are counted one after the other.
    """
    line = places.loc[places["id"].eq(line_id)].geometry.iloc[0]
    west, south, east, north = line.bounds
    metric = crs.map_crs(west, south, east, north)
    others = places[places["id"].ne(line_id) & places["lon"].notna()]
    points = gpd.GeoSeries(
        gpd.points_from_xy(others["lon"], others["lat"]), index=others.index, crs=places.crs
    )
    path = gpd.GeoSeries([line], crs=places.crs).to_crs(metric).iloc[0]
    in_metres = points.to_crs(metric).to_numpy()
    off = shapely.distance(path, in_metres)
    found = others.assign(km=_positions(path, in_metres) / 1000, off_km=off / 1000)
    return found[off <= width_m].sort_values(["km", "off_km"])


def _positions(path: BaseGeometry, points: np.ndarray) -> np.ndarray:
    """Return how far along a line each point stands, in its unit."""
    parts = np.array(shapely.get_parts(shapely.line_merge(path)))
    starts = np.concatenate([[0.0], np.cumsum(shapely.length(parts))[:-1]])
    nearest = shapely.distance(parts[:, None], points[None, :]).argmin(axis=0)
    positions: np.ndarray = starts[nearest] + shapely.line_locate_point(parts[nearest], points)
    return positions
