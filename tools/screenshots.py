"""Take the pictures of README and docs: ``python tools/screenshots.py`` writes docs/images/*.png."""

from collections.abc import Callable
from dataclasses import dataclass

from app_server import FRAME, ROOT, chromium, painted, running
from playwright.sync_api import Page

OUT = ROOT / "docs" / "images"
WIDE, PHONE = (1440, 960), (390, 844)


def search(name: str) -> Callable[[Page], None]:
    """Return an act that finds a place on the map and opens it."""

    def act(page: Page) -> None:
        field = page.frame_locator(FRAME).get_by_role("combobox")
        field.fill(name)
        field.press("Enter")
        page.frame_locator(FRAME).locator("article.jt-popup").wait_for()

    return act


def nothing(_: Page) -> None:
    """Leave the page as it opens."""


@dataclass(frozen=True)
class Picture:
    """One picture: its file, the address, size and scheme, and what to do before it is taken."""

    name: str
    path: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"
    act: Callable[[Page], None] = nothing
    has_map: bool = True


PICTURES = (
    Picture("map", "/", act=search("浊漳河")),
    Picture("map-dark", "/?lang=en&view=8.5,112.9,36.2", scheme="dark", act=search("晋城市")),
    Picture("map-phone", "/", size=PHONE, act=search("太行一号")),
    Picture("compare", "/compare", has_map=False),
    Picture("place", "/place?place=140500", has_map=False),
)


def main() -> None:
    """Write every picture."""
    OUT.mkdir(parents=True, exist_ok=True)
    with chromium() as browser, running(ROOT / "app.py") as (address, _):
        for picture in PICTURES:
            width, height = picture.size
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=picture.scheme
            )
            page = context.new_page()
            page.goto(address + picture.path)
            if picture.has_map:
                painted(page)
            page.wait_for_selector(".stApp[data-test-script-state='notRunning']")
            page.locator("[data-testid='stDataFrame'] canvas").first.wait_for()
            picture.act(page)
            page.wait_for_timeout(1500)
            page.screenshot(path=OUT / f"{picture.name}.png")
            context.close()
            print(picture.name)


if __name__ == "__main__":
    main()
