# ruff: noqa: E501  rows of a table are read as rows
"""A small atlas in the shape of the data contract, invented for tests: every shape, every precision, hostile names."""

import shapely
from shapely.geometry.base import BaseGeometry

from geo.atlas import Atlas
from geo.atlas.places import SHOWN, places_frame
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, frame

HOSTILE = (
    "青<img src=x onerror=\"document.title='owned'\">山",
    "{{7*191}} ${alert(1)} `tick`",
    "</script><script>alert(2)</script>'\"\\",
    "{% of %} {# #} {{cycler.__init__}}",
)
_CITY = shapely.box(112.2, 27.9, 114.2, 28.6)
_COUNTY = shapely.box(113.0, 28.0, 113.6, 28.4)
_ADMIN = ["湖南省", "长沙市"]


def _point(lon: float, lat: float) -> BaseGeometry:
    return shapely.Point(lon, lat)


def _line(*points: tuple[float, float]) -> BaseGeometry:
    return shapely.LineString(points)


# id, name, kind, precision, uncertainty_m, geometry
_PLACES = (
    ("cn-430100", "长沙市", "prefecture", "exact", 0.0, _CITY),
    ("cn-430121", "长沙县", "county", "exact", 0.0, _COUNTY),
    ("cn-430600", "岳阳市", "prefecture", "exact", 0.0, shapely.box(112.3, 28.7, 114.1, 29.6)),
    (
        "r-1",
        "浏阳河",
        "river",
        "exact",
        200.0,
        _line((113.9, 28.1), (113.5, 28.05), (113.2, 28.2), (113.0, 28.3)),
    ),
    (
        "h-1",
        "环湖旅游公路",
        "highway",
        "schematic",
        3000.0,
        _line((112.6, 28.1), (112.9, 28.35), (113.3, 28.5)),
    ),
    ("l-1", "松雅湖", "lake", "exact", 50.0, shapely.box(113.08, 28.24, 113.16, 28.29)),
    ("s-1", "岳麓山", "scenic_area", "exact", 100.0, _point(112.93, 28.18)),
    ("s-2", "石燕湖景区", "scenic_area", "approximate", 4000.0, _point(113.1, 28.0)),
    ("p-1", "星沙产业园", "industrial_park", "admin", 15000.0, _point(113.3, 28.3)),
    ("p-2", "干杉产业园", "industrial_park", "admin", 15000.0, _point(113.3, 28.3)),
    ("a-1", "黄花机场", "airport", "exact", 300.0, _point(113.22, 28.19)),
    ("e-1", "某某重工", "enterprise", "unlocated", None, None),
    *(
        (f"x-{n}", name, "other", "exact", 10.0, _point(112.5 + n / 10, 28.4))
        for n, name in enumerate(HOSTILE)
    ),
)

# id, place, metric, surface, value, unit, normalized, base_unit, comparison, period, status, theme
_FIGURES = (
    ("t-1-10-0", "cn-430100", "接待游客", "1200万人次", 1200, "万人次", 12000000, "人次", "", "2024", "actual", "tourism"),
    ("t-1-20-0", "cn-430100", "接待游客", "8.5%", 8.5, "%", 8.5, "%", "yoy", "2024", "actual", "tourism"),
    ("t-1-30-0", "cn-430100", "粮食产量", "210万吨", 210, "万吨", 2100000, "吨", "", "2023", "actual", "agriculture_rural"),
    ("t-1-40-0", "r-1", "水质优良断面", "3个", 3, "个", 3, "个", "", "2024", "actual", "ecology"),
    ("t-1-50-0", "h-1", "里程", "126公里", 126, "公里", 126, "公里", "", "2025", "planned", "transport"),
    ("t-1-60-0", "s-1", "接待游客", "300万人次", 300, "万人次", 3000000, "人次", "", "2024", "actual", "tourism"),
    ("t-2-10-0", "p-1", "产值", "85亿元", 85, "亿元", 8500000000, "元", "", "2024", "actual", "industry"),
    ("t-2-20-0", "p-2", "能耗", "-3.2%", -3.2, "%", -3.2, "%", "yoy", "2024", "actual", "energy"),
    ("t-2-30-0", "cn-430600", "旅客吞吐量", "60万人次", 60, "万人次", 600000, "人次", "", "2030", "target", "transport"),
    ("t-2-40-0", "x-0", HOSTILE[1], HOSTILE[0], 1, HOSTILE[2], 1, "项", "", "2024", "actual", "culture"),
)  # fmt: skip
_CONTEXT = {"s-2": ("t-1-60-0",), "a-1": ("t-2-30-0",), "x-1": ("t-2-40-0",), "l-1": ("t-1-40-0",)}


def sample_atlas() -> Atlas:
    """Return the atlas: 16 places, 10 figures, 2 articles."""
    figures = {figure[0]: _figure(figure) for figure in _FIGURES}
    return Atlas(
        places=places_frame([_place(place, figures) for place in _PLACES]),
        mentions=frame(MENTIONS, [_mention(place[0], place[1], n) for n, place in enumerate(_PLACES)]),
        indicators=frame(INDICATORS, figures.values()),
        articles=frame(
            ARTICLES, [_article("t-1", "长沙文旅一年"), _article("t-2", f"园区观察 {HOSTILE[2]}")]
        ),
    )


def _figure(row: tuple) -> dict:
    names = (
        "id",
        "place_id",
        "metric",
        "surface",
        "value",
        "unit",
        "normalized",
        "base_unit",
        "comparison",
        "period",
    )
    figure = dict(zip((*names, "status", "theme"), row, strict=True))
    article, start, _ = figure["id"].rsplit("-", 2)
    place = {
        "article": article,
        "start": int(start),
        "end": int(start) + 4,
        "paragraph": 0,
        "confidence": 0.9,
    }
    return figure | place | {"value_to": None, "qualifier": "", "metric_key": figure["metric"]}


def _place(row: tuple, figures: dict) -> dict:
    place_id, name, kind, precision, uncertainty, shape = row
    own = [figure for figure in figures.values() if figure["place_id"] == place_id]
    rows = own or [figures[figure_id] for figure_id in _CONTEXT.get(place_id, ())]
    shown = [{"relation": "about" if own else "context", **{key: row[key] for key in SHOWN}} for row in rows]
    anchor = shape.representative_point() if shape else None
    return {
        "id": place_id, "name": name, "aliases": ["别名" + name] if place_id == "s-1" else [], "kind": kind,
        "admin": _ADMIN[:1] if kind == "prefecture" else list(_ADMIN), "adcode": "430100", "precision": precision,
        "uncertainty_m": uncertainty, "lon": anchor.x if anchor else None, "lat": anchor.y if anchor else None,
        "source": "test" if shape else "", "licence": "CC0" if shape else "", "date": "",
        "themes": sorted({row["theme"] for row in rows}), "articles": sorted({row["article"] for row in rows}) or ["t-1"],
        "mention_count": 1, "indicators": shown, "geometry": shape,
    }  # fmt: skip


def _mention(place_id: str, name: str, n: int) -> dict:
    return {"article": "t-1", "start": n, "end": n + 1, "surface": name, "place_id": place_id, "in_org": False,
            "score": 0.9, "why": "test"}  # fmt: skip


def _article(article: str, title: str) -> dict:
    return {"article": article, "title": title, "publisher": "试验日报", "published": "2025-01-05", "about": "长沙市",
            "sha256": "0" * 64}  # fmt: skip
