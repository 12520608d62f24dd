"""Names of China's divisions in Latin letters."""

import csv
from collections.abc import Mapping, Sequence
from functools import cache

from geo.errors import DataError
from geo.settings import data_dir

# How many digits of an adcode say province, prefecture and county.
_LEVELS = (2, 4, 6)
_DIGITS = 6


@cache
def latin_names() -> Mapping[str, tuple[str, str]]:
    """Return the Chinese and the Latin name of each division by its adcode.

    Raises
    ------
    DataError
        The table is missing or has not these columns.
    """
    path = data_dir() / "gazetteer" / "admin_names_latin.csv"
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            return {row["adcode"]: (row["name"], row["latin"]) for row in csv.DictReader(handle)}
    except (OSError, KeyError) as error:
        raise DataError(f"The table {path.name} cannot be read ({error}); reinstall Jintu.") from error


def latin_name(name: str, adcode: str) -> str:
    """Return a division's name in Latin letters; empty where the adcode is not that of a division of this name."""
    known, latin = latin_names().get(adcode, ("", ""))
    return latin if known == name else ""


def latin_chain(admin: Sequence[str], adcode: str) -> tuple[str, ...]:
    """Return a chain of divisions with the Latin name beside each that is known.

    Parameters
    ----------
    admin
        Names from the province down.
    adcode
        Of the lowest of them, or of the place itself.
    """
    above = (latin_names().get(adcode[:digits].ljust(_DIGITS, "0"), ("", "")) for digits in _LEVELS)
    latin = dict(above)
    return tuple(f"{name} {latin[name]}" if latin.get(name) else name for name in admin)
