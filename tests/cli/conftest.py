import pytest
from huzhou import ATLAS
from typer.testing import CliRunner

from geo.atlas import save_atlas
from geo.cli import app

GOOD = "2024年，湖州市接待游客8600.5万人次，同比增长6.5%。太湖水质良好。"


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *words: runner.invoke(app, [str(word) for word in words])


@pytest.fixture
def good():
    """Give the text of an article in which all is well."""
    return GOOD


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def atlas_folder(tmp_path):
    save_atlas(ATLAS, tmp_path / "atlas")
    return tmp_path / "atlas"
