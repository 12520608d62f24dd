"""A user's own articles: from bytes or pasted text to an atlas, each trouble a sentence, none stopping the rest."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import PurePath

from geo.articles import decode, likely_encoding
from geo.atlas import Atlas, build_atlas
from geo.errors import EncodingError, JintuError
from geo.gazetteer import open_gazetteer
from geo.model import Article, Reading
from geo.reading import Reader, open_reader, read_article

MAX_ARTICLES = 60
_DATE = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?)?\s*[年月]?")


@dataclass(frozen=True, slots=True)
class Source:
    """What the user gave.

    Parameters
    ----------
    name
        File name, or what a pasted text is called.
    data
        The bytes as they came.
    title, about, published
        Particulars; empty where unknown.
    """

    name: str
    data: bytes
    title: str = ""
    about: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it.

    Parameters
    ----------
    atlas
        None where nothing could be read.
    articles
        Those that were read.
    troubles
        One sentence each.
    encodings
        What each file was read as that is not UTF-8, by its name.
    """

    atlas: Atlas | None
    articles: tuple[Article, ...] = ()
    troubles: tuple[str, ...] = field(default=())
    encodings: tuple[tuple[str, str], ...] = field(default=())


@cache
def reader() -> Reader:
    """Return the reader that all sessions share."""
    return open_reader(open_gazetteer())


def read_sources(sources: Sequence[Source], progress: Callable[[int, str], None]) -> Outcome:
    """Read what the user gave.

    Parameters
    ----------
    sources
        Files and pasted texts.
    progress
        Called with the number of a source and its name before it is read.
    """
    readings: list[Reading] = []
    troubles: list[str] = []
    encodings: list[tuple[str, str]] = []
    for number, source in enumerate(sources[:MAX_ARTICLES], start=1):
        progress(number, source.name)
        try:
            text, encoding = _decoded(source)
            readings.append(_read(source, text, {one.article.id for one in readings}))
            encodings += [(source.name, encoding)] if encoding else []
        except JintuError as error:
            troubles.append(str(error))
    if len(sources) > MAX_ARTICLES:
        troubles.append(
            f"Only the first {MAX_ARTICLES} of {len(sources)} articles were read; give fewer at once."
        )
    if not readings:
        return Outcome(None, troubles=tuple(troubles))
    atlas = build_atlas(readings, open_gazetteer())
    return Outcome(atlas, tuple(reading.article for reading in readings), tuple(troubles), tuple(encodings))


def iso_date(typed: str) -> str | None:
    """Return a date as it is typed, 2024年3月 or 2024/3/15, as ISO 8601; None where it is none."""
    match = _DATE.fullmatch(typed.strip())
    if match is None:
        return None
    year, month, day = (part and int(part) for part in match.groups())
    try:
        whole = date(year or 0, month or 1, day or 1).isoformat()
    except ValueError:
        return None
    return whole if day else whole[:7] if month else whole[:4]


def _decoded(source: Source) -> tuple[str, str]:
    """Return a source's text, and the encoding it was read as where that is not UTF-8."""
    try:
        return decode(source.data, source.name), ""
    except EncodingError:
        if not (encoding := likely_encoding(source.data)):
            raise
        return decode(source.data, source.name, encoding), encoding


def _read(source: Source, text: str, taken: set[str]) -> Reading:
    """Read a text; one that says no title of its own is called by its file."""
    stem = PurePath(source.name).stem or source.name
    article = Article(
        id=stem if stem not in taken else f"{stem}-{len(taken) + 1}",
        text=text,
        title=source.title,
        published=source.published,
        about=source.about,
        sha256=hashlib.sha256(source.data).hexdigest(),
    )
    reading = read_article(article, reader())
    return (
        reading if reading.article.title else replace(reading, article=replace(reading.article, title=stem))
    )
