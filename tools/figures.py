#!/usr/bin/env python3
"""Print the table of accuracy for README.md, and write it to data/accuracy: each annotated set, read and compared."""

import csv
from collections.abc import Iterator
from pathlib import Path

from geo.articles import open_articles
from geo.atlas import Atlas, build_atlas
from geo.errors import InputError
from geo.evaluation import Evaluation, Gold, evaluate, read_gold, reliability
from geo.gazetteer import open_gazetteer
from geo.model import ADMIN_KINDS
from geo.reading import Reader, open_reader, read_article

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "evaluation"
SHARED = ROOT.parent / "shared"
PARTS = ("dev", "test", "fresh", "blind", "heldout")
SCORES = ("mentions_exact", "mentions_overlap", "indicators", "record")
SURE = 0.9
LABELS = {
    "mentions_exact": "places, exact span (F1)",
    "mentions_overlap": "places, overlapping span (F1)",
    "indicators": "indicators: span and value (F1)",
    "record": "whole records (F1)",
    "divisions": "provinces, prefectures, counties put right",
    "features": "all other places put right",
    "sure": f"right, of the places stated with {SURE} and more",
}
MEASURED = ROOT / "data" / "accuracy" / "measured.csv"


def sets() -> Iterator[tuple[str, Path, Path]]:
    """Yield name, annotations and articles of each set; real articles only where their texts are at hand."""
    if (SHARED / "articles").is_dir():
        yield "gold", SHARED / "gold", SHARED / "articles"
        yield "real", CORPUS / "real" / "gold", SHARED / "articles"
    for part in PARTS:
        yield part, CORPUS / part / "gold", CORPUS / part / "articles"


def atlas_of(articles: Path, reader: Reader) -> Atlas:
    """Read a folder."""
    opened = [each for each in open_articles(articles) if not isinstance(each, InputError)]
    return build_atlas([read_article(each, reader) for each in opened], reader.gazetteer)


def cells(result: Evaluation, gold: Gold, atlas: Atlas) -> dict[str, float]:
    """Return the rows of the table for one set."""
    admin = [count for kind, count in result.kinds.items() if kind in ADMIN_KINDS]
    located = sum(count["located"] for count in admin) / sum(count["locatable"] for count in admin)
    sure = [band for band in reliability(gold, atlas) if band.low >= SURE]
    rows = {score: getattr(result, score).f1 for score in SCORES}
    rows["divisions"] = located
    rows["features"] = result.named_resolution or 0.0
    rows["sure"] = sum(band.right for band in sure) / sum(band.count for band in sure)
    return rows | {f"attribute: {name}": share or 0.0 for name, share in result.attributes.items()}


def main() -> None:
    """Print the table, real articles first; write it too where those are at hand."""
    reader = open_reader(open_gazetteer())
    columns, heads = {}, []
    for name, gold_folder, articles in sets():
        gold, atlas = read_gold(gold_folder), atlas_of(articles, reader)
        result = evaluate(gold, atlas)
        heads.append(
            f"{name} ({result.articles} articles, {result.mentions_exact.gold} names, {result.indicators.gold} figures)"
        )
        columns[name] = cells(result, gold, atlas)
    rows = {
        row: [f"{column[row]:.3f}" for column in columns.values()] for row in next(iter(columns.values()))
    }
    print("| | " + " | ".join(heads) + " |\n|" + " --- |" + " ---: |" * len(heads))
    for row, shares in rows.items():
        print(f"| {LABELS.get(row, row)} | " + " | ".join(shares) + " |")
    if "gold" in columns:
        write(list(columns), rows)


def write(names: list[str], rows: dict[str, list[str]]) -> None:
    """Write the table for the application's page about the data."""
    with MEASURED.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["measure", *names])
        out.writerows([row, *shares] for row, shares in rows.items())


if __name__ == "__main__":
    main()
