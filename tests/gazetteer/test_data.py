"""What the rows of ``data/gazetteer`` have to hold, whoever wrote them."""

import csv
import json
import re
from collections import defaultdict
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from geo.crs import distance_m, gap_m, length_m
from geo.gazetteer.admin import open_admin
from geo.gazetteer.curated import HEADER, CuratedGazetteer
from geo.model import Precision
from geo.settings import data_dir

ROOT = Path(__file__).resolve().parents[2]
FOLDER = data_dir() / "gazetteer"
REFERENCE = ROOT.parent / "shared" / "reference" / "rivers_named_1to4m.geojson"
SUMMARY = Path(__file__).parent / "river_distances.csv"
SHANXI = "140000"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sets() -> dict[str, list[dict[str, str]]]:
    found = {}
    for path in sorted(FOLDER.glob("*.csv")):
        rows = read(path)
        if rows and tuple(rows[0]) == HEADER:
            found[path.stem] = rows
    return found


SETS = sets()
ROWS = list(chain.from_iterable(SETS.values()))


@pytest.fixture(scope="module")
def admin():
    return open_admin()


@pytest.fixture(scope="module")
def curated(admin):
    return CuratedGazetteer(admin)


def test_the_sets_of_shanxi_are_there():
    assert {"shanxi_lakes", "shanxi_places", "shanxi_places_osm", "shanxi_rivers"} <= SETS.keys()
    assert {"shanxi_rivers_schematic", "shanxi_roads_schematic"} <= SETS.keys()
    assert len(ROWS) > 1000


@pytest.mark.parametrize("stem", SETS)
def test_rows_are_sorted_by_id(stem):
    ids = [row["id"] for row in SETS[stem]]
    assert ids == sorted(ids)


def test_every_row_states_source_and_licence_and_a_date_of_form():
    dates = re.compile(r"(\d{4}(-\d{2}(-\d{2})?)?)?")
    bad = [
        row["id"] for row in ROWS if not (row["source"] and row["licence"] and dates.fullmatch(row["date"]))
    ]
    assert bad == []


def test_ids_are_unique_over_all_sets():
    ids = [row["id"] for row in ROWS]
    assert len(set(ids)) == len(ids)


def test_no_spelling_stands_for_two_places_of_one_kind_in_one_unit():
    owners = defaultdict(set)
    for row in ROWS:
        for spelling in (row["name"], *filter(None, row["aliases"].split("|"))):
            owners[row["kind"], row["adcode"], spelling].add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_row_repeats_a_spelling():
    spellings = {row["id"]: [row["name"], *filter(None, row["aliases"].split("|"))] for row in ROWS}
    assert [place for place, names in spellings.items() if len(set(names)) < len(names)] == []


def test_every_located_point_lies_in_its_stated_unit(admin):
    located = [row for row in ROWS if row["lon"] and row["adcode"] and not row["geometry"]]
    outside = {}
    for row in located:
        gap = gap_m(admin.geometry(row["adcode"]), float(row["lon"]), float(row["lat"]))
        if gap > 300:
            outside[row["id"]] = round(gap)
    assert len(located) > 100
    assert outside == {}


def test_the_chain_of_units_is_that_of_the_adcode(admin):
    wrong = {
        row["id"]: row["within"]
        for row in SETS["shanxi_places"] + SETS["shanxi_lakes"] + SETS["shanxi_roads_schematic"]
        if row["adcode"] and row["within"].split("/")[-1] != admin.place(row["adcode"]).name
    }
    assert wrong == {}


def test_every_place_has_a_point_a_radius_and_a_valid_geometry(curated):
    for place_id in curated.ids():
        place, geometry = curated.place(place_id), curated.geometry(place_id)
        assert place.lon is not None, place_id
        assert place.lat is not None, place_id
        assert place.uncertainty_m, place_id
        assert geometry is None or (geometry.is_valid and not geometry.is_empty), place_id


def test_every_feature_of_the_geometry_files_belongs_to_a_row():
    referred = {(row["geometry"], row["id"]) for row in ROWS if row["geometry"].startswith("file:")}
    kept = set()
    for path in sorted((FOLDER / "geometry").glob("*.geojson")):
        ids = {feature["id"] for feature in json.loads(path.read_text(encoding="utf-8"))["features"]}
        kept |= {(f"file:{path.stem}", place_id) for place_id in ids}
    assert referred == kept


def test_a_line_or_area_from_a_file_holds_its_own_point_within_its_uncertainty(curated):
    for row in ROWS:
        if row["geometry"].startswith("file:"):
            place = curated.place(row["id"])
            assert gap_m(curated.geometry(row["id"]), place.lon, place.lat) <= place.uncertainty_m, row["id"]


def test_what_comes_from_openstreetmap_is_kept_in_files_of_its_own():
    for rows in SETS.values():
        licences = {row["licence"].startswith("ODbL") for row in rows}
        assert len(licences) == 1


