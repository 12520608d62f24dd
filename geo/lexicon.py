"""Word lists: one file each in ``data/lexicon``, one word a line, ``#`` begins a comment."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from geo.errors import DataError
from geo.model import PlaceKind
from geo.settings import data_dir


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the words of ``data/lexicon/<name>.txt`` in file order.

    Raises
    ------
    DataError
        The list does not exist, is empty, or holds a word twice.
    """
    return tuple(row[0] for row in rows(name))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the tab-separated rows of ``data/lexicon/<name>.txt``, comments and blank lines left out.

    Raises
    ------
    DataError
        The list does not exist, is empty, or has two rows with the same first cell.
    """
    path = data_dir() / "lexicon" / f"{name}.txt"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            f"The word list {path.name} cannot be read ({error.strerror}); reinstall Jintu."
        ) from error
    lines = (line.split("#", 1)[0].rstrip() for line in text.splitlines())
    found = tuple(tuple(line.split("\t")) for line in lines if line.strip())
    heads = [row[0] for row in found]
    if not found or len(set(heads)) != len(heads):
        twice = sorted({head for head in heads if heads.count(head) > 1})
        raise DataError(
            f"The word list {path.name} must hold words, each once; it holds twice: {twice or 'nothing'}."
        )
    return found


@cache
def kinds(name: str) -> Mapping[str, PlaceKind]:
    """Return the words of a list whose second column is a kind of place, each with its kind."""
    return {row[0]: PlaceKind(row[1]) for row in rows(name)}


def any_of(known: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words at a place.

    The words are grouped by their first character behind one look at it: with hundreds of words that decides the
    speed of a search.
    """
    tails: dict[str, list[str]] = defaultdict(list)
    for word in sorted(known, key=len, reverse=True):
        tails[word[0]].append(re.escape(word[1:]))
    firsts = "".join(map(re.escape, tails))
    groups = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in tails.items())
    return f"(?=[{firsts}])(?:{groups})"
