"""Hostile text, and an atlas in which every text that an article or a gazetteer could bring is hostile."""

import json
from functools import cache
from pathlib import Path

import shapely

from geo.atlas import Atlas
from geo.atlas.places import SHOWN, places_frame
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, frame
from geo.model import Theme

FOLDER = Path(__file__).parent / "payloads"
_THEMES = tuple(str(theme) for theme in Theme)
_A_ROW = 20  # marks of a row on the map
CITY = "cn-430100"


@cache
def payloads():
    """Return every payload once, in the order of the files."""
    lines = [line for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text("ascii").splitlines()]
    return tuple(dict.fromkeys(json.loads(line) for line in lines if not line.startswith("#")))


def hostile_atlas(texts=None):
    """Return an atlas with a place for each text, which is its name, alias, source, licence and chain.

    Each has a figure of its own, whose metric, value, unit and period are the text as well, from an article whose
    title and publisher are. A city has a figure of each metric too and stands beside them all.
    """
    chosen = payloads() if texts is None else texts
    figures = [_figure(n, text, f"h-{n}") for n, text in enumerate(chosen)]
    return Atlas(
        places=places_frame(
            [_city(chosen), *(_place(n, text, [figures[n]]) for n, text in enumerate(chosen))]
        ),
        mentions=frame(MENTIONS, [_mention(n, text) for n, text in enumerate(chosen)]),
        indicators=frame(INDICATORS, figures),
        articles=frame(ARTICLES, [_article(n, text) for n, text in enumerate(chosen)]),
    )


def article_text(texts):
    """Return the text of an article that names each text, and where each begins."""
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return "\n".join(texts) + "\n", starts


def _figure(n, text, place_id):
    return {
        "id": f"a{n}-0-0", "article": f"a{n}", "paragraph": 0, "start": 0, "end": len(text), "surface": text,
        "metric": text, "metric_key": text, "value": -3.2, "value_to": None, "unit": text, "normalized": -3.2,
        "base_unit": text, "comparison": "", "qualifier": "", "period": text, "status": "actual",
        "theme": _THEMES[n % len(_THEMES)], "place_id": place_id, "confidence": 0.9,
    }  # fmt: skip


def _place(n, text, figures):
    lon, lat = 112.5 + n % _A_ROW / 50, 28.6 - n // _A_ROW / 50
    shape = shapely.Point(lon, lat)
    return _row(f"h-{n}", text, [text], shape) | {
        "admin": ["湖南省", text], "source": text, "licence": text, "articles": [f"a{n}"],
        "themes": [figure["theme"] for figure in figures],
        "indicators": [{"relation": "about", **{key: figure[key] for key in SHOWN}} for figure in figures],
    }  # fmt: skip


def _city(texts):
    return _row(CITY, "长沙市", list(texts), shapely.box(112.3, 28.0, 113.2, 28.8)) | {"kind": "prefecture"}


def _row(place_id, name, aliases, shape):
    point = shape.representative_point()
    return {
        "id": place_id, "name": name, "aliases": aliases, "kind": "other", "admin": ["湖南省"], "adcode": "430100",
        "precision": "exact", "uncertainty_m": 10.0, "lon": point.x, "lat": point.y, "source": "s", "licence": "l",
        "date": "", "themes": [], "articles": [], "mention_count": 1, "indicators": [], "geometry": shape,
    }  # fmt: skip


def _mention(n, text):
    return {"article": f"a{n}", "start": 0, "end": len(text), "surface": text, "place_id": f"h-{n}", "in_org": False,
            "score": 0.9, "why": text}  # fmt: skip


def _article(n, text):
    return {"article": f"a{n}", "title": text, "publisher": text, "published": text, "about": text,
            "sha256": "0" * 64}  # fmt: skip
