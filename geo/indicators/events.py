"""Events: the time of a meeting, a fair or a signing, which 此次 and 活动期间 take up again."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.indicators.period import AsOf, Period, PeriodKind, iso_of
from geo.indicators.site import Site
from geo.text import Document

_HELD = re.compile(r"举行|举办|召开|开幕|启幕|落幕|闭幕|拉开帷幕")
_TAKEN_UP = re.compile(
    r"此次|这次|本次|该次|本届|(?:活动|展会|大会|会议|节会|赛事)期间|(?:活动|签约|会议)现场"
)
_REACH = 200
_NAME_REACH = 20
_ON_DAY = re.compile(r"(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日")


class Events:
    """The events of one document, each with the time of the sentence that introduces it.

    Parameters
    ----------
    document
        The document.
    periods
        Its time expressions, in order.
    now
        The date it speaks from.
    """

    def __init__(self, document: Document, periods: Sequence[Period], now: AsOf) -> None:
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
            # 4月27日举行二季度集中开工: what is named after its quarter is that quarter's.
            time = spans[-1] if spans else self._day(sentence.start, held.start(), now)
            if time:
                self._ends.append(sentence.end)
                self._periods.append(time)

    def _day(self, start: int, end: int, now: AsOf) -> Period | None:
        """Return the day that a range of the text begins with; the year is the article's, or the one before."""
        found = _ON_DAY.match(self._text, start, end)
        if found is None or not now.month:
            return None
        month, day = int(found["month"]), int(found["day"])
        year = int(found["year"] or now.year - (month > now.month))
        return Period(
            *found.span(), PeriodKind.FIXED, iso_of(year, (month, month), str(day)), year, (month, month)
        )

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
