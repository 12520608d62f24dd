"""From page to page and back: a map goes on where it was left, and each page shows what it speaks of."""

from playwright.sync_api import expect

VIEW = "() => [window.map.getZoom(), window.map.getCenter().lng, window.map.getCenter().lat]"
NEAR = """([zoom, lon, lat]) => {
    const centre = window.map.getCenter();
    return window.map.getZoom() === zoom && Math.hypot(centre.lng - lon, centre.lat - lat) < 0.001;
}"""


def frame_of(page):
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def go_to(page, name):
    page.get_by_role("link", name=name, exact=True).click()


def test_the_map_goes_on_where_it_was_left(open_page, map_of):
    page = open_page("/?view=10.5,112.93,28.1")
    frame = map_of(page)
    frame.get_by_role("combobox").fill("岳麓山")
    frame.get_by_role("combobox").press("Enter")
    expect(frame.locator("article.jt-popup h2")).to_have_text("岳麓山")
    expect(page.get_by_text("只列“岳麓山”的 1 行。")).to_be_visible()
    frame_of(page).evaluate("() => { window.map.setView([28.4, 113.0], 9.5, { animate: false }); }")
    page.wait_for_function("() => location.search.includes('view=9.5')")
    left = frame_of(page).evaluate(VIEW)
    go_to(page, "对比")
    expect(page.get_by_role("heading", name="城市对比")).to_be_visible()
    go_to(page, "地图")
    again = map_of(page)
    expect(again.locator("article.jt-popup h2")).to_have_text("岳麓山")
    frame_of(page).wait_for_function(NEAR, arg=left)
    page.wait_for_function(
        "() => location.search.includes('place=s-1') && location.search.includes('view=9.5')"
    )
    expect(page.get_by_text("只列“岳麓山”的 1 行。")).to_be_visible()


def test_the_page_of_a_place_leads_to_it_on_the_map(open_page, map_of):
    page = open_page("/place?place=s-2")
    page.get_by_role("link", name="在地图上查看").click()
    expect(map_of(page).locator("article.jt-popup h2")).to_have_text("石燕湖景区")


def test_the_reader_brings_the_places_of_its_article_into_sight(open_page, map_of):
    page = open_page("/reader?article=t-2&view=8,120,40")
    map_of(page)
    inside = """() => window.map.jintu.places.list
        .filter(place => place.name.endsWith('产业园') && place.point)
        .map(place => window.map.getBounds().contains([place.point[1], place.point[0]])).join()"""
    frame_of(page).wait_for_function(f"() => ({inside})() === 'true,true'")
    assert "article=t-2" in page.url


def test_the_menu_of_a_phone_closes_when_a_page_is_chosen(open_page, map_of):
    page = open_page("/", width=390, height=844)
    map_of(page)
    for name, title in (("沿线", "沿线地点与数字"), ("对比", "城市对比")):
        page.get_by_test_id("stExpandSidebarButton").click()
        menu = page.get_by_test_id("stSidebar")
        expect(menu).to_have_attribute("data-collapsed", "false")
        expect(page.get_by_role("radio", name="English")).to_be_hidden()
        menu.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=title)).to_be_visible()
        expect(menu).to_have_attribute("data-collapsed", "true")
