"""Streamlit's own scripts and styles, served from memory.

A page asks for some sixty of them before anything of Jintu's can begin. Streamlit looks each up on the disk, in
threads; on a slow machine the browser then waits half a second for files that never change.
"""

import mimetypes
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_FOREVER = "public, immutable, max-age=31536000"


class StaticFilesInMemory:
    """Middleware that answers for the files in Streamlit's ``static/static``, and for nothing else.

    Parameters
    ----------
    app
        What answers all other requests.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        asked = scope["type"] == "http" and scope["method"] == "GET"
        path = _files().get(scope["path"]) if asked else None
        await (_response(path) if path else self._app)(scope, receive, send)


@cache
def _files() -> dict[str, Path]:
    """Return the files by the path they are asked for; a path that is not among them is never looked for."""
    folder = Path(st.__file__).parent / "static"
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    prefix = f"/{base}/" if base else "/"
    files = (path for path in (folder / "static").rglob("*") if path.is_file())
    return {prefix + path.relative_to(folder).as_posix(): path for path in files}


@cache
def _response(path: Path) -> Response:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    headers = {"Cache-Control": _FOREVER, "X-Content-Type-Options": "nosniff"}
    return Response(path.read_bytes(), media_type=kind, headers=headers)
