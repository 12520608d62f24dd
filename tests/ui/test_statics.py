import asyncio
from pathlib import Path

import pytest
import streamlit as st

from geo.ui.statics import StaticFilesInMemory

FOLDER = Path(st.__file__).parent / "static"
FILE = min((FOLDER / "static" / "js").glob("index.*.js"))


def asked(path, method="GET", kind="http"):
    """Return what a request is answered by: a response's messages, or the application behind the middleware."""
    sent = []

    async def behind(*_):
        sent.append("behind")

    async def send(message):
        sent.append(message)

    asyncio.run(
        StaticFilesInMemory(behind)({"type": kind, "method": method, "path": path, "headers": []}, None, send)
    )
    return sent


def test_a_script_is_answered_as_it_lies_on_the_disk():
    start, body = asked(f"/static/js/{FILE.name}")
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    assert start["status"] == 200
    assert headers["content-type"].startswith("text/javascript")
    assert headers["cache-control"] == "public, immutable, max-age=31536000"
    assert body["body"] == FILE.read_bytes()


@pytest.mark.parametrize(
    "path",
    ["/", "/index.html", "/static/js/nothing.js", "/static/../index.html", "/static/js/../../index.html",
     "/static//etc/passwd", "/static/%2e%2e/index.html", f"/static/js/{FILE.name}/", "/jintu/leaflet/leaflet.js"],
)  # fmt: skip
def test_everything_else_is_handed_on(path):
    assert asked(path) == ["behind"]


def test_only_getting_is_answered():
    assert asked(f"/static/js/{FILE.name}", method="POST") == ["behind"]
    assert asked(f"/static/js/{FILE.name}", kind="websocket") == ["behind"]
