"""A figure as its reader sees it: hedge, number and unit."""

import re

from geo.captions import Captions

_BARE = re.compile(r"[+\-−]?\d[\d.,，\s~～—–-]*")


def printed(surface: str, unit: str) -> str:
    """Return a figure as printed, with its unit where that stands elsewhere: in the head of a table, as a rule."""
    return surface + unit if _BARE.fullmatch(surface) else surface


def hedged(surface: str, unit: str, qualifier: str, text: Captions) -> str:
    """Return a figure as printed with its hedge before it."""
    hedge = text.or_key("qualifier", qualifier) if qualifier else ""
    return hedge + printed(surface, unit)
