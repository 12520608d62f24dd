"""Doubtful names that an article uses again, or among others of their like, are names."""

from collections import Counter
from collections.abc import Iterable, Iterator

from geo.places.cues import fills_item
from geo.places.lattice import LEAST_SCORE, Candidate

_FAINT = 0.3
_GAIN = 0.2
_OFTEN = 2


def encouraged(candidates: Iterable[Candidate], text: str) -> Iterator[Candidate]:
    """Yield all candidates; those found by their form alone gain by repetition or by a place in a list."""
    listed = [*candidates]
    faint = [each for each in listed if _FAINT <= each.score < LEAST_SCORE and not each.place_ids]
    spans = {(each.start, each.end) for each in faint}
    counts = Counter(text[start:end] for start, end in spans)
    for each in listed:
        if (each.start, each.end) in spans and each.score < LEAST_SCORE:
            again = counts[text[each.start : each.end]] >= _OFTEN
            if again or fills_item(text, each.start, each.end):
                yield each._replace(score=each.score + _GAIN, why=f"{each.why}, used again or in a list")
                continue
        yield each
