import pytest

from geo.model import Article
from geo.places.context import article_context
from geo.places.recognise import Recogniser
from geo.places.resolve import resolve
from geo.text import open_document


@pytest.fixture(scope="session")
def recogniser(gazetteer):
    return Recogniser(gazetteer)


@pytest.fixture(scope="session")
def recognise(recogniser):
    def run(text, about=""):
        return recogniser.recognise(open_document(Article("a", text, about=about)))

    return run


@pytest.fixture(scope="session")
def surfaces(recognise):
    def run(text, about=""):
        return [mention.surface for mention in recognise(text, about)]

    return run


@pytest.fixture(scope="session")
def located(recogniser, gazetteer):
    """Read a text's places; returns the resolutions and the context."""

    def run(text, about="", title=""):
        document = open_document(Article("a", text, title=title, about=about))
        mentions = recogniser.recognise(document)
        context = article_context(document, mentions, gazetteer)
        return resolve(document, mentions, context, gazetteer), context

    return run


@pytest.fixture(scope="session")
def places(located):
    """Read a text's places; returns surface, name and chain of each."""

    def run(text, about="", title=""):
        resolutions, _ = located(text, about, title)
        return {each.mention.surface: "/".join((*each.place.admin, each.place.name)) for each in resolutions}

    return run
