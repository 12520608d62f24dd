"""What a printed map says, in Chinese and English."""

from collections.abc import Mapping
from pathlib import Path

from geo import captions as table

CAPTIONS = Path(__file__).with_name("captions.tsv")


def captions(language: str) -> Mapping[str, str]:
    """Return the captions of a language by key."""
    return table.captions(language, CAPTIONS).table
