"""Names of people, which are no places: in bylines, after an office, and before what they say."""

import re
from collections.abc import Iterator
from functools import cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from geo.lexicon import words
from geo.model import Span
from geo.text.vocabulary import UNKNOWN, vocabulary

_HAN = "\u3400-\u9fff"
_FULL, _PLACES = 3, frozenset("省市县区州镇乡村河江湖山")


def people(text: str) -> Iterator[Span]:
    """Yield the ranges that hold people's names, in no order."""
    found = {Span(*match.span("name")) for pattern in _patterns() for match in pattern.finditer(text)}
    yield from found
    again = sorted({text[span.start : span.end] for span in found if _is_full(text[span.start : span.end])})
    if again:
        named = CharwiseDoubleArrayAhoCorasick(again).find(text)
        yield from (Span(start, end) for start, end, _ in named)


def _is_full(name: str) -> bool:
    """Tell whether a name is long enough to be that person's wherever it stands, and begins like no known name."""
    return len(name) == _FULL and vocabulary().sort(name[:2]) == UNKNOWN and name[-1] not in _PLACES


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    roles, titles = "|".join(words("place_bylines")), "|".join(words("place_titles"))
    surname = "[" + "".join(words("place_surnames")) + "]"
    name = f"{surname}[{_HAN}]{{1,2}}"
    byline = rf"(?:{roles})[:/ ]{{0,3}}(?P<name>{name}(?:[ 、,/]{{1,2}}{name}){{0,6}})(?![{_HAN}])"
    titled = rf"(?:{titles})(?P<name>{name})(?=[说,:、(在对向指出表介强坦告讲]|一行|[^{_HAN}]|$)"
    full = rf"(?:{titles})(?P<name>{surname}[{_HAN}]{{2}})"
    pictured = rf"(?<=[(/ 、])(?P<name>{name})(?=(?:[ 、/]{name}){{0,2}} ?[摄绘][)/。 \n])"
    speaking = rf"(?<![{_HAN}])(?P<name>{name})(?=说|表示|介绍|告诉|坦言|感慨|指出|笑着)"
    return (
        re.compile(byline),
        re.compile(titled),
        re.compile(full),
        re.compile(pictured),
        re.compile(speaking),
    )
