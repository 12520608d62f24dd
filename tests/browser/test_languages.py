"""Names of divisions in both languages, in a real browser."""

from playwright.sync_api import expect


def find(frame, text):
    field = frame.get_by_role("combobox")
    field.fill(text)
    expect(frame.locator(".jt-found li[role=option]").first).to_be_visible()
    return field


def test_a_division_is_found_by_its_latin_name_and_keeps_the_chinese_one(open_page, map_of):
    page = open_page()
    frame = map_of(page)
    find(frame, "changsha")
    expect(frame.locator(".jt-found li span")).to_have_text(["长沙市"])
    page.get_by_role("radio", name="English").click()
    expect(frame.get_by_role("combobox")).to_have_attribute("placeholder", "Find a place…")
    find(frame, "Chang sha").press("Enter")
    popup = frame.locator("article.jt-popup")
    expect(popup.locator("h2")).to_have_text("长沙市")
    expect(popup.locator(".jt-latin")).to_have_text("Changsha")
    expect(popup.locator(".jt-kind")).to_have_text("Prefecture · 湖南省 Hunan")
    cells = page.locator("[data-testid='stDataFrame'] canvas [role='gridcell']")
    expect(cells.filter(has_text="长沙市 Changsha").first).to_be_attached()
