"""Comparison: metrics by places, with gaps where an article says nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.series.gather import Observation, Series
from geo.series.time import Measure, Time

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What one place has for one metric.

    Parameters
    ----------
    place_id
        The place.
    observation
        Its actual figures of the time chosen; None for a gap.
    is_alike
        Whether it may be ranked with the other cells of the row that are alike: equal stretches of time.
    """

    place_id: str
    observation: Observation | None = None
    is_alike: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One metric in one unit and comparison, over all places asked for.

    Parameters
    ----------
    metric_key, base_unit, comparison
        What its figures share.
    cells
        One for each place, in the order asked for.
    """

    metric_key: str
    base_unit: str
    comparison: str
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> int:
        """Number of places with a figure."""
        return sum(cell.observation is not None for cell in self.cells)

    @property
    def can_rank(self) -> bool:
        """Whether at least two cells may be ranked; those that are not alike stay out of it."""
        return sum(cell.is_alike for cell in self.cells) >= _ENOUGH


def comparable(
    series: Iterable[Series], places: Sequence[str], metric_key: str | None = None
) -> tuple[MatrixRow, ...]:
    """Set places side by side.

    Parameters
    ----------
    series
        From `read_series`.
    places
        Place ids, the columns.
    metric_key
        Only this metric; all by default.

    Returns
    -------
    tuple of MatrixRow
        One for each metric, unit and comparison that any of the places has an actual figure of; the fullest rows
        first. Each cell is the latest of the stretch of time that most places share, of one time where they
        share it; a place without such a figure shows its latest, not alike.
    """
    rows: dict[tuple[str, str, str], dict[str, Series]] = defaultdict(dict)
    wanted = frozenset(places)
    for each in series:
        key = each.key
        if each.actual and key.place_id in wanted and metric_key in {None, key.metric_key}:
            rows[key.metric_key, key.base_unit, key.comparison][key.place_id] = each
    matrix = (MatrixRow(*names, tuple(_cells(found, places))) for names, found in rows.items())
    return tuple(sorted(matrix, key=lambda row: (-row.filled, row.metric_key, row.base_unit, row.comparison)))


def _cells(found: Mapping[str, Series], places: Sequence[str]) -> Iterator[Cell]:
    measure = _common_measure(found.values())
    time = _common_time(found.values(), measure)
    for place_id in places:
        series = found.get(place_id)
        yield Cell(place_id) if series is None else _cell(series, measure, time)


def _cell(series: Series, measure: Measure | None, time: Time | None) -> Cell:
    fitting = [each for each in _of_measure(series, measure) if time is None or each.time == time]
    chosen = fitting or series.actual
    return Cell(series.key.place_id, chosen[-1], bool(fitting))


def _of_measure(series: Series, measure: Measure | None) -> list[Observation]:
    if measure is None:
        return []
    return [each for each in series.actual if each.time.measure(stock=series.is_stock) == measure]


def _common_measure(series: Iterable[Series]) -> Measure | None:
    """Return the stretch of time that most places have, of those the one with the latest figure."""
    places: Counter[Measure] = Counter()
    latest: dict[Measure, Time] = {}
    for each in series:
        times = {
            measure: one.time for one in each.actual if (measure := one.time.measure(stock=each.is_stock))
        }
        places.update(times.keys())
        for measure, time in times.items():
            latest[measure] = max(time, latest.get(measure, time), key=lambda one: one.order)
    return max(places, key=lambda measure: (places[measure], latest[measure].order), default=None)


def _common_time(series: Iterable[Series], measure: Measure | None) -> Time | None:
    """Return the last time for which every place that has such a stretch has a figure; None without one."""
    times = [{each.time for each in of} for one in series if (of := _of_measure(one, measure))]
    shared = set.intersection(*times) if times else set()
    return max(shared, key=lambda time: time.order, default=None)
