import json

import pyogrio
import pytest
from geojson_rules import validate_geojson
from huzhou import ATLAS

from geo.errors import AtlasError
from geo.layers import LAYER, flat_layer, headline, in_words, layer_text, save_layers, theme_layers
from geo.model import Theme


def indicator(**more):
    plain = {
        "metric": "旅客",
        "value": 5.0,
        "value_to": None,
        "unit": "万人次",
        "comparison": "",
        "period": "",
        "status": "actual",
    }
    return plain | more


def test_a_layer_holds_the_places_of_its_theme():
    layers = theme_layers(ATLAS)
    assert list(layers) == list(Theme)
    counts = {str(theme): len(layer) for theme, layer in layers.items() if len(layer)}
    # The city has figures of three themes; the village stands beside one of ecology, the lake beside two others.
    assert counts == {"ecology": 2, "tourism": 2, "economy": 2}


def test_a_feature_is_flat_and_says_what_stands_first():
    layer = theme_layers(ATLAS)[Theme.ECOLOGY].set_index("id")
    assert list(layer) == [name for name in LAYER if name != "id"] + ["geometry"]
    city = layer.loc["330500"]
    assert (city["metric"], city["value"], city["unit"], city["period"]) == ("森林覆盖率", 46.1, "%", "2024")
    assert (city["indicator_count"], city["indicators"]) == (1, "森林覆盖率 46.1% (2024)")
    assert (city["relation"], layer.loc["village:1", "relation"]) == ("about", "context")
    assert layer.loc["village:1", "admin"] == "浙江省/湖州市/安吉县"


def test_all_themes_together_keep_every_place():
    layer = flat_layer(ATLAS).set_index("id")
    assert len(layer) == 4
    assert layer.loc["330500", "theme"] == "ecology; tourism; economy"
    bare = layer.loc["unlocated:1"]
    assert (bare["indicator_count"], bare["metric"], bare.geometry) == (0, "", None)
    assert validate_geojson(json.loads(layer_text(flat_layer(ATLAS)))) == []


def test_the_headline_is_a_level_that_was_reached():
    growth = indicator(comparison="yoy")
    target = indicator(status="target")
    level = indicator()
    assert headline([growth, target, level]) is level
    assert headline([growth, target]) is target


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "旅客 5万人次"),
        ({"value_to": 8.5}, "旅客 5-8.5万人次"),
        ({"comparison": "yoy", "period": "2024", "status": "target"}, "旅客 5万人次 (yoy, 2024, target)"),
    ],
)
def test_an_indicator_in_words(more, words):
    assert in_words(indicator(**more)) == words


def test_layers_are_valid_geojson_with_scalars_only(tmp_path):
    save_layers(ATLAS, tmp_path)
    files = sorted(path.stem for path in (tmp_path / "layers").iterdir())
    assert files == sorted(map(str, Theme))
    for name in files:
        collection = json.loads((tmp_path / "layers" / f"{name}.geojson").read_text(encoding="utf-8"))
        assert validate_geojson(collection) == []
        for each in collection["features"]:
            assert all(
                value is None or isinstance(value, str | int | float) for value in each["properties"].values()
            )


def test_gdal_reads_a_layer(tmp_path):
    save_layers(ATLAS, tmp_path)
    frame = pyogrio.read_dataframe(tmp_path / "layers" / "economy.geojson")
    assert frame["value"].tolist() == [-3.2, -3.2]
    assert sorted(frame["name"]) == ["太湖", "湖州市"]


def test_equal_layers_give_equal_text():
    assert layer_text(theme_layers(ATLAS)[Theme.TOURISM]) == layer_text(theme_layers(ATLAS)[Theme.TOURISM])


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(AtlasError, match="cannot be written"):
        save_layers(ATLAS, tmp_path / "file")
