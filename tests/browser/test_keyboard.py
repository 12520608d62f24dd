"""The map by keyboard alone, what a popup does to the view, and which names are written where marks crowd."""

import pytest
from playwright.sync_api import expect

BOARD = "window.map.jintu"
SAID = "地图，共 {} 处地点。按 N 与 P 键依次走到各处，按 Enter 打开，按 Esc 关闭。"
OPEN = (
    f"id => {{ const b = {BOARD}, p = b.places.byId.get(id); b.open(p, L.latLng(p.point[1], p.point[0])); }}"
)


def frame_of(page):
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def rest(page):
    """Wait until the map neither pans nor zooms; return its view."""
    return (
        frame_of(page)
        .wait_for_function(
            """() => {
            const map = window.map;
            if ((map._panAnim && map._panAnim._inProgress) || map._animatingZoom) return null;
            return [map.getZoom(), map.getCenter().lng, map.getCenter().lat];
        }"""
        )
        .json_value()
    )


def focused(page):
    """Return the class of what has the focus in the map's frame."""
    return frame_of(page).evaluate("document.activeElement.className")


@pytest.fixture
def walk(open_page, map_of):
    """Open the map with the focus on it; give page and frame."""

    def walk(path="/?view=8,113,28.3"):
        page = open_page(path)
        frame = map_of(page)
        frame.locator(".leaflet-container").focus()
        return page, frame

    return walk


def test_keys_walk_from_mark_to_mark_with_most_figures_first(walk):
    page, frame = walk()
    box, live = frame.locator(".leaflet-container"), frame.locator(".jt-live")
    expect(box).to_have_attribute("role", "application")
    expect(box).to_have_attribute("aria-label", SAID.format(15))
    expect(live).to_have_attribute("aria-live", "polite")
    # 长沙市 has three figures; 岳阳市, 浏阳河 and the rest of those with one follow in the order of the table.
    page.keyboard.press("n")
    expect(live).to_have_text("长沙市，地级，第 1 处，共 15 处。")
    expect(frame.locator(".jt-tip")).to_have_text("长沙市")
    expect(frame.locator(".jt-ring")).to_have_count(1)
    page.keyboard.press("n")
    expect(live).to_have_text("岳阳市，地级，第 2 处，共 15 处。")
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(live).to_contain_text("第 15 处，共 15 处")
    page.keyboard.press("n")
    page.keyboard.press("n")
    expect(live).to_contain_text("岳阳市")
    page.locator(".st-key-themes button").filter(has_text="交通").click()
    expect(frame.locator(".jt-ring")).to_have_count(0)  # its mark is hidden
    expect(box).to_have_attribute("aria-label", SAID.format(12))


def test_enter_opens_and_escape_comes_back_to_the_mark(walk):
    page, frame = walk()
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    popup = frame.locator("article.jt-popup")
    expect(popup).to_be_focused()
    expect(popup).to_have_attribute("aria-label", "长沙市")
    page.wait_for_function("() => location.search.includes('place=cn-430100')")
    expect(popup).to_be_focused()
    page.keyboard.press("Tab")
    expect(popup.locator("summary").first).to_be_focused()
    expect(popup.locator("details").first).to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(popup.locator("details").first).not_to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    assert "leaflet-container" in focused(page)
    page.keyboard.press("n")
    expect(frame.locator(".jt-live")).to_contain_text("岳阳市")
    page.keyboard.press("Enter")
    frame.get_by_role("button", name="关闭").focus()
    page.keyboard.press("Enter")
    expect(popup).to_have_count(0)
    assert "leaflet-container" in focused(page)
    page.keyboard.press("Escape")
    expect(frame.locator(".jt-ring")).to_have_count(0)


@pytest.mark.parametrize(("words", "target"), [("跳到地图", "jt-map"), ("跳到表格", "jt-table")])
def test_a_link_skips_the_filters(open_page, map_of, words, target):
    page = open_page()
    map_of(page)
    link = page.get_by_role("link", name=words)
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_function("target => location.hash === '#' + target", arg=target)
    expect(page.locator("[data-testid='stException']")).to_have_count(0)
    if target == "jt-map":
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") == "IFRAME"


def test_a_popup_with_room_leaves_the_view_alone(walk):
    page, frame = walk("/?view=9,113.0,28.45")
    before = rest(page)
    # 石燕湖景区 stands below the middle of the map: there is room above it.
    frame_of(page).evaluate(OPEN, "s-2")
    expect(frame.locator("article.jt-popup h2")).to_have_text("石燕湖景区")
    page.wait_for_function("() => location.search.includes('place=s-2')")
    assert rest(page) == before
    # Another theme draws everything anew, and the view stays.
    page.locator(".st-key-themes button").filter(has_text="交通").click()
    expect(frame.locator(".leaflet-container")).to_have_attribute("aria-label", SAID.format(12))
    assert rest(page) == before
    expect(frame.locator("article.jt-popup h2")).to_have_text("石燕湖景区")


def test_a_popup_without_room_moves_the_map_no_further_than_it_must(walk):
    page, frame = walk("/?view=9,113.0,27.75")
    frame_of(page).evaluate(OPEN, "s-1")
    expect(frame.locator("article.jt-popup h2")).to_have_text("岳麓山")
    rest(page)
    top = frame_of(page).evaluate(
        """() => document.querySelector('.leaflet-popup').getBoundingClientRect().top
                - window.map.getContainer().getBoundingClientRect().top"""
    )
    # 54 pixels are kept for the search box, and not one more.
    assert top == pytest.approx(54, abs=2)


def test_a_link_opens_its_place_in_the_view_it_brings(open_page, map_of):
    page = open_page("/?place=a-1&view=9,113,28.0")
    frame = map_of(page)
    expect(frame.locator("article.jt-popup h2")).to_have_text("黄花机场")
    zoom, lon, lat = rest(page)
    assert (zoom, lon, lat) == (9, pytest.approx(113, abs=0.01), pytest.approx(28, abs=0.35))


def test_cities_and_lines_keep_their_names_among_many_marks(walk):
    page, _ = walk("/?view=8.5,113.1,28.25")
    written = set(
        frame_of(page)
        .wait_for_function(
            f"() => {BOARD}.labels.placed && {BOARD}.labels.placed.size > 3 && [...{BOARD}.labels.placed]"
        )
        .json_value()
    )
    assert {"长沙市", "浏阳河", "环湖旅游公路"} <= written


def test_the_name_of_a_line_stands_on_the_part_in_view(walk):
    # The middle of 浏阳河, at 113.4, is far to the east of this view.
    page, _ = walk("/?view=11,113.0,28.28")
    written = (
        frame_of(page)
        .wait_for_function(
            f"() => {BOARD}.labels.placed && {BOARD}.labels.placed.has('浏阳河') && [...{BOARD}.labels.placed]"
        )
        .json_value()
    )
    assert "浏阳河" in written
