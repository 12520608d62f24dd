import pytest

from geo.errors import DataError, UnknownPlaceError
from geo.gazetteer.admin import AdminGazetteer, open_admin
from geo.gazetteer.divisions import Alias, read_units
from geo.model import PlaceKind, Precision


@pytest.fixture(scope="module")
def admin():
    return AdminGazetteer(read_units())


@pytest.fixture(scope="module")
def spellings(admin):
    table = {}
    for name in admin.names():
        table.setdefault(name.place_id, []).append(name.text)
    return table


@pytest.mark.parametrize(
    ("adcode", "expected"),
    [
        ("140400", ["长治市", "长治"]),
        ("140522", ["阳城县", "阳城"]),
        ("140430", ["沁县"]),
        ("140502", ["城区"]),
        ("150000", ["内蒙古自治区", "内蒙古"]),
        ("650000", ["新疆维吾尔自治区", "新疆"]),
        ("810000", ["香港特别行政区", "香港"]),
        ("422800", ["恩施土家族苗族自治州", "恩施", "恩施州"]),
        ("653000", ["克孜勒苏柯尔克孜自治州", "克孜勒", "克孜勒州"]),
        ("542500", ["阿里地区", "阿里"]),
        ("152500", ["锡林郭勒盟", "锡林郭勒"]),
        ("429021", ["神农架林区", "神农架"]),
        ("130408", ["永年区", "永年"]),
        ("130406", ["峰峰矿区", "峰峰"]),
        ("140109", ["万柏林区", "万柏林"]),
        ("310115", ["浦东新区", "浦东"]),
        ("469025", ["白沙黎族自治县", "白沙"]),
        ("622927", ["积石山保安族东乡族撒拉族自治县", "积石山", "积石山县"]),
        ("629700", ["中农发山丹马场"]),
    ],
)
def test_spellings_of_a_division(spellings, adcode, expected):
    assert spellings[adcode] == expected


@pytest.mark.parametrize(
    ("adcode", "level", "chain"),
    [
        ("110000", PlaceKind.PROVINCE, ("110000",)),
        ("110105", PlaceKind.COUNTY, ("110000", "110105")),
        ("140403", PlaceKind.COUNTY, ("140000", "140400", "140403")),
        ("441900", PlaceKind.PREFECTURE, ("440000", "441900")),
        ("419001", PlaceKind.COUNTY, ("410000", "419001")),
        ("820000", PlaceKind.PROVINCE, ("820000",)),
    ],
)
def test_hierarchy(admin, adcode, level, chain):
    assert admin.level(adcode) is level
    assert admin.chain(adcode) == chain
    assert len(admin.place(adcode).admin) == len(chain) - 1


def test_parents_and_children_agree(admin):
    assert admin.parent("140403") == "140400"
    assert admin.parent("140000") == ""
    assert "140400" in admin.children("140000")
    assert len(admin.children("140400")) == 12
    assert admin.children("441900") == ()
    assert len(admin.children()) == 34


def test_a_place_says_where_it_lies_and_how_that_is_known(admin):
    place = admin.place("140522")
    assert (place.name, place.kind, place.admin) == ("阳城县", PlaceKind.COUNTY, ("山西省", "晋城市"))
    assert place.precision is Precision.EXACT
    assert place.adcode == "140522"
    assert place.source
    assert place.licence


def test_every_point_lies_within_its_own_boundary(admin):
    for name in admin.names():
        place = admin.place(name.place_id)
        assert admin.gap_m(place.id, place.lon, place.lat) == 0, place


@pytest.mark.parametrize(
    ("lonlat", "adcode"),
    [
        ((116.3975, 39.9087), "110101"),  # Tian'anmen
        ((112.5533, 37.8690), "140106"),  # Yingze square in Taiyuan
        ((121.4997, 31.2397), "310115"),  # Oriental Pearl tower
        ((139.69, 35.69), ""),  # Tokyo
    ],
)
def test_the_county_around_a_point(admin, lonlat, adcode):
    assert admin.containing(*lonlat) == adcode


def test_a_union_covers_its_parts(admin):
    both = admin.union(("140400", "140500"))
    for adcode in ("140400", "140500"):
        place = admin.place(adcode)
        assert both.covers(admin.geometry(adcode).representative_point())
        assert both.area > admin.geometry(place.id).area


def test_an_unknown_adcode_is_an_error_that_names_it(admin):
    with pytest.raises(UnknownPlaceError, match="'149999'"):
        admin.place("149999")


def test_aliases_come_as_further_names():
    gazetteer = AdminGazetteer(
        read_units(),
        [
            Alias("鲁", "370000", "abbreviation", "weak", "s"),
            Alias("齐鲁", "370000", "byname", "strong", "s"),
        ],
    )
    texts = {name.text for name in gazetteer.names() if name.place_id == "370000"}
    assert texts == {"山东省", "山东", "鲁", "齐鲁"}
    assert gazetteer.weak_aliases() == {("鲁", "370000")}


def test_an_alias_of_no_division_is_an_error():
    with pytest.raises(DataError, match="149999"):
        AdminGazetteer(read_units(), [Alias("某", "149999", "abbreviation", "weak", "s")])


def test_tables_and_names_are_read_without_a_boundary(monkeypatch):
    # Three thousand boundaries take seconds, the tables a tenth of one.
    monkeypatch.setattr("geo.gazetteer.admin.read_boundary", lambda *_: pytest.fail("a boundary was read"))
    assert sum(1 for _ in open_admin().names()) > 5_000
