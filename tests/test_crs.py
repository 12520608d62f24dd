import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo import crs

china = st.tuples(st.floats(73.4, 135.2), st.floats(3.4, 53.6))

# Answers of AMap's and Baidu's own conversion services as their manuals print them, and the pairs that
# eviltransform tests itself with (its ellipsoid differs by a centimetre's worth).
GCJ02_PAIRS = [
    ((116.481499, 39.990475), (116.487585177952, 39.991754014757)),
    ((121.5272106, 31.1774276), (121.531541859215, 31.17530398364597)),
    ((113.912316, 22.543847), (113.9171764808363, 22.540796131694766)),
    ((116.377817, 39.911954), (116.38404722455657, 39.91334545536069)),
]
BD09_PAIRS = [((114.21892734521, 29.575429778924), (114.23074952312, 29.57908262908))]


@pytest.mark.parametrize(("wgs84", "gcj02"), GCJ02_PAIRS)
def test_gcj02_agrees_with_published_pairs(wgs84, gcj02):
    assert np.allclose(crs.wgs84_to_gcj02(*wgs84), gcj02, rtol=0, atol=2e-6)
    assert np.allclose(crs.gcj02_to_wgs84(*gcj02), wgs84, rtol=0, atol=2e-6)


def test_gcj02_to_bd09_agrees_with_the_pair_of_coordtransform():
    assert np.allclose(
        crs.gcj02_to_bd09(116.404, 39.915), (116.41036949371029, 39.92133699351021), rtol=0, atol=1e-12
    )


@pytest.mark.parametrize(("wgs84", "bd09"), BD09_PAIRS)
def test_bd09_agrees_with_published_pairs(wgs84, bd09):
    assert np.allclose(crs.wgs84_to_bd09(*wgs84), bd09, rtol=0, atol=5e-6)
    assert np.allclose(crs.bd09_to_wgs84(*bd09), wgs84, rtol=0, atol=5e-6)


@given(china)
def test_round_trips_close_within_a_billionth_of_a_degree(lonlat):
    for there, back in (
        (crs.wgs84_to_gcj02, crs.gcj02_to_wgs84),
        (crs.gcj02_to_bd09, crs.bd09_to_gcj02),
        (crs.wgs84_to_bd09, crs.bd09_to_wgs84),
    ):
        assert np.allclose(back(*there(*lonlat)), lonlat, rtol=0, atol=1e-9)
        assert np.allclose(there(*back(*lonlat)), lonlat, rtol=0, atol=1e-9)


@given(china)
def test_gcj02_moves_every_point_of_china_by_less_than_1500_metres(lonlat):
    moved = crs.distance_m(*lonlat, *crs.wgs84_to_gcj02(*lonlat))
    assert 1 < moved < 1500


@pytest.mark.parametrize(
    "lonlat", [(139.69, 35.69), (-0.13, 51.5), (72.0, 40.0), (105.0, -6.2), (100.0, 56.0)]
)
def test_points_outside_china_stay_untouched(lonlat):
    for convert in (crs.wgs84_to_gcj02, crs.gcj02_to_wgs84, crs.wgs84_to_bd09, crs.bd09_to_wgs84):
        lon, lat = convert(*lonlat)
        assert (float(lon), float(lat)) == lonlat


def test_arrays_keep_their_shape_and_agree_with_scalars():
    lon, lat = np.array([[112.86, 2.35], [113.11, 116.4]]), np.array([[35.5, 48.86], [36.2, 39.9]])
    moved_lon, moved_lat = crs.wgs84_to_gcj02(lon, lat)
    assert moved_lon.shape == moved_lat.shape == (2, 2)
    single = crs.wgs84_to_gcj02(113.11, 36.2)
    assert (moved_lon[1, 0], moved_lat[1, 0]) == (single[0], single[1])
    assert (moved_lon[0, 1], moved_lat[0, 1]) == (2.35, 48.86)


def test_a_degree_along_the_equator_and_the_meridian():
    # WGS84: 2 pi a / 360, and the length of the first meridian degree as tabulated by NGA.
    assert crs.distance_m(0, 0, 1, 0) == pytest.approx(111_319.49, abs=0.01)
    assert crs.length_m(shapely.LineString([(0, 0), (0, 1)])) == pytest.approx(110_574.39, abs=0.01)


def test_gap_is_zero_inside_and_true_outside():
    box = shapely.box(112, 35, 113, 36)
    assert crs.gap_m(box, 112.5, 35.5) == 0
    # Due south of the edge, whose geodesic is nearly the parallel: one tenth of a degree of latitude.
    assert crs.gap_m(box, 112, 34.9) == pytest.approx(crs.distance_m(112, 34.9, 112, 35), rel=1e-6)
