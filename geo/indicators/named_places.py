"""Named places: where a document names its places, one within another, in lists or alone."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from geo.model import ADMIN_KINDS, PlaceKind, Resolution

OWN_UNITS = ADMIN_KINDS | {PlaceKind.TOWNSHIP, PlaceKind.VILLAGE}
_JOINTS = frozenset({"", "的", "上的", "“", "所在的", "境内的"})
_LISTED, _WAY = re.compile(r"[、和与及]|以及|等"), frozenset("至到")
_THING = re.compile("[\u4e00-\u9fff]{1,6}、")
_JOINED_BEFORE = frozenset("、和与及")


def _holds(outer: Resolution, inner: Resolution) -> bool:
    """Tell whether the second of two names side by side is in the place of the first (某县某村, 某江某水电站)."""
    on_river = outer.place.kind is PlaceKind.RIVER and inner.place.kind in {
        PlaceKind.PROJECT,
        PlaceKind.RESERVOIR,
    }
    return outer.place.kind in OWN_UNITS or on_river


class NamedPlaces:
    """The places that a text names, in order.

    Parameters
    ----------
    text
        Clean text.
    resolutions
        The names found in it with their places.
    """

    def __init__(self, text: str, resolutions: Iterable[Resolution]) -> None:
        self._text = text
        self._places = sorted(resolutions, key=lambda r: r.mention.clean)
        self._starts = [r.mention.clean.start for r in self._places]

    def within(self, start: int, end: int) -> Sequence[Resolution]:
        """Return the names that begin in a range."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def any_within(self, start: int, end: int) -> bool:
        """Tell whether a name begins in a range."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def finest(self, resolution: Resolution) -> Resolution:
        """Return the last of names that stand one within the other (浑源县的恒山景区)."""
        while True:
            end = resolution.mention.clean.end
            inner = self.within(end, end + 4)[:1]
            joint = self._text[end : inner[0].mention.clean.start] if inner else None
            if joint not in _JOINTS or (joint == "" and not _holds(resolution, inner[0])):
                return resolution
            resolution = inner[0]

    def heads_list(self, resolution: Resolution) -> bool:
        """Tell whether a name is the first of a list, whose figure is that of no single member."""
        end = resolution.mention.clean.end
        joint = self.joint(resolution)
        if joint is None:
            return resolution.place.kind in OWN_UNITS and self._goes_on_to_unit(end)
        return bool(self.within(end + len(joint), end + len(joint) + 2)) or joint in {"、", "等"}

    def _goes_on_to_unit(self, end: int) -> bool:
        """Tell whether another unit is the next item (甲县玉米、乙县苹果) or the other end (甲市到乙市的动车)."""
        thing = _THING.match(self._text, end)
        at = thing.end() if thing else end + 1
        if thing and self.any_within(end, at - 1):
            return False  # 某村捐往甲省、乙省
        way = thing or self._text[end : end + 1] in _WAY
        return bool(way) and any(r.place.kind in OWN_UNITS for r in self.within(at, at + 1))

    def joint(self, resolution: Resolution) -> str | None:
        """Return the word that joins a name to the next of a list; None where it ends one."""
        found = _LISTED.match(self._text, resolution.mention.clean.end)
        return found[0] if found else None

    def listed(self, resolution: Resolution) -> bool:
        """Tell whether a name is a member of a list, whose other members may be no known places."""
        clean = resolution.mention.clean
        return self.follows_another(clean.start) or self._text.startswith("、", clean.end)

    def follows_another(self, start: int) -> bool:
        """Tell whether what begins here is joined to something before it."""
        return self._text[start - 1 : start] in _JOINED_BEFORE and start > 0
