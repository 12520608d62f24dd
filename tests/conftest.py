import pytest
from hypothesis import HealthCheck, settings

from geo.gazetteer import open_gazetteer
from geo.model import Article
from geo.reading import open_reader, read_article

# The same examples on every run, and none that fails because the machine was busy; new ones are looked for by
# `pytest --hypothesis-profile=default`.
settings.register_profile(
    "steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


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


def pytest_collection_modifyitems(items):
    """Run the browser's tests last: Playwright keeps an event loop, in which other tests cannot run theirs."""
    items.sort(key=lambda item: "browser" in item.path.parts)
