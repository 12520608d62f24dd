"""The map first: once a session, what stands below it waits until the browser has drawn the map.

Table and buttons bring a megabyte of script. Given them together with the map, the browser reads all of that
before it begins with the map's frame, and the first map comes about a second later.
"""

from threading import Event

PATIENCE_S = 2.5


class Handover:
    """One session's wait for its first map; short and bounded, for a browser may never draw one."""

    def __init__(self) -> None:
        self._drawn = Event()
        self._waited = False

    @property
    def told(self) -> bool:
        """Whether the map is drawn."""
        return self._drawn.is_set()

    def tell(self) -> None:
        """Say that the map is drawn; to be called from any thread."""
        self._drawn.set()

    def wait(self) -> None:
        """Wait for the first map, the first time only."""
        if not self._waited:
            self._waited = True
            self._drawn.wait(PATIENCE_S)
