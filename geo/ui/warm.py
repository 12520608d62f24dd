"""Do what the first page needs while the server still waits for its first visitor."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from threading import Thread
from typing import Any

from geo.errors import AtlasError
from geo.ui import routes
from geo.ui.published import builtin

# Not the pages themselves: a Streamlit component that is imported before the server's runtime is never served.
_SLOW_TO_IMPORT = ("altair", "folium", "geo.export", "geo.reading", "geo.series")


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:  # noqa: ANN401  Streamlit's application or Starlette's
    """Import what is slow before the first visitor is let in; open the atlas and compress beside him.

    Imports are not left to a thread: two threads that import the same packages at once can lock each other out.
    """
    for name in _SLOW_TO_IMPORT:
        import_module(name)
    Thread(target=_warm_up, daemon=True, name="warm-up").start()
    yield


def _warm_up() -> None:
    # What is opened here stays for good: no collection need look through it, neither now nor later.
    gc.disable()
    try:
        builtin().dataset.prepare()
    except AtlasError:
        pass  # told to the visitor, by the page
    finally:
        gc.enable()
    routes.pack()
    gc.freeze()
