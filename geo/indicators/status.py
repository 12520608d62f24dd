"""Status: whether a figure was reached, is arranged, or is aimed at."""

import re
from functools import cache

from geo.indicators.lexical import any_of
from geo.indicators.periods import Period
from geo.indicators.site import Site
from geo.lexicon import words
from geo.model import Status

_REACH = 90


@cache
def _cues() -> re.Pattern[str]:
    groups = (f"(?P<{status.value}>{any_of(words(f'status_{status.value}'))})" for status in Status)
    return re.compile("|".join(groups))


def read_status(text: str, site: Site, period: Period | None, as_of_year: int, default: Status) -> Status:
    """Return the status of the figure at a site.

    Parameters
    ----------
    text
        Clean text.
    site
        The quantity in its surroundings.
    period
        The figure's period; one after the article's own year makes it a target.
    as_of_year
        The article's own year, 0 where unknown.
    default
        What the section is about: what was done, or what is to be done.
    """
    low = max(site.sentence.start, site.left.end - _REACH)
    said = [Status(str(cue.lastgroup)) for cue in _cues().finditer(text, low, site.left.end)]
    if said and said[-1] is not Status.ACTUAL:
        return said[-1]
    if period is not None and as_of_year and period.year > as_of_year:
        return Status.TARGET
    return Status.ACTUAL if said else default
