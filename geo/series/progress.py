"""Progress: what is aimed at beside what was last reached."""

from collections.abc import Iterator
from dataclasses import dataclass

from geo.series.gather import Observation, Series
from geo.series.points import Point
from geo.series.time import alike

_RANK = "位"


@dataclass(frozen=True, slots=True)
class Progress:
    """An aim and the last actual figure on the way to it.

    Parameters
    ----------
    aim, actual
        The aimed at or planned figure, and the one reached.
    share
        ``actual.value / aim.value``; None where the quotient says nothing (growth rates, ranks, an aim of 0 or
        less).
    """

    aim: Point
    actual: Point
    share: float | None


def progress(series: Series) -> tuple[Progress, ...]:
    """Return each aim of a series that has an actual figure to stand beside it, in order of the aims' time.

    An actual figure stands beside an aim where it is no later, and covers as long a time or a part of the aim's
    own: nine months of 2024 tell how far the aim for 2024 is, and nothing of the aim for 2025.
    """
    return tuple(_pairs(series))


def _pairs(series: Series) -> Iterator[Progress]:
    for aim in series.aims:
        reached = [each for each in series.actual if _leads_to(each, aim, stock=series.is_stock)]
        if reached and aim.value and reached[-1].value:
            yield Progress(aim.value, reached[-1].value, _share(series, aim.value, reached[-1].value))


def _leads_to(actual: Observation, aim: Observation, *, stock: bool) -> bool:
    if actual.time.last is None or aim.time.last is None or actual.time.last > aim.time.last:
        return False
    return actual.time.within(aim.time) or alike(actual.time, aim.time, stock=stock)


def _share(series: Series, aim: Point, actual: Point) -> float | None:
    if series.key.comparison or series.key.base_unit == _RANK or aim.value <= 0:
        return None
    return actual.value / aim.value
