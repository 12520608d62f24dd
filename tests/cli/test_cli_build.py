import json
from pathlib import Path

import pytest
from elsewhere import run_elsewhere
from geojson_rules import validate_geojson

import geo.reading
from geo.atlas import load_atlas
from geo.model import Theme

CONTRACT = {"places.geojson", "mentions.csv", "indicators.csv", "articles.csv", "layers"}


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
    articles = Path(__file__).parents[1] / "evaluation" / "dev" / "articles"
    run("build", articles, "--out", tmp_path / "one")
    run_elsewhere("from geo.cli import main; main()", "build", articles, "--out", tmp_path / "two")
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


def test_another_encoding_can_be_given(run, good, tmp_path):
    (tmp_path / "a.txt").write_bytes(good.encode("gb18030"))
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
        "\ufeff2024年，太湖水质良好，湖州市接待游客8600.5万人次。",
    ],
)
def test_odd_articles_give_a_valid_atlas(run, tmp_path, text):
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run("build", tmp_path / "a.txt", "--out", tmp_path / "out").exit_code == 0
    collection = json.loads((tmp_path / "out" / "places.geojson").read_text(encoding="utf-8"))
    assert validate_geojson(collection) == []
