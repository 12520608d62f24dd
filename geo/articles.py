"""Find and open articles: files and folders in, `Article` objects out, each trouble a sentence of its own."""

import codecs
import csv
import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from geo.errors import EncodingError, InputError
from geo.model import Article

SUFFIXES = (".txt", ".md")
INDEX = "index.csv"
_CONTROL = "".join(map(chr, sorted(set(range(32)) - set(b"\t\n\x0b\x0c\r"))))
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY_SHARE = 0.01


def decode(data: bytes, name: str, encoding: str = "utf-8") -> str:
    """Return the text of an article's bytes.

    Parameters
    ----------
    data
        The whole file.
    name
        What to call it in a message.
    encoding
        ``utf-8`` unless the user says otherwise; its byte order mark is kept, so that offsets stay true.

    Raises
    ------
    InputError
        There is nothing in it, or it is no text.
    EncodingError
        It is text in another encoding; the message names the likely one.
    """
    if not data.strip():
        raise InputError(f"{name}: the file is empty; give an article with text in it.")
    try:
        text = data.decode(encoding)
        text.encode()  # some encodings let half a character through, which no table can hold
    except (ValueError, LookupError) as error:  # not in that encoding, or there is none of that name
        # Of UTF-16 every other byte may look like a control character.
        if not data.startswith(_UTF_16):
            _refuse_binary(data.decode("latin-1"), name)
        hint = likely_encoding(data)
        advice = f"it looks like {hint}; try --encoding {hint}" if hint else "save it as UTF-8"
        raise EncodingError(f"{name}: the file is not valid {encoding}; {advice}.") from error
    _refuse_binary(text, name)
    return text


def _refuse_binary(text: str, name: str) -> None:
    if sum(map(text.count, _CONTROL)) > len(text) * _BINARY_SHARE:
        raise InputError(f"{name}: this is a binary file, not text; save the article as plain UTF-8 text.")


def likely_encoding(data: bytes) -> str:
    """Return the encoding that bytes of Chinese text look like; empty where they look like none."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  only a failing file needs it, and it is slow to load

    best = from_bytes(data, cp_isolation=["gb18030", "big5", "utf_16", "utf_8"]).best()
    return best.encoding if best else ""


def open_article(
    path: Path, particulars: Mapping[str, str] | None = None, encoding: str = "utf-8"
) -> Article:
    """Read one file.

    Parameters
    ----------
    path
        A text file.
    particulars
        A row of the folder's ``index.csv``: title, publisher, published, about.
    encoding
        As in `decode`.

    Raises
    ------
    InputError
        The file cannot be read as an article.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path.name}: cannot be opened ({error.strerror}); check the name and the rights."
        ) from error
    known = particulars or {}
    return Article(
        id=article_id(path),
        text=decode(data, path.name, encoding),
        title=known.get("title", ""),
        publisher=known.get("publisher", ""),
        published=known.get("published", ""),
        about=known.get("about", ""),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def article_id(path: Path) -> str:
    """Return a file's name without suffix; one that is not UTF-8, as zips of Windows leave it, is read as GB18030."""
    name = os.fsencode(path.stem)
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "replace")


def article_files(source: Path) -> tuple[Path, ...]:
    """Return the article files of a folder in name order, or the file itself.

    Raises
    ------
    InputError
        The path does not exist or cannot be looked into, or the folder holds no article.
    """
    if source.is_file():
        return (source,)
    if not source.is_dir():
        raise InputError(f"{source}: there is no such file or folder; give a folder of .txt or .md articles.")
    try:
        files = [path for path in source.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file()]
    except OSError as error:
        raise InputError(f"{source}: cannot be looked into ({error.strerror}); check its rights.") from error
    found = tuple(sorted(files))
    if not found:
        raise InputError(f"{source}: the folder holds no article; put .txt or .md files into it.")
    return found


def read_index(folder: Path) -> dict[str, dict[str, str]]:
    """Return the rows of ``index.csv`` by article id; empty where the folder has none.

    Raises
    ------
    InputError
        The file is there but is no table with an ``article`` column.
    """
    path = folder / INDEX
    if not path.is_file():
        return {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{INDEX}: cannot be read as a UTF-8 table ({error}).") from error
    if any(not row.get("article") for row in rows):
        raise InputError(
            f"{INDEX}: each row needs the article's file name without suffix in the column 'article'."
        )
    return {row["article"]: {key: value or "" for key, value in row.items() if key} for row in rows}


def open_articles(source: Path, encoding: str = "utf-8") -> Iterator[Article | InputError]:
    """Open every article of a folder; one that cannot be read comes out as its error and stops nothing.

    Parameters
    ----------
    source
        A folder of .txt and .md files, perhaps with an ``index.csv``; or one file.
    encoding
        As in `decode`.

    Raises
    ------
    InputError
        There is nothing to open at all, or the index is broken.
    """
    files = article_files(source)
    index = read_index(source if source.is_dir() else source.parent)
    for path in files:
        try:
            yield open_article(path, index.get(article_id(path)), encoding)
        except InputError as error:
            yield error
