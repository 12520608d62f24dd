"""Reads invented text with places that stand where their names are found."""

import pytest

from geo.indicators import read_indicators
from geo.model import Article, Context, Mention, Place, PlaceKind, Resolution, Span
from geo.text import open_document

CITY = Place("city", "云岭市", PlaceKind.PREFECTURE, admin=("江岭省",))
KNOWN = (
    Place("county", "白石县", PlaceKind.COUNTY, admin=("江岭省", "云岭市")),
    Place("park", "青峰景区", PlaceKind.SCENIC_AREA),
    Place("lake", "月亮湖", PlaceKind.LAKE),
    Place("road", "环湖旅游公路", PlaceKind.HIGHWAY),
    Place("firm", "明光机械", PlaceKind.ENTERPRISE),
    Place("town", "柳溪镇", PlaceKind.TOWNSHIP),
    Place("other", "红岩景区", PlaceKind.SCENIC_AREA),
    Place("river", "沧澜河", PlaceKind.RIVER),
    Place("station", "双岔水电站", PlaceKind.PROJECT),
    Place("zone", "云谷开发区", PlaceKind.INDUSTRIAL_PARK),
    Place("new-area", "青岚新区", PlaceKind.REGION),
    Place("village", "坪上村", PlaceKind.VILLAGE),
    Place("second-village", "岭下村", PlaceKind.VILLAGE),
    Place("second-county", "红石县", PlaceKind.COUNTY, admin=("江岭省", "云岭市")),
    Place("circle", "江岭经济圈", PlaceKind.REGION),
)


def resolutions(document):
    found = []
    for place in KNOWN:
        start = document.text.find(place.name)
        while start >= 0:
            clean = Span(start, start + len(place.name))
            mention = Mention(document.source(clean), clean, place.name, place.name, place.kind, (place.id,))
            found.append(Resolution(mention, place, 1.0, "test"))
            start = document.text.find(place.name, start + 1)
    return tuple(sorted(found, key=lambda one: one.mention.clean))


@pytest.fixture
def read():
    def reader(text, as_of="2024-11", title=""):
        document = open_document(Article("invented", text, title=title, published=as_of))
        return read_indicators(document, resolutions(document), Context(CITY, as_of))

    return reader
