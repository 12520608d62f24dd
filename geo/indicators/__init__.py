"""Indicators: numbers with unit, metric, period, comparison, status, theme and the place they are about."""

from geo.indicators.attach import read_indicators

__all__ = ["read_indicators"]
