"""Roads and lines that go by a number: 207、208、309国道, G55二广高速, 地铁2号线."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from geo.gazetteer.index import NameIndex
from geo.lexicon import any_of, kinds
from geo.model import PlaceKind
from geo.places.lattice import Candidate
from geo.places.named import Hit
from geo.text.vocabulary import EDGE, UNKNOWN, vocabulary

_SCORE = 0.88
_SORT = re.compile("[国省县]道")
_LIST = re.compile(r"(?<![0-9.A-Za-z])[GSXY]?\d{3,4}(?:[、和与][GSXY]?\d{3,4}){0,12}\Z")
_NUMBER = re.compile(r"[GSXY]?(\d{3,4})")
_AFTER = re.compile(r"[国省县]道[GSXY]?(\d{2,4})线?(?!\d)")
_CODE = re.compile(
    r"[GSXY](?<![0-9A-Za-z][GSXY])(?:\d{1,4}[\u3400-\u9fff]{0,5}?(?:高速公路|高速|[国省]道)|\d{3,4}线?(?![0-9A-Za-z]))"
)
_METRO = re.compile(
    r"(?P<city>地铁|轻轨|轨道交通)\d{1,2}号线|\d(?<![0-9]\d)\d?号线(?=[^\u3400-\u9fff]|[一二]期|开通|延长|首通)"
)
_SHORT_LINE = re.compile(
    "(?<![0-9A-Za-z\u3400-\u9fff])(?P<ends>[\u3400-\u9fff]{2})(?P<line>高速公路|高速铁路|城际铁路|高速|高铁|铁路)"
)
_SHORT_LINE_SCORE = 0.75
_STRETCH = re.compile(
    "(?:高速|公路|铁路|高铁|国道|省道|大道|[GSXY][0-9]{2,4})(?P<from>[\u3400-\u9fff]{2,4})[至到](?P<to>[\u3400-\u9fff]{2,4})段"
)
_STOP_SCORE = 0.6
_REACH = 70
_BETWEEN = re.compile("至|—+|-|~|到")
_RANGE_SCORE, _LONGEST_STOP = 0.9, 8
_LINES, _DASHES = "place_range_kinds", frozenset("—-~至")


def road_candidates(text: str, index: NameIndex, towns: Mapping[int, int]) -> Iterator[Candidate]:
    """Yield roads by number; each number of a list is a mention of its own.

    Parameters
    ----------
    text
        Clean text.
    index
        All known names.
    towns
        For the end of each division named in the text its start.
    """
    for match in _SORT.finditer(text):
        yield from _listed(text, match, index)
        after = _AFTER.match(text, match.start())
        if after:
            yield _road(after.span(), _writings(after[1], match[0]), index)
    for match in _CODE.finditer(text):
        yield _road(match.span(), (match[0],), index)
    for match in _SHORT_LINE.finditer(text):
        if index.get(match["ends"]) is None and vocabulary().sort(match["ends"]) == UNKNOWN:
            kind = PlaceKind.HIGHWAY if match["line"] in {"高速", "高速公路"} else PlaceKind.RAILWAY
            yield Candidate(*match.span(), kind, _SHORT_LINE_SCORE, "line by two characters of its ends")
    for match in _STRETCH.finditer(text):
        for stop in ("from", "to"):
            if EDGE not in {token.sort for token in vocabulary().cut(text, *match.span(stop))}:
                yield Candidate(*match.span(stop), PlaceKind.OTHER, _STOP_SCORE, "end of a stretch of road")
    for match in _METRO.finditer(text):
        start = towns.get(match.start(), match.start()) if match["city"] else match.start()
        yield Candidate(start, match.end(), PlaceKind.RAILWAY, _SCORE, "line number")


def _listed(text: str, sort: re.Match[str], index: NameIndex) -> Iterator[Candidate]:
    """Yield the numbers before 国道: of 207、208、309国道 three, the last with the word."""
    found = _LIST.search(text, max(0, sort.start() - _REACH), sort.start())
    if found is None:
        return
    for number in _NUMBER.finditer(text, *found.span()):
        last = number.end() == sort.start()
        end = sort.end() + text.startswith("线", sort.end()) if last else number.end()
        yield _road((number.start(), end), _writings(number[1], sort[0]), index)


def _writings(number: str, sort: str) -> tuple[str, ...]:
    """Return the usual ways of writing a road's number."""
    letter = "G" if sort == "国道" else "S"
    return f"{number}{sort}", f"{sort}{number}", f"{letter}{number}"


def _road(span: tuple[int, int], writings: tuple[str, ...], index: NameIndex) -> Candidate:
    known = (index.get(name) for name in writings)
    place_ids = next((spelling.place_ids for spelling in known if spelling), ())
    return Candidate(*span, PlaceKind.HIGHWAY, _SCORE, "road number", place_ids)


def range_candidates(text: str, hits: Iterable[Hit]) -> Iterator[Candidate]:
    """Yield the lines named after the places they join: 甲至乙高铁, 甲—乙特高压.

    Parameters
    ----------
    hits
        The known names of the text.
    """
    stops = {hit[1]: hit[0] for hit in sorted(hits, key=lambda hit: -hit[0])}
    line_kinds = kinds(_LINES)
    for match in _BETWEEN.finditer(text):
        start = stops.get(match.start())
        after = _line().match(text, match.end()) if start is not None else None
        if start is not None and after and after.end("stop") in stops:
            start = _first_stop(text, start, stops)
            yield Candidate(start, after.end(), line_kinds[after["line"]], _RANGE_SCORE, "between two places")


def _first_stop(text: str, start: int, stops: Mapping[int, int]) -> int:
    """Return where the names joined by dashes begin that end in the one at ``start`` (甲—乙—丙铁路)."""
    while start - 1 in stops and text[start - 1] in _DASHES:
        start = stops[start - 1]
    return start


@cache
def _line() -> re.Pattern[str]:
    return re.compile(rf"(?P<stop>[\u3400-\u9fff]{{2,{_LONGEST_STOP}}}?)(?P<line>{any_of(kinds(_LINES))})")
