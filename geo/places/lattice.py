"""Candidates for mentions, and the best set of them that do not overlap."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

from geo.model import PlaceKind

# Longer names win over the shorter ones inside them, but not over better ones beside each other.
_LENGTH_POWER = 1.25
LEAST_SCORE = 0.5


class Candidate(NamedTuple):
    """A range of the clean text that may be a place name.

    Parameters
    ----------
    start, end
        Clean offsets.
    kind
        What it would be.
    score
        0 to 1; below one half it is not a name.
    why
        What gave it away.
    place_ids
        The gazetteer's places of that name.
    """

    start: int
    end: int
    kind: PlaceKind
    score: float
    why: str
    place_ids: tuple[str, ...] = ()


def best(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the non-overlapping candidates of the greatest total weight, in order of the text.

    Weighted interval scheduling; a weight grows faster than the length, so that a name beats its own parts.
    """
    kept = sorted({each for each in candidates if each.score >= LEAST_SCORE}, key=_by_end)
    chosen: list[Candidate] = []
    for begin, stop in pairwise((0, *_cuts(kept))):
        chosen.extend(_best_of_cluster(kept[begin:stop]))
    return chosen


def _by_end(candidate: Candidate) -> tuple[int, int, float]:
    return candidate.end, candidate.start, candidate.score


def _cuts(kept: list[Candidate]) -> list[int]:
    """Return where a list sorted by end can be cut so that no candidate overlaps one beyond the cut."""
    leftmost_after = [*accumulate((each.start for each in reversed(kept)), min)][::-1]
    ends = [each.end for each in kept]
    inner = [index for index in range(1, len(kept)) if leftmost_after[index] >= ends[index - 1]]
    return [*inner, len(kept)] if kept else []


def _best_of_cluster(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) == 1:
        return cluster
    total, taken, before = [0.0], [False], [0]
    for index, each in enumerate(cluster):
        previous = index
        while previous and cluster[previous - 1].end > each.start:
            previous -= 1
        value = total[previous] + weight(each)
        total.append(max(value, total[index]))
        taken.append(value > total[index])
        before.append(previous)
    chosen, index = [], len(cluster)
    while index:
        if taken[index]:
            chosen.append(cluster[index - 1])
        index = before[index] if taken[index] else index - 1
    return chosen[::-1]


def weight(candidate: Candidate) -> float:
    """Return what a candidate adds to a set it is in."""
    length: int = candidate.end - candidate.start
    return candidate.score * float(length**_LENGTH_POWER)
