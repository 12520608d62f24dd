"""What a quantity is, and the words around it that hedge it."""

import re
from dataclasses import dataclass
from functools import cache

from geo.lexicon import rows
from geo.model import Qualifier

RANK = "rank"
RATIO = "ratio"
# What a bare 740多万 before it counts: 玉林人民.
FELLOWS = re.compile(r"[\u4e00-\u9fff]{2,4}(?:人民|儿女|各族群众|父老乡亲|市民)")
_LONGEST_HEDGE = 6
_PASSED = re.compile("[来经通走]过|[签节预公合特条契]约|[最靠附邻]近")
_SHARE = re.compile("(?P<hedge>近|约|超过?)占[^,。;占]{1,20}$")
_SHARE_REACH = 24
_REST_OF_LIST = re.compile(r"(?:[、和]\d{1,3}(?:\.\d{1,4})?%){1,6}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Parameters
    ----------
    start, end
        The shortest range of the clean text that holds number and unit.
    value, value_to
        As written, the second for the upper end of a range.
    unit
        As written, with its scale (万亩).
    normalized, base
        The value in the base unit.
    group
        What is measured: the unit's group, `RANK` or `RATIO`.
    qualifier
        The hedge, where there is one.
    arabic
        False for Chinese numerals, which may be part of a name.
    """

    start: int
    end: int
    value: float
    unit: str
    normalized: float
    base: str
    group: str
    qualifier: Qualifier | None = None
    value_to: float | None = None
    arabic: bool = True


@cache
def _before() -> dict[str, Qualifier]:
    return {row[0]: Qualifier(row[1]) for row in rows("qualifier_before")}


@cache
def _after() -> dict[str, Qualifier]:
    return {row[0]: Qualifier(row[1]) for row in rows("qualifier_after")}


def hedge_before(text: str, start: int) -> Qualifier | None:
    """Return the hedge that stands right before an offset."""
    known = _before()
    for length in range(min(_LONGEST_HEDGE, start), 0, -1):
        if found := known.get(text[start - length : start]):
            return None if _PASSED.search(text, max(0, start - 2), start) else found
    return None


def _hedged_share(text: str, start: int) -> Qualifier | None:
    """Return the hedge of a share that stands before the whole (约占全国的三成)."""
    if text[start - 1 : start] not in {"的", "比"}:
        return None
    share = _SHARE.search(text, max(0, start - _SHARE_REACH), start)
    return _before()[share["hedge"]] if share else None


def hedge_after(text: str, end: int) -> Qualifier | None:
    """Return the hedge that stands right after an offset."""
    known = _after()
    if following := _REST_OF_LIST.match(text, end):  # 93%、94%以上 bounds both
        end = following.end()
    return known.get(text[end : end + 2]) or known.get(text[end : end + 3])


def hedge(text: str, start: int, end: int, *, approximate: bool = False) -> Qualifier | None:
    """Return how the text hedges the number in a range; a bound says more than 约 or an infix 余."""
    around = (hedge_before(text, start) or _hedged_share(text, start), hedge_after(text, end))
    bounds = [found for found in around if found not in {None, Qualifier.APPROX}]
    if bounds:
        return bounds[0]
    return Qualifier.APPROX if approximate or any(around) else None
