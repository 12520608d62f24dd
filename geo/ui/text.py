"""What the application says, in Chinese and English."""

from pathlib import Path

from geo import captions as table
from geo.captions import Captions

CAPTIONS = Path(__file__).with_name("captions.tsv")


def captions(language: str) -> Captions:
    """Return the captions of a language; Chinese for one that is not offered."""
    return table.captions(language, CAPTIONS)


def plain(sentence: str) -> str:
    r"""Return a sentence in which Markdown reads nothing: every ASCII mark has a backslash before it."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]()#+-.!|<>$~:&\"'" else mark for mark in sentence)
