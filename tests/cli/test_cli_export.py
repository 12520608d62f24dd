import errno
import io
import json

import pytest

from geo.cli.commands import FORMAT_HELP
from geo.export import FORMATS


def test_export_writes_a_theme(run, atlas_folder, tmp_path):
    out = tmp_path / "t.geojson"
    done = run("export", "--theme", "tourism", "--format", "geojson", "--atlas", atlas_folder, "--out", out)
    assert done.exit_code == 0
    collection = json.loads(out.read_text(encoding="utf-8"))
    assert [each["id"] for each in collection["features"]] == ["330500", "tai-hu"]
    printed = run("export", "--theme", "tourism", "--atlas", atlas_folder)
    assert json.loads(printed.output) == collection


def test_export_opens_the_atlas_that_the_environment_names(run, atlas_folder, monkeypatch):
    monkeypatch.setenv("JINTU_ATLAS_DIR", str(atlas_folder))
    assert run("export").output == run("export", "--atlas", atlas_folder).output


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (OSError(errno.ENOSPC, "No space left"), "Standard output cannot be written (No space left)"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), ""),
    ],
)
def test_export_to_where_nothing_more_can_be_written(run, atlas_folder, monkeypatch, trouble, said):
    class Full(io.RawIOBase):
        def write(self, _):
            raise trouble

    monkeypatch.setattr("geo.cli.commands.typer.get_binary_stream", lambda _: Full())
    done = run("export", "--atlas", atlas_folder)
    assert done.exit_code in (1, 2)
    assert done.stderr.count("\n") <= 1
    assert (said in done.stderr) if said else (done.stderr == "")


@pytest.mark.parametrize("name", FORMATS)
def test_export_offers_every_format(run, atlas_folder, tmp_path, name):
    out = tmp_path / "file"
    assert run("export", "--format", name, "--atlas", atlas_folder, "--out", out).exit_code == 0
    assert out.stat().st_size > 100
    assert name in FORMAT_HELP.replace(",", "").split()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "shp"], "choose one of geojson"),
        (["--atlas", "nowhere"], "no folder"),
        (["--out", "nowhere/file"], "cannot be written"),
    ],
)
def test_export_says_what_is_wrong(run, atlas_folder, words, said):
    given = words if "--atlas" in words else [*words, "--atlas", atlas_folder]
    done = run("export", *given)
    assert (done.exit_code, said in done.stderr) == (2, True)
