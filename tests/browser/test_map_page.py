import base64
import json
import re

import pytest
from geojson_rules import validate_geojson
from playwright.sync_api import expect
from sample_atlas import HOSTILE

from geo import crs

BOARD = "window.map.jintu"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg=="


def frame_of(page):
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def map_frame(page):
    return page.frame_locator("iframe[title^='streamlit_folium']")


def shown_names(page):
    """Return the names of the places that the map paints."""
    return set(
        frame_of(page).evaluate(
            f"{BOARD}.places.list.filter(p => p.point && {BOARD}.places.visible(p.i)).map(p => p.name)"
        )
    )


def wait_for_names(page, names):
    """Wait until the map paints exactly these places."""
    frame_of(page).wait_for_function(
        f"""(names) => {{
            const shown = {BOARD}.places.list.filter(p => p.point && {BOARD}.places.visible(p.i)).map(p => p.name);
            return shown.length === names.length && shown.every(name => names.includes(name));
        }}""",
        arg=sorted(names),
    )


def view_of(page):
    return frame_of(page).evaluate(
        "[window.map.getZoom(), window.map.getCenter().lng, window.map.getCenter().lat]"
    )


RESTING = """(element) => new Promise(resolve => {
    let before = "", paints = 0;
    const look = () => {
        const box = element.getBoundingClientRect(), now = [box.x, box.y, box.width, box.height].join();
        paints = now === before ? paints + 1 : 0;
        before = now;
        if (paints === 15) resolve(box.toJSON()); else requestAnimationFrame(look);
    };
    look();
})"""


def resting_box(locator):
    """Return where an element stands, once it has not moved for some paints."""
    return locator.evaluate(RESTING)


def wait_for_rest(page):
    """Wait until neither the map nor its frame moves any more: a popup may still be panning it."""
    resting_box(page.locator("iframe[title^='streamlit_folium']"))
    resting_box(map_frame(page).locator(".leaflet-map-pane"))
    frame_of(page).wait_for_function("() => !window.map._animatingZoom")


def settled_view_of(page):
    """Return the view once the map has come to rest."""
    wait_for_rest(page)
    return view_of(page)


def pixel_of(page, name):
    """Return where on the page a place's mark stands, once the map has come to rest."""
    wait_for_rest(page)
    at = frame_of(page).evaluate(
        f"""(name) => {{
            const places = {BOARD}.places, place = places.list.find(p => p.name === name);
            const at = places.standing(place, L.latLng(place.point[1], place.point[0]));
            const point = window.map.latLngToContainerPoint(at);
            return [point.x, point.y];
        }}""",
        name,
    )
    box = resting_box(page.locator("iframe[title^='streamlit_folium']"))
    return box["x"] + at[0], box["y"] + at[1]


def find(frame, text):
    frame.get_by_role("combobox").fill(text)
    frame.get_by_role("combobox").press("Enter")
    return frame.locator("article.jt-popup")


def theme_button(page, word):
    return page.locator(".st-key-themes button").filter(has_text=word)


def test_every_located_place_is_drawn(open_page, map_of):
    page = open_page()
    map_of(page)
    assert len(shown_names(page)) == 15
    assert set(HOSTILE) < shown_names(page)


def test_lines_areas_and_discs_are_drawn_as_such(open_page, map_of):
    page = open_page()
    map_of(page)
    drawn = frame_of(page).evaluate(
        f"""() => {{
            const places = {BOARD}.places, discs = places.discs;
            const marks = p => places.shapes[p.i].map(d => [d.level, d.shape.options.dashArray]);
            const disc = p => {{
                const k = discs.places.indexOf(p);
                return k < 0 ? [] : [["disc", discs.radii[k], discs.rings[k] > 0, JINTU.isHollow(p)]];
            }};
            return Object.fromEntries(places.list.map(p => [p.name, [...marks(p), ...disc(p)]]));
        }}"""
    )
    assert drawn["长沙市"] == [[0, None], ["disc", 9, False, True]]
    assert drawn["岳麓山"] == [["disc", 9, False, False]]
    assert drawn["石燕湖景区"] == [["disc", 7, True, False]]
    assert drawn["浏阳河"] == [[1, None]]
    assert drawn["环湖旅游公路"] == [[1, "9 6"]]
    assert drawn["星沙产业园"][0][3] is True
    assert drawn["某某重工"] == []


