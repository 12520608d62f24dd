from pathlib import Path

import pytest
from sample_atlas import sample_atlas
from streamlit.testing.v1 import AppTest

from geo.atlas import save_atlas
from geo.ui import handover, shell
from geo.ui.dataset import open_dataset

MAIN = Path(shell.__file__).with_name("main.py")


@pytest.fixture(scope="session")
def atlas():
    return sample_atlas()


@pytest.fixture(scope="session")
def dataset(atlas):
    return open_dataset(atlas)


@pytest.fixture
def app(atlas, tmp_path, monkeypatch):
    """An application on the sample atlas, not yet run."""
    save_atlas(atlas, tmp_path)
    monkeypatch.setenv("JINTU_ATLAS_DIR", str(tmp_path))
    monkeypatch.setattr(handover, "PATIENCE_S", 0)  # no browser ever draws the map of an AppTest
    return AppTest.from_file(MAIN, default_timeout=180)
