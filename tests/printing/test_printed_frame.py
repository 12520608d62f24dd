import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geo.printing.frame import frame, sound
from geo.printing.panel import convergence_deg, scale_bar
from geo.printing.sheet import Box, outline

BOX = Box(14, 28, 220, 184)
GEOD = Geod(ellps="WGS84")


@st.composite
def bounds(draw):
    west, south = draw(st.floats(74, 130)), draw(st.floats(4, 50))
    return west, south, west + draw(st.floats(0.05, 15)), south + draw(st.floats(0.05, 7))


@given(bounds())
def test_a_frame_shows_all_of_its_bounds_and_fills_one_side(asked):
    window = frame(asked, BOX)
    corners = window.to_mm(shapely.get_coordinates(shapely.segmentize(shapely.box(*asked), 0.05)))
    assert corners[:, 0].min() >= BOX.left - 0.1
    assert corners[:, 0].max() <= BOX.right + 0.1
    assert corners[:, 1].min() >= BOX.bottom - 0.1
    assert corners[:, 1].max() <= BOX.top + 0.1
    width, height = np.ptp(corners, axis=0)
    assert width == pytest.approx(BOX.width, abs=0.5) or height == pytest.approx(BOX.height, abs=0.5)


@given(bounds())
def test_points_come_back(asked):
    window = frame(asked, BOX)
    there = np.array([[asked[0], asked[1]], [asked[2], asked[3]]])
    assert np.abs(window.to_lonlat(window.to_mm(there)) - there).max() < 1e-7


def test_the_bar_is_as_long_as_the_ground_says():
    window = frame((112.0, 35.0, 114.0, 37.0), BOX)
    km, length_mm = scale_bar(window, 46.0)
    x, y = window.middle
    (lon, lat), (to_lon, to_lat) = window.to_lonlat(np.array([[x, y], [x + length_mm, y]]))
    _, _, metres = GEOD.inv(lon, lat, to_lon, to_lat)
    assert km == 50
    assert metres / 1000 == pytest.approx(50, rel=0.001)
    assert length_mm <= 46


@pytest.mark.parametrize("room_mm", [3.0, 17.0, 46.0, 90.0])
def test_a_bar_is_a_round_number_and_the_longest_that_fits(room_mm):
    window = frame((112.0, 35.0, 114.0, 37.0), BOX)
    km, length_mm = scale_bar(window, room_mm)
    assert km / 10 ** math.floor(math.log10(km)) in (1, 2, 3, 4, 5)
    assert room_mm / 2 <= length_mm <= room_mm


def test_north_leans_by_half_the_width_times_the_sine_of_latitude():
    window = frame((100.0, 29.0, 110.0, 31.0), BOX)
    west, south, east, north = window.lonlat_bounds
    expected = (east - west) / 2 * math.sin(math.radians((south + north) / 2))
    assert convergence_deg(window) == pytest.approx(expected)
    assert 2.4 < convergence_deg(window) < 2.7


def test_what_is_placed_is_cut_at_the_frame():
    window = frame((112.0, 35.0, 114.0, 37.0), BOX)
    placed = window.placed(shapely.box(100, 30, 120, 40))
    assert placed.area == pytest.approx(BOX.width * BOX.height, rel=1e-6)
    assert window.placed(shapely.Point(-50, -10)).is_empty


def test_broken_rings_and_lines_do_not_hide_the_rest():
    dot = [(112.5, 36), (112.5, 36), (112.5, 36), (112.5, 36)]
    area = shapely.Polygon([(112, 35), (114, 35), (114, 37), (112, 37)], [dot])
    assert sound(area).area == pytest.approx(4)
    lines = shapely.MultiLineString([[(112, 35), (112, 35)], [(112, 35), (113, 36)]])
    assert sound(lines).length == pytest.approx(math.sqrt(2))


def test_holes_run_against_their_shells():
    holed = shapely.box(0, 0, 10, 10) - shapely.box(4, 4, 6, 6)
    shell, hole = outline(holed).to_polygons()
    areas = [shapely.LinearRing(ring).is_ccw for ring in (shell, hole)]
    assert areas[0] != areas[1]
