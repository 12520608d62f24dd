"""Build ``data/gazetteer/china_airports.csv``: airports with scheduled flights.

    pip install airportsdata==20260905      # build time only, MIT
    python tools/build_china_airports.py

A point is taken where it lies in the prefecture that ``tools/china/airports.txt`` states.
"""

from collections import Counter
from collections.abc import Iterator

import airportsdata
from build_china_boundaries import boundaries, is_near
from build_china_common import (
    BOUNDARIES,
    BOUNDARIES_LICENCE,
    Unit,
    Units,
    slug,
    spellings_elsewhere,
    table,
    write,
)

from geo.gazetteer.curated import HEADER

SOURCE = "airportsdata 20260905, by IATA code"
LICENCE = "MIT"
MOVED = f"county: public notices of its opening; position: boundary of the unit ({BOUNDARIES})"
DATE = "2026-09-05"
# The reference point of an airport lies on its runways, which are up to 4 km long.
UNCERTAINTY_M = "2000"


def airports() -> Iterator[list[str]]:
    """Return one row an airport whose point lies in its prefecture; those of another curated set are left to it."""
    units, known, taken = Units(), airportsdata.load("IATA"), spellings_elsewhere("china_airports")
    listed = [*table("airports")]
    served = Counter(units.find(path).adcode for _, _, _, path, *_ in listed)
    for code, name, stated, path, *moved in listed:
        prefecture = units.find(path)
        aliases = " ".join(
            [*stated.split(), *_after_its_city(name, stated, prefecture, served[prefecture.adcode])]
        )
        within, _ = units.common([prefecture.adcode])
        if code not in known or any(
            (text, within.split("/")[0]) in taken for text in (name, *aliases.split())
        ):
            print("unknown or in another set:", code, name)
            continue
        if moved:
            within, adcode = units.common([units.find(moved[0]).adcode])
            head = [slug("airport", name), name, "|".join(aliases.split()), "airport", within, adcode]
            yield [*head, "", "", "admin", "", "", MOVED, f"facts; {BOUNDARIES_LICENCE}", DATE]
            continue
        lon, lat = known[code]["lon"], known[code]["lat"]
        if not is_near(prefecture.adcode, lon, lat):
            print("point outside its prefecture:", code, name, lon, lat)
            continue
        within, adcode = units.common([_county(units, prefecture.adcode, lon, lat)])
        row = [slug("airport", name), name, "|".join(aliases.split()), "airport", within, adcode]
        yield [*row, f"{lon:.4f}", f"{lat:.4f}", "approximate", UNCERTAINTY_M, "", SOURCE, LICENCE, DATE]


def _after_its_city(name: str, stated: str, prefecture: Unit, served: int) -> Iterator[str]:
    """Yield 甲机场 for the only airport of a prefecture or county 甲 where its name begins so."""
    short = f"{prefecture.short}机场"
    if (
        prefecture.level
        and served == 1
        and name.startswith(prefecture.short)
        and short not in {name, *stated.split()}
    ):
        yield short


def _county(units: Units, prefecture: str, lon: float, lat: float) -> str:
    """Return the county that holds the point, else the prefecture."""
    inside = [
        unit.adcode
        for unit in units.counties()
        if unit.adcode in boundaries() and is_near(unit.adcode, lon, lat, 0)
    ]
    return inside[0] if inside else prefecture


if __name__ == "__main__":
    write("china_airports", HEADER, sorted(airports()))
