"""The atlas as theme layers: one flat feature for each place and theme, for any GIS."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd

from geo import crs
from geo.atlas import Atlas
from geo.atlas.tables import format_number, tidy_number
from geo.errors import AtlasError
from geo.geojson import Feature, collection_text
from geo.model import Relation, Status, Theme

# Dtypes of a layer's columns; the geometry comes last.
LAYER = {
    "id": "str",
    "name": "str",
    "kind": "str",
    "admin": "str",
    "adcode": "str",
    "precision": "str",
    "uncertainty_m": "float64",
    "theme": "str",
    "main_theme": "str",
    "relation": "str",
    "indicator_count": "int64",
    "indicators": "str",
    "metric": "str",
    "value": "float64",
    "unit": "str",
    "comparison": "str",
    "period": "str",
    "status": "str",
    "articles": "str",
    "source": "str",
    "licence": "str",
}
LISTED = 5
# A figure of the place's own outweighs any number of figures beside its name.
OWN_WEIGHT = 1000
_PLACE = ("id", "name", "kind", "adcode", "precision", "uncertainty_m", "source", "licence", "geometry")
_HEADLINE = ("relation", "metric", "value", "unit", "comparison", "period", "status")

_NO_HEADLINE = dict.fromkeys(_HEADLINE, "") | {"value": math.nan}

Row = Mapping[Any, Any]
Indicator = Mapping[str, Any]


def flat_layer(atlas: Atlas) -> gpd.GeoDataFrame:
    """Return one row a place with scalar columns only (`LAYER`, geometry last), WGS84.

    ``indicators`` lists the first five in words; ``main_theme`` is the one whose colour the map gives it; ``metric``
    to ``status`` are the headline's: the first level that was reached, where there is one. Unlocated places are kept,
    without geometry.
    """
    return _layer(atlas.places.to_dict("records"))


def theme_layers(atlas: Atlas) -> dict[Theme, gpd.GeoDataFrame]:
    """Return a flat layer for each theme, with its indicators only; empty ones included, in the order of `Theme`."""
    places = atlas.places.to_dict("records")
    return {
        theme: _layer([_of_theme(place, theme) for place in places if theme in place["themes"]])
        for theme in Theme
    }


def _of_theme(place: Row, theme: Theme) -> Row:
    indicators = [each for each in place["indicators"] if each["theme"] == theme]
    return {**place, "themes": [str(theme)], "indicators": indicators}


def _layer(places: Sequence[Row]) -> gpd.GeoDataFrame:
    table = pd.DataFrame(map(_row, places), columns=[*LAYER, "geometry"]).astype(LAYER)
    return gpd.GeoDataFrame(table, geometry="geometry", crs=crs.WGS84)


def _row(place: Row) -> dict[str, Any]:
    indicators = place["indicators"]
    first = headline(indicators) if indicators else _NO_HEADLINE
    return {
        **{name: place[name] for name in _PLACE},
        **{name: first[name] for name in _HEADLINE},
        "admin": "/".join(place["admin"]),
        "theme": "; ".join(place["themes"]),
        "main_theme": main_theme(indicators) or "",
        "indicator_count": len(indicators),
        "indicators": "; ".join(map(in_words, indicators[:LISTED])),
        "articles": "; ".join(place["articles"]),
    }


def main_theme(indicators: Iterable[Indicator]) -> Theme | None:
    """Return the theme that most of a place's figures are of, which gives its colour; None without figures."""
    weights: Counter[str] = Counter()
    for each in indicators:
        weights[each["theme"]] += OWN_WEIGHT if each["relation"] == Relation.ABOUT else 1
    return max(Theme, key=weights.__getitem__) if weights else None


def headline(indicators: Sequence[Indicator]) -> Indicator:
    """Return the indicator to show first: a level before a change, what was reached before what is planned."""
    return min(indicators, key=lambda each: (bool(each["comparison"]), each["status"] != Status.ACTUAL))


def in_words(indicator: Indicator) -> str:
    """Return an indicator as a short phrase, such as ``森林覆盖率 46.1% (2024)``."""
    upper = indicator["value_to"]
    value = format_number(indicator["value"]) + ("" if pd.isna(upper) else f"-{format_number(upper)}")
    status = "" if indicator["status"] == Status.ACTUAL else indicator["status"]
    notes = ", ".join(note for note in (indicator["comparison"], indicator["period"], status) if note)
    return f"{indicator['metric']} {value}{indicator['unit']}" + (f" ({notes})" if notes else "")


def layer_text(layer: gpd.GeoDataFrame) -> str:
    """Return a layer as RFC 7946 GeoJSON text; equal layers give equal text."""
    return collection_text(_features(layer))


def _features(layer: gpd.GeoDataFrame) -> Iterator[Feature]:
    names = [name for name in LAYER if name != "id"]
    for place_id, shape, *cells in zip(*(layer[name] for name in ("id", "geometry", *names)), strict=True):
        yield Feature(place_id, shape, dict(zip(names, map(_scalar, cells), strict=True)))


def _scalar(value: Any) -> str | int | float | None:  # noqa: ANN401  cells of any column
    if isinstance(value, str):
        return value
    return None if pd.isna(value) else tidy_number(value)


def layer_files(atlas: Atlas) -> dict[str, str]:
    """Return the GeoJSON texts of all theme layers by file name, ``layers/<theme>.geojson``."""
    return {f"layers/{theme}.geojson": layer_text(layer) for theme, layer in theme_layers(atlas).items()}


def save_layers(atlas: Atlas, out: Path) -> None:
    """Write ``layers/<theme>.geojson`` below a folder, one file for each theme.

    Raises
    ------
    AtlasError
        The folder cannot be written.
    """
    folder = out / "layers"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for theme, layer in theme_layers(atlas).items():
            (folder / f"{theme}.geojson").write_text(layer_text(layer), encoding="utf-8", newline="\n")
    except OSError as error:
        raise AtlasError(
            f"The folder {folder} cannot be written ({error.strerror}); choose another."
        ) from error
