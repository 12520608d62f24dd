"""Download buttons: exactly what map and table show."""

from geo.ui.filters import Filter, Shown
from geo.ui.text import Captions


def show_exports(shown: Shown, chosen: Filter, text: Captions) -> None:
    """Draw the buttons; a file is made when its button is pressed."""
