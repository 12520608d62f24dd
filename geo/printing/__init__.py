"""The map on paper: PNG and PDF with legend, scale, sources and a typeface of its own.

Matplotlib is imported when the first map is printed, because it takes longer to load than all the rest.
"""

from geo.printing.options import Paper, PrintFormat, PrintOptions
from geo.printing.print_map import print_map

__all__ = ["Paper", "PrintFormat", "PrintOptions", "print_map"]
