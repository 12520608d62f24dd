"""The command `jintu`; what needs time to import is imported by the command that needs it."""

import gc
import sys
from io import TextIOWrapper

from geo.cli.commands import app

__all__ = ["app", "main"]

# Start-up makes some 200,000 small objects that live as long as the process; looking through them for garbage again
# and again, as Python's default of 700 has it, takes a quarter of the time.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    # Chinese goes out as UTF-8 whatever the console's own idea of an encoding is.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app()
