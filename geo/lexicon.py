"""Word lists: one file each in ``data/lexicon``, one word a line, ``#`` begins a comment."""

from functools import cache

from geo.errors import DataError
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
