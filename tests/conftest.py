import pytest

from geo.gazetteer import open_gazetteer
from geo.model import Article
from geo.reading import open_reader, read_article


@pytest.fixture(scope="session")
def gazetteer():
    return open_gazetteer()


@pytest.fixture(scope="session")
def reader(gazetteer):
    return open_reader(gazetteer)


@pytest.fixture(scope="session")
def read(reader):
    def read(text, about="", published=""):
        return read_article(Article("a", text, about=about, published=published), reader)

    return read
