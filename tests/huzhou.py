"""Two small readings about Huzhou, written by hand, and a gazetteer that knows three of their places."""

from typing import ClassVar

import shapely

from geo.atlas import build_atlas
from geo.errors import UnknownPlaceError
from geo.model import (
    Article,
    Context,
    Indicator,
    Mention,
    Place,
    PlaceKind,
    Precision,
    Qualifier,
    Reading,
    Resolution,
    Span,
    Status,
    Theme,
)

CITY = Place(
    "330500", "湖州市", PlaceKind.PREFECTURE, ("湖州",), ("浙江省",), "330500", Precision.EXACT, 120.1, 30.9, 600.0,
    "boundaries", "public", "",
)  # fmt: skip
LAKE = Place(
    "tai-hu",
    "太湖",
    PlaceKind.LAKE,
    (),
    ("江苏省",),
    "",
    Precision.EXACT,
    120.2,
    31.2,
    100.0,
    "s",
    "l",
    "2020",
)
VILLAGE = Place(
    "village:1", "余村", PlaceKind.VILLAGE, (), ("浙江省", "湖州市", "安吉县"), "330523", Precision.ADMIN, 119.6, 30.6,
    20_000.0, "s", "l", "",
)  # fmt: skip
LOST = Place("unlocated:1", '"=失踪`${x}</script>山', PlaceKind.MOUNTAIN)

#       0         1
#       01234567890123456789
FIRST = "湖州森林46.1%。余村美。\n太湖好。长-3.2%。"
SECOND = "太湖清。失踪山远。"


class Shapes:
    shapes: ClassVar = {
        "330500": shapely.box(119.5, 30.5, 120.5, 31.2),
        "tai-hu": shapely.box(120, 31, 120.5, 31.5),
    }

    def names(self):
        return ()

    def place(self, place_id):
        raise UnknownPlaceError(place_id)

    def geometry(self, place_id):
        try:
            return self.shapes[place_id]
        except KeyError:
            raise UnknownPlaceError(place_id) from None


def resolution(place, start, end, text, *, in_org=False):
    span = Span(start, end)
    mention = Mention(span, span, text[start:end], place.name, place.kind, (), in_org, 1.0, "")
    return Resolution(mention, place, 0.98765, "known name")


def indicator(start, end, text, **more):
    span = Span(start, end)
    fields = {
        "paragraph": text.count("\n", 0, start), "metric": "森林覆盖率", "metric_key": "森林覆盖率",
        "value": 46.1, "unit": "%", "normalized": 46.1, "base_unit": "%", "theme": Theme.ECOLOGY,
        "place_id": "330500", "confidence": 0.9,
    }  # fmt: skip
    return Indicator(span=span, clean=span, surface=text[start:end], **(fields | more))


_FIRST_READING = Reading(
    Article("a", FIRST, sha256="0" * 64),
    Context(CITY, "2024"),
    (
        resolution(CITY, 0, 2, FIRST, in_org=True),
        resolution(VILLAGE, 10, 12, FIRST),
        resolution(LAKE, 15, 17, FIRST),
    ),
    (
        indicator(4, 9, FIRST, period="2024"),
        indicator(20, 25, FIRST, metric="产值", value=-3.2, normalized=2.3 * 1e8, value_to=5.0,
                  qualifier=Qualifier.AT_LEAST, status=Status.TARGET, theme=Theme.ECONOMY),
        indicator(20, 25, FIRST, metric="收入", theme=Theme.TOURISM, confidence=1 / 3),
    ),
    (CITY, VILLAGE, LAKE),
    (Span(0, 14), Span(15, 26)),
    (Span(0, 10), Span(10, 14), Span(15, 19), Span(19, 26)),
)  # fmt: skip
_SECOND_READING = Reading(
    Article("b", SECOND, "=1+1", "某报", "2024-05-01", "湖州市", "f" * 64),
    Context(),
    (resolution(LAKE, 0, 2, SECOND), resolution(LOST, 4, 7, SECOND)),
    (),
    (LAKE, LOST),
    (Span(0, 9),),
    (Span(0, 4), Span(4, 9)),
)
READINGS = (_FIRST_READING, _SECOND_READING)
SHAPES = Shapes()
ATLAS = build_atlas(READINGS, SHAPES)
