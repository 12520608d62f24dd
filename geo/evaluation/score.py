"""Figures over all articles: mentions, places, indicators, their attributes, whole records."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from geo.atlas import Atlas
from geo.evaluation.gold import Gold
from geo.evaluation.match import (
    Row,
    like_metric,
    overlaps,
    pair,
    right_place,
    said,
    same_period,
    same_span,
    same_value,
)
from geo.model import ADMIN_KINDS

ATTRIBUTES = ("base_unit", "comparison", "period", "status", "theme", "qualifier", "place", "metric")
# Annotators differ on hedges, so a record counts as whole without them.
_RECORD = tuple(name for name in ATTRIBUTES if name != "qualifier")
_NEUTRAL = ("in_org", "borderline", "optional")


@dataclass(slots=True)
class Score:
    """Hits among what was found and among what was annotated."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of the findings that are right."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotations that were found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, hits: int, predicted: int, gold: int) -> None:
        """Count one more article."""
        self.hits += hits
        self.predicted += predicted
        self.gold += gold


@dataclass(slots=True)
class Evaluation:
    """The figures of one atlas against one set of annotations.

    Parameters
    ----------
    articles
        How many articles were compared.
    mentions_exact, mentions_overlap
        Place names by equal and by overlapping span.
    indicators
        Numbers by overlapping span and equal value.
    record
        Indicators of which all attributes but the qualifier hold.
    right
        For each attribute, how many of the matched indicators have it right.
    kinds
        For each kind of place: ``gold``, ``exact`` and ``overlap`` mentions, ``locatable`` and ``located`` ones.
    themes
        For each theme: ``gold`` indicators, those ``found``, and those with the whole ``record`` right.
    """

    articles: int = 0
    mentions_exact: Score = field(default_factory=Score)
    mentions_overlap: Score = field(default_factory=Score)
    indicators: Score = field(default_factory=Score)
    record: Score = field(default_factory=Score)
    right: Counter[str] = field(default_factory=Counter)
    kinds: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    themes: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def resolution(self) -> float | None:
        """Share of the mentions with known coordinates that were found and put in the right place."""
        return _resolution(self.kinds.values())

    @property
    def named_resolution(self) -> float | None:
        """The same without provinces, prefectures and counties."""
        return _resolution(count for kind, count in self.kinds.items() if kind not in ADMIN_KINDS)

    @property
    def attributes(self) -> dict[str, float | None]:
        """Share of the matched indicators that have each attribute right."""
        found = self.indicators.hits
        return {name: self.right[name] / found if found else None for name in ATTRIBUTES}


def _resolution(counts: Iterable[Counter[str]]) -> float | None:
    total: Counter[str] = sum(counts, Counter())
    return total["located"] / total["locatable"] if total["locatable"] else None


def evaluate(gold: Gold, atlas: Atlas) -> Evaluation:
    """Compare an atlas with annotations; articles without annotations are left aside.

    Rows marked ``in_org``, ``borderline`` or ``optional`` are neutral: neither missed nor, when found, wrong.
    """
    result = Evaluation()
    mentions, indicators = by_article(gold.mentions), by_article(gold.indicators)
    found_mentions = by_article(atlas.mentions.to_dict("records"))
    found_indicators = by_article(atlas.indicators.to_dict("records"))
    judge = _judge(gold, atlas)
    for article in sorted(mentions.keys() | indicators.keys()):
        result.articles += 1
        _count_mentions(result, mentions[article], found_mentions[article], gold, judge)
        as_of = gold.as_of.get(article) or ""
        _count_indicators(result, indicators[article], found_indicators[article], as_of, judge)
    return result


_Judge = Callable[[str, str], bool]


def _judge(gold: Gold, atlas: Atlas) -> _Judge:
    places = atlas.places
    known = dict(zip(places["id"], zip(places["name"], places.geometry, strict=True), strict=True))

    def right(found_id: str, gold_id: str) -> bool:
        return found_id in known and right_place(gold.places.get(gold_id), *known[found_id])

    return right


def by_article(rows: Sequence[Mapping[Any, Any]]) -> defaultdict[str, list[Row]]:
    """Group rows by their article, order kept."""
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["article"]].append(row)
    return grouped


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows that count and the neutral ones."""
    core: list[Row] = []
    soft: list[Row] = []
    for row in rows:
        (soft if any(row.get(mark) for mark in _NEUTRAL) else core).append(row)
    return core, soft


def _predicted(found: Sequence[Row], matched: Mapping[int, int], soft: Sequence[Row]) -> int:
    """Count the findings, but for the unmatched ones that touch a neutral annotation."""
    taken = set(matched.values())
    return sum(j in taken or not any(overlaps(row, each) for each in soft) for j, row in enumerate(found))


def _count_mentions(result: Evaluation, gold: list[Row], found: list[Row], book: Gold, judge: _Judge) -> None:
    core, soft = split(gold)
    exact, overlap = pair(core, found, same_span), pair(core, found, lambda *_: True)
    result.mentions_exact.add(len(exact), _predicted(found, exact, soft), len(core))
    result.mentions_overlap.add(len(overlap), _predicted(found, overlap, soft), len(core))
    for i, row in enumerate(core):
        truth = book.places.get(row["place"])
        count = result.kinds[truth["kind"] if truth else "other"]
        count.update({"gold": 1, "exact": int(i in exact), "overlap": int(i in overlap)})
        if truth and truth.get("lon") is not None:
            located = i in overlap and judge(found[overlap[i]]["place_id"], row["place"])
            count.update({"locatable": 1, "located": int(located)})


def _count_indicators(
    result: Evaluation, gold: list[Row], found: list[Row], as_of: str, judge: _Judge
) -> None:
    core, soft = split(gold)
    matched = pair(core, found, same_value)
    whole = 0
    for i, row in enumerate(core):
        good = _agreement(row, found[matched[i]], as_of, judge) if i in matched else {}
        record = bool(good) and all(good[name] for name in _RECORD)
        whole += record
        result.right.update(good)
        result.themes[row["theme"]].update({"gold": 1, "found": int(i in matched), "record": int(record)})
    predicted = _predicted(found, matched, soft)
    result.indicators.add(len(matched), predicted, len(core))
    result.record.add(whole, predicted, len(core))


def _agreement(gold: Row, found: Row, as_of: str, judge: _Judge) -> dict[str, bool]:
    equal = ("base_unit", "comparison", "status", "theme", "qualifier")
    return {
        **{name: said(found[name]) == said(gold.get(name)) for name in equal},
        "period": same_period(found["period"], gold.get("period"), as_of),
        "place": judge(found["place_id"], gold["place"]),
        "metric": like_metric(found["metric"], gold["metric"]),
    }
