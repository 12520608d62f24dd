"""Conflicts: the same metric, place and time with values that cannot both be true."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geo.model import Status
from geo.series.gather import Observation, Series, SeriesKey
from geo.series.points import Point
from geo.series.time import Time


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures that contradict each other; all are kept.

    Parameters
    ----------
    key, time, status
        What they share.
    sides
        At least two groups of figures; those of one group agree. The most tightly printed comes first.
    """

    key: SeriesKey
    time: Time
    status: Status
    sides: tuple[tuple[Point, ...], ...]


def conflicts(series: Iterable[Series]) -> tuple[Conflict, ...]:
    """Return every conflict, by key and time.

    Roundings, hedges (超, 约) and the values that one paragraph tells apart are no conflicts. A figure without a
    period holds at its publication, so it meets others of its own article or of the same day, and an aim without
    one meets none. A count without a period, or twice in one article, mostly counts other things.
    """
    return tuple(conflict for each in series for conflict in _of_series(each))


def _of_series(series: Series) -> Iterator[Conflict]:
    for each in series.observations:
        if len(each.sides) > 1 and _testifies(series, each):
            yield Conflict(series.key, each.time, each.status, each.sides)


def _testifies(series: Series, observation: Observation) -> bool:
    """Tell whether figures that differ are surely about the same thing."""
    return observation.time.is_dated or (observation.status is Status.ACTUAL and not series.is_count)
