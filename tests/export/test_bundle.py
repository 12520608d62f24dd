import hashlib
import json
import zipfile
from io import BytesIO

import pytest
from elsewhere import run_elsewhere
from huzhou import ATLAS

from geo.atlas import atlas_files, load_atlas, of_themes
from geo.export import FORMATS
from geo.export.bundle import bundle
from geo.layers import layer_files
from geo.model import Theme


@pytest.fixture(scope="module")
def archive():
    chosen = {"themes": ["tourism"]}
    with zipfile.ZipFile(BytesIO(bundle(of_themes(ATLAS, [Theme.TOURISM]), chosen))) as opened:
        yield {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def package(archive):
    return json.loads(archive["datapackage.json"])


def test_the_descriptor_names_every_file_with_its_checksum(archive, package):
    assert {each["path"] for each in package["resources"]} == archive.keys() - {"datapackage.json"}
    for each in package["resources"]:
        data = archive[each["path"]]
        assert each["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert each["bytes"] == len(data)


def test_the_descriptor_tells_filter_and_counts(package):
    assert package["filter"] == {"themes": ["tourism"]}
    assert package["counts"] == {"places": 2, "located": 2, "mentions": 3, "indicators": 1, "articles": 2}


def test_the_files_are_those_of_the_data_contract(archive, tmp_path):
    part = of_themes(ATLAS, [Theme.TOURISM])
    for name, text in (atlas_files(part) | layer_files(part)).items():
        assert archive[name].decode() == text
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(archive[name])
    assert load_atlas(tmp_path).places["id"].tolist() == ["330500", "tai-hu"]


def test_licences_name_each_source_once(archive):
    assert archive["LICENCES.txt"].decode().splitlines() == [
        "Geometries and points of places come from:", "boundaries", "  public; 1 places", "s", "  l; 1 places", "",
        "The base map's sources and licences stand in basemap/SOURCES.md.",
    ]  # fmt: skip
    assert b"LGPL" in archive["basemap/SOURCES.md"]


def test_the_base_map_has_the_counties_of_the_provinces_shown(archive):
    # 湖州 lies in 330000, 太湖 has no code.
    counties = [name for name in archive if name.startswith("basemap/counties/")]
    assert counties == ["basemap/counties/330000.json"]


def test_equal_atlases_give_equal_bytes():
    assert bundle(ATLAS) == bundle(ATLAS)


def digests():
    return {name: hashlib.sha256(row.make(ATLAS)).hexdigest() for name, row in FORMATS.items()}


def test_formats_give_equal_bytes_wherever_they_are_made():
    code = "import json, test_bundle; print(json.dumps(test_bundle.digests()))"
    assert json.loads(run_elsewhere(code)) == digests()


def test_no_two_formats_end_alike():
    assert len({row.suffix for row in FORMATS.values()}) == len(FORMATS)
