"""A progress bar for long work: on standard error, and only where somebody looks at it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track as rich_track

_T = TypeVar("_T")


def track(items: Iterable[_T], total: int) -> Iterator[_T]:
    """Yield the items, with a bar that moves on a terminal and nothing elsewhere."""
    console = Console(stderr=True)
    yield from rich_track(
        items, "Reading", total=total, console=console, transient=True, disable=not console.is_terminal
    )
