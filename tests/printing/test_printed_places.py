import pytest
import shapely
from printed import ATLAS, BOUNDS, atlas_of, figure, place, points

from geo.model import PlaceKind, Theme
from geo.palette import THEME_STYLES
from geo.printing import labels, marks, symbols
from geo.printing.frame import frame
from geo.printing.sheet import Box
from geo.printing.subjects import NOWHERE, fitted, subjects

BOX = Box(14, 28, 220, 184)


def drawn(atlas, bounds=BOUNDS):
    shown = subjects(atlas, tuple(Theme))
    window = frame(bounds or fitted(shown), BOX)
    return marks.placed(shown, window), window


def test_a_place_wears_its_main_theme_and_own_figures_outweigh_the_rest():
    beside = [figure(n, "tourism", "context") for n in range(5)]
    atlas = atlas_of(place("甲", "park", shapely.Point(121, 29), [*beside, figure(9, "ecology")]))
    (every,) = subjects(atlas, tuple(Theme))
    assert every.look.theme is Theme.ECOLOGY
    assert every.own
    (some,) = subjects(atlas, (Theme.TOURISM,))
    assert some.look.theme is Theme.TOURISM
    assert not some.own
    assert some.figures == {"f0", "f1", "f2", "f3", "f4"}


def test_places_of_other_themes_are_left_out_and_those_without_figures_stay():
    names = {each.place["name"] for each in subjects(ATLAS, (Theme.ECOLOGY,))}
    assert names == {"甬江", "无数村"}


def test_the_map_fits_its_places_and_not_its_provinces():
    west, south, east, north = fitted(subjects(ATLAS, tuple(Theme)))
    # The city's box, which holds all the points, and 8 % on each side.
    assert (west, east) == pytest.approx((120.9 - 0.08 * 1.3, 122.2 + 0.08 * 1.3))
    assert (south, north) == pytest.approx((28.9 - 0.08 * 1.5, 30.4 + 0.08 * 1.5))


def test_a_map_of_a_single_point_has_some_room_around():
    west, south, east, north = fitted(subjects(atlas_of(place("甲", "park", shapely.Point(121, 29))), ()))
    assert (east - west, north - south) == pytest.approx((0.12, 0.12))


def test_without_a_place_in_reach_the_map_is_china():
    assert fitted([]) == NOWHERE
    assert fitted(subjects(atlas_of(place("巴西", "region", shapely.Point(-50, -10))), ())) == NOWHERE


def test_places_outside_or_unlocated_are_not_drawn():
    names = {each.subject.place["name"] for each in drawn(ATLAS)[0]}
    assert {"巴西", "佚名厂"}.isdisjoint(names)
    assert len(names) == 9


def test_places_at_one_point_stand_apart_around_it():
    many = atlas_of(*(place(f"站{n}", "other", shapely.Point(121.5, 29.8)) for n in range(20)))
    found, _ = drawn(many)
    spots = [shapely.Point(each.anchor) for each in found]
    nearest = min(one.distance(other) for n, one in enumerate(spots) for other in spots[:n])
    assert nearest > 2 * found[0].radius_mm * 0.95


def test_a_circle_is_as_large_as_the_uncertainty():
    found, window = drawn(ATLAS)
    hill = next(each for each in found if each.subject.place["name"] == "天童山")
    rings = []

    class Paper:
        def fill(self, shape, _):
            rings.append(shape)

        def lines(self, *_):
            pass

    marks._draw_ring(Paper(), hill, window)
    west, _, east, _ = rings[0].bounds
    # 9 km to either side.
    assert window.km(east - west) == pytest.approx(18, rel=0.005)


@pytest.mark.parametrize("count", [12, 150])
def test_names_never_cover_each_other_or_a_symbol(count):
    found, window = drawn(points(count), bounds=None)
    written = labels.arrange(labels.labels(found, window), found, BOX)
    boxes = [each.box.shape for each in written]
    # Area in common, for neighbours may touch.
    assert max(one.intersection(two).area for n, one in enumerate(boxes) for two in boxes[:n]) < 1e-9
    assert all(BOX.shape.contains(box) for box in boxes)
    symbols_of = shapely.union_all(
        [shapely.Point(each.anchor).buffer(each.radius_mm * 0.85) for each in found]
    )
    assert max(box.intersection(symbols_of).area for box in boxes) < 0.05
    names = {each.label.text for each in written}
    assert len(names) == len(written)
    if count == 12:
        assert {f"第{n}号观测站" for n in range(12)} <= names


def test_a_name_far_from_its_symbol_is_led_to_it():
    many = atlas_of(*(place(f"第{n}号观测站", "other", shapely.Point(121.5, 29.8)) for n in range(16)))
    found, window = drawn(many)
    written = labels.arrange(labels.labels(found, window), found, BOX)
    led = [each for each in written if each.led]
    assert led
    for each in led:
        leader = labels._leader(each)
        mark = shapely.Point(each.label.x, each.label.y)
        assert mark.distance(leader) == pytest.approx(each.label.radius_mm, abs=0.02)
        assert each.box.shape.distance(leader) == pytest.approx(0, abs=1e-9)


def test_every_kind_has_a_family_and_every_family_a_body_of_one_size():
    assert {symbols.family(kind) for kind in PlaceKind} == set(symbols.FAMILY_ORDER)
    for family in symbols.FAMILY_ORDER:
        assert symbols.body(family, 2.0).area == pytest.approx(12.566, rel=0.005)


@pytest.mark.parametrize("style", THEME_STYLES, ids=lambda style: style.theme)
def test_every_glyph_fits_its_body(style):
    glyph = symbols.glyph(style.theme, 1.0)
    assert glyph.is_valid
    assert 0.2 < glyph.area < 0.8
    assert shapely.Point(0, 0).buffer(0.95).contains(glyph)


def test_a_factory_has_windows():
    # Three windows of 2 x 2 on the grid of 24, at a share of 1.18 of the radius.
    holes = [
        hole for part in shapely.get_parts(symbols.glyph(Theme.INDUSTRY, 1.0)) for hole in part.interiors
    ]
    assert len(holes) == 3
    assert shapely.Polygon(holes[0]).area == pytest.approx(4 * (1.18 / 24) ** 2, rel=0.01)
