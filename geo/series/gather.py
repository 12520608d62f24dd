"""Gathering: points of one metric, place and unit become a series of observations in order of time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from geo.lexicon import words
from geo.model import Status
from geo.series.points import Point, Row, read_point
from geo.series.time import Measure, Time

_RANK = "位"
_MIN_LETTERS = 2


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What makes figures one series.

    Parameters
    ----------
    metric_key
        As in the data contract; of a rank the metric as printed, because its key no longer tells among whom.
    place_id, base_unit, comparison
        As in the data contract, so that growth (``yoy``) never mixes with levels.
    """

    metric_key: str
    place_id: str
    base_unit: str
    comparison: str


@dataclass(frozen=True)
class Observation:
    """All figures of a series for one time and status.

    Parameters
    ----------
    time, status
        What its points share.
    points
        In the order of the table.
    clear
        Those that can stand for the series. Two values of one metric in a paragraph are told apart by its words
        (from 388 to 422; for boys and girls), which the metric's key has lost, so neither is clear. Counts take
        their meaning from the sentence, so two of them in one article are not clear either.
    """

    time: Time
    status: Status
    points: tuple[Point, ...]
    clear: tuple[Point, ...]

    @cached_property
    def value(self) -> Point | None:
        """The point to show: the tightest print of the latest article; None where none is clear."""
        latest = max((point.published for point in self.clear), default="")
        candidates = [point for point in self.clear if point.published == latest]
        return min(candidates, key=_tightness, default=None)

    @cached_property
    def sides(self) -> tuple[tuple[Point, ...], ...]:
        """The clear points by the value they agree on, the tightest print first; more than one in a conflict."""
        sides: list[list[Point]] = []
        for point in sorted(self.clear, key=lambda each: (each.high, each.indicator)):
            if sides and point.low <= sides[-1][0].high:
                sides[-1].append(point)
            else:
                sides.append([point])
        return tuple(
            sorted(
                (tuple(sorted(side, key=_tightness)) for side in sides), key=lambda side: _tightness(side[0])
            )
        )


def _tightness(point: Point) -> tuple[float, str]:
    return point.looseness, point.indicator


@dataclass(frozen=True)
class Series:
    """One metric of one place, in one unit and comparison.

    Parameters
    ----------
    key
        What its figures share.
    metric
        The name most articles print.
    observations
        In order of time; actual figures and aims together, each marked by its status.
    """

    key: SeriesKey
    metric: str
    observations: tuple[Observation, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """Every figure, in order of time."""
        return tuple(point for each in self.observations for point in each.points)

    @cached_property
    def actual(self) -> tuple[Observation, ...]:
        """What was reached: the observations that have a value to show."""
        return tuple(
            each for each in self.observations if each.status is Status.ACTUAL and each.value is not None
        )

    @cached_property
    def aims(self) -> tuple[Observation, ...]:
        """What is planned or aimed at: the observations that have a value to show."""
        return tuple(
            each for each in self.observations if each.status is not Status.ACTUAL and each.value is not None
        )

    @property
    def latest(self) -> Observation | None:
        """The last actual observation; None where there is none."""
        return self.actual[-1] if self.actual else None

    @cached_property
    def lines(self) -> tuple[tuple[Observation, ...], ...]:
        """The actual observations that may be joined by a line: of equal stretches of time, the longest line first.

        Nine months and whole years are two lines; a flow without a period is on none.
        """
        lines: dict[Measure, list[Observation]] = defaultdict(list)
        for each in self.actual:
            if measure := each.time.measure(stock=self.is_stock):
                lines[measure].append(each)
        return tuple(map(tuple, sorted(lines.values(), key=len, reverse=True)))

    @property
    def is_stock(self) -> bool:
        """Whether it tells a state (a length, a share), so that a year stands for its end."""
        name = self.key.metric_key
        is_state = name.endswith(words("series_stock")) and not any(
            map(name.__contains__, words("series_flow"))
        )
        return is_state and not self.key.comparison

    @property
    def is_count(self) -> bool:
        """Whether it counts things, which take their meaning from their sentence."""
        return _is_count(self.key)

    @property
    def runs(self) -> bool:
        """Whether values of at least two known times make it worth drawing."""
        return len({each.time for each in (*self.actual, *self.aims) if each.time.last}) > 1


def read_series(indicators: Iterable[Row], articles: Iterable[Row]) -> tuple[Series, ...]:
    """Bring the figures of an atlas together.

    Parameters
    ----------
    indicators
        Rows of the indicators table: ``atlas.indicators.to_dict("records")``.
    articles
        Rows of the articles table; ``article`` and ``published`` are read.

    Returns
    -------
    tuple of Series
        By key; single figures too. Figures of no place and of generic metrics (项目数量) are left out.
    """
    published = {row["article"]: row["published"] for row in articles}
    groups: dict[SeriesKey, list[Point]] = defaultdict(list)
    for row in indicators:
        key = _key(row)
        if key.place_id and not is_generic(key.metric_key):
            groups[key].append(read_point(row, published.get(row["article"], "")))
    return tuple(_series(key, groups[key]) for key in sorted(groups))


def _key(row: Row) -> SeriesKey:
    name = row["metric"] if row["base_unit"] == _RANK else row["metric_key"]
    return SeriesKey(name, row["place_id"], row["base_unit"], row["comparison"])


@cache
def is_generic(metric_key: str) -> bool:
    """Tell whether a key says too little for two articles to mean the same thing by it."""
    if metric_key in words("metric_key"):
        return False
    tail = max(filter(metric_key.endswith, words("metric_generic")), key=len, default="")
    head = metric_key.removesuffix(tail)
    return sum(map(str.isalpha, head)) < _MIN_LETTERS or head in words("series_generic")


def _series(key: SeriesKey, points: Sequence[Point]) -> Series:
    names = Counter(point.metric for point in points)
    metric = min(names, key=lambda name: (-names[name], name))
    return Series(key, metric, tuple(_observations(points, is_count=_is_count(key))))


def _is_count(key: SeriesKey) -> bool:
    return key.metric_key.endswith(words("series_count"))


def _observations(points: Sequence[Point], *, is_count: bool) -> Iterator[Observation]:
    unclear = frozenset(_unclear(points, is_count=is_count))
    groups: dict[tuple[Time, Status, str], list[Point]] = defaultdict(list)
    for point in points:
        # Without a firm date only the article itself is the same time.
        groups[point.time, point.status, "" if point.time.firm else point.article].append(point)
    for time, status, article in sorted(groups, key=lambda each: (each[0].order, each[1], each[2])):
        group = groups[time, status, article]
        clear = tuple(point for point in group if point.indicator not in unclear)
        yield Observation(time, status, tuple(group), clear)


def _unclear(points: Sequence[Point], *, is_count: bool) -> Iterator[str]:
    """Yield the indicators that their own paragraph, or of a count their own article, contradicts."""
    texts: dict[tuple[str, int, Status], list[Point]] = defaultdict(list)
    for point in points:
        texts[point.article, -1 if is_count else point.paragraph, point.status].append(point)
    for text in texts.values():
        by_time = defaultdict(list)
        for point in text:
            by_time[point.time].append(point)
        for time, group in by_time.items():
            # Beside a dated value one without a date is an earlier or another one.
            yield from _contradicted(group, group if time.is_dated else text)


def _contradicted(group: Iterable[Point], text: Sequence[Point]) -> Iterator[str]:
    """Yield the indicators of a group that disagree with any point of a text."""
    highest, lowest = max(point.low for point in text), min(point.high for point in text)
    return (point.indicator for point in group if point.high < highest or lowest < point.low)
