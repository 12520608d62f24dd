"""Build the evaluation corpus from its annotated source, and check it.

check_annotations.py            write articles/ and gold/ of the parts from source/, then check them
check_annotations.py --check    write nothing; fail where the files differ from what the source says
"""

import argparse
import csv
import io
import itertools
import json
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotation_markup import CorpusError, indicator_rows, options, plain_name, strip_markup, wrap

ROOT = Path(__file__).resolve().parent.parent / "tests" / "evaluation"
PARTS = ("dev", "test", "blind", "fresh", "heldout")
Row = dict[str, object]
LINES = {"river", "highway", "railway", "road"}
POINTS = {"enterprise", "museum", "school", "hospital", "airport", "village", "township"}
AREAS = {
    "province",
    "prefecture",
    "county",
    "scenic_area",
    "industrial_park",
    "lake",
    "reservoir",
    "mountain",
}
AREAS |= {"basin", "park", "wetland", "reserve", "project", "region", "other"}
PERIOD = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?|P\d+[YM]")
COMPARISON = re.compile(r"yoy|annual_average|cumulative_change|vs_(\d{4}|[a-z]+)")


@dataclass(frozen=True)
class Built:
    """One article with its annotations, as rows ready to be written."""

    stem: str
    header: Mapping[str, str]
    text: str
    mentions: list[Row]
    indicators: list[Row]


def build_article(path: Path, names: Mapping[str, list[str]]) -> Built:
    """Read one source file.

    Raises
    ------
    CorpusError
        The markup is broken, or a name belongs to no place or to several.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    draft = strip_markup(body)
    text, moved = wrap(draft.text, int(header.get("wrap", "0")))
    mentions: list[Row] = []
    indicators: list[Row] = []
    last = ["", ""]
    for span in draft.spans:
        start, end = moved[span.start], moved[span.end - 1] + 1
        surface = text[start:end]
        where: Row = {"article": path.stem, "start": start, "end": end, "surface": surface}
        if span.kind == "[[":
            place, *flags = span.args.split("|")
            place = place or only(names, plain_name(surface), path.stem)
            mentions.append({**where, "place": place, **options(flags)})
        else:
            defaults = f"@{header['about']} {span.defaults}"
            indicators += [{**where, **row} for row in indicator_rows(surface, span.args, defaults, last)]
    return Built(path.stem, header, text, sorted(mentions, key=by_place), sorted(indicators, key=by_place))


def by_place(row: Row) -> tuple[int, int]:
    """Return what orders rows: where they begin and end."""
    return int(str(row["start"])), int(str(row["end"]))


def only(names: Mapping[str, list[str]], name: str, stem: str) -> str:
    """Return the one place of that name."""
    found = names.get(name, [])
    if len(found) != 1:
        raise CorpusError(f"{stem}: {name!r} names {found or 'no place'} in places.csv; say which")
    return found[0]


def read_places() -> dict[str, Row]:
    """Return the rows of ``source/places.csv`` by id, in the form of the gold files."""
    with (ROOT / "source" / "places.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    places: dict[str, Row] = {}
    for row in rows:
        if row["kind"] not in LINES | POINTS | AREAS or row["id"] in places:
            raise CorpusError(f"places.csv: {row['id']} has an unknown kind or comes twice")
        numbers = {key: float(row[key]) if row[key] else None for key in ("lon", "lat", "tolerance_km")}
        shape = "line" if row["kind"] in LINES else "point" if row["kind"] in POINTS else "area"
        aliases = row["aliases"].split(";") if row["aliases"] else []
        places[row["id"]] = {
            "id": row["id"],
            "name": row["name"],
            "aliases": aliases,
            "kind": row["kind"],
            "geometry": shape,
            **numbers,
            **{key: row[key] for key in ("within", "confidence", "source")},
        }
    return places


def name_index(places: Mapping[str, Row]) -> dict[str, list[str]]:
    """Return the ids of the places by every name they go by."""
    index: dict[str, list[str]] = {}
    for key, place in places.items():
        for name in {str(place["name"]), *map(str, place["aliases"])}:  # type: ignore[call-overload]
            index.setdefault(name, []).append(key)
    return index


def check(built: Built, places: Mapping[str, object]) -> None:
    """Fail where an annotation breaks a rule of the format.

    Raises
    ------
    CorpusError
        With the article, the surface and the rule.
    """
    for row in [*built.mentions, *built.indicators]:
        start, end = by_place(row)
        here = f"{built.stem} {row['surface']!r} at {start}"
        if built.text[start:end] != row["surface"] or row["surface"] != str(row["surface"]).strip():
            raise CorpusError(f"{here}: the surface is not what stands there, or has blanks around it")
        if row["place"] not in places:
            raise CorpusError(f"{here}: {row['place']} is not in places.csv")
        for key, form in (("period", PERIOD), ("comparison", COMPARISON)):
            if row.get(key) is not None and not form.fullmatch(str(row[key])):
                raise CorpusError(f"{here}: {key} {row[key]!r} has not the form asked for")
    spans = [by_place(row) for row in built.mentions]
    if any(later[0] < earlier[1] for earlier, later in itertools.pairwise(spans)):
        raise CorpusError(f"{built.stem}: two mentions overlap")


def lines(rows: list[Row]) -> str:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def index_table(part: list[Built], places: Mapping[str, Row]) -> str:
    """Return ``articles/index.csv``."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["article", "title", "publisher", "published", "about", "script"])
    for built in part:
        head = built.header
        place = places[head["about"]]["name"]
        table.writerow(
            [built.stem, head["title"], head["publisher"], head["published"], place, head["script"]]
        )
    return out.getvalue()


