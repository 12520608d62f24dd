"""Events: the time of a meeting, a fair or a signing, which 此次 and 活动期间 take up again."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.indicators.period import Period, PeriodKind
from geo.indicators.site import Site
from geo.text import Document

_HELD = re.compile(r"举行|举办|召开|开幕|启幕|落幕|闭幕|拉开帷幕")
_TAKEN_UP = re.compile(
    r"此次|这次|本次|该次|本届|(?:活动|展会|大会|会议|节会|赛事)期间|(?:活动|签约|会议)现场"
)
_REACH = 200
_NAME_REACH = 20


class Events:
    """The events of one document, each with the time of the sentence that introduces it.

    Parameters
    ----------
    document
        The document.
    periods
        Its time expressions, in order.
    """

    def __init__(self, document: Document, periods: Sequence[Period]) -> None:
        self._text = document.text
        starts = [period.start for period in periods]
        self._ends: list[int] = []
        self._periods: list[Period] = []
        for sentence in document.sentences:
            held = _HELD.search(self._text, sentence.start, sentence.end)
            if held is None:
                continue
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, held.end() + _NAME_REACH)
            high = min(high, bisect_left(starts, sentence.end))
            spans = [p for p in periods[low:high] if p.kind is PeriodKind.FIXED and p.iso and _lasts(p)]
            if spans:
                self._ends.append(sentence.end)
                self._periods.append(spans[-1])

    def of(self, site: Site) -> Period | None:
        """Return the time of the event that a figure's sentence takes up again; None where it takes up none."""
        index = bisect_left(self._ends, site.sentence.start + 1) - 1
        if index < 0:
            return None
        low = max(site.sentence.start, site.left.end - _REACH)
        return self._periods[index] if _TAKEN_UP.search(self._text, low, site.left.end) else None


def _lasts(period: Period) -> bool:
    """Tell whether it is a stretch of days or a part of a year, not the day of the opening."""
    return period.days or (period.months[0] > 0 and "/" in period.iso)
