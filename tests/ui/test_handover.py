import threading

import uvicorn
from starlette.applications import Starlette

from geo.ui import handover as module
from geo.ui.handover import Handover


def test_it_waits_until_it_is_told_and_never_again(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_S", 600)
    handover = Handover()
    waiter = threading.Thread(target=handover.wait, daemon=True)
    waiter.start()
    assert waiter.is_alive()
    handover.tell()
    waiter.join(timeout=60)
    assert not waiter.is_alive()
    handover.wait()


def test_its_patience_ends_where_no_browser_draws_a_map(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE_S", 0.01)
    handover = Handover()
    handover.wait()
    monkeypatch.setattr(module, "PATIENCE_S", 600)
    handover.wait()


def test_the_server_answers_without_nagles_delay():
    """Streamlit's socket has no protocol number; asyncio would leave Nagle's algorithm on. See docs/decisions/0007."""
    loop = uvicorn.Config(Starlette()).get_loop_factory()()
    try:
        assert type(loop).__module__ == "uvloop"
    finally:
        loop.close()
