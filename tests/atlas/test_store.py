import csv
import json

import pytest
from geojson_rules import validate_geojson
from geopandas.testing import assert_geodataframe_equal
from pandas.testing import assert_frame_equal

from geo.atlas import build_atlas, load_atlas, save_atlas
from geo.errors import AtlasError

FILES = {"places.geojson", "mentions.csv", "indicators.csv", "articles.csv"}


@pytest.fixture
def folder(atlas, tmp_path):
    save_atlas(atlas, tmp_path / "new" / "atlas")
    return tmp_path / "new" / "atlas"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_saved_comes_back(atlas, folder):
    again = load_atlas(folder)
    assert_geodataframe_equal(again.places, atlas.places)
    for name in ("mentions", "indicators", "articles"):
        assert_frame_equal(getattr(again, name), getattr(atlas, name))
    assert again.places["adcode"].tolist() == ["330500", "", "", "330523"]


def test_saving_again_gives_the_same_bytes(folder, tmp_path):
    save_atlas(load_atlas(folder), tmp_path / "again")
    assert contents(tmp_path / "again") == contents(folder)
    assert set(contents(folder)) == FILES
    assert not any(b"\r" in data for data in contents(folder).values())


def test_places_are_valid_geojson(folder):
    collection = json.loads((folder / "places.geojson").read_text(encoding="utf-8"))
    assert validate_geojson(collection) == []
    by_id = {each["id"]: each for each in collection["features"]}
    assert by_id["unlocated:1"]["geometry"] is None
    assert by_id["unlocated:1"]["properties"]["uncertainty_m"] is None
    assert by_id["330500"]["properties"]["adcode"] == "330500"
    assert "id" not in by_id["330500"]["properties"]


def test_raw_readers_find_numbers_as_numbers_and_no_formula(folder):
    with (folder / "indicators.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert [row["value"] for row in rows] == ["46.1", "-3.2", "46.1"]
    assert [row["value_to"] for row in rows] == ["", "5", ""]
    assert [row["normalized"] for row in rows] == ["46.1", "230000000", "46.1"]
    assert rows[1]["surface"] == "'-3.2%"
    with (folder / "articles.csv").open(encoding="utf-8", newline="") as handle:
        assert [row["title"] for row in csv.DictReader(handle)] == ["", "'=1+1"]


def test_hostile_names_stay_text(folder):
    places = load_atlas(folder).places.set_index("id")
    assert places.loc["unlocated:1", "name"] == '"=失踪`${x}</script>山'


def test_half_a_character_in_places_made_by_hand_is_replaced(folder, tmp_path):
    path = folder / "places.geojson"
    written = path.read_text(encoding="utf-8").replace("失踪", r"\ud83d失\udC00\ud83d\ude00踪\\ud83d")
    path.write_text(written, encoding="utf-8")
    atlas = load_atlas(folder)
    assert (
        atlas.places.set_index("id").loc["unlocated:1", "name"]
        == '"=\ufffd失\ufffd\U0001f600踪\\ud83d`${x}</script>山'
    )
    save_atlas(atlas, tmp_path / "again")
    assert_geodataframe_equal(load_atlas(tmp_path / "again").places, atlas.places)


def test_an_empty_atlas_is_saved_and_loaded(tmp_path, shapes):
    save_atlas(build_atlas([], shapes), tmp_path)
    again = load_atlas(tmp_path)
    assert len(again.places) == len(again.indicators) == 0
    assert again.places.crs.to_epsg() == 4326


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(AtlasError, match=rf"{name} is missing.*jintu build"):
        load_atlas(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("places.geojson", '"features"', '"things"', "breaks the data contract"),
        ("places.geojson", '"aliases"', '"alias"', "breaks the data contract"),
        ("places.geojson", "]", "", "breaks the data contract"),
        ("places.geojson", '"Polygon"', '"Circle"', "breaks the data contract"),
        ("mentions.csv", "start", "begin", "row 2: the column 'start' is missing"),
        ("mentions.csv", "true", "yes", "row 2: in_org is 'yes', which is no flag"),
        ("indicators.csv", "46.1", "many", "row 2: value is 'many', which is no number"),
        ("indicators.csv", ",4,", ",four,", "row 2: start is 'four', which is no integer"),
    ],
)
def test_a_broken_file_is_named(folder, name, old, new, complaint):
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(AtlasError, match=f"{name}.*{complaint}"):
        load_atlas(folder)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("name", None),
        ("name", 5),
        ("lon", "east"),
        ("uncertainty_m", [1]),
        ("mention_count", "many"),
        ("admin", "浙江省"),
        ("admin", [None]),
        ("indicators", None),
        ("indicators", [[]]),
        ("indicators", [{"id": "a"}]),
    ],
)
def test_a_property_that_is_none_of_its_kind_is_named(folder, name, value):
    path = folder / "places.geojson"
    collection = json.loads(path.read_text(encoding="utf-8"))
    collection["features"][1]["properties"][name] = value
    path.write_text(json.dumps(collection), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"places\.geojson breaks the data contract"):
        load_atlas(folder)


@pytest.mark.parametrize(
    "shape",
    [5, "Point", [], {}, {"type": None}, {"type": "Point", "coordinates": "here"}, {"coordinates": [1, 2]}],
)
def test_a_geometry_that_is_none_is_named(folder, shape):
    path = folder / "places.geojson"
    collection = json.loads(path.read_text(encoding="utf-8"))
    collection["features"][1]["geometry"] = shape
    path.write_text(json.dumps(collection), encoding="utf-8")
    with pytest.raises(AtlasError, match=r"places\.geojson breaks the data contract"):
        load_atlas(folder)


def test_endless_brackets_are_named(folder):
    (folder / "places.geojson").write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(AtlasError, match=r"places\.geojson breaks the data contract"):
        load_atlas(folder)


def test_a_row_that_ends_too_early_is_named(folder):
    path = folder / "articles.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*rows, "", "cut"]), encoding="utf-8")
    with pytest.raises(
        AtlasError, match=rf"articles\.csv, row {len(rows) + 1}: the column 'title' is missing"
    ):
        load_atlas(folder)


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "articles.csv").write_bytes("article,title\na,湖州".encode("gb18030"))
    with pytest.raises(AtlasError, match=r"articles\.csv cannot be read as a UTF-8 table"):
        load_atlas(folder)


def test_no_folder_and_no_room_are_said(atlas, tmp_path):
    with pytest.raises(AtlasError, match="no folder"):
        load_atlas(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(AtlasError, match="cannot be written"):
        save_atlas(atlas, tmp_path / "file")
