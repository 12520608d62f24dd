"""The bundled base map: whole, valid, and nothing in it that cannot be seen."""

import json

import pytest
import shapely

from geo.settings import data_dir

FOLDER = data_dir() / "basemap"
FILES = sorted(path for path in FOLDER.rglob("*.json") if path.name not in ("labels.json", "index.json"))
LAYERS = {
    "borders.json": {"national", "prefecture", "province"},
    "china.json": {"china"},
    "land.json": {"land"},
    "water.json": {"lake", "river"},
}


def layers(path):
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {each["properties"]["layer"]: shapely.geometry.shape(each["geometry"]) for each in features}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_every_part_is_valid_and_has_a_size(path):
    found = layers(path)
    assert set(found) == LAYERS.get(path.name, {"county"})
    for shape in found.values():
        assert shape.is_valid, shapely.is_valid_reason(shape)
        parts = shapely.get_parts(shape)
        size = shapely.area(parts) if shapely.get_dimensions(shape) == 2 else shapely.length(parts)
        assert len(parts) > 0
        assert (size > 0).all()


def test_the_index_of_counties_has_a_file_and_its_bounds_for_each_province():
    index = json.loads((FOLDER / "counties/index.json").read_text(encoding="utf-8"))
    assert {f"{code}.json" for code in index} == {
        path.name for path in FILES if path.parent.name == "counties"
    }
    for code, bounds in index.items():
        county = layers(FOLDER / "counties" / f"{code}.json")["county"]
        assert shapely.box(*bounds).buffer(0.011).contains(shapely.box(*county.bounds)), code


def test_china_lies_on_the_land_and_in_the_extent():
    china, land = layers(FOLDER / "china.json")["china"], layers(FOLDER / "land.json")["land"]
    assert shapely.box(62, 2, 146, 58).contains(china)
    assert china.intersection(land).area > 0.99 * china.area
