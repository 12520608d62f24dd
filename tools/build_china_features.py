"""Build ``china_waters.csv``, ``china_mountains.csv``, ``china_lines.csv`` and ``china_universities.csv``.

    python tools/build_china_features.py

No open geometry is at hand for these: each is located by the units that it crosses or lies in, which
``tools/china/<set>.txt`` lists by name, and is marked so (precision ``admin``).
"""

from collections.abc import Iterator

from build_china_boundaries import point_and_radius_m, union
from build_china_common import (
    BOUNDARIES,
    BOUNDARIES_LICENCE,
    HEADER,
    Units,
    slug,
    spellings_elsewhere,
    table,
    write,
)

DATE = "2026-11-22"
SETS = {"waters": "", "mountains": "mountain", "lines": "", "universities": "school"}


def rows(name: str, kind: str) -> Iterator[list[str]]:
    """Return one row a line of the set's table; a set of one kind leaves the kind out of its table."""
    units, taken = Units(), spellings_elsewhere(f"china_{name}")
    for feature, aliases, *middle, listed in table(name):
        found_kind = middle[0] if middle else kind
        adcodes = sorted({units.find(path).adcode for path in listed.split()})
        within, adcode = units.common(adcodes)
        if any((text, within.split("/")[0]) in taken for text in (feature, *aliases.split())):
            print("in another set:", feature)
            continue
        lon, lat, radius_m = point_and_radius_m(union(adcodes))
        extent = "units:" + "|".join(adcodes) if len(adcodes) > 1 else ""
        # 卫河 and 渭河 sound alike: the unit, for a long feature its first unit, keeps them apart.
        feature_id = f"{slug(found_kind, feature)}-{adcode or units.find(listed.split()[0]).adcode}"
        yield [
            feature_id, feature, "|".join(aliases.split()), found_kind, within, adcode, lon, lat, "admin", radius_m,
            extent, f"known by its units; {BOUNDARIES}", BOUNDARIES_LICENCE, DATE,
        ]  # fmt: skip


if __name__ == "__main__":
    for set_name, set_kind in SETS.items():
        write(f"china_{set_name}", HEADER, sorted(rows(set_name, set_kind)))
