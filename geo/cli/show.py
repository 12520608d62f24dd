"""Findings as tables for the terminal; what comes from an article can't move the cursor or colour the screen."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from geo.evaluation import Band, Evaluation, Score
from geo.gazetteer.lookup import Found
from geo.model import Indicator, Place, Reading

# Wide enough for a row when the output goes to a file or a pipe.
_WIDTH_OF_A_FILE = 240


def console() -> Console:
    """Return the console for standard output."""
    out = Console(highlight=False)
    return out if out.is_terminal else Console(highlight=False, width=_WIDTH_OF_A_FILE)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Return a table of plain text."""
    made = Table(*columns, title=Text(title), title_justify="left", box=box.SIMPLE_HEAD)
    for row in rows:
        made.add_row(*(plain(cell) for cell in row))
    return made


def plain(cell: object) -> Text:
    """Return a cell as text without markup or control characters."""
    return Text("".join(each if each.isprintable() else " " for each in str(cell)))


def number(value: float | None, decimals: int) -> str:
    """Return a number with so many decimals; nothing for None."""
    return "" if value is None else f"{value:.{decimals}f}"


def reading_tables(reading: Reading) -> Iterable[Table]:
    """Return the places and the indicators of one article."""
    names = {place.id: place.name for place in reading.places}
    counts = {place.id: 0 for place in reading.places}
    for resolution in reading.resolutions:
        counts[resolution.place.id] += 1
    yield table(
        f"{len(reading.places)} places",
        ("place", "kind", "where", "lon", "lat", "precision", "mentions"),
        ([*_place_cells(place), counts[place.id]] for place in reading.places),
    )
    yield table(
        f"{len(reading.indicators)} indicators",
        ("place", "metric", "figure", "comparison", "period", "status", "theme"),
        (_indicator_cells(each, names) for each in reading.indicators),
    )


def _place_cells(place: Place) -> list[object]:
    where = "/".join(place.admin)
    return [place.name, place.kind, where, number(place.lon, 4), number(place.lat, 4), place.precision]


def _indicator_cells(each: Indicator, names: dict[str, str]) -> list[object]:
    place = names.get(each.place_id, "")
    return [place, each.metric, each.surface, each.comparison, each.period, each.status, each.theme]


def found_table(name: str, found: Sequence[Found]) -> Table:
    """Return the places of one name."""
    return table(
        f"{name}: {len(found)}",
        ("place", "kind", "where", "lon", "lat", "precision", "uncertainty_m", "source", "why"),
        (
            [*_place_cells(each.place), number(each.place.uncertainty_m, 0), each.place.source, each.why]
            for each in found
        ),
    )


def evaluation_tables(result: Evaluation) -> Iterable[Table]:
    """Return the figures of an evaluation: overall, by attribute, by kind of place, by theme."""
    scores = ("mentions_exact", "mentions_overlap", "indicators", "record")
    yield table(
        f"{result.articles} articles",
        ("", "precision", "recall", "F1", "predicted", "gold"),
        ([name, *_score_cells(getattr(result, name))] for name in scores),
    )
    shares = {
        "resolution": result.resolution,
        "named_resolution": result.named_resolution,
        **result.attributes,
    }
    yield table("shares", ("", "right"), ([name, number(share, 3)] for name, share in shares.items()))
    columns = ("gold", "exact", "overlap", "locatable", "located")
    yield _count_table("kinds of place", columns, result.kinds)
    yield _count_table("themes", ("gold", "found", "record"), result.themes)


def reliability_table(bands: Iterable[Band]) -> Table:
    """Return how many of the located names of each band of scores are right."""
    columns = ("score", "names", "mean score", "right")
    rows = (
        [
            f"{band.low:.1f} to {band.high:.1f}",
            band.count,
            number(band.mean_score, 3),
            number(band.share_right, 3),
        ]
        for band in bands
        if band.count
    )
    return table("how far the scores of places hold", columns, rows)


def _score_cells(score: Score) -> list[object]:
    shares = (score.precision, score.recall, score.f1)
    return [*(number(share, 3) for share in shares), score.predicted, score.gold]


def _count_table(title: str, columns: Sequence[str], counts: Mapping[str, Counter[str]]) -> Table:
    rows = ([name, *(count[column] for column in columns)] for name, count in sorted(counts.items()))
    return table(title, ("", *columns), rows)
