"""The captions of printed maps, in Chinese and English, from one table."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from geo.printing.options import LANGUAGES

CAPTIONS = Path(__file__).with_name("captions.tsv")


@cache
def captions(language: str) -> Mapping[str, str]:
    """Return the captions of a language by key."""
    column = LANGUAGES.index(language) + 1
    lines = CAPTIONS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return MappingProxyType({row[0]: row[column] for row in rows})
