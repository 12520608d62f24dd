import os
import sys
import tomllib
from pathlib import Path

import pytest

from geo.cli.commands import _app_script


@pytest.fixture
def started(monkeypatch):
    """Give the commands that are started and how; none is."""
    commands = []

    def start(command, **more):
        commands.append((command, more))
        return type("Done", (), {"returncode": 3})

    monkeypatch.setattr("geo.cli.commands.subprocess.run", start)
    return commands


def test_the_app_is_started_where_its_configuration_is(run, started):
    assert run("app", "--port", "8600").exit_code == 3
    ((command, options),) = started
    assert command[:7] == [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "8600"]
    assert (Path(options["cwd"]) / ".streamlit" / "config.toml").is_file()
    assert _app_script().is_file()


def test_the_app_serves_this_machine_alone_unless_told_otherwise(run, started):
    run("app")
    run("app", "--host", "0.0.0.0")  # noqa: S104  what is tested
    assert [command[-2:] for command, _ in started] == [
        ["--server.address", "127.0.0.1"],
        ["--server.address", "0.0.0.0"],  # noqa: S104  what is tested
    ]
    settings = tomllib.loads(
        (_app_script().parent / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    )
    assert settings["server"]["address"] == "127.0.0.1"


def test_folders_named_from_here_are_still_found_where_the_app_runs(run, started, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JINTU_ATLAS_DIR", "atlas")
    monkeypatch.setenv("JINTU_ARTICLES_DIR", str(tmp_path / "articles"))
    monkeypatch.delenv("JINTU_DATA_DIR", raising=False)
    run("app")
    ((_, options),) = started
    assert options["env"]["JINTU_ATLAS_DIR"] == str(tmp_path / "atlas")
    assert options["env"]["JINTU_ARTICLES_DIR"] == str(tmp_path / "articles")
    assert "JINTU_DATA_DIR" not in options["env"]


def test_archives_of_tiles_are_handed_to_the_app(run, started, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JINTU_TILES_FILES", os.pathsep.join(["before", "~/tiles"]))
    (tmp_path / "a.mbtiles").touch()
    run("app", "--tiles", tmp_path / "a.mbtiles", "--tiles", tmp_path)
    ((_, options),) = started
    expected = [tmp_path / "a.mbtiles", tmp_path, tmp_path / "before", "~/tiles"]
    assert options["env"]["JINTU_TILES_FILES"] == os.pathsep.join(map(str, expected))
    missing = run("app", "--tiles", tmp_path / "b.mbtiles")
    assert missing.exit_code == 2
    assert "there is no such file" in missing.output
    assert len(started) == 1
