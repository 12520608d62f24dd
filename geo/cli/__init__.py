"""The command `jintu`; what needs time to import is imported by the command that needs it."""

import sys
from io import TextIOWrapper

from geo.cli.commands import app

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line."""
    # Chinese goes out as UTF-8 whatever the console's own idea of an encoding is.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app()
