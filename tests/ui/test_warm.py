import gc

import pytest
from sample_atlas import sample_atlas

from geo.atlas import save_atlas
from geo.ui import warm
from geo.ui.published import builtin


@pytest.fixture
def melted():
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("melted")
def test_the_atlas_is_open_before_it_is_asked_for(tmp_path, monkeypatch):
    save_atlas(sample_atlas(), tmp_path)
    monkeypatch.setenv("JINTU_ATLAS_DIR", str(tmp_path))
    warm._warm_up()
    assert {"choices", "packed", "positions"} <= vars(builtin().dataset).keys()
    assert gc.get_freeze_count() > 0
    assert gc.isenabled()


@pytest.mark.usefixtures("melted")
def test_a_missing_atlas_is_left_for_the_page_to_tell(tmp_path, monkeypatch):
    monkeypatch.setenv("JINTU_ATLAS_DIR", str(tmp_path / "none"))
    warm._warm_up()
    assert gc.isenabled()
