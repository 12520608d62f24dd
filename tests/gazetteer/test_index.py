from hypothesis import given
from hypothesis import strategies as st

from geo.gazetteer.base import Name
from geo.gazetteer.index import NameIndex

NAMES = [
    Name("吉林省", "220000", official=True),
    Name("吉林", "220000", official=False),
    Name("吉林市", "220200", official=True),
    Name("吉林", "220200", official=False),
    Name("林", "x", official=False),
]


def found(index, text):
    return [(start, end, spelling.text) for start, end, spelling in index.find(text)]


def test_overlapping_names_are_all_found():
    assert found(NameIndex(NAMES), "在吉林省吉林市") == [
        (1, 3, "吉林"),
        (1, 4, "吉林省"),
        (4, 6, "吉林"),
        (4, 7, "吉林市"),
    ]


def test_a_spelling_holds_all_its_places_and_knows_the_official_ones():
    index = NameIndex([*NAMES, Name("吉林", "220200", official=True)])
    spelling = index.get("吉林")
    assert spelling is not None
    assert spelling.place_ids == ("220000", "220200")
    assert spelling.official == {"220200"}


def test_single_characters_are_known_but_not_looked_for():
    index = NameIndex(NAMES)
    assert index.get("林") is not None
    assert found(index, "林") == []


def test_an_unknown_or_overlong_name_is_not_there():
    index = NameIndex([*NAMES, Name("长" * 65, "y", official=True)])
    assert index.get("长" * 65) is None
    assert index.get("长春") is None


def test_an_index_without_names_finds_nothing():
    assert found(NameIndex([]), "吉林市") == []


def test_a_name_across_the_border_of_two_blocks_is_found_once():
    text = "。" * ((1 << 16) - 1) + "吉林市" + "。" * (1 << 16) + "吉林省"
    assert [text[start:end] for start, end, _ in NameIndex(NAMES).find(text)] == [
        "吉林",
        "吉林市",
        "吉林",
        "吉林省",
    ]


@given(st.text(alphabet="吉林省市。", max_size=60))
def test_what_is_found_stands_there(text):
    hits = found(NameIndex(NAMES), text)
    assert all(text[start:end] == name for start, end, name in hits)
    assert len(hits) == sum(text.count(name) for name in ("吉林", "吉林省", "吉林市"))