def test_scripts_and_files_named_in_the_sources_exist():
    text = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tools|data)/[\w./]+\.\w+)`", text)
    assert len(named) > 8
    assert [path for path in named if not (ROOT / path).is_file()] == []
    for stem in SETS:
        if stem.startswith("shanxi_"):
            assert f"`{stem}.csv`" in text


# Seats known to stand on the river, from the map of any atlas; coordinates of GeoNames.
BANKS = {
    "river-qinhe": {"沁源": (112.32472, 36.50139), "安泽": (112.23351, 36.14684)},
    "river-fenhe": {
        "静乐": (111.97167, 38.37444),
        "临汾": (111.51889, 36.08889),
        "新绛": (111.21925, 35.61297),
    },
    "river-zhuozhang-beiyuan": {"榆社": (112.95769, 37.06359), "武乡": (112.85417, 36.84278)},
    "river-hutuohe": {"繁峙": (113.26401, 39.18992), "代县": (112.92913, 39.06901)},
    "river-huanghe-shanxi": {"保德": (111.12674, 39.01732), "河曲": (111.19115, 39.3874)},
    "river-jianghe": {"屯留": (112.88194, 36.3275)},
    "river-zhuozhang-xiyuan": {"沁县": (112.68722, 36.76306)},
}


@pytest.mark.parametrize("river", BANKS)
def test_rivers_pass_the_towns_on_their_banks(curated, river):
    for lon, lat in BANKS[river].values():
        assert gap_m(curated.geometry(river), lon, lat) < 6000


def median_gap_m(line, reference) -> float:
    """Return the median distance between points every 500 m or so along a line and the reference line."""
    points = shapely.points(shapely.get_coordinates(shapely.segmentize(line, 0.005)))
    ends = shapely.get_coordinates(shapely.shortest_line(points, reference)).reshape(-1, 4)
    return float(np.median(distance_m(*ends.T)))


def rivers_of_shanxi() -> list[str]:
    rows = chain.from_iterable(rows for stem, rows in SETS.items() if stem.startswith("shanxi_"))
    return [row["id"] for row in rows if row["kind"] == "river"]


def measured() -> dict[str, float]:
    """Return the median distance in metres of each river to the reference map; from the summary without it."""
    if not REFERENCE.is_file():
        return {row["id"]: float(row["median_m"]) for row in read(SUMMARY)}
    features = json.loads(REFERENCE.read_text(encoding="utf-8"))["features"]
    named = {feature["properties"]["name"]: shape(feature["geometry"]) for feature in features}
    curated = CuratedGazetteer(open_admin())
    rivers = [curated.place(place_id) for place_id in rivers_of_shanxi()]
    return {
        river.id: median_gap_m(curated.geometry(river.id), named[river.name])
        for river in rivers
        if river.name in named and curated.geometry(river.id) is not None
    }


def test_every_river_line_lies_within_1500_m_of_the_reference_in_the_median(curated):
    summary = {row["id"]: row for row in read(SUMMARY)}
    distances = measured()
    assert set(distances) == set(summary)
    assert max(distances.values()) <= 1500
    for river, row in summary.items():
        assert distances[river] == pytest.approx(float(row["median_m"]), abs=5)
        # The figures belong to the lines that are shipped.
        assert length_m(curated.geometry(river)) / 1000 == pytest.approx(float(row["length_km"]), abs=0.1)


def test_every_river_line_of_shanxi_is_in_the_summary(curated):
    drawn = {place_id for place_id in rivers_of_shanxi() if curated.geometry(place_id) is not None}
    assert drawn == {row["id"] for row in read(SUMMARY)}


def test_schematic_lines_say_so():
    for stem in ("shanxi_rivers_schematic", "shanxi_roads_schematic"):
        assert {row["precision"] for row in SETS[stem]} == {"schematic"}
        assert min(int(row["uncertainty_m"]) for row in SETS[stem]) >= 2000


def test_the_two_networks_of_taihang_one_are_apart(curated, admin):
    for place_id, prefecture in (("road-taihang1-changzhi", "140400"), ("road-taihang1-jincheng", "140500")):
        place = curated.place(place_id)
        assert {"太行一号", "太行一号旅游公路"} <= set(place.aliases)
        assert place.precision is Precision.SCHEMATIC
        line, area = curated.geometry(place_id), admin.geometry(prefecture)
        assert line.intersection(area).length / line.length > 0.95


# The true places, from an encyclopaedia's coordinates, told apart from the gazetteer's own sources.
KNOWN = {
    "scenic-yungangshiku": (113.1225, 40.11),
    "scenic-pingyaogucheng": (112.175, 37.2014),
    "scenic-yingxianmuta": (113.1827, 39.5651),
}


@pytest.mark.parametrize("place_id", KNOWN)
def test_well_known_sights_lie_where_the_encyclopaedia_has_them(curated, place_id):
    place = curated.place(place_id)
    lon, lat = KNOWN[place_id]
    assert float(distance_m(place.lon, place.lat, lon, lat)) < 1500
