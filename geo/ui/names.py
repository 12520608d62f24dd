"""How divisions are called in each language: always in Chinese, in English with Latin letters beside it."""

from collections.abc import Sequence

from geo.gazetteer.latin import latin_chain, latin_name

_BETWEEN = " › "


def called(name: str, adcode: str, language: str) -> str:
    """Return what a place is called: its name, with the Latin one where English is spoken and one is known."""
    latin = latin_name(name, adcode) if language == "en" else ""
    return f"{name} {latin}" if latin else name


def lies_in(admin: Sequence[str], adcode: str, language: str) -> str:
    """Return a chain of divisions in one line."""
    return _BETWEEN.join(latin_chain(admin, adcode) if language == "en" else admin)
