"""Attach: each quantity of a document with its metric, period, status, comparison, theme and place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from geo.indicators.change import YOY, Change
from geo.indicators.comparison import over_years, read_change
from geo.indicators.confidence import confidence
from geo.indicators.gaps import read_gaps
from geo.indicators.keys import metric_key, of_economy, short_name
from geo.indicators.lists import list_names, shared_names
from geo.indicators.measures import share_of
from geo.indicators.memory import Memory
from geo.indicators.naming import name_metric
from geo.indicators.period import Period
from geo.indicators.period_lists import Rise
from geo.indicators.quantity import Quantity
from geo.indicators.scan import find_quantities
from geo.indicators.site import Openings, Site, sites
from geo.indicators.status import read_status
from geo.indicators.subjects import Subjects
from geo.indicators.tables import Cell, read_tables
from geo.indicators.themes import Themes
from geo.indicators.timing import Timeline
from geo.model import Context, Indicator, Resolution, Span
from geo.text import Document

_GOING_ON = (
    "其中",
    "其",
    "完成",
    "实现",
    "新增",
    "引进",
    "接待",
    "另",
    "此外,全",
    "分",
    "按",
    "第一产业",
    "第二产业",
)
_LIST_GAPS = frozenset({"、", "和", "及", "与", ",", "以及", "/"})


def read_indicators(
    document: Document, resolutions: Sequence[Resolution], context: Context
) -> tuple[Indicator, ...]:
    """Return the indicators of a document, in order.

    Parameters
    ----------
    document
        The document.
    resolutions
        Its places.
    context
        The article's city and date.
    """
    ranges, cells = read_tables(document)
    quantities = _outside(find_quantities(document.text), resolutions, ranges)
    names = [resolution.mention.clean for resolution in resolutions]
    timeline = Timeline(document, context.as_of, (name.start for name in names))
    reader = _Reader(document, resolutions, context, timeline)
    standing = sites(document, quantities, Openings(document.text, timeline.periods, names))
    sentences = groupby(standing, key=lambda site: site.sentence.start)
    prose = [found for _, group in sentences for found in reader.sentence(list(group))]
    if not cells:
        return tuple(prose)
    tables = [reader.cell(cell, site) for cell, site in zip(cells, _cell_sites(document, cells), strict=True)]
    return tuple(sorted(prose + tables, key=lambda found: found.clean.start))


def _cell_sites(document: Document, cells: Sequence[Cell]) -> Iterator[Site]:
    return sites(document, [cell.quantity for cell in cells], Openings(document.text, (), ()))


def _outside(
    quantities: Sequence[Quantity], resolutions: Sequence[Resolution], ranges: Sequence[Span]
) -> list[Quantity]:
    """Leave out numbers that are part of a place's name (五台山, 三门峡), and those of tables."""
    names = _Ranges(r.mention.clean for r in resolutions)
    tables = _Ranges(ranges)
    return [q for q in quantities if (q.arabic or not names.meet(q)) and not tables.meet(q)]


