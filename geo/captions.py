"""Every caption in Chinese and English: a table that screen, paper and files share, and one of each's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

SHARED = Path(__file__).with_name("captions.tsv")
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
def captions(language: str, own: Path | None = None) -> Captions:
    """Return the captions of a language, shared ones and those of a table; Chinese for one that is not offered."""
    column = LANGUAGES.index(language) + 1 if language in LANGUAGES else 1
    rows = [row for path in (SHARED, own) if path for row in read_rows(path)]
    return Captions(LANGUAGES[column - 1], MappingProxyType({row[0]: row[column] for row in rows}))


def read_rows(path: Path) -> list[list[str]]:
    """Return the rows of a table: key, Chinese, English."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
