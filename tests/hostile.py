"""Hostile text, and an atlas in which every text that an article or a gazetteer could bring is hostile."""

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import shapely

from geo.atlas import Atlas
from geo.atlas.places import SHOWN, places_frame
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, frame
from geo.model import Theme

FOLDER = Path(__file__).parent / "payloads"
_THEMES = tuple(str(theme) for theme in Theme)
_A_ROW = 20  # marks of a row on the map
CITY = "cn-430100"
COUNTIES = (
    "<img src=x onerror=jtx()>",
    "[x](javascript:jtx())",
    "{{7*191}}",
    "</script><script>jtx()</script>",
)
_METRICS = (
    "<svg onload=jtx()>", "![x](http://jtx.invalid/p.png)", "${jtx()}", ":material/home:", "__proto__", "&lt;b&gt;",
    '" onmouseover="jtx()" x="', "http://jtx.invalid/a", "datum['x']", "a.b\\[0]",
)  # fmt: skip


@cache
def payloads(name="*"):
    """Return every payload once, in the order of the files; or those of one file."""
    lines = [
        line for path in sorted(FOLDER.glob(f"{name}.txt")) for line in path.read_text("ascii").splitlines()
    ]
    return tuple(dict.fromkeys(json.loads(line) for line in lines if not line.startswith("#")))


def hostile_atlas(texts=None):
    """Return an atlas with a place for each text, which is its name, alias, source, licence and chain.

    Each has a figure of its own, whose metric, value, unit and period are the text as well, from an article whose
    title and publisher are. A city around them, the first of the places, has all texts as aliases.
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


def hostile_explorer():
    """Return a hostile atlas with something for every page, and the text of its first article.

    Beside `hostile_atlas` it has counties that share metrics over two years, a river past all places, a name without
    a place, and a first article that names every place.
    """
    atlas = hostile_atlas()
    text, starts = article_text(payloads())
    ends = [start + len(one) for start, one in zip(starts, payloads(), strict=True)]
    rows, figures = zip(*(_county(n, text) for n, text in enumerate(COUNTIES)), strict=True)
    river = _row("river", "<b class=jtx>河</b>", [], _river()) | {"kind": "river"}
    lost = _row("lost", "<u class=jtx>失</u>", [], None) | {
        "precision": "unlocated",
        "source": "",
        "licence": "",
    }
    places = pd.concat([atlas.places, places_frame([*rows, river, lost])], ignore_index=True)
    articles = atlas.articles.copy()
    articles.loc[0, "sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return replace(
        atlas, places=places, articles=articles,
        mentions=atlas.mentions.assign(article="a0", start=starts, end=ends),
        indicators=frame(INDICATORS, [*atlas.indicators.to_dict("records"), *(f for some in figures for f in some)]),
    ), text  # fmt: skip


def _county(n, name):
    """Return a county and its figures: metrics that other counties have too, of two years."""
    figures = [
        _figure(m + 1, metric, f"county-{n}") | {
            "id": f"a{m + 1}-{n}-{year}", "normalized": n + m + year % 10, "value": n + m + year % 10, "base_unit": "%",
            "period": str(year), "theme": _THEMES[0],
        }
        for m, metric in enumerate(_METRICS) for year in (2023, 2024)
    ]  # fmt: skip
    shape = shapely.box(112.3 + n / 5, 27.6, 112.5 + n / 5, 27.9)
    shown = [{"relation": "about", **{key: figure[key] for key in SHOWN}} for figure in figures]
    return _row(f"county-{n}", name, [], shape) | {
        "kind": "county",
        "indicators": shown,
        "themes": [_THEMES[0]],
    }, figures


def _river():
    """Return a line that passes every place of the grid within a kilometre."""
    lines = -(-len(payloads()) // _A_ROW)
    turns = [(112.4 + 0.6 * ((n + 1) // 2 % 2), 28.601 - n // 2 / 50) for n in range(2 * lines)]
    return shapely.LineString(turns)


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
    point = shape.representative_point() if shape else None
    lonlat = {"lon": point and point.x, "lat": point and point.y}
    return {
        "id": place_id, "name": name, "aliases": aliases, "kind": "other", "admin": ["湖南省"], "adcode": "430100",
        "precision": "exact", "uncertainty_m": 10.0, **lonlat, "source": "s", "licence": "l",
        "date": "", "themes": [], "articles": [], "mention_count": 1, "indicators": [], "geometry": shape,
    }  # fmt: skip


def _mention(n, text):
    return {"article": f"a{n}", "start": 0, "end": len(text), "surface": text, "place_id": f"h-{n}", "in_org": False,
            "score": 0.9, "why": text}  # fmt: skip


def _article(n, text):
    return {"article": f"a{n}", "title": text, "publisher": text, "published": text, "about": text,
            "sha256": "0" * 64}  # fmt: skip
