"""An atlas as a printed map."""

from geo.atlas import Atlas
from geo.printing.options import PrintOptions


def print_map(atlas: Atlas, options: PrintOptions) -> bytes:
    """Return a map of an atlas as a PNG (200 dots per inch) or PDF file.

    The same atlas and options give the same bytes. Several maps can be made at once in threads. A character that
    the typeface does not have prints as 〓, and the small print says which it is.

    Parameters
    ----------
    atlas
        What is shown: its places in the colours of their main theme, and only those.
    options
        Title, themes, bounds, paper, language and kind of file.

    Raises
    ------
    DataError
        The font or the base map is missing.
    """
    from geo.printing.compose import compose  # noqa: PLC0415  Matplotlib takes as long to load as all the rest

    return compose(atlas, options)
