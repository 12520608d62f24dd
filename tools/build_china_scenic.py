"""Build ``data/gazetteer/china_scenic.csv``: scenic areas of the highest grade (5A).

    python tools/build_china_scenic.py

``tools/china/scenic_5a.txt`` holds the points of the repository plantree/5A-level-scenic-areas (geocoded, BD-09).
A point is taken where it lies in the unit that the table states; else the place is located by that unit.
"""

from collections.abc import Iterator

from build_china_boundaries import is_near, point_and_radius_m, union
from build_china_common import (
    BOUNDARIES,
    BOUNDARIES_LICENCE,
    Units,
    slug,
    spellings_elsewhere,
    table,
    write,
)

from geo.crs import bd09_to_wgs84
from geo.gazetteer.curated import HEADER

SOURCE = (
    "5A list geocoded by plantree/5A-level-scenic-areas, BD-09 converted to WGS84, checked against its unit"
)
LICENCE = "facts; no licence stated upstream"
DATE = "2022-12-31"
# A geocoder answers with a gate, a visitor centre or the middle of the park.
UNCERTAINTY_M = "5000"


def scenic_areas() -> Iterator[list[str]]:
    """Return one row a scenic area; those of another curated set are left to it."""
    units, taken = Units(), spellings_elsewhere("china_scenic")
    for name, aliases, path, bd_lon, bd_lat in table("scenic_5a"):
        within, adcode = units.common([units.find(path).adcode])
        if any((text, within.split("/")[0]) in taken for text in (name, *aliases.split())):
            print("in another set:", name)
            continue
        head = [slug("scenic", name), name, "|".join(aliases.split()), "scenic_area", within, adcode]
        yield head + _location(name, adcode, bd_lon, bd_lat)


def _location(name: str, adcode: str, bd_lon: str, bd_lat: str) -> list[str]:
    if bd_lon:
        lon, lat = (float(value) for value in bd09_to_wgs84(float(bd_lon), float(bd_lat)))
        if is_near(adcode, lon, lat):
            return [f"{lon:.4f}", f"{lat:.4f}", "approximate", UNCERTAINTY_M, "", SOURCE, LICENCE, DATE]
    print("no point in its unit:", name)
    lon_text, lat_text, radius_m = point_and_radius_m(union([adcode]))
    return [lon_text, lat_text, "admin", radius_m, "", f"unit; {BOUNDARIES}", BOUNDARIES_LICENCE, DATE]


if __name__ == "__main__":
    write("china_scenic", HEADER, sorted(scenic_areas()))
