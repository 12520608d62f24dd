"""Where the material beside the project is, if it is at hand."""

from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
