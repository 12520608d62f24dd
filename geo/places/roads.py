"""Roads and lines that go by a number: 207、208、309国道, G55二广高速, 地铁2号线."""

import re
from collections.abc import Iterator

from geo.gazetteer.index import NameIndex
from geo.model import PlaceKind
from geo.places.lattice import Candidate

_SCORE = 0.88
_HAN = "\u3400-\u9fff"
_NUMBERED = re.compile(
    r"""
      (?<![0-9.A-Za-z])[GSXY]?(?P<before>\d{3,4})(?:(?P<kind>[国省县]道)线?|(?=(?:[、和与][GSXY]?\d{3,4}){1,12}[国省县]道))
    | (?P<after>[国省县]道)[GSXY]?(?P<number>\d{2,4})线?(?!\d)
    | (?<![0-9A-Za-z])[GSXY]\d{3,4}线?(?![0-9A-Za-z])
    | (?<![0-9A-Za-z])[GS]\d{1,4}[\u3400-\u9fff]{0,5}?(?:高速公路|高速|国道|省道)
    """,
    re.VERBOSE,
)
_METRO = re.compile(
    r"(?:(?:地铁|轻轨|轨道交通)\d{1,2}号线|(?<![0-9])\d{1,2}号线(?=[^\u3400-\u9fff]|[一二]期|开通|延长|首通))"
)


def road_candidates(text: str, index: NameIndex) -> Iterator[Candidate]:
    """Yield roads by number; each number of a list is a mention of its own."""
    for match in _NUMBERED.finditer(text):
        yield Candidate(*match.span(), PlaceKind.HIGHWAY, _SCORE, "road number", _known(match, index))
    for match in _METRO.finditer(text):
        yield Candidate(*match.span(), PlaceKind.RAILWAY, _SCORE, "line number")


def _known(match: re.Match[str], index: NameIndex) -> tuple[str, ...]:
    number = match["before"] or match["number"]
    written = [match[0]]
    if number:
        sort = match["kind"] or match["after"] or _kind_after(match)
        written += [f"{number}{sort}", f"{sort}{number}", f"{'G' if sort == '国道' else 'S'}{number}"]
    for text in written:
        spelling = index.get(text)
        if spelling:
            return spelling.place_ids
    return ()


def _kind_after(match: re.Match[str]) -> str:
    ahead = match.string[match.end() : match.end() + 90]
    found = re.search("[国省县]道", ahead)
    return found[0] if found else ""
