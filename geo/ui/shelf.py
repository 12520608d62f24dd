"""Where the server keeps what browsers may ask for: each thing under a token that nobody can guess.

A shelf holds weak references only. What a session puts there lives as long as the session keeps it, and no
longer; there is nothing to clean up.
"""

import secrets
from functools import cache
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

from geo.ui.dataset import Dataset
from geo.ui.handover import Handover

T = TypeVar("T")


class Shelf(Generic[T]):
    """Things by token."""

    def __init__(self) -> None:
        self._items: WeakValueDictionary[str, T] = WeakValueDictionary()

    def put(self, item: T) -> str:
        """Keep a thing while its owner holds it; return the token by which it is asked for."""
        token = secrets.token_urlsafe(24)
        self._items[token] = item
        return token

    def get(self, token: str) -> T | None:
        """Return the thing of a token, or None where there is none or no longer."""
        return self._items.get(token)


@cache
def shelf() -> Shelf[Dataset]:
    """Return the one shelf of datasets of this process, which the pages fill and the routes read."""
    return Shelf()


@cache
def handovers() -> Shelf[Handover]:
    """Return the one shelf of handovers of this process, which the pages fill and a route tells."""
    return Shelf()
