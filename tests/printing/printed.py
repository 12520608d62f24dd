"""A small invented atlas around Ningbo: every shape, every precision, own figures and such as stand beside a name."""

import shapely

from geo.atlas import Atlas
from geo.atlas.places import SHOWN, places_frame
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, frame
from geo.printing import PrintOptions
from geo.printing.compose import sheet_of

ODBL = {"source": "water polygons", "licence": "ODbL-1.0, (c) OpenStreetMap contributors"}
EXACT = ("exact", None)


def figure(number, theme, relation="about"):
    return dict.fromkeys(SHOWN) | {"id": f"f{number}", "theme": theme, "relation": relation, "article": "a"}


def place(name, kind, geometry, figures=(), known=EXACT):
    return {
        "id": name, "name": name, "aliases": [], "kind": kind, "admin": ["浙江省"], "adcode": "", "date": "",
        "precision": known[0], "uncertainty_m": known[1], "lon": None, "lat": None, "source": "boundaries",
        "licence": "public", "themes": sorted({each["theme"] for each in figures}), "articles": ["a"],
        "mention_count": 1, "indicators": list(figures), "geometry": geometry,
    }  # fmt: skip


def atlas_of(*places, titles=("港城来信",)):
    articles = [
        {"article": f"a{n}", "title": t, "publisher": "", "published": "", "about": "", "sha256": ""}
        for n, t in enumerate(titles)
    ]
    return Atlas(places_frame(places), frame(MENTIONS, []), frame(INDICATORS, []), frame(ARTICLES, articles))


PLACES = (
    place("宁波市", "prefecture", shapely.box(120.9, 28.9, 122.2, 30.4), [figure(1, "economy")]),
    place("浙江省", "province", shapely.box(118.0, 27.1, 122.9, 31.2), [figure(2, "economy")]),
    place("甬江", "river", shapely.LineString([(121.3, 29.7), (121.5, 29.9), (121.7, 30)]), [figure(3, "ecology")]),
    place(
        "滨海观光路", "highway", shapely.LineString([(121.6, 29.2), (121.9, 29.4), (122.0, 29.8)]),
        [figure(4, "transport")], ("schematic", 3000.0),
    ),
    place("东钱湖", "lake", shapely.box(121.6, 29.72, 121.7, 29.8), [figure(5, "tourism")]) | ODBL,
    place("天童山", "scenic_area", shapely.Point(121.79, 29.81), [figure(6, "tourism")], ("approximate", 9000.0)),
    place("北仑产业园", "industrial_park", shapely.Point(121.85, 29.9), [figure(7, "industry")], ("admin", 20_000.0)),
    place("栎社机场", "airport", shapely.Point(121.46, 29.82), [figure(4, "transport", "context")]),
    place("无数村", "village", shapely.Point(121.2, 29.5)),
    place("佚名厂", "enterprise", None, [figure(8, "industry")], ("unlocated", None)),
    place("巴西", "region", shapely.Point(-50.0, -10.0), [figure(9, "openness_reform")]),
)  # fmt: skip
ATLAS = atlas_of(*PLACES)
BOUNDS = (120.9, 28.9, 122.3, 30.4)


def texts(atlas=ATLAS, **options):
    """Return every text on the sheet, first drawn first."""
    asked = PrintOptions(**{"title": "港城图", **options})
    return [each.get_text() for each in sheet_of(atlas, asked).figure.axes[0].texts]


def points(count):
    """Return places close to each other, as a frame cannot name them all."""
    spots = [shapely.Point(121.0 + 0.02 * (n % 12), 29.5 + 0.015 * (n // 12)) for n in range(count)]
    return atlas_of(
        *(place(f"第{n}号观测站", "other", spot, [figure(n, "ecology")]) for n, spot in enumerate(spots))
    )
