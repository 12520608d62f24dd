"""A real server and a real Chromium, once a session; nothing may leave this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Error, expect, sync_playwright

# The sample atlas is shared with the tests of pages, the made-up one with the benchmarks.
sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))
sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
from sample_atlas import sample_atlas

from geo.atlas import save_atlas

ROOT = Path(__file__).parents[2]
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
START_SECONDS = 120
# A state is waited for as long as a slow, busy machine may take; a test that passes never waits that long.
PATIENCE_MS = 120_000
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium_path():
    """Return a Chromium: the one said in the environment, one on the PATH, or None for Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("JINTU_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(SWITCHES))
        except Error as error:
            pytest.fail(f"No Chromium starts; put one on the PATH or set JINTU_CHROMIUM. {error}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(serve, tmp_path_factory):
    """Serve the application on the sample atlas; give its address."""
    folder = tmp_path_factory.mktemp("server")
    save_atlas(sample_atlas(), folder / "atlas")
    with serve(ROOT / "app.py", folder, JINTU_ATLAS_DIR=str(folder / "atlas")) as address:
        yield address


@pytest.fixture(scope="session")
def serve():
    """Give what serves a script for as long as it is asked for."""
    return serving


@contextmanager
def serving(script, folder, **settings):
    """Serve a script with settings in its environment and its log in a folder; give its address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    environment = {**os.environ, **settings}
    log = folder / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)  # noqa: S603  our own command
        try:
            wait_for(process, f"http://127.0.0.1:{port}/_stcore/health", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(process, address, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310  our own server
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        process_tick()
    pytest.fail(f"The server did not answer within {START_SECONDS} s. {log.read_text(encoding='utf-8')}")


def process_tick():
    time.sleep(0.05)  # between two polls


@pytest.fixture
def open_page(chromium, server):
    """Open an address; whatever a page does that it must not is gathered in ``page.offences``."""
    contexts = []

    def open_page(path="/", *, at=server, width=1440, height=1000, **options):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True, **options
        )
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.offences = []
        context.route("**/*", lambda route: answer(route, page.offences))
        page.on("pageerror", lambda error: page.offences.append(f"script error: {error}"))
        page.on(
            "dialog", lambda dialog: (page.offences.append(f"dialog: {dialog.message}"), dialog.dismiss())
        )
        page.goto(at + path)
        return page

    yield open_page
    offences = [offence for context in contexts for page in context.pages for offence in page.offences]
    for context in contexts:
        context.close()
    assert offences == []


def answer(route, offences):
    if route.request.url.startswith(LOCAL):
        route.continue_()
    else:
        offences.append(f"outside request: {route.request.url}")
        route.abort()


@pytest.fixture
def map_of():
    """Give the frame of a page's map once it has painted."""

    def map_of(page):
        frame = page.frame_locator("iframe[title^='streamlit_folium']")
        frame.locator("html[data-jt-turn]").wait_for(state="attached", timeout=PATIENCE_MS)
        return frame

    return map_of
