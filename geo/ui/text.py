"""What the application says, in Chinese and English."""

import re
from pathlib import Path

from geo import captions as table
from geo.captions import Captions

CAPTIONS = Path(__file__).with_name("captions.tsv")
_MARKS = "\\`*_{}[]()#+-.!|<>$~:&\"'=@"
_JOINED = re.compile(r"(?<=[:@])(?=\S)|(?<=[<>=~-])(?=[<>=~-])|(?<=www)(?=\.)", re.IGNORECASE)


def captions(language: str) -> Captions:
    """Return the captions of a language; Chinese for one that is not offered."""
    return table.captions(language, CAPTIONS)


def plain(sentence: str) -> str:
    r"""Return a sentence in which Markdown reads nothing, for where Streamlit takes nothing but Markdown.

    It is one line, and every ASCII mark has a backslash before it. After Markdown Streamlit makes links, icons,
    arrows and dashes of the words that are left: a word joiner, which nobody sees, keeps their marks apart.
    """
    line = _JOINED.sub("\u2060", " ".join(sentence.split()))
    return "".join(f"\\{mark}" if mark in _MARKS else mark for mark in line)
