import errno
import io
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from geojson_rules import validate_geojson
from huzhou import ATLAS
from typer.testing import CliRunner

import geo.reading
from geo.atlas import load_atlas, save_atlas
from geo.cli import app
from geo.cli.commands import FORMAT_HELP, _app_script
from geo.cli.show import plain
from geo.export import FORMATS
from geo.model import Theme

GOOD = "2024年，湖州市接待游客8600.5万人次，同比增长6.5%。太湖水质良好。"
CONTRACT = {"places.geojson", "mentions.csv", "indicators.csv", "articles.csv", "layers"}


@pytest.fixture
def run():
    runner = CliRunner()
    return lambda *words: runner.invoke(app, [str(word) for word in words])


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


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_build_writes_the_data_contract(run, articles, tmp_path):
    done = run("build", articles, "--out", tmp_path / "out")
    assert done.exit_code == 0
    assert done.output.startswith("1 articles, ")
    assert {path.name for path in (tmp_path / "out").iterdir()} == CONTRACT
    assert len(list((tmp_path / "out" / "layers").iterdir())) == len(Theme)
    atlas = load_atlas(tmp_path / "out")
    assert "湖州市" in set(atlas.places["name"])
    assert set(atlas.indicators["value"]) == {8600.5, 6.5}


def test_building_again_gives_the_same_bytes(run, articles, tmp_path):
    for name in ("one", "two"):
        run("build", articles, "--out", tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_building_elsewhere_gives_the_same_bytes(run, tmp_path):
    """In another process, with another seed of hashes, zone and language."""
    articles = Path(__file__).parent / "evaluation" / "dev" / "articles"
    run("build", articles, "--out", tmp_path / "one")
    command = [sys.executable, "-c", "from geo.cli import main; main()"]
    here = {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONHASHSEED": "1",
        "TZ": "Pacific/Apia",
        "LC_ALL": "C",
    }
    subprocess.run(  # noqa: S603  our own words and paths
        [*command, "build", articles, "--out", tmp_path / "two"], check=True, env=os.environ | here
    )
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("empty.txt", b""), "empty"),
        (("blank.txt", b" \n\t"), "empty"),
        (("picture.txt", b"\x89PNG\x00\x01\x02\x03" * 50), "binary"),
        (
            ("other.txt", "湖州市地区生产总值增长百分之五，居民收入提高。".encode("gb18030") * 9),
            "--encoding gb18030",
        ),
        (("good.md", "同名".encode()), "two articles have this name"),
    ],
)
def test_one_bad_article_does_not_stop_the_others(run, articles, tmp_path, file, said):
    (articles / file[0]).write_bytes(file[1])
    done = run("build", articles, "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert said in done.stderr
    assert load_atlas(tmp_path / "out").articles["article"].tolist() == ["good"]


def test_an_article_that_breaks_the_reader_does_not_stop_the_others(run, articles, tmp_path, monkeypatch):
    (articles / "bad.txt").write_text("坏", encoding="utf-8")
    real = geo.reading.read_article
    monkeypatch.setattr(
        "geo.reading.read_article",
        lambda article, reader: 1 / 0 if article.id == "bad" else real(article, reader),
    )
    done = run("build", articles, "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert "bad: could not be read (ZeroDivisionError: division by zero)" in done.stderr
    assert load_atlas(tmp_path / "out").articles["article"].tolist() == ["good"]


def test_another_encoding_can_be_given(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(GOOD.encode("gb18030"))
    done = run("build", tmp_path / "a.txt", "--out", tmp_path / "out", "--encoding", "gb18030")
    assert done.exit_code == 0
    assert "湖州市" in set(load_atlas(tmp_path / "out").places["name"])


def test_where_nothing_can_be_read_nothing_is_written(run, tmp_path):
    (tmp_path / "none").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "a.txt").write_bytes(b"")
    for name in ("none", "bad", "missing"):
        done = run("build", tmp_path / name, "--out", tmp_path / "out")
        assert done.exit_code == 2
        assert done.stderr.startswith("jintu: ")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "text",
    [
        "今天天气不错。",
        "“`${alert(1)}`</script><img src=x onerror=alert(1)>{{7*7}}景区”接待游客5万人次，'=1+1'。",
        "\ufeff" + GOOD,
    ],
)
def test_odd_articles_give_a_valid_atlas(run, tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("build", tmp_path / "a.txt", "--out", tmp_path / "out").exit_code == 0
    collection = json.loads((tmp_path / "out" / "places.geojson").read_text(encoding="utf-8"))
    assert validate_geojson(collection) == []


def test_read_shows_places_and_indicators(run, articles):
    done = run("read", articles / "good.txt")
    assert done.exit_code == 0
    assert "湖州市" in done.output
    assert "8600.5万人次" in done.output
    assert "浙江省" in done.output


def test_read_says_what_is_wrong(run, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    done = run("read", tmp_path / "a.txt")
    assert (done.exit_code, "empty" in done.stderr) == (2, True)


def test_text_of_an_article_cannot_steer_the_terminal():
    assert plain("\x1b[31m红\x07[bold]\n").plain == " [31m红 [bold] "


def test_geocode_shows_where_and_why(run):
    done = run("geocode", "阳城县")
    assert done.exit_code == 0
    for said in ("county", "山西省/晋城市", "112.", "exact", "Tianditu", "official name"):
        assert said in done.output


def test_geocode_takes_traditional_script_and_a_division(run):
    assert "1" in run("geocode", "長治市").output
    everywhere, there = run("geocode", "朝阳区"), run("geocode", "朝阳区", "--in", "北京市")
    assert "长春市" in everywhere.output
    assert "长春市" not in there.output
    assert "in 北京市" in there.output


def test_geocode_says_when_nothing_is_found(run):
    done = run("geocode", "没有此地方", "--in", "湖州市")
    assert (done.exit_code, done.stderr) == (
        1,
        "jintu: No gazetteer knows 没有此地方 in 湖州市; try its full name, or without --in.\n",
    )


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


def test_evaluate_prints_the_figures(run, atlas_folder, tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    rows = {
        "places": {"id": "h", "name": "湖州市", "kind": "prefecture", "lon": 120.1, "lat": 30.9},
        "mentions": {"article": "a", "start": 0, "end": 2, "place": "h"},
        "indicators": {
            "article": "b",
            "start": 0,
            "end": 2,
            "value": 1,
            "normalized": 1,
            "place": "h",
            "theme": "urban",
            "metric": "绿地率",
        },
    }
    for name, row in rows.items():
        (gold / f"{name}.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = run("evaluate", gold, atlas_folder)
    assert done.exit_code == 0
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    # One of three mentions found in a and two in b is annotated; nothing is annotated with a value that was found.
    assert "mentions_exact 0.200 1.000 0.333 5 1" in lines
    assert "resolution 1.000" in lines
    assert "prefecture 1 1 1 1 1" in lines
    assert "urban 1 0 0" in lines
    assert run("evaluate", tmp_path, atlas_folder).exit_code == 2
    assert "1 articles" in run("evaluate", gold, atlas_folder, "--articles", "b,c").output


@pytest.fixture
def started(monkeypatch):
    """Give the commands that are started and their folders; none is."""
    commands = []

    def start(command, **more):
        commands.append((command, more["cwd"]))
        return type("Done", (), {"returncode": 3})

    monkeypatch.setattr("geo.cli.commands.subprocess.run", start)
    return commands


def test_the_app_is_started_where_its_configuration_is(run, started):
    assert run("app", "--port", "8600").exit_code == 3
    ((command, folder),) = started
    assert command[:7] == [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "8600"]
    assert (Path(folder) / ".streamlit" / "config.toml").is_file()
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


def test_folders_named_from_here_are_still_found_where_the_app_runs(run, monkeypatch, tmp_path):
    given = []
    monkeypatch.setattr(
        "geo.cli.commands.subprocess.run",
        lambda _, **more: given.append(more["env"]) or type("Done", (), {"returncode": 0}),
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JINTU_ATLAS_DIR", "atlas")
    monkeypatch.setenv("JINTU_ARTICLES_DIR", str(tmp_path / "articles"))
    monkeypatch.delenv("JINTU_DATA_DIR", raising=False)
    assert run("app").exit_code == 0
    assert given[0]["JINTU_ATLAS_DIR"] == str(tmp_path / "atlas")
    assert given[0]["JINTU_ARTICLES_DIR"] == str(tmp_path / "articles")
    assert "JINTU_DATA_DIR" not in given[0]


def test_archives_of_tiles_are_handed_to_the_app(run, monkeypatch, tmp_path):
    given = []
    monkeypatch.setattr(
        "geo.cli.commands.subprocess.run",
        lambda _, **more: (
            given.append(more["env"]["JINTU_TILES_FILES"]) or type("Done", (), {"returncode": 0})
        ),
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JINTU_TILES_FILES", os.pathsep.join(["before", "~/tiles"]))
    (tmp_path / "a.mbtiles").touch()
    assert run("app", "--tiles", tmp_path / "a.mbtiles", "--tiles", tmp_path).exit_code == 0
    expected = [tmp_path / "a.mbtiles", tmp_path, tmp_path / "before", "~/tiles"]
    assert given == [os.pathsep.join(map(str, expected))]
    missing = run("app", "--tiles", tmp_path / "b.mbtiles")
    assert missing.exit_code == 2
    assert "there is no such file" in missing.output
    assert len(given) == 1


def test_without_a_command_the_help_is_shown(run):
    assert "geocode" in run().output