class _Ranges:
    """Ranges of the text in order, none overlapping."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def meet(self, quantity: Quantity) -> bool:
        """Tell whether a quantity shares a character with one of the ranges."""
        index = bisect_left(self._starts, quantity.end) - 1
        return index >= 0 and self._spans[index].end > quantity.start


class _Reader:
    """Reads the sentences of one document in order."""

    def __init__(
        self, document: Document, resolutions: Sequence[Resolution], context: Context, timeline: Timeline
    ) -> None:
        self._document = document
        self._timeline = timeline
        self._memory = Memory()
        self._rise = Rise()
        self._paragraph = -1
        self._subjects = Subjects(document, resolutions, context)
        self._themes = Themes(document)

    def sentence(self, found: list[Site]) -> Iterator[Indicator]:
        """Yield the indicators of one sentence."""
        text = self._document.text
        changes = [read_change(text, site, self._timeline.base(site)) for site in found]
        grows = any(change is not None and change.comparison == YOY for change in changes)
        running_on = grows or text.startswith(_GOING_ON, found[0].sentence.start)
        same = self._memory.alike if self._paragraph == found[0].paragraph else {}
        self._paragraph = found[0].paragraph
        memory = Memory(running_on, latest=self._memory.latest if running_on else "", alike=same)
        self._memory = memory
        done = 0
        for run in _runs(text, found):
            yield from self._run(run, changes[done : done + len(run)], memory)
            done += len(run)

    def _run(self, run: list[Site], changes: list[Change | None], memory: Memory) -> Iterator[Indicator]:
        """Yield the indicators of numbers that follow each other in a list, or of one."""
        text = self._document.text
        gaps = read_gaps(text, run) if len(run) > 1 else []
        if gaps:
            of = memory.listed if len(memory.listed) == len(run) else [memory.latest] * len(run)
            for site, gap, name in zip(run, gaps, of, strict=True):
                yield self._indicator(site, gap, name, running_on=memory.running_on)
            return
        change = changes[0]
        if len(run) == 1 and (together := shared_names(text, run[0], change, memory)):
            yield from self._together(run[0], change, together, memory)
            return
        names = list_names(text, run, change, memory) if len(run) > 1 else []
        memory.listed = names or memory.listed
        places = self._subjects.listed(run[0], len(run)) if len(run) > 1 else []
        times = self._timeline.listed(run)
        for number, site in enumerate(run):
            own = change if names else changes[number] or change
            name = names[number] if names else name_metric(text, site, own, memory)
            memory.add(name, site.quantity, level=own is None)
            found = self._indicator(site, own, name, running_on=memory.running_on)
            found = replace(found, place_id=places[number]) if places else found
            yield replace(found, period=times[number].iso) if times else found

    def _together(
        self, site: Site, change: Change | None, names: Sequence[str], memory: Memory
    ) -> Iterator[Indicator]:
        """Yield one indicator for each of the metrics that a number is said of."""
        for name in names:
            memory.add(name, site.quantity, level=change is None)
            yield self._indicator(site, change, name, running_on=memory.running_on)

    def cell(self, cell: Cell, site: Site) -> Indicator:
        """Return the indicator of one cell of a table."""
        period = self._timeline.of_cell((cell.column, cell.row), cell.table, site)
        return self._made(site, cell.change, cell.metric, self._subjects.within(cell.row), period)

    def _indicator(self, site: Site, change: Change | None, metric: str, *, running_on: bool) -> Indicator:
        period = self._timeline.of(site, change, running_on=running_on)
        period = self._rise.span(self._document.text, change) or period
        self._rise.see(self._document.text, site, period)
        if change is not None:
            change = over_years(change, period, self._document.text[site.back : site.left.end])
        place = self._subjects.of_economy(site) if of_economy(metric) else self._subjects.of(site)
        return self._made(site, change, metric, place, period)

    def _made(
        self, site: Site, change: Change | None, metric: str, place: str, period: Period | None
    ) -> Indicator:
        text, quantity, metric = self._document.text, site.quantity, short_name(metric)
        clean = Span(quantity.start, quantity.end)
        return Indicator(
            span=self._document.source(clean),
            clean=clean,
            surface=self._document.surface(clean),
            paragraph=site.paragraph,
            metric=metric,
            metric_key=metric_key(share_of(metric) if change is None and quantity.base == "%" else metric),
            value=quantity.value,
            value_to=quantity.value_to,
            unit=quantity.unit,
            normalized=quantity.normalized * (change.sign if change else 1),
            base_unit=quantity.base,
            comparison=change.comparison if change else "",
            qualifier=quantity.qualifier,
            period=period.iso if period else "",
            status=read_status(text, site, period, self._timeline.now, self._timeline.scope(site).status),
            theme=self._themes.of(site, metric, self._subjects.kind(place)),
            place_id=place,
            confidence=confidence(quantity, metric, change, period),
        )


def _runs(text: str, found: list[Site]) -> Iterator[list[Site]]:
    """Yield the sites in runs that only list marks stand between."""
    run: list[Site] = []
    for site in found:
        listed = site.gap is not None and _bare(text[site.gap.start : site.gap.end]) in _LIST_GAPS
        if run and not listed:
            yield run
            run = []
        run.append(site)
    if run:
        yield run


def _bare(gap: str) -> str:
    return gap.removeprefix("以上").removeprefix("左右")
