"""How far stated scores hold: of the names placed with a score of 0.9, nine of ten should be right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from geo.atlas import Atlas
from geo.evaluation.gold import Gold
from geo.evaluation.match import DEFAULT_TOLERANCE_KM, Row, gap_km, overlaps, pair
from geo.evaluation.score import by_article, split

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Band:
    """The located names whose score lies between two edges, and how many of them are right.

    A name is right where the annotators have a name too and their place lies no farther from the one found than the
    uncertainty that the answer states, or than the annotation's own tolerance.
    """

    low: float
    high: float
    count: int
    mean_score: float
    right: int

    @property
    def share_right(self) -> float:
        """Share of right ones; 0 where the band is empty."""
        return self.right / self.count if self.count else 0.0


def reliability(gold: Gold, atlas: Atlas) -> tuple[Band, ...]:
    """Return the bands between `EDGES`, lowest first; unlocated names claim nothing and are left aside."""
    judged = list(_judged(gold, atlas))
    return tuple(_band(low, high, judged) for low, high in pairwise(EDGES))


def _band(low: float, high: float, judged: list[tuple[float, bool]]) -> Band:
    inside = [(score, right) for score, right in judged if low <= score < high or score == high == EDGES[-1]]
    mean = sum(score for score, _ in inside) / len(inside) if inside else 0.0
    return Band(low, high, len(inside), mean, sum(right for _, right in inside))


def _judged(gold: Gold, atlas: Atlas) -> Iterator[tuple[float, bool]]:
    """Yield the score of each located name and whether it is right, neutral ones left out."""
    places = {row["id"]: row for row in atlas.places.to_dict("records") if row["geometry"] is not None}
    found, annotated = by_article(atlas.mentions.to_dict("records")), by_article(gold.mentions)
    for article, rows in sorted(annotated.items()):
        core, soft = split(rows)
        truth_of = {j: core[i] for i, j in pair(core, found[article], lambda *_: True).items()}
        for j, row in enumerate(found[article]):
            if row["place_id"] not in places:
                continue
            if j in truth_of:
                truth = gold.places.get(truth_of[j]["place"])
                yield row["score"], truth is not None and _holds(truth, places[row["place_id"]])
            elif not any(overlaps(row, each) for each in soft):
                yield row["score"], False


def _holds(truth: Row, place: Mapping[Any, Any]) -> bool:
    if truth.get("lon") is None:
        return place["name"] in {truth["name"], *truth.get("aliases", ())} or place["precision"] == "admin"
    tolerance_km = float(truth.get("tolerance_km") or DEFAULT_TOLERANCE_KM)
    allowed_km = max(tolerance_km, place["uncertainty_m"] / 1000)
    return bool(gap_km(place["geometry"], truth["lon"], truth["lat"]) <= allowed_km)