def test_a_theme_hides_its_places_and_keeps_the_view(open_page, map_of):
    page = open_page()
    map_of(page)
    page.mouse.move(720, 500)
    page.mouse.wheel(0, -240)
    page.wait_for_function("() => location.search.includes('view=')")
    before, view = shown_names(page), view_of(page)
    theme_button(page, "文旅").click()
    wait_for_names(page, before - {"岳麓山", "石燕湖景区"})
    assert view_of(page) == view
    theme_button(page, "文旅").click()
    wait_for_names(page, before)
    assert view_of(page) == view


def test_the_places_are_fetched_once(open_page, map_of):
    page = open_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url))
    map_of(page)
    shown = shown_names(page)
    theme_button(page, "交通").click()
    wait_for_names(page, shown - {"环湖旅游公路", "岳阳市", "黄花机场"})
    assert [url for url in fetched if url.endswith("places.json")][1:] == []


def test_search_flies_to_a_place_and_opens_it(open_page, map_of):
    page = open_page()
    popup = find(map_of(page), "岳麓")
    expect(popup.locator("h2")).to_have_text("岳麓山")
    expect(popup).to_contain_text("景区 · 湖南省 › 长沙市")
    expect(popup).to_contain_text("位置准确")
    expect(popup.locator(".jt-value")).to_have_text("300万人次2024年")
    expect(popup).to_contain_text("长沙文旅一年 · 试验日报 · 2025-01-05 · 第 1 段")
    assert view_of(page)[0] == 11


def test_a_click_opens_a_place_and_the_address_remembers_it(open_page, map_of):
    page = open_page()
    frame = map_of(page)
    page.mouse.click(*pixel_of(page, "岳麓山"))
    expect(frame.locator("article.jt-popup h2")).to_have_text("岳麓山")
    page.wait_for_function("() => location.search.includes('place=s-1')")


def test_a_place_narrows_the_table_and_a_row_of_another_does_not_go_back(open_page, map_of):
    page = open_page()
    frame = map_of(page)
    page.mouse.click(*pixel_of(page, "岳麓山"))
    expect(page.get_by_text("只列“岳麓山”的 1 行。")).to_be_visible()
    page.get_by_role("button", name="显示全部 18 行").click()
    expect(page.get_by_text("只列“岳麓山”的 1 行。")).to_have_count(0)
    expect(page.get_by_text("共 18 行")).to_be_visible()
    # The table of one row stands until that of all takes its place: a click on it would be lost.
    page.wait_for_function(
        """() => [...document.querySelectorAll('[data-testid=stDataFrame] canvas [role=gridcell]')]
            .some(cell => cell.textContent === '长沙市')"""
    )
    box = resting_box(page.locator("[data-testid='stDataFrame'] canvas").first)
    page.mouse.click(box["x"] + 16, box["y"] + 35 + 17)
    expect(frame.locator("article.jt-popup h2")).to_have_text("长沙市")
    page.wait_for_function("() => location.search.includes('place=cn-430100')")
    theme_button(page, "交通").click()
    page.wait_for_function("() => location.search.includes('themes=')")
    assert "place=cn-430100" in page.url


def test_a_link_reopens_the_view_with_its_place(open_page, map_of):
    page = open_page("/?themes=tourism&place=s-1&view=9.5,112.9,28.2&lang=en")
    frame = map_of(page)
    expect(frame.locator("article.jt-popup h2")).to_have_text("岳麓山")
    expect(frame.locator("article.jt-popup")).to_contain_text("Figures of this place (1)")
    wait_for_names(page, {"长沙市", "岳麓山", "石燕湖景区"})


def test_a_citys_figures_open_by_theme(open_page, map_of):
    page = open_page()
    popup = find(map_of(page), "长沙市")
    expect(popup.locator("summary")).to_have_text(["文旅2", "农业农村1"])
    theme_button(page, "农业农村").click()
    expect(popup.locator("summary")).to_have_text(["文旅2"])


def test_figures_beside_a_name_are_told_apart(open_page, map_of):
    page = open_page()
    popup = find(map_of(page), "石燕湖")
    expect(popup.locator(".jt-context h3")).to_have_text("同句或同段的指标 (1)")
    expect(popup).to_contain_text("位置近似 ±4.0 km")


def test_picking_a_row_opens_its_place(open_page, map_of):
    page = open_page()
    frame = map_of(page)
    box = resting_box(page.locator("[data-testid='stDataFrame'] canvas").first)
    page.mouse.click(box["x"] + 16, box["y"] + 35 + 17)
    expect(frame.locator("article.jt-popup h2")).to_have_text("长沙市")
    page.wait_for_function("() => location.search.includes('place=cn-430100')")


