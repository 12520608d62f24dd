"""Runs of words: what stands between two marks of punctuation, where a name may be near."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.places.endings import Ending, promising
from geo.places.named import Hit

_RUN = re.compile(r"[0-9A-Za-z\u3400-\u9fff\U00020000-\U0003ffff·.+-]{1,160}")


class Run(NamedTuple):
    """A range of text without punctuation and what was found in it."""

    start: int
    end: int
    hits: list[Hit]
    endings: list[tuple[int, int, Ending]]


def runs(text: str, hits: Sequence[Hit], endings: Sequence[tuple[int, int, Ending]]) -> Iterator[Run]:
    """Yield the runs that hold a known name or an ending.

    Parameters
    ----------
    text
        The whole clean text.
    hits, endings
        In order of their ends.
    """
    at_hit = at_ending = 0
    for match in _RUN.finditer(text):
        start, end = match.span()
        first_hit, first_ending = at_hit, at_ending
        while at_hit < len(hits) and hits[at_hit][1] <= end:
            at_hit += 1
        while at_ending < len(endings) and endings[at_ending][1] <= end:
            at_ending += 1
        within = [hit for hit in hits[first_hit:at_hit] if hit[0] >= start]
        stops = {hit[1] for hit in within}
        ending = [
            each
            for each in endings[first_ending:at_ending]
            if each[0] in stops or (each[0] > start and promising(text, *each, named=bool(stops)))
        ]
        if within or ending:
            yield Run(start, end, within, ending)