def build_part(part: str, places: dict[str, Row]) -> dict[Path, str]:
    """Return every file of a part by its path."""
    names = name_index(places)
    built = [build_article(path, names) for path in sorted((ROOT / "source" / part).glob("*.txt"))]
    for article in built:
        check(article, places)
    mentions = [row for article in built for row in article.mentions]
    indicators = [row for article in built for row in article.indicators]
    used = {row["place"] for row in [*mentions, *indicators]}
    dates = [{"article": item.stem, "as_of": item.header["published"][:7]} for item in built]
    gold = ROOT / part / "gold"
    return {ROOT / part / "articles" / f"{item.stem}.txt": item.text for item in built} | {
        ROOT / part / "articles" / "index.csv": index_table(built, places),
        gold / "articles.jsonl": lines([dict(row) for row in dates]),
        gold / "mentions.jsonl": lines(mentions),
        gold / "places.jsonl": lines([place for key, place in places.items() if key in used]),
        gold / "indicators.jsonl": lines(indicators),
    }


def write(files: Mapping[Path, str]) -> None:
    """Write the files, and remove articles whose source is gone."""
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    for folder in {path.parent for path in files}:
        for stray in set(folder.iterdir()) - set(files):
            stray.unlink()


def compare(files: Mapping[Path, str]) -> None:
    """Fail where a file on disk is not what the source says."""
    for path, text in files.items():
        if not path.is_file() or path.read_bytes() != text.encode():
            raise CorpusError(
                f"{path.relative_to(ROOT)} differs from its source; run this tool without --check"
            )


def main() -> None:
    """Build or check the parts and print how much there is."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument(
        "--check", action="store_true", help="write nothing, fail where files differ from the source"
    )
    only_check = cli.parse_args().check
    try:
        places = read_places()
        for part in PARTS:
            files = build_part(part, places)
            (compare if only_check else write)(files)
            counts = ", ".join(
                f"{text.count(chr(10))} {path.stem}"
                for path, text in files.items()
                if path.suffix == ".jsonl"
            )
            print(f"{part}: {counts}")
    except CorpusError as error:
        sys.exit(f"check_annotations: {error}")


if __name__ == "__main__":
    main()