def test_the_download_is_what_is_shown(open_page, map_of):
    page = open_page("/?themes=tourism")
    map_of(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="GeoJSON", exact=True).click()
    text = download.value.path().read_text(encoding="utf-8")
    assert download.value.suggested_filename == "jintu.geojson"
    collection = json.loads(text)
    assert validate_geojson(collection) == []
    assert {feature["properties"]["name"] for feature in collection["features"]} == shown_names(page)
    themes = {i["theme"] for feature in collection["features"] for i in feature["properties"]["indicators"]}
    assert themes == {"tourism"}


def test_hostile_text_stays_text(open_page, map_of):
    page = open_page()
    frame = map_of(page)
    for number in range(4):
        popup = find(frame, HOSTILE[number][:8])
        expect(popup.locator("h2")).to_have_text(re.sub(r"\s+", " ", HOSTILE[number]))
    popup = find(frame, "青<img")
    expect(popup.locator(".jt-metric")).to_have_text(HOSTILE[1])
    assert frame.locator("article.jt-popup img, article.jt-popup script").count() == 0
    frame_of(page).evaluate("() => { window.map.closePopup(); }")
    page.mouse.move(*pixel_of(page, HOSTILE[1]))
    expect(frame.locator(".jt-tip")).to_have_text(HOSTILE[1])
    for title in (page.title(), frame_of(page).evaluate("document.title")):
        assert "owned" not in title
    assert "1337" not in frame_of(page).evaluate("document.body.innerText")


def test_the_map_works_on_a_phone(open_page, map_of):
    page = open_page(width=390, height=844, is_mobile=True, has_touch=True)
    frame = map_of(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    popup = find(frame, "长沙市")
    expect(popup.locator("h2")).to_have_text("长沙市")
    wait_for_rest(page)
    box = popup.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_the_map_is_dark_where_the_page_is(open_page, map_of):
    page = open_page(color_scheme="dark")
    map_of(page)
    assert frame_of(page).evaluate("document.documentElement.classList.contains('jt-dark')")


def test_language_changes_without_losing_the_view(open_page, map_of):
    page = open_page()
    frame = map_of(page)
    find(frame, "岳麓")
    expect(frame.locator("article.jt-popup")).to_contain_text("本地指标")
    view = settled_view_of(page)
    page.get_by_role("radio", name="English").click()
    expect(frame.locator("article.jt-popup")).to_contain_text("Figures of this place")
    assert view_of(page) == view


def test_a_click_tells_coordinates_in_three_systems(open_page, map_of):
    page = open_page("/?view=9,113,28.2")
    frame = map_of(page)
    frame.get_by_role("button", name="查看坐标").click()
    page.mouse.click(*pixel_of(page, "岳麓山"))
    said = frame.locator(".jt-said div")
    expect(said).to_have_count(3)
    words = said.all_text_contents()
    assert [word.split()[0] for word in words] == ["WGS84", "GCJ-02", "BD-09"]
    points = [[float(degrees) for degrees in word.split(" ", 1)[1].split(", ")] for word in words]
    assert points[1][0] - points[0][0] == pytest.approx(0.0055, abs=0.002)
    assert points[2][0] - points[1][0] == pytest.approx(0.0065, abs=0.001)


def test_distances_are_measured(open_page, map_of):
    page = open_page("/?view=8,113,28.2")
    frame = map_of(page)
    frame.get_by_role("button", name="测量距离").click()
    page.mouse.click(*pixel_of(page, "岳麓山"))
    page.mouse.click(*pixel_of(page, "黄花机场"))
    expect(frame.locator(".jt-said")).to_contain_text(re.compile(r"2[89]\.\d\d km"))


def test_own_articles_are_read_shown_and_kept_apart(open_page, map_of):
    page = open_page("/read")
    page.get_by_role("textbox", name="粘贴正文").fill(
        "2024年，" + HOSTILE[0] + "长沙市接待游客1200万人次。浏阳市新建公路35公里。"
    )
    page.get_by_role("button", name="开始识别").click()
    page.get_by_role("button", name="在地图上查看").click()
    map_of(page)
    assert {"长沙市", "浏阳市"} <= shown_names(page)
    other = open_page()
    map_of(other)
    assert "浏阳市" not in shown_names(other)
    page.get_by_role("link", name="原文").click()
    expect(page.locator(".jt-reader mark").first).to_be_visible()
    expect(page.locator(".jt-reader")).to_contain_text(HOSTILE[0])
    frame = map_of(page)
    page.locator(".jt-reader mark[data-place]", has_text="浏阳市").click()
    expect(frame.locator("article.jt-popup h2")).to_have_text("浏阳市")
    expect(frame.locator("article.jt-popup blockquote")).to_contain_text("浏阳市新建公路35公里")


@pytest.mark.parametrize("path", ["/place?place=x-1", "/compare", "/about", "/reader"])
def test_every_page_opens_and_stays_on_this_machine(open_page, path):
    page = open_page(path)
    page.locator("[data-testid='stDataFrame'], iframe").first.wait_for()
    expect(page.locator("[data-testid='stException']")).to_have_count(0)


def test_the_map_in_one_file_opens_from_disk(chromium, open_page, map_of, tmp_path):
    page = open_page("/?themes=tourism~culture")
    map_of(page)
    names = shown_names(page)
    page.get_by_role("button", name="更多格式").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="离线网页地图（HTML）").click()
    file = tmp_path / "map.html"
    download.value.save_as(file)
    context = chromium.new_context(offline=True)
    alone = context.new_page()
    offences = []
    alone.on("pageerror", lambda error: offences.append(str(error)))
    alone.on("dialog", lambda dialog: (offences.append(dialog.message), dialog.dismiss()))
    alone.on(
        "request",
        lambda request: offences.append(request.url) if not request.url.startswith("file:") else None,
    )
    alone.goto(file.as_uri())
    alone.locator("html[data-jt-turn]").wait_for(state="attached")
    assert (
        set(
            alone.evaluate(
                "map.jintu.places.list.filter(p => map.jintu.places.visible(p.i)).map(p => p.name)"
            )
        )
        == names
    )
    alone.get_by_role("combobox").fill("岳麓")
    alone.get_by_role("combobox").press("Enter")
    expect(alone.locator("article.jt-popup h2")).to_have_text("岳麓山")
    assert offences == []
    context.close()


