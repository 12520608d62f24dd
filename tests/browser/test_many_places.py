"""Five thousand places: one shape on the canvas, a click that finds the right one, toggles that carry no geometry."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from synthetic_atlas import synthetic_atlas
from test_map_page import BOARD, frame_of, pixel_of, theme_button

from geo.atlas import save_atlas

ROOT = Path(__file__).parents[2]
PLACES = 5000
# The first place in the middle of the map that another's disc touches, and no later one's.
UPPERMOST = """(list) => {
    const middle = window.map.getBounds().pad(-0.3);
    const at = list.map(p => window.map.latLngToContainerPoint([p.point[1], p.point[0]]));
    const near = (a, b) => Math.hypot(at[a].x - at[b].x, at[a].y - at[b].y);
    return list.find((p, i) => middle.contains([p.point[1], p.point[0]])
        && list.some((_, k) => k < i && near(i, k) < 8) && !list.some((_, k) => k > i && near(i, k) < 24)).name;
}"""


@pytest.fixture(scope="module")
def crowded(serve, tmp_path_factory):
    """Serve an atlas of many places; give its address."""
    folder = tmp_path_factory.mktemp("crowded")
    save_atlas(synthetic_atlas(PLACES), folder / "atlas")
    with serve(ROOT / "app.py", folder, JINTU_ATLAS_DIR=str(folder / "atlas")) as address:
        yield address


def wait_for_shown(page, count):
    frame_of(page).wait_for_function(
        f"(count) => {BOARD}.places.painted.filter(byte => byte > 0).length === count", arg=count
    )


def test_no_place_is_an_object_of_its_own_on_the_map(open_page, map_of, crowded):
    page = open_page(at=crowded)
    map_of(page)
    wait_for_shown(page, PLACES)
    assert frame_of(page).evaluate(f"Object.keys({BOARD}.places.renderer._layers).length") == 1


def test_a_click_opens_the_place_whose_disc_is_uppermost(open_page, map_of, crowded):
    page = open_page("/?view=9,112.5,37.5", at=crowded)
    frame = map_of(page)
    wait_for_shown(page, PLACES)
    name = frame_of(page).evaluate(f"() => ({UPPERMOST})({BOARD}.places.list)")
    page.mouse.click(*pixel_of(page, name))
    expect(frame.locator("article.jt-popup h2")).to_have_text(name)


def test_a_toggle_carries_a_byte_for_each_place_and_no_geometry(open_page, map_of, crowded):
    page = open_page(at=crowded)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    map_of(page)
    wait_for_shown(page, PLACES)
    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible()
    expect(page.locator("[data-testid='stDataFrame']")).to_be_visible()
    asked, sizes = [], []
    page.on("request", lambda request: asked.append(request.url))
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: sizes.append(len(event["response"]["payloadData"]) * 3 // 4),
    )

    theme_button(page, "文旅").click()
    frame_of(page).wait_for_function(
        f"(count) => {BOARD}.places.painted.filter(byte => byte > 0).length < count", arg=PLACES
    )

    expect(page.locator(".stApp[data-test-script-state='notRunning']")).to_be_visible()
    assert [url for url in asked if "/atlas/" in url] == []
    assert 2 * PLACES / 3 < sum(sizes) < 50_000
