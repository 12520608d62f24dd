"""The legend beside the map: where the map lies, what colours and shapes mean, and how long a kilometre is."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import shapely

from geo.model import Precision, Theme
from geo.palette import NEUTRAL, WHITE
from geo.printing import basemap, marks, symbols, typeface
from geo.printing.frame import Frame
from geo.printing.layout import Layout
from geo.printing.marks import Drawn
from geo.printing.sheet import FAINT, INK, Box, Mark, Pen, Sheet

_HEAD_PT, _ROW_PT, _SMALL_PT = 8.0, 6.8, 6.0
_ROW_MM, _HEAD_MM, _GAP_MM = 4.7, 5.2, 2.4
_SWATCH_MM = 6.6
_ACCENT = "#b3261e"
_LOCATOR_MM = 38.0
_LOCATOR_ASPECT = 0.94
_LOCATOR_SPAN_KM = 2800.0
_BAR_MM = 46.0
# A bar is one of these times a power of ten.
_ROUND = (1.0, 2.0, 3.0, 4.0, 5.0)
_TRUE_NORTH_DEG = 3.0
_ARROW_MM = 9.0

Swatch = Callable[[Sheet, float, float], None]
Row = tuple[Swatch, str]


@dataclass(frozen=True, eq=False, slots=True)
class Panel:
    """What the legend is about."""

    sheet: Sheet
    layout: Layout
    window: Frame
    drawn: Sequence[Drawn]
    text: Mapping[str, str]


def draw(panel: Panel) -> None:
    """Draw every block of every column; the scale stands at its foot."""
    for box, blocks in panel.layout.columns:
        top = box.top
        for block in blocks:
            bottom = _BLOCKS[block](panel, Box(box.left, box.bottom, box.right, top))
            top = bottom - (_GAP_MM if bottom < top else 0.0)


def _locator(panel: Panel, room: Box) -> float:
    """Draw where in China the map lies, unless it shows most of China itself; return the lower edge."""
    window = panel.window
    if window.km(window.box.width) > _LOCATOR_SPAN_KM:
        return room.top
    width = min(_LOCATOR_MM / _LOCATOR_ASPECT, room.width)
    box = Box(room.left, room.top - width * _LOCATOR_ASPECT, room.left + width, room.top)
    basemap.locator(panel.sheet, box, window, _ACCENT)
    return box.bottom


def _themes(panel: Panel, room: Box) -> float:
    looks = {each.subject.look.theme: each.subject.look for each in panel.drawn}
    order = [theme for theme in (*Theme, None) if theme in looks]
    rows = [(_theme_swatch(looks[theme]), panel.text[f"theme.{theme or 'none'}"]) for theme in order]
    return _rows(panel, room, "legend.themes", rows)


def _theme_swatch(look: symbols.Look) -> Swatch:
    def swatch(sheet: Sheet, x: float, y: float) -> None:
        sheet.marks(marks.symbol(symbols.SETTLEMENT, look, (x, y), marks.OWN_MM))

    return swatch


def _families(panel: Panel, room: Box) -> float:
    present = {symbols.family(each.subject.place["kind"]) for each in panel.drawn if each.radius_mm}
    rows = [
        (_family_swatch(family), panel.text[f"family.{family}"])
        for family in symbols.FAMILY_ORDER
        if family in present
    ]
    return _rows(panel, room, "legend.families", rows)


def _family_swatch(family: str) -> Swatch:
    def swatch(sheet: Sheet, x: float, y: float) -> None:
        sheet.marks(marks.symbol(family, symbols.NEUTRAL_LOOK, (x, y), marks.CONTEXT_MM))

    return swatch


def _signs(panel: Panel, room: Box) -> float:
    present = _present(panel)
    rows = [(swatch, panel.text[f"sign.{sign}"]) for sign, swatch in _SIGNS.items() if sign in present]
    return _rows(panel, room, "legend.signs", rows)


def _present(panel: Panel) -> set[str]:
    """Return the signs that the map holds."""
    found = {"province", "water"} | {_sign(each) for each in panel.drawn}
    if any(each.radius_mm and each.hollow for each in panel.drawn):
        found.add("admin")
    if basemap.shows_prefectures(panel.window):
        found.add("prefecture")
    return found | ({"county"} if basemap.shows_counties(panel.window) else set())


def _sign(drawn: Drawn) -> str:
    precision = drawn.subject.place["precision"]
    if drawn.dimension == 0:
        return "approximate" if precision == Precision.APPROXIMATE else ""
    if drawn.dimension == 1:
        return "schematic" if precision == Precision.SCHEMATIC else "line"
    return "area"


def _ring_swatch(sheet: Sheet, x: float, y: float) -> None:
    ring = shapely.Point(x, y).buffer(1.9)
    sheet.marks([Mark(ring, (NEUTRAL, 0.1))])
    sheet.lines(ring, Pen(NEUTRAL, 0.5, marks.RING_DASHES))
    sheet.marks([Mark(shapely.Point(x, y).buffer(0.75), NEUTRAL)])


def _hollow_swatch(sheet: Sheet, x: float, y: float) -> None:
    sheet.marks(marks.symbol(symbols.SETTLEMENT, symbols.NEUTRAL_LOOK, (x, y), marks.CONTEXT_MM, hollow=True))


def _line_swatch(pen: Pen) -> Swatch:
    def swatch(sheet: Sheet, x: float, y: float) -> None:
        sheet.lines(shapely.LineString([(x - 2.8, y), (x + 2.8, y)]), pen)

    return swatch


def _area_swatch(sheet: Sheet, x: float, y: float) -> None:
    area = shapely.box(x - 2.4, y - 1.3, x + 2.4, y + 1.3)
    sheet.marks([Mark(area, (NEUTRAL, 0.25), NEUTRAL, 0.8)])


def _water_swatch(sheet: Sheet, x: float, y: float) -> None:
    sheet.marks([Mark(shapely.box(x - 2.4, y - 1.3, x + 2.4, y + 1.3), basemap.LAKE)])
    sheet.lines(shapely.LineString([(x - 2.8, y), (x + 2.8, y)]), basemap.PENS["river"])


_SIGNS: Mapping[str, Swatch] = MappingProxyType(
    {
        "approximate": _ring_swatch,
        "admin": _hollow_swatch,
        "line": _line_swatch(Pen(NEUTRAL, 1.6)),
        "schematic": _line_swatch(Pen(NEUTRAL, 1.6, marks.DASHES)),
        "area": _area_swatch,
        "water": _water_swatch,
        "province": _line_swatch(basemap.PENS["province"]),
        "prefecture": _line_swatch(basemap.PENS["prefecture"]),
        "county": _line_swatch(basemap.PENS["county"]),
    }
)


def _rows(panel: Panel, room: Box, caption: str, rows: Sequence[Row]) -> float:
    """Write a heading and its rows, in two columns where the words allow; return the lower edge."""
    if not rows:
        return room.top
    sheet = panel.sheet
    sheet.text(room.left, room.top - 3.4, panel.text[caption], _HEAD_PT, halo=INK, halo_pt=0.25)
    lines, second = _second_column([typeface.width_mm(text, _ROW_PT) for _, text in rows], room.width)
    for index, (swatch, text) in enumerate(rows):
        x = room.left + (second if index >= lines else 0.0)
        y = room.top - _HEAD_MM - (index % lines + 0.5) * _ROW_MM
        swatch(sheet, x + _SWATCH_MM / 2 - 0.4, y)
        sheet.text(x + _SWATCH_MM, y - 0.9, text, _ROW_PT)
    return room.top - _HEAD_MM - lines * _ROW_MM


def _second_column(widths: Sequence[float], room_mm: float) -> tuple[int, float]:
    """Return how many rows stand in the first column, and where the second begins: in the middle where it can."""
    lines = math.ceil(len(widths) / 2)
    first = _SWATCH_MM + max(widths[:lines]) + 1
    second = _SWATCH_MM + max(widths[lines:], default=0.0)
    if first + second > room_mm:
        return len(widths), 0.0
    return lines, max(first, min(room_mm / 2, room_mm - second))


def _scale(panel: Panel, room: Box) -> float:
    """Draw a bar of whole kilometres, the ratio, the projection, and an arrow where north is up all over."""
    sheet, window = panel.sheet, panel.window
    km, length = scale_bar(window, min(_BAR_MM, room.width - 16))
    y = room.bottom + 7.6
    for part in range(4):
        piece = shapely.box(room.left + part * length / 4, y, room.left + (part + 1) * length / 4, y + 1.3)
        sheet.marks([Mark(piece, INK if part % 2 == 0 else WHITE, INK, 0.5)])
    for share, number in ((0.0, "0"), (0.5, _number(km / 2)), (1.0, f"{_number(km)} km")):
        sheet.text(
            room.left + share * length, y + 2.2, number, _SMALL_PT, align="left" if not share else "center"
        )
    ratio = panel.text["scale"].format(ratio=f"{_ratio(window):,}".replace(",", " "), paper=panel.layout.name)
    sheet.text(room.left, room.bottom + 3.6, ratio, _SMALL_PT, colour=FAINT)
    sheet.text(room.left, room.bottom + 0.6, panel.text["projection"], _SMALL_PT, colour=FAINT)
    if convergence_deg(window) <= _TRUE_NORTH_DEG:
        _north(panel, room.right - 4.5, room.bottom + 4.0)
    return room.bottom


def scale_bar(window: Frame, room_mm: float) -> tuple[float, float]:
    """Return the longest round number of kilometres that fits a room, and its millimetres at the map's middle."""
    whole = window.km(room_mm)
    power = 10.0 ** math.floor(math.log10(whole))
    km = max(step * power for step in _ROUND if step * power <= whole)
    return km, room_mm * km / whole


def _number(value: float) -> str:
    return f"{value:g}"


def _ratio(window: Frame) -> int:
    """Return the denominator of the scale at the map's middle, to three digits."""
    exact = window.km(1.0) * 1_000_000
    return int(float(f"{exact:.3g}"))


def convergence_deg(window: Frame) -> float:
    """Return how far north leans from the vertical at the sides of a map, at most."""
    west, south, east, north = window.lonlat_bounds
    return (east - west) / 2 * math.sin(math.radians((south + north) / 2))


def _north(panel: Panel, x: float, y: float) -> None:
    sheet = panel.sheet
    half, notch = _ARROW_MM * 0.26, _ARROW_MM * 0.24
    left = shapely.Polygon([(x, y + _ARROW_MM), (x, y + notch), (x - half, y)])
    right = shapely.Polygon([(x, y + _ARROW_MM), (x + half, y), (x, y + notch)])
    sheet.marks([Mark(left, INK, INK, 0.5), Mark(right, WHITE, INK, 0.5)])
    sheet.text(x, y + _ARROW_MM + 0.9, panel.text["north"], _ROW_PT, align="center")


_BLOCKS = MappingProxyType(
    {"locator": _locator, "themes": _themes, "families": _families, "signs": _signs, "scale": _scale}
)
