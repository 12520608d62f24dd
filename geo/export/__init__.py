"""An atlas, or the part of it that is shown, in the formats that others read; always WGS84."""

from geo.export.formats import FORMATS, Format, exported

__all__ = ["FORMATS", "Format", "exported"]
