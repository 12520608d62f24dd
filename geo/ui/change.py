"""A change in words: what a figure is compared with, and whether it rose or fell."""

from geo.captions import LANGUAGES, Captions
from geo.ui.text import captions
from geo.ui.when import when

_SINCE = "vs_"


def compared(comparison: str, text: Captions) -> str:
    """Return what a figure is compared with: 同比, 较2019年; empty where it is no change."""
    known = text.or_key("comparison", comparison) if comparison else ""
    if known != comparison or not comparison.startswith(_SINCE):
        return known
    return text("change.since", base=when(comparison.removeprefix(_SINCE), text.language))


def in_both(comparison: str) -> dict[str, str]:
    """Return what a figure is compared with by language."""
    return {language: compared(comparison, captions(language)) for language in LANGUAGES}


def change(comparison: str, normalized: float, text: Captions) -> str:
    """Return a change with the way it goes: a table prints 降低3.8% as 3.8%."""
    words = compared(comparison, text)
    if not words or normalized == 0 or normalized != normalized:  # noqa: PLR0124  only NaN differs from itself
        return words
    return f"{words} {'▼' if normalized < 0 else '▲'}"
