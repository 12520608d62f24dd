"""Rebuild ``data/fonts``: the one typeface that printed maps are set in, cut down to what names are written with.

Needs the file ``NotoSansCJK-Regular.ttc`` of the Debian package fonts-noto-cjk 1:20220127+repack1-1; then
``python tools/build_font.py PATH_TO_THE_FILE``. Matplotlib brings fontTools along.
"""

import sys
from pathlib import Path

from fontTools import subset

DATA = Path(__file__).resolve().parent.parent / "data"
OUT = DATA / "fonts" / "NotoSansCJKsc-Regular.otf"
SIMPLIFIED_FACE = 2
# Lead and trail bytes: all of GBK (every ideograph of Unicode 1.1), and the first level of Big5.
TABLES = {"gbk": (range(0x81, 0xFF), range(0x40, 0xFF)), "big5": (range(0xA1, 0xC7), range(0x40, 0xFF))}
LATIN = (range(0x20, 0x7F), range(0xA0, 0x250), range(0x370, 0x400), range(0x2000, 0x2070))


def of_table(codec: str) -> set[int]:
    """Return the code points of a double-byte character set."""
    leads, trails = TABLES[codec]
    pairs = (bytes([lead, trail]).decode(codec, "ignore") for lead in leads for trail in trails)
    return {ord(letter) for pair in pairs for letter in pair}


def wanted() -> set[int]:
    """Return the code points to keep: character sets, Latin and Greek, and whatever the gazetteers are written in."""
    found = {code for block in LATIN for code in block} | of_table("gbk") | of_table("big5")
    for path in sorted(DATA.glob("gazetteer/*.csv")):
        found |= set(map(ord, path.read_text(encoding="utf-8")))
    return found


def options() -> subset.Options:
    """Return how to cut: outlines, widths and names only, the font's own date."""
    chosen = subset.Options()
    chosen.font_number = SIMPLIFIED_FACE
    chosen.hinting = False
    chosen.notdef_outline = True
    chosen.recalc_timestamp = False
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.drop_tables += ["BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    return chosen


def main() -> None:
    """Write the subset."""
    chosen = options()
    font = subset.load_font(sys.argv[1], chosen)
    cutter = subset.Subsetter(chosen)
    cutter.populate(unicodes=wanted())
    cutter.subset(font)
    subset.save_font(font, str(OUT), chosen)
    print(f"{OUT.name}: {len(font.getBestCmap())} characters, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
