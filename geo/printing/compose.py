"""The parts of a printed map, put on the sheet from the ground up."""

from geo.atlas import Atlas
from geo.printing import basemap, labels, margins, marks, panel, typeface
from geo.printing.captions import captions
from geo.printing.frame import Frame, frame
from geo.printing.layout import LAYOUTS
from geo.printing.options import PrintOptions
from geo.printing.sheet import Sheet
from geo.printing.subjects import fitted, subjects


def compose(atlas: Atlas, options: PrintOptions) -> bytes:
    """Return a map of an atlas as a file; see `geo.printing.print_map`."""
    return sheet_of(atlas, options).save(typeface.plain(options.title))


def sheet_of(atlas: Atlas, options: PrintOptions) -> Sheet:
    """Return a map of an atlas as a sheet."""
    layout, text = LAYOUTS[options.paper], captions(options.language)
    sheet = Sheet(layout.page.width, layout.page.height, options.file_format)
    shown = subjects(atlas, options.themes)
    window = frame(options.bounds or fitted(shown), layout.map)
    drawn = marks.placed(shown, window)
    basemap.draw(sheet, window)
    marks.draw(sheet, drawn, window)
    _write_names(sheet, drawn, window)
    margins.degrees(sheet, window)
    margins.title(sheet, layout, typeface.printable(options.title), margins.summary(text, drawn, shown))
    panel.draw(panel.Panel(sheet, layout, window, drawn, text))
    small_print = [*margins.absent(drawn, options, text), *margins.small_print(atlas, drawn, text)]
    margins.footer(sheet, layout, options, text, small_print)
    return sheet


def _write_names(sheet: Sheet, drawn: list[marks.Drawn], window: Frame) -> None:
    labels.draw(sheet, labels.arrange(labels.labels(drawn, window), drawn, window.box))
