"""What a printed map is asked to be."""

import math
from dataclasses import dataclass
from enum import StrEnum

from geo.captions import LANGUAGES
from geo.errors import PrintError
from geo.model import Theme

# What the base map covers: west, south, east, north.
COVERED = (62.0, 2.0, 146.0, 58.0)

Bounds = tuple[float, float, float, float]


class Paper(StrEnum):
    """Size and way up of the sheet."""

    A4_LANDSCAPE = "a4_landscape"
    A4_PORTRAIT = "a4_portrait"


class PrintFormat(StrEnum):
    """Kind of file; the value is its ending."""

    PNG = "png"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How to print a map.

    Parameters
    ----------
    title
        Stands above the map; shortened where it does not fit on two lines.
    themes
        Themes shown: they choose colours and legend. A place none of whose figures is of these is left out.
    bounds
        West, south, east, north in WGS84 degrees, all of which is shown; None fits the map to the places.
    review_number
        审图号 of the map; empty leaves room to write it in.
    paper, file_format
        The sheet and the kind of file.
    language
        ``zh`` or ``en``; names of places stay as they are.
    date
        Printed as given; empty leaves it out. Never taken from the clock, so that equal maps give equal bytes.

    Raises
    ------
    PrintError
        The bounds are no rectangle within 62-146 degrees east and 2-58 degrees north, or the language is not
        offered.
    """

    title: str
    themes: tuple[Theme, ...] = tuple(Theme)
    bounds: Bounds | None = None
    review_number: str = ""
    paper: Paper = Paper.A4_LANDSCAPE
    file_format: PrintFormat = PrintFormat.PNG
    language: str = "zh"
    date: str = ""

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise PrintError(f"A map is printed in 'zh' or 'en', not in {self.language!r}.")
        if self.bounds is not None and not _within(self.bounds):
            raise PrintError(
                f"A map is printed of west < east and south < north within {COVERED}, not of {self.bounds}; "
                "move the view to China."
            )


def _within(bounds: Bounds) -> bool:
    west, south, east, north = bounds
    finite = all(map(math.isfinite, bounds))
    return finite and COVERED[0] <= west < east <= COVERED[2] and COVERED[1] <= south < north <= COVERED[3]
