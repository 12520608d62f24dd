"""Confidence: how likely the whole record of a figure is right, by what the text itself says of it."""

from geo.indicators.change import YOY, Change
from geo.indicators.keys import is_known
from geo.indicators.period import Period
from geo.indicators.quantity import Quantity
from geo.indicators.units import COUNT

# Shares of right records, and their ratios, as counted on annotated articles.
_TYPICAL = 0.7
_SAID_PERIOD, _NO_PERIOD = 1.1, 0.8
_KNOWN_METRIC, _SHORT_METRIC, _COUNTED, _GROWTH, _WRITTEN = 1.15, 0.6, 0.85, 1.15, 0.9
_SHORTEST = 4
_HIGHEST = 0.95


def confidence(quantity: Quantity, metric: str, change: Change | None, period: Period | None) -> float:
    """Return 0 to 1, two decimals: a named period and a known metric speak for a record, a short one against."""
    value = _TYPICAL * (_SAID_PERIOD if period is not None else _NO_PERIOD)
    if is_known(metric):
        value *= _KNOWN_METRIC
    elif len(metric) < _SHORTEST:
        value *= _SHORT_METRIC
    if quantity.group == COUNT:
        value *= _COUNTED
    if change is not None and change.comparison == YOY:
        value *= _GROWTH
    if not quantity.arabic:
        value *= _WRITTEN
    return round(min(value, _HIGHEST), 2)
