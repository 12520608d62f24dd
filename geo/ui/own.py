"""A user's own articles: from bytes or pasted text to an atlas, each trouble a sentence, none stopping the rest."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath

from geo.articles import decode
from geo.atlas import Atlas, build_atlas
from geo.errors import InputError, JintuError
from geo.gazetteer import open_gazetteer
from geo.model import Article, Reading
from geo.reading import Reader, open_reader, read_article

MAX_ARTICLES = 60
PASTED = "pasted"
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Source:
    """What the user gave.

    Parameters
    ----------
    name
        File name, or `PASTED`.
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
    """

    atlas: Atlas | None
    articles: tuple[Article, ...] = ()
    troubles: tuple[str, ...] = field(default=())


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
    for number, source in enumerate(sources[:MAX_ARTICLES], start=1):
        progress(number, source.name)
        try:
            readings.append(read_article(_article(source, {one.article.id for one in readings}), reader()))
        except JintuError as error:
            troubles.append(str(error))
    if len(sources) > MAX_ARTICLES:
        troubles.append(
            f"Only the first {MAX_ARTICLES} of {len(sources)} articles were read; give fewer at once."
        )
    if not readings:
        return Outcome(None, troubles=tuple(troubles))
    atlas = build_atlas(readings, open_gazetteer())
    return Outcome(atlas, tuple(reading.article for reading in readings), tuple(troubles))


def _article(source: Source, taken: set[str]) -> Article:
    if source.published and not _DATE.fullmatch(source.published):
        raise InputError(
            f"{source.name}: the date {source.published!r} is none; write 2024, 2024-03 or 2024-03-15."
        )
    stem = PurePath(source.name).stem or PASTED
    article_id = stem if stem not in taken else f"{stem}-{len(taken) + 1}"
    return Article(
        id=article_id,
        text=decode(source.data, source.name),
        title=source.title or stem,
        published=source.published,
        about=source.about,
        sha256=hashlib.sha256(source.data).hexdigest(),
    )
