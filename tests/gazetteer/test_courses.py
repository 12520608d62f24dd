from geo.gazetteer.courses import river_courses
from geo.model import PlaceKind


def test_courses_are_rivers_with_lines():
    courses = {each.place.id: each for each in river_courses()}
    assert all(each.place.kind == PlaceKind.RIVER for each in courses.values())
    assert {each.line.geom_type for each in courses.values()} <= {"LineString", "MultiLineString"}
    assert {"river-fenhe", "river-zhuozhang-beiyuan"} <= courses.keys()
