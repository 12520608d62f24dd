"""How long a user waits: first map, theme toggle, filter, row click; and what travels. Run with ``--help``."""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app_server import FRAME, ROOT, chromium, cpu_seconds, painted, resident_mb, running
from playwright.sync_api import Browser, Page
from synthetic_atlas import synthetic_atlas

from geo.atlas import load_atlas, save_atlas

CLOCK = "performance.timeOrigin + performance.now()"
WATCH = """() => { window.painted = []; new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(
    () => window.painted.push(performance.timeOrigin + performance.now())))).observe(document.documentElement,
    { attributes: true, attributeFilter: ['data-jt-turn'] }); }"""

# Playwright looks for the painted map every half second; the page itself knows when it was.
NOTE_FIRST = """const look = setInterval(() => {
    if (!document.documentElement || !document.documentElement.hasAttribute('data-jt-turn')) return;
    clearInterval(look);
    requestAnimationFrame(() => requestAnimationFrame(
        () => { window.firstPainted = performance.timeOrigin + performance.now(); }));
}, 10);"""


@dataclass
class Row:
    """What was measured at one size; times in seconds, one a repetition."""

    places: int
    cold: float = 0.0
    warm: list[float] = field(default_factory=list)
    toggle: list[float] = field(default_factory=list)
    search: list[float] = field(default_factory=list)
    row_click: list[float] = field(default_factory=list)
    toggle_bytes: list[int] = field(default_factory=list)
    toggle_cpu: float = 0.0
    memory_mb: float = 0.0


def measure(browser: Browser, folder: Path, places: int, times: int) -> Row:
    """Measure the application on one atlas."""
    row = Row(places)
    with running(ROOT / "app.py", JINTU_ATLAS_DIR=str(folder)) as (address, process):
        row.cold, page = first_map(browser, address)
        page.context.close()
        before = resident_mb(process.pid)
        for _ in range(times):
            seconds, page = first_map(browser, address)
            row.warm.append(seconds)
            page.context.close()
        _, page = first_map(browser, address)
        sent = traffic(page)
        cpu = cpu_seconds(process.pid)
        toggles(page, row, times, sent)
        row.toggle_cpu = (cpu_seconds(process.pid) - cpu) / (times + 1)
        row.search = [searching(page, word) for word in metrics(folder)]
        clear_text(page)
        row.row_click = [row_click(page, n) for n in range(min(times, 5))]
        row.memory_mb = (resident_mb(process.pid) - before) / (times + 1)
        page.context.close()
    return row


def first_map(browser: Browser, address: str) -> tuple[float, Page]:
    """Return the seconds from the call for the page to the painted map."""
    context = browser.new_context(viewport={"width": 1440, "height": 1300})
    context.add_init_script(NOTE_FIRST)
    page = context.new_page()
    start = time.time()
    page.goto(address, wait_until="commit")
    painted(page)
    frame = map_frame(page)
    frame.wait_for_function("() => window.firstPainted")
    seconds = frame.evaluate("window.firstPainted") / 1000 - start
    page.frame_locator(FRAME).locator("html[data-jt-base]").wait_for(state="attached")
    return seconds, page


def traffic(page: Page) -> list[int]:
    """Return a list that grows by the size of everything that arrives."""
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", 0))))
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: sizes.append(len(event["response"]["payloadData"]) * 3 // 4),
    )
    return sizes


def map_frame(page: Page):  # noqa: ANN201  a frame of Playwright
    """Return the map's frame."""
    return next(frame for frame in page.frames if "streamlit_folium" in frame.url)


def repainted(page: Page, act: Callable[[], None]) -> float:
    """Return the seconds from just before an act to the paint that answers it."""
    frame = map_frame(page)
    frame.evaluate(WATCH)
    start = page.evaluate(CLOCK)
    act()
    frame.wait_for_function("() => window.painted.length > 0", polling=20)
    return (frame.evaluate("window.painted[0]") - start) / 1000


def settle(page: Page) -> None:
    """Wait until Streamlit has finished its run."""
    page.wait_for_selector(".stApp[data-test-script-state='notRunning']", timeout=60_000)
    page.wait_for_timeout(400)


def toggles(page: Page, row: Row, times: int, sent: list[int]) -> None:
    """Measure theme toggles after one that warms up."""
    button = page.locator(".st-key-themes button").nth(1)
    for turn in range(times + 1):
        settle(page)
        sent.clear()
        seconds = repainted(page, button.click)
        settle(page)
        if turn:
            row.toggle.append(seconds)
            row.toggle_bytes.append(sum(sent))


def searching(page: Page, word: str) -> float:
    """Measure a change of the text filter."""
    settle(page)
    if not page.locator(".st-key-text input").is_visible():
        page.locator(".stPopover button").first.click()
    field_ = page.locator(".st-key-text input")
    field_.fill(word)
    return repainted(page, lambda: field_.press("Enter"))


