"""How each theme looks: one colour that colour-blind people tell apart, one glyph, one symbol for its button.

The colours take Paul Tol's qualitative schemes (muted and bright) as their start and are spread in lightness.
Glyphs are drawn for this project on a 24 x 24 grid.
"""

from dataclasses import dataclass

from geo.model import Theme


@dataclass(frozen=True, slots=True)
class ThemeStyle:
    """One row of the table.

    Parameters
    ----------
    theme
        The theme.
    colour
        Fill of its marks, ``#rrggbb``.
    ink
        Colour of the glyph on that fill.
    shade
        Colour of the glyph on white.
    symbol
        Material symbol on its button.
    glyph
        SVG path, filled even-odd.
    """

    theme: Theme
    colour: str
    ink: str
    shade: str
    symbol: str
    glyph: str


WHITE, DARK = "#ffffff", "#1d2127"
# A place without figures, and the glyph-like marks on white that stand for no theme.
NEUTRAL, NEUTRAL_SHADE = "#6b7280", "#4b5563"
# A region is drawn as its area up to some 300 km², a unit up to the size of a large prefecture; what is larger would
# lie like a lid on everything in it.
REGION_AREA_DEG2, UNIT_AREA_DEG2 = 0.03, 6.0

THEME_STYLES = (
    ThemeStyle(
        Theme.ECOLOGY,
        "#117733",
        WHITE,
        "#117733",
        "eco",
        "M4 20C4 9 11 4 21 3c0 11-4 16-11 16-2 0-3-.5-4-1l8-9-9 8z",
    ),
    ThemeStyle(Theme.TOURISM, "#c2408f", WHITE, "#c2408f", "landscape", "M1 20 9 6l4.500 7L16 9.500 23 20z"),
    ThemeStyle(
        Theme.INDUSTRY,
        "#332288",
        WHITE,
        "#332288",
        "factory",
        "M2 21V10l6 4v-4l6 4V3h7v18zM6 16.500v2h2v-2zM11 16.500v2h2v-2zM16 16.500v2h2v-2z",
    ),
    ThemeStyle(
        Theme.ENERGY, "#ee7733", DARK, "#b84e10", "bolt", "M13.500 1 4 14h6.500L9.500 23 20 9.500h-7z"
    ),
    ThemeStyle(
        Theme.TRANSPORT,
        "#0077bb",
        WHITE,
        "#0077bb",
        "directions_car",
        "M8.500 2 3 22h6.500v-4h5v4H21L15.500 2h-2v4h-3V2zM10.500 9h3v5h-3z",
    ),
    ThemeStyle(
        Theme.AGRICULTURE_RURAL,
        "#999933",
        DARK,
        "#6b6b14",
        "agriculture",
        "M10.500 22v-8C5 14 2 11 2 6c5 0 8 2 9.500 5C12 6 15 2.500 22 2c0 7-3 11-8.500 11.500V22z",
    ),
    ThemeStyle(
        Theme.URBAN,
        "#88ccee",
        DARK,
        "#1f6f96",
        "location_city",
        "M2 22V9h8v13zM12 22V2h10v20zM4.500 12v2h3v-2zM4.500 16v2h3v-2zM15 5v2h4V5zM15 10v2h4v-2zM15 15v2h4v-2z",
    ),
    ThemeStyle(
        Theme.LIVELIHOOD,
        "#cc6677",
        WHITE,
        "#b0485b",
        "favorite",
        "M12 22C4 15 1.500 12 1.500 8A5.500 5.500 0 0 1 12 5.500 5.500 5.500 0 0 1 22.500 8C22.500 12 20 15 12 22z",
    ),
    ThemeStyle(
        Theme.EDUCATION_SCIENCE,
        "#44aa99",
        DARK,
        "#1f7a6b",
        "school",
        "M12 3 .5 9 12 15l8.500-4.400V18h2V9zM5 13.500V18c3 3.500 11 3.500 14 0v-4.500L12 17.200z",
    ),
    ThemeStyle(
        Theme.OPENNESS_REFORM,
        "#882255",
        WHITE,
        "#882255",
        "sync_alt",
        "M2 7.500h13V3l7 6.500H2zM22 16.500H9V21l-7-6.500h20z",
    ),
    ThemeStyle(
        Theme.ECONOMY,
        "#ddcc77",
        DARK,
        "#8a7414",
        "bar_chart",
        "M2 22V13h5.500v9zM9.300 22V8h5.500v14zM16.500 22V2H22v20z",
    ),
    ThemeStyle(
        Theme.CULTURE,
        "#8a5a2b",
        WHITE,
        "#8a5a2b",
        "account_balance",
        "M12 1 1 7.500V10h22V7.500zM4 11.500h3.500V18H4zM10.200 11.500h3.500V18h-3.500z"
        "M16.500 11.500H20V18h-3.500zM2 19.500h20V22H2z",
    ),
)


def tint(colour: str) -> str:
    """Return a colour of the table mixed with white, for lines on a dark background."""
    channels = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(channel * 0.6 + 255 * 0.4):02x}" for channel in channels)
