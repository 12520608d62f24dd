from geo.atlas import of_themes, restrict
from geo.model import Theme


def test_a_part_holds_exactly_what_was_chosen(atlas):
    part = restrict(atlas, {"330500": {"a-20-1"}, "unlocated:1": ()})
    assert part.places["id"].tolist() == ["330500", "unlocated:1"]
    assert part.places["themes"].tolist() == [["tourism"], []]
    assert [[each["id"] for each in row] for row in part.places["indicators"]] == [["a-20-1"], []]
    assert part.indicators["id"].tolist() == ["a-20-1"]
    assert set(part.mentions["place_id"]) == {"330500", "unlocated:1"}
    assert part.articles["article"].tolist() == ["a", "b"]
    assert part.places.crs == atlas.places.crs
    assert [list(table.index) for table in (part.places, part.indicators)] == [[0, 1], [0]]


def test_the_whole_stays_as_it_is(atlas):
    restrict(atlas, {"330500": ()})
    assert len(atlas.places.set_index("id").loc["330500", "indicators"]) == 3


def test_a_theme_keeps_the_places_that_speak_of_it(atlas):
    part = of_themes(atlas, [Theme.ECOLOGY])
    assert part.places["id"].tolist() == ["330500", "village:1"]
    assert part.places["themes"].tolist() == [["ecology"], ["ecology"]]
    assert part.indicators["id"].tolist() == ["a-4-0"]


def test_nothing_chosen_is_an_empty_atlas(atlas):
    part = restrict(atlas, {})
    assert len(part.places) == len(part.mentions) == len(part.indicators) == len(part.articles) == 0
