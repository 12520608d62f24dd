import json

from geo.cli.show import plain
from geo.errors import DataError


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


def test_missing_data_are_said_by_every_command(run, articles, monkeypatch):
    def broken():
        raise DataError("The table townships.csv cannot be read; reinstall Jintu.")

    monkeypatch.setattr("geo.gazetteer.open_gazetteer", broken)
    for command in (["geocode", "湖州市"], ["read", articles / "good.txt"]):
        done = run(*command)
        assert done.exit_code == 2
        assert done.stderr == "jintu: The table townships.csv cannot be read; reinstall Jintu.\n"


def test_without_a_command_the_help_is_shown(run):
    assert "geocode" in run().output
