from pathlib import Path

import pytest

from geo.settings import DATA_DIR, SETTINGS, data_dir

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_documented(setting):
    assert f"| `{setting.name}` | {setting.purpose} |" in README


def test_the_environment_wins_over_the_default(monkeypatch, tmp_path):
    monkeypatch.setenv(DATA_DIR.name, str(tmp_path))
    assert data_dir() == tmp_path
    monkeypatch.delenv(DATA_DIR.name)
    assert (data_dir() / "lexicon").is_dir()
