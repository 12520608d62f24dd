"""Where everything stands on each sheet, in millimetres."""

from dataclasses import dataclass
from types import MappingProxyType

from geo.printing.options import Paper
from geo.printing.sheet import Box


@dataclass(frozen=True, slots=True)
class Layout:
    """One arrangement of a sheet.

    Parameters
    ----------
    name
        Of the paper, for the scale.
    page, title, map, footer
        The whole sheet, and where title, map and small print stand.
    columns
        Legend columns, and which blocks stand in each from the top.
    """

    name: str
    page: Box
    title: Box
    map: Box
    footer: Box
    columns: tuple[tuple[Box, tuple[str, ...]], ...]


LAYOUTS = MappingProxyType(
    {
        Paper.A4_LANDSCAPE: Layout(
            name="A4",
            page=Box(0, 0, 297, 210),
            title=Box(14, 188, 287, 203),
            map=Box(14, 28, 220, 184),
            footer=Box(14, 6, 287, 22),
            columns=((Box(227, 28, 287, 184), ("locator", "themes", "families", "signs", "scale")),),
        ),
        Paper.A4_PORTRAIT: Layout(
            name="A4",
            page=Box(0, 0, 210, 297),
            title=Box(14, 274, 200, 290),
            map=Box(14, 96, 200, 270),
            footer=Box(14, 6, 200, 25),
            columns=(
                (Box(14, 29, 64, 90), ("locator",)),
                (Box(69, 29, 133, 90), ("themes", "scale")),
                (Box(138, 29, 200, 90), ("families", "signs")),
            ),
        ),
    }
)