def choose_base_map(page, name):
    page.locator(".stPopover button", has_text="筛选").click()
    page.locator(".st-key-basemap").get_by_role("combobox").click()
    page.get_by_role("option", name=name).click()


@pytest.fixture
def tiles(open_page):
    """Answer for the services of tiles; give a function that opens a page, and what was asked of them."""
    asked = []
    pixel = base64.b64decode(PIXEL)

    def give(route):
        asked.append(route.request.url)
        route.fulfill(body=pixel, content_type="image/png")

    def open_with_tiles(path):
        page = open_page(path)
        for service in ("https://tile.openstreetmap.org/**", "https://*.autonavi.com/**"):
            page.route(
                service,
                lambda route: (
                    asked.append(route.request.url),
                    route.fulfill(body=pixel, content_type="image/png"),
                ),
            )
        return page

    return open_with_tiles, asked


def test_tiles_come_only_when_chosen(tiles, map_of):
    open_with_tiles, asked = tiles
    page = open_with_tiles("/?view=9,113,28.2")
    frame = map_of(page)
    assert asked == []
    choose_base_map(page, "OpenStreetMap（联网）")
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("© OpenStreetMap contributors")
    frame.locator("img.leaflet-tile").first.wait_for(state="attached")
    assert asked[0].startswith("https://tile.openstreetmap.org/9/")


def test_amap_gets_a_shifted_copy_and_clicks_are_shifted_back(tiles, map_of):
    open_with_tiles, asked = tiles
    page = open_with_tiles("/?view=12,112.95,28.2")
    frame = map_of(page)
    point = f"() => {BOARD}.places.byId.get('s-1').point"
    assert frame_of(page).evaluate(point) == [112.93, 28.18]
    choose_base_map(page, "高德（联网，显示时偏移）")
    frame_of(page).wait_for_function(f"() => {BOARD}.places.url.endsWith('/gcj02') && {BOARD}.places.list")
    lon, lat = frame_of(page).evaluate(point)
    assert [lon, lat] == pytest.approx(
        [float(degrees) for degrees in crs.wgs84_to_gcj02(112.93, 28.18)], abs=1e-5
    )
    page.keyboard.press("Escape")
    frame.get_by_role("button", name="查看坐标").click()
    page.mouse.click(*pixel_of(page, "岳麓山"))
    said = frame.locator(".jt-said div").first
    expect(said).to_contain_text("WGS84 112.9")
    lon, lat = (float(degrees) for degrees in said.text_content().removeprefix("WGS84 ").split(", "))
    assert (lon, lat) == pytest.approx((112.93, 28.18), abs=4e-4)
    with page.expect_download() as download:
        page.get_by_role("button", name="GeoJSON", exact=True).click()
    features = json.loads(download.value.path().read_text(encoding="utf-8"))["features"]
    assert next(f for f in features if f["id"] == "s-1")["geometry"]["coordinates"] == [112.93, 28.18]
    assert all("autonavi.com" in url for url in asked)