def metrics(folder: Path) -> list[str]:
    """Return five metrics of an atlas, to be searched for."""
    names = load_atlas(folder).indicators["metric"].drop_duplicates()
    return names[names.str.len() > 1].iloc[:: max(len(names) // 5, 1)].head(5).tolist()


def clear_text(page: Page) -> None:
    """Take the text filter away and close its menu."""
    field_ = page.locator(".st-key-text input")
    if field_.is_visible():
        field_.fill("")
        field_.press("Enter")
        settle(page)
        page.keyboard.press("Escape")
    settle(page)


def row_click(page: Page, number: int) -> float:
    """Measure from the click on a row of the table to the opened popup."""
    settle(page)
    box = page.locator("[data-testid='stDataFrame'] canvas").first.bounding_box()
    map_frame(page).evaluate("() => { window.map.closePopup(); }")
    start = time.perf_counter()
    page.mouse.click(box["x"] + 16, box["y"] + 35 * (number + 1) + 17)
    page.frame_locator(FRAME).locator("article.jt-popup").wait_for(timeout=60_000)
    return time.perf_counter() - start


def plain(browser: Browser, folder: Path, times: int) -> tuple[float, float, int]:
    """Return first map, toggle and bytes of the plain way."""
    with running(ROOT / "tools" / "bench_plain.py", JINTU_ATLAS_DIR=str(folder), PYTHONPATH=str(ROOT)) as (
        address,
        _,
    ):
        page = browser.new_context(viewport={"width": 1440, "height": 1300}).new_page()
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        plain_painted(page)
        first = time.perf_counter() - start
        sent = traffic(page)
        seconds = [plain_toggle(page) for _ in range(times)]
        size = sum(sent) // times
        page.context.close()
    return first, statistics.median(seconds), size


def plain_painted(page: Page) -> None:
    """Wait until a map of the plain way holds its markers."""
    page.frame_locator(FRAME).locator("path.leaflet-interactive").last.wait_for(
        state="attached", timeout=180_000
    )


def plain_toggle(page: Page) -> float:
    """Measure a toggle of the plain way: the old frame is replaced by a new one."""
    old = page.locator(FRAME).element_handle()
    start = time.perf_counter()
    page.locator(".st-key-themes button").nth(1).click()
    page.wait_for_function("(old) => !old.isConnected", arg=old, polling=20, timeout=180_000)
    plain_painted(page)
    seconds = time.perf_counter() - start
    settle(page)
    return seconds


def line(row: Row, beside: tuple[float, float, int] | None) -> str:
    """Return a row of the table in Markdown."""
    middle = statistics.median
    cells = [
        f"{row.places:,}", f"{row.cold:.2f}", f"{middle(row.warm):.2f}", f"{middle(row.toggle):.2f}",
        f"{max(row.toggle):.2f}", f"{1000 * row.toggle_cpu:.0f}", f"{middle(row.toggle_bytes) / 1000:.0f}",
        f"{middle(row.search):.2f}", f"{middle(row.row_click):.2f}", f"{row.memory_mb:.1f}",
        *(beside_cells(beside, middle(row.toggle)) if beside else [""] * 4),
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def beside_cells(beside: tuple[float, float, int], toggle: float) -> list[str]:
    """Return what the plain way took, and how many times as long as ours its toggle did."""
    first, seconds, size = beside
    return [f"{first:.2f}", f"{seconds:.2f}", f"{size / 1000:.0f}", f"{seconds / toggle:.0f}"]


HEAD = (
    "| places | first map, cold (s) | warm (s) | toggle (s) | slowest | server CPU (ms) | bytes (kB) | text filter (s) "
    "| row to popup (s) | memory a session (MB) | plain: first map (s) | toggle (s) | bytes (kB) | times ours |\n"
    + "| ---: " * 14
    + "|"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[2000, 10000, 50000])
    parser.add_argument("--times", type=int, default=9)
    parser.add_argument("--plain-up-to", type=int, default=10000)
    options = parser.parse_args()
    print(HEAD)
    with chromium() as browser, tempfile.TemporaryDirectory() as scratch:
        print(
            line(measure(browser, ROOT / "data" / "atlas", builtin_size(), options.times), None), flush=True
        )
        for size in options.sizes:
            folder = Path(scratch) / str(size)
            save_atlas(synthetic_atlas(size), folder)
            beside = plain(browser, folder, 3) if size <= options.plain_up_to else None
            print(line(measure(browser, folder, size, options.times), beside), flush=True)


def builtin_size() -> int:
    """Return the number of places of the built-in atlas."""
    return (ROOT / "data" / "atlas" / "places.geojson").read_text(encoding="utf-8").count('"type":"Feature",')


if __name__ == "__main__":
    main()
