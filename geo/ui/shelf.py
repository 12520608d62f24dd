"""Where the server keeps what browsers may fetch: each thing under a token that nobody can guess.

The shelf holds weak references only. What a session puts there lives as long as the session keeps it, and no
longer; there is nothing to clean up.
"""

import secrets
from functools import cache
from weakref import WeakValueDictionary

from geo.ui.dataset import Dataset


class Shelf:
    """Datasets by token."""

    def __init__(self) -> None:
        self._items: WeakValueDictionary[str, Dataset] = WeakValueDictionary()

    def put(self, dataset: Dataset) -> str:
        """Keep a dataset while its owner holds it; return the token by which it is fetched."""
        token = secrets.token_urlsafe(24)
        self._items[token] = dataset
        return token

    def get(self, token: str) -> Dataset | None:
        """Return the dataset of a token, or None where there is none or no longer."""
        return self._items.get(token)


@cache
def shelf() -> Shelf:
    """Return the one shelf of this process, which the pages fill and the routes read."""
    return Shelf()
