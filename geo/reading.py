"""The whole story of one article: text, mentions, places, indicators."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from geo.gazetteer import CombinedGazetteer
from geo.indicators import read_indicators
from geo.model import Article, Context, Indicator, Place, Reading, Resolution
from geo.places.context import article_context
from geo.places.recognise import Recogniser
from geo.places.resolve import resolve
from geo.text import open_document
from geo.text.particulars import title_of


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs and is made once: the gazetteer and the recogniser over its names."""

    gazetteer: CombinedGazetteer
    recogniser: Recogniser


def open_reader(gazetteer: CombinedGazetteer) -> Reader:
    """Build a reader over a gazetteer."""
    return Reader(gazetteer, Recogniser(gazetteer))


def read_article(article: Article, reader: Reader) -> Reading:
    """Read one article.

    Parameters
    ----------
    article
        Any article; one that names no place gives a reading without places.
    reader
        From `open_reader`; shared by all articles.

    Returns
    -------
    Reading
        Offsets refer to ``article.text`` as it stands; a title that was not given is the one the text shows.
    """
    document = open_document(article)
    article = replace(article, title=title_of(document))
    mentions = reader.recogniser.recognise(document)
    context = article_context(document, mentions, reader.gazetteer)
    resolutions = resolve(document, mentions, context, reader.gazetteer)
    indicators = read_indicators(document, resolutions, context)
    return Reading(
        article=article,
        context=context,
        resolutions=resolutions,
        indicators=indicators,
        places=_places(context, resolutions, indicators),
        paragraphs=document.paragraphs,
        sentences=document.sentences,
    )


def _places(
    context: Context, resolutions: Iterable[Resolution], indicators: Iterable[Indicator]
) -> tuple[Place, ...]:
    """Return each place once, in order of first mention; the article's own city if a figure is said of it."""
    found = {resolution.place.id: resolution.place for resolution in resolutions}
    about = context.about
    if about and any(indicator.place_id == about.id for indicator in indicators):
        found.setdefault(about.id, about)
    return tuple(found.values())
