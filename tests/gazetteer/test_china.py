"""The sets for all China keep the rules of their columns, and every point lies where its row says."""

import csv
import json
from itertools import pairwise

import pytest

from geo.crs import gap_m
from geo.gazetteer.admin import AdminGazetteer, open_admin
from geo.gazetteer.curated import HEADER, CuratedGazetteer
from geo.lexicon import words
from geo.settings import data_dir

FOLDER = data_dir() / "gazetteer"
SETS = sorted([*FOLDER.glob("china_*.csv"), FOLDER / "regions.csv"])
TOLERANCE_M = 300


def read(path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def admin() -> AdminGazetteer:
    return open_admin()


@pytest.fixture(scope="module")
def gazetteer(admin: AdminGazetteer) -> CuratedGazetteer:
    return CuratedGazetteer(admin)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return [row for path in SETS for row in read(path)]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_a_set_has_the_header_and_is_sorted(path) -> None:
    rows = read(path)
    assert tuple(rows[0]) == HEADER
    assert all(one["id"] < two["id"] for one, two in pairwise(rows))


def test_ids_are_unique(rows) -> None:
    assert len({row["id"] for row in rows}) == len(rows)


def test_no_name_stands_twice_among_rows_of_one_kind_and_unit(rows) -> None:
    seen = [(row["name"], row["kind"], row["adcode"]) for row in rows]
    assert len(set(seen)) == len(seen), sorted(key for key in seen if seen.count(key) > 1)


def test_source_licence_and_precision_are_stated(rows) -> None:
    for row in rows:
        assert row["source"], row["id"]
        assert row["licence"], row["id"]
        assert row["precision"] in {"approximate", "schematic", "admin"}, row["id"]


def test_no_alias_repeats_the_name_or_another_alias(rows) -> None:
    for row in rows:
        spellings = [row["name"], *filter(None, row["aliases"].split("|"))]
        assert len(set(spellings)) == len(spellings), row["id"]


def test_the_chain_of_names_leads_to_the_adcode(rows, admin: AdminGazetteer) -> None:
    for row in rows:
        if row["adcode"]:
            place = admin.place(row["adcode"])
            assert row["within"] == "/".join((*place.admin, place.name)), row["id"]


def test_every_unit_of_an_extent_exists(rows, admin: AdminGazetteer) -> None:
    for row in rows:
        if row["geometry"].startswith("units:"):
            for adcode in row["geometry"].removeprefix("units:").split("|"):
                admin.place(adcode)


def test_every_point_lies_in_its_unit(rows, admin: AdminGazetteer) -> None:
    for row in rows:
        if row["lon"] and row["adcode"]:
            outside_m = admin.gap_m(row["adcode"], float(row["lon"]), float(row["lat"]))
            # A river that is a border may lie beyond it by the uncertainty of its line.
            allowed_m = float(row["uncertainty_m"]) if row["geometry"].startswith("file:") else TOLERANCE_M
            assert outside_m <= allowed_m, (row["id"], outside_m)


def test_every_point_of_an_extent_lies_in_it(rows, admin: AdminGazetteer) -> None:
    for row in rows:
        if row["lon"] and row["geometry"].startswith("units:"):
            adcodes = row["geometry"].removeprefix("units:").split("|")
            assert min(admin.gap_m(code, float(row["lon"]), float(row["lat"])) for code in adcodes) == 0, row[
                "id"
            ]


def test_the_loader_takes_every_row(rows, gazetteer: CuratedGazetteer) -> None:
    for row in rows:
        place = gazetteer.place(row["id"])
        assert place.lon is not None, row["id"]
        assert place.uncertainty_m is not None, row["id"]


@pytest.mark.parametrize(
    ("place_id", "adcodes"),
    [
        ("region-jingjinji", {"110000", "120000", "130000"}),
        ("region-dongbei", {"210000", "220000", "230000"}),
        ("region-xiongan", {"130629", "130632", "130638"}),
    ],
)
def test_a_region_is_made_of_its_units(rows, place_id: str, adcodes: set[str]) -> None:
    [row] = [row for row in rows if row["id"] == place_id]
    assert set(row["geometry"].removeprefix("units:").split("|")) == adcodes


def test_every_traced_river_has_a_row(rows) -> None:
    features = json.loads((FOLDER / "geometry" / "china_rivers.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    ids = {row["id"] for row in rows if row["geometry"] == "file:china_rivers"}
    assert ids == {feature["id"] for feature in features}


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("长江", 114.30, 30.58),  # Wuhan
        ("长江", 106.57, 29.57),  # Chongqing
        ("黄河", 103.83, 36.06),  # Lanzhou
        ("黄河", 116.98, 36.73),  # Jinan
        ("湘江", 112.97, 28.20),  # Changsha
        ("松花江", 126.62, 45.78),  # Harbin
        ("赣江", 115.87, 28.69),  # Nanchang
        ("渭河", 107.15, 34.36),  # Baoji
        ("淮河", 117.38, 32.94),  # Bengbu
        ("雅鲁藏布江", 88.88, 29.32),  # Shigatse
    ],
)
def test_a_river_runs_past_its_cities(
    rows, gazetteer: CuratedGazetteer, name: str, lon: float, lat: float
) -> None:
    [row] = [row for row in rows if row["name"] == name]
    assert gap_m(gazetteer.geometry(row["id"]), lon, lat) < 6000


def test_an_alias_row_is_complete_and_stands_once(admin: AdminGazetteer) -> None:
    rows = read(FOLDER / "admin_aliases.csv")
    assert len({(row["alias"], row["adcode"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["alias"] != admin.place(row["adcode"]).name, row
        assert row["kind_of_alias"] in {"abbreviation", "former", "historical", "colloquial"}, row
        assert row["strength"] == "weak" or len(row["alias"]) > 1, row
        assert row["source"], row


@pytest.mark.parametrize(
    ("alias", "adcode"),
    [
        ("浙", "330000"),
        ("羊城", "440100"),
        ("襄樊市", "420600"),
        ("上饶县", "361104"),
        ("即墨市", "370215"),
        ("崇文区", "110101"),
        ("达茂旗", "150223"),
        ("代州", "140923"),
    ],
)
def test_an_alias_means_its_unit(alias: str, adcode: str) -> None:
    assert adcode in {row["adcode"] for row in read(FOLDER / "admin_aliases.csv") if row["alias"] == alias}


def test_a_name_that_another_unit_bears_today_is_weak(admin: AdminGazetteer) -> None:
    bearers = {name.text: name.place_id for name in admin.names() if name.official}
    for row in read(FOLDER / "admin_aliases.csv"):
        if bearers.get(row["alias"], row["adcode"]) != row["adcode"]:
            assert row["strength"] == "weak", row


def test_ambiguous_names_are_names_of_units(admin: AdminGazetteer) -> None:
    assert set(words("ambiguous_admin")) <= {name.text for name in admin.names()}


@pytest.mark.parametrize(
    "name", ["合作", "东方", "和平", "鼓楼", "城关", "富裕", "资源", "公安", "利通", "阿里"]
)
def test_a_common_word_is_ambiguous(name: str) -> None:
    assert name in words("ambiguous_admin")


@pytest.mark.parametrize("name", ["保定", "合肥", "石家庄", "大连", "仙桃", "银川", "西安", "海口"])
def test_a_well_known_city_is_not_ambiguous(name: str) -> None:
    assert name not in words("ambiguous_admin")
