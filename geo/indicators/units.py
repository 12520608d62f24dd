"""Units: what follows a numeral, its base unit, and what it measures."""

from dataclasses import dataclass
from functools import cache

from geo.lexicon import rows, words

COUNT = "count"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or of count.

    Parameters
    ----------
    text
        As written, without the scale (万, 亿).
    base
        The unit that figures are compared in.
    factor
        What one unit is in the base unit.
    group
        What is measured (money, length, ...); `COUNT` for classifiers.
    not_before
        Characters that make another word of it (国 before 道).
    """

    text: str
    base: str
    factor: float
    group: str
    not_before: str = ""


@cache
def units() -> dict[str, Unit]:
    """Return every unit and classifier by its spelling."""
    counters = (
        Unit(row[0], row[1] if len(row) > 1 else row[0], 1.0, COUNT, "".join(row[2:]))
        for row in rows("classifier")
    )
    measures = (Unit(row[0], row[1], float(row[2]), row[3], "".join(row[4:])) for row in rows("unit"))
    return {unit.text: unit for unit in (*counters, *measures)}


@cache
def _lengths() -> tuple[int, ...]:
    """Return the lengths that units have, the longest first."""
    return tuple(sorted({len(text) for text in units()}, reverse=True))


@cache
def written() -> frozenset[str]:
    """Return the units that count even after a small Chinese numeral."""
    return frozenset(words("classifier_written"))


def unit_at(text: str, start: int) -> Unit | None:
    """Return the longest unit that begins at an offset of the text, or None."""
    known = units()
    for length in _lengths():
        end = start + length
        unit = known.get(text[start:end])
        if unit is not None and len(unit.text) == length and _stands(text, end, unit):
            return unit
    return None


def _stands(text: str, end: int, unit: Unit) -> bool:
    """Tell whether the unit is a word of its own there."""
    after = text[end : end + 1]
    if not after:
        return True
    latin = unit.text[-1].isascii() and unit.text[-1].isalpha()
    return after not in unit.not_before and not (latin and after.isascii() and after.isalnum())
