# ruff: noqa: E501  rows of a table are read as rows
"""A made-up atlas of any size for benchmarks: points over Shanxi of every precision, two figures each."""

import numpy as np
import shapely

from geo.atlas import Atlas
from geo.atlas.places import SHOWN, places_frame
from geo.atlas.tables import ARTICLES, INDICATORS, MENTIONS, frame
from geo.model import Theme

THEMES = tuple(theme.value for theme in Theme)
STATUSES = ("actual", "actual", "actual", "planned", "target")
PRECISIONS = (*[("exact", 100.0)] * 7, *[("approximate", 2000.0)] * 2, ("admin", 15000.0))
KINDS = ("scenic_area", "industrial_park", "enterprise", "village", "school", "project")


def synthetic_atlas(size: int) -> Atlas:
    """Return an atlas of ``size`` places and twice as many figures, the same for the same size."""
    numbers = np.random.default_rng(size)
    lon, lat = numbers.uniform(110.3, 114.5, size).round(5), numbers.uniform(34.6, 40.7, size).round(5)
    figures = [_figure(n, numbers) for n in range(2 * size)]
    rows = [_place(n, float(lon[n]), float(lat[n]), figures[2 * n : 2 * n + 2]) for n in range(size)]
    article = {
        "article": "made-up",
        "title": "合成数据",
        "publisher": "",
        "published": "2024",
        "about": "",
        "sha256": "",
    }
    return Atlas(
        places_frame(rows), frame(MENTIONS, []), frame(INDICATORS, figures), frame(ARTICLES, [article])
    )


def _figure(n: int, numbers: np.random.Generator) -> dict:
    value = int(numbers.integers(1, 10_000))
    return {
        "id": f"made-up-{n}-0", "article": "made-up", "paragraph": n % 40, "start": 10 * n, "end": 10 * n + 5,
        "surface": f"{value}万元", "metric": f"指标{n % 60}", "metric_key": f"指标{n % 60}", "value": value, "value_to": None,
        "unit": "万元", "normalized": value * 1e4, "base_unit": "元", "comparison": "", "qualifier": "",
        "period": str(2015 + n % 10), "status": STATUSES[n % 5], "theme": THEMES[int(numbers.integers(12))],
        "place_id": f"p-{n // 2}", "confidence": 0.9,
    }  # fmt: skip


def _place(n: int, lon: float, lat: float, figures: list[dict]) -> dict:
    precision, uncertainty_m = PRECISIONS[n % 10]
    return {
        "id": f"p-{n}", "name": f"地点{n}", "aliases": [], "kind": KINDS[n % 6], "admin": ["山西省", f"第{n % 11}市"],
        "adcode": "140000", "precision": precision, "uncertainty_m": uncertainty_m, "lon": lon, "lat": lat, "source": "made up",
        "licence": "CC0", "date": "", "themes": sorted({figure["theme"] for figure in figures}), "articles": ["made-up"],
        "mention_count": 1, "geometry": shapely.Point(lon, lat),
        "indicators": [{"relation": "about", **{key: figure[key] for key in SHOWN}} for figure in figures],
    }  # fmt: skip
