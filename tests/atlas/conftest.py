import pytest
from huzhou import ATLAS, READINGS, SHAPES


@pytest.fixture(scope="session")
def atlas():
    return ATLAS


@pytest.fixture(scope="session")
def readings():
    return READINGS


@pytest.fixture(scope="session")
def shapes():
    return SHAPES
