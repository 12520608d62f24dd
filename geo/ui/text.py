"""Every caption of the application, in Chinese and English, from one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

CAPTIONS = Path(__file__).with_name("captions.tsv")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Captions:
    """The captions of one language.

    Parameters
    ----------
    language
        ``zh`` or ``en``.
    table
        Caption by key.
    """

    language: str
    table: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the caption of a key with its ``{names}`` filled in.

        Raises
        ------
        KeyError
            The table has no such key.
        """
        return self.table[key].format(**values) if values else self.table[key]

    def or_key(self, prefix: str, key: str) -> str:
        """Return the caption of ``prefix.key``, or the key where the table has none."""
        return self.table.get(f"{prefix}.{key}", key)


@cache
def captions(language: str) -> Captions:
    """Return the captions of a language; Chinese for one that is not offered."""
    column = LANGUAGES.index(language) + 1 if language in LANGUAGES else 1
    lines = CAPTIONS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return Captions(LANGUAGES[column - 1], MappingProxyType({row[0]: row[column] for row in rows}))


def plain(sentence: str) -> str:
    r"""Return a sentence in which Markdown reads nothing: every ASCII mark has a backslash before it."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]()#+-.!|<>$~:&\"'" else mark for mark in sentence)
