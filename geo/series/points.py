"""Points: one printed figure each, with the range of values that its print leaves open."""

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.model import Qualifier, Status
from geo.series.time import Time, read_time

Row = Mapping[str, Any]

_NUMERAL = re.compile(r"\d[\d, ]*(?:\.(\d+))?")
_PERCENT = "%"
# 近, 约, 余 and 多 leave open a tenth on the whole.
_APPROXIMATE = 0.05
_PART = 0.1
_ROUND_ZEROS = 2
# A little less than half, so that 46.1 and 46.2 do not meet at 46.15.
_HALF = 0.4999999


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one article.

    Parameters
    ----------
    indicator, article, paragraph, published
        Where it stands: ids as in the tables, the paragraph from 0, the article's date as known.
    metric, printed, unit
        The metric's name, the figure and its unit as printed; a table's figure has its unit elsewhere.
    value
        In the base unit.
    low, high
        Range in the base unit that the print leaves open: 0.7亿 is 65 to 75 million, 超100 is 99.5 and more.
    status, qualifier, period, theme
        As in the data contract.
    time
        When it held.
    """

    indicator: str
    article: str
    paragraph: int
    published: str
    metric: str
    printed: str
    unit: str
    value: float
    low: float
    high: float
    status: Status
    qualifier: str
    period: str
    theme: str
    time: Time

    @property
    def looseness(self) -> float:
        """How much the print leaves open, in the base unit."""
        return self.high - self.low


def read_point(row: Row, published: str) -> Point:
    """Return a row of the indicators table as a point.

    Parameters
    ----------
    row
        With the columns of ``indicators.csv``.
    published
        ISO 8601 date of its article; empty where unknown.
    """
    status = Status(row["status"])
    low, high = _bounds(row)
    return Point(
        indicator=row["id"],
        article=row["article"],
        paragraph=int(row["paragraph"]),
        published=published,
        metric=row["metric"],
        printed=row["surface"],
        unit=row["unit"],
        value=row["normalized"],
        low=low,
        high=high,
        status=status,
        qualifier=row["qualifier"],
        period=row["period"],
        theme=row["theme"],
        time=read_time(row["period"], published, ahead=status is not Status.ACTUAL),
    )


def _bounds(row: Row) -> tuple[float, float]:
    """Return the range of true values in the base unit, the lower end first."""
    value, upper = row["value"], row["value_to"]
    upper = value if upper is None or math.isnan(upper) else upper
    margin = _margin(row)
    low = -math.inf if row["qualifier"] == Qualifier.AT_MOST else value - margin
    high = math.inf if row["qualifier"] == Qualifier.AT_LEAST else upper + margin
    # What one printed unit is in the base unit: 万 is 10,000, and a decline is printed without its sign.
    factor = row["normalized"] / value if value and row["normalized"] else 1.0
    first, second = sorted((low * factor, high * factor))
    return first, second


def _margin(row: Row) -> float:
    """Return how far the truth may be from the printed number, in printed units."""
    step = _step(row)
    if row["qualifier"] == Qualifier.APPROX:
        return max(step, _APPROXIMATE * abs(float(row["value"])))
    return step * _HALF


def _step(row: Row) -> float:
    """Return what one more in the last printed digit would be; 0.01 of 2.61 and of 5.40, 1000 of 7000."""
    value = abs(row["value"])
    numeral = _NUMERAL.search(unicodedata.normalize("NFKC", row["surface"]))
    if numeral and numeral[1]:
        return 10.0 ** -len(numeral[1])
    if not float(value).is_integer():  # 2/5, 一半
        return _PART
    zeros = len(digits := str(int(value))) - len(digits.rstrip("0"))
    return 10.0**zeros if zeros >= _ROUND_ZEROS and row["base_unit"] != _PERCENT else 1.0
