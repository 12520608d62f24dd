"""What part of China an article speaks of, as far as its sure names tell."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache

from geo.errors import UnknownPlaceError
from geo.gazetteer import CombinedGazetteer
from geo.gazetteer.index import NameIndex, Spelling
from geo.model import ADMIN_KINDS, Place, PlaceKind

_SAME_COUNTY, _SAME_PREFECTURE, _SAME_PROVINCE = 1.0, 0.9, 0.6
_FULL_COUNT = 3
_TOWNS = ("街道", "镇", "乡")


class Catalogue:
    """A gazetteer's places by id and by name, looked up once each."""

    def __init__(self, gazetteer: CombinedGazetteer) -> None:
        self.index = NameIndex(gazetteer.names())
        self.gazetteer = gazetteer
        self.weak = gazetteer.admin.weak_aliases()
        self._places: dict[str, Place] = {}
        self._spellings: dict[str, tuple[bool, bool, bool]] = {}

    def place(self, place_id: str) -> Place:
        """Return the place of an id of the index."""
        known = self._places.get(place_id)
        if known is None:
            known = self._places[place_id] = self.gazetteer.place(place_id)
        return known

    def is_division(self, spelling: Spelling) -> bool:
        """Tell whether a spelling may mean a province, prefecture or county."""
        return self._flags(spelling)[0]

    def is_unit(self, spelling: Spelling) -> bool:
        """Tell whether a spelling is the full name of a division or a township."""
        return self._flags(spelling)[1]

    def is_firm(self, spelling: Spelling) -> bool:
        """Tell whether a spelling may mean an enterprise."""
        return self._flags(spelling)[2]

    def _flags(self, spelling: Spelling) -> tuple[bool, bool, bool]:
        known = self._spellings.get(spelling.text)
        if known is None:
            division = any(is_division(self.place(place_id)) for place_id in spelling.place_ids)
            official = [self.place(place_id) for place_id in spelling.official]
            unit = any(is_division(place) or is_township(place) for place in official)
            firm = any(self.place(each).kind is PlaceKind.ENTERPRISE for each in spelling.place_ids)
            known = self._spellings[spelling.text] = (division, unit, firm)
        return known

    def towns(self, stem: str) -> tuple[Place, ...]:
        """Return the towns and townships called so without 镇, 乡 or 街道."""
        return tuple(map(self.place, self._town_ids.get(stem, ())))

    @cached_property
    def _town_ids(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.gazetteer.township_names():
            stem = next((name.text.removesuffix(end) for end in _TOWNS if name.text.endswith(end)), "")
            if len(stem) > 1:
                found.setdefault(stem, []).append(name.place_id)
        return found

    def division(self, adcode: str) -> Place | None:
        """Return the division of an adcode, None where there is none."""
        try:
            return self.gazetteer.admin.place(adcode)
        except UnknownPlaceError:
            return None


@lru_cache(maxsize=4)
def catalogue(gazetteer: CombinedGazetteer) -> Catalogue:
    """Return the catalogue of a gazetteer, made once."""
    return Catalogue(gazetteer)


class Support:
    """How near a place is to those an article surely speaks of.

    Parameters
    ----------
    sure
        Adcodes named beyond doubt, each as often as it is named.
    about
        Adcode of the article's own unit; empty where unknown.
    """

    def __init__(self, sure: Iterable[str], about: str = "") -> None:
        self.about = about
        self._provinces: Counter[str] = Counter()
        self._prefectures: Counter[str] = Counter()
        self._counties: set[str] = set()
        for adcode in sure:
            self._add(adcode)

    def _add(self, adcode: str) -> None:
        self._provinces[adcode[:2]] += 1
        if adcode[2:4] != "00":
            self._prefectures[adcode[:4]] += 1
        if adcode[4:] != "00":
            self._counties.add(adcode)

    def of(self, adcode: str) -> float:
        """Return 0 (nothing speaks for this part of the country) to 1 (the article's own)."""
        if not adcode:
            return 0.0
        if self.about and _covers(self.about, adcode):
            return 1.0
        named = max(
            _SAME_COUNTY * (adcode in self._counties),
            _SAME_PREFECTURE * min(1.0, self._prefectures[adcode[:4]] / _FULL_COUNT),
            _SAME_PROVINCE * min(1.0, self._provinces[adcode[:2]] / _FULL_COUNT),
        )
        beside = 0.7 * bool(self.about and self.about[:2] == adcode[:2])
        return max(named, beside)


def _covers(unit: str, adcode: str) -> bool:
    """Tell whether an adcode lies in a unit below the province, or is one of the divisions above it."""
    if adcode in {unit, unit[:2] + "0000", unit[:4] + "00"}:
        return True
    if unit.endswith("0000"):
        return False
    return unit.endswith("00") and adcode.startswith(unit.removesuffix("00"))


def is_division(place: Place) -> bool:
    """Tell provinces, prefectures and counties from all else."""
    return place.kind in ADMIN_KINDS


def is_township(place: Place) -> bool:
    """Tell towns, townships and subdistricts from all else."""
    return place.kind is PlaceKind.TOWNSHIP
