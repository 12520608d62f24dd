#!/usr/bin/env python3
"""Print the table of accuracy for README.md: each part of the evaluation corpus, read and compared."""

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
SCORES = {
    "places, exact span (F1)": "mentions_exact",
    "places, overlapping span (F1)": "mentions_overlap",
    "indicators: span and value (F1)": "indicators",
    "whole records (F1)": "record",
}
SURE = 0.9


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
    rows = {name: getattr(result, score).f1 for name, score in SCORES.items()}
    rows["provinces, prefectures, counties put right"] = located
    rows["all other places put right"] = result.named_resolution or 0.0
    rows[f"right, of the places stated with {SURE} and more"] = sum(b.right for b in sure) / sum(
        b.count for b in sure
    )
    return rows | {f"attribute: {name}": share or 0.0 for name, share in result.attributes.items()}


def main() -> None:
    """Print the table; real articles come first."""
    reader = open_reader(open_gazetteer())
    columns, heads = [], []
    for name, gold_folder, articles in sets():
        gold, atlas = read_gold(gold_folder), atlas_of(articles, reader)
        result = evaluate(gold, atlas)
        heads.append(
            f"{name} ({result.articles} articles, {result.mentions_exact.gold} names, {result.indicators.gold} figures)"
        )
        columns.append(cells(result, gold, atlas))
    print("| | " + " | ".join(heads) + " |\n|" + " --- |" + " ---: |" * len(heads))
    for row in columns[0]:
        print(f"| {row} | " + " | ".join(f"{column[row]:.3f}" for column in columns) + " |")


if __name__ == "__main__":
    main()
