"""Stations of a line by their town and a side of it: 甲东、乙北、丙南3座车站."""

import re
from collections.abc import Iterator, Mapping

from geo.model import PlaceKind
from geo.places.lattice import Candidate

_SCORE = 0.95
_ITEM = "[\u3400-\u9fff]{2,4}"
_LISTED = re.compile(
    rf"(?:{_ITEM}、){{1,20}}{_ITEM}(?:等)?(?:[0-9]{{1,2}}|[两三四五六七八九十]{{1,2}})?[座个]?(?:车站|高铁站|站)"
)
_SIDE = re.compile("[东西南北](?=、|等?[0-9两三四五六七八九十]{1,2}[座个]?[车高站])")
_LONGEST = 3


def station_candidates(text: str, towns: Mapping[int, int]) -> Iterator[Candidate]:
    """Yield the stations of each list that says it is of stations.

    Parameters
    ----------
    text
        Clean text.
    towns
        For the end of each division named in the text its start.
    """
    for stations in _LISTED.finditer(text):
        for side in _SIDE.finditer(text, *stations.span()):
            mark = max(text.rfind("、", stations.start(), side.start()), stations.start() - 1) + 1
            start = towns.get(side.start(), mark)
            if mark <= start and side.start() - start <= _LONGEST:
                yield Candidate(start, side.end(), PlaceKind.RAILWAY, _SCORE, "in a list of stations")
