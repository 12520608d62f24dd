#!/usr/bin/env python3
"""Compare the speed of reading with jieba.posseg and cpca on the same text in one run.

    bench_reading.py [ARTICLES] [--out docs/benchmarks-reading.md]

Needs `pip install --group bench`. Prints a Markdown table: characters a second (median of 5), the ratio to
jieba.posseg, how time grows from 1 KB to 10 MB, and the peak memory of reading the largest.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from geo.articles import open_articles
from geo.errors import InputError
from geo.gazetteer import open_gazetteer
from geo.model import Article
from geo.reading import open_reader, read_article
from geo.settings import data_dir

ROUNDS = 5
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
MEGABYTE = 1024


def seconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of an action after one unmeasured call."""
    action()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def rivals(text: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield each other engine with what it does to the text."""
    import cpca  # noqa: PLC0415  only the comparison needs them
    import jieba.posseg  # noqa: PLC0415  the same

    yield "jieba.posseg (part-of-speech tags only)", lambda: list(jieba.posseg.cut(text))
    lines = [line for line in text.splitlines() if line.strip()]
    yield "cpca (province, city, county of each line)", lambda: cpca.transform(lines)


def main() -> None:
    """Print the tables."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("articles", type=Path, nargs="?", default=data_dir() / "samples")
    args = cli.parse_args()
    found = [article for article in open_articles(args.articles) if not isinstance(article, InputError)]
    reader = open_reader(open_gazetteer())
    text = "\n".join(article.text for article in found)
    jintu = seconds(lambda: [read_article(article, reader) for article in found])
    print(f"{len(found)} articles, {len(text)} characters, Python {sys.version.split()[0]}, one core\n")
    print("| engine | characters/s | of jieba.posseg |\n| --- | ---: | ---: |")
    times = {"Jintu (places, resolution, indicators)": jintu}
    times |= {name: seconds(action) for name, action in rivals(text)}
    base = next(taken for name, taken in times.items() if name.startswith("jieba"))
    for name, taken in times.items():
        print(f"| {name} | {len(text) / taken:,.0f} | {base / taken:.1f} |")
    print("\n| characters | s | characters/s |\n| ---: | ---: | ---: |")
    for size in SIZES:
        article = Article("long", (text * (size // len(text) + 1))[:size])
        start = time.perf_counter()
        read_article(article, reader)
        taken = time.perf_counter() - start
        print(f"| {size:,} | {taken:.3f} | {size / taken:,.0f} |")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    print(f"\nPeak memory: {peak:,.0f} MB (jieba and cpca loaded in the same process).")


if __name__ == "__main__":
    main()
