"""Build the evaluation corpus from its annotated source, and check it.

    check_annotations.py            write articles/ and gold/ of both halves from source/, then check them
    check_annotations.py --check    write nothing; fail where the files differ from what the source says

The markup is described in tests/evaluation/README.md. The values of plain surfaces ("12.6万吨") are worked out here,
by a reader that shares no code with the package, so that a mistake there cannot hide; all else is said in the source.
"""

import argparse
import csv
import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from opencc import OpenCC

ROOT = Path(__file__).resolve().parent.parent / "tests" / "evaluation"
HALVES = ("dev", "test")
THEMES = {
    "eco": "ecology",
    "tou": "tourism",
    "ind": "industry",
    "ene": "energy",
    "tra": "transport",
    "agr": "agriculture_rural",
    "urb": "urban",
    "liv": "livelihood",
    "edu": "education_science",
    "opn": "openness_reform",
    "ecn": "economy",
    "cul": "culture",
}
STATUSES = {"a": "actual", "p": "planned", "t": "target"}
QUALIFIERS = {">": "at_least", "<": "at_most", "~": "approx", "-": None}
LINES = {"river", "highway", "railway", "road"}
POINTS = {"enterprise", "museum", "school", "hospital", "airport", "village", "township"}
AREAS = set(
    ["province", "prefecture", "county", "scenic_area", "industrial_park", "lake", "reservoir", "mountain", "basin", "park", "wetland", "reserve", "project", "region", "other"]
)
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
BASES = {
    "名": ("人", Decimal(1)),
    "位": ("人", Decimal(1)),
    "大": ("个", Decimal(1)),
    "个百分点": ("百分点", Decimal(1)),
    "里": ("公里", Decimal("0.5")),
    "成": ("%", Decimal(10)),
    "GW": ("千瓦", Decimal(10**6)),
    "兆瓦": ("千瓦", Decimal(1000)),
}
DIGITS = "零一二三四五六七八九"
PERIOD = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?|P\d+[YM]")
COMPARISON = re.compile(r"yoy|annual_average|cumulative_change|vs_(\d{4}|[a-z]+)")
TOKEN = re.compile(r"\[\[|\]\]|\{\{|\}\}|<<[^<>]*>>")
SIMPLIFY = OpenCC("t2s")


class CorpusError(ValueError):
    """The source or the built corpus breaks a rule; the message says which and where."""


@dataclass(frozen=True)
class Built:
    """One article with its annotations, as rows ready to be written."""

    stem: str
    header: Mapping[str, str]
    text: str
    mentions: list[dict[str, object]]
    indicators: list[dict[str, object]]


@dataclass
class Frame:
    """An opened bracket: where its surface begins, and what follows the first bar."""

    kind: str
    start: int
    args: str = ""
    barred: bool = False


@dataclass
class Draft:
    """An article while its markup is taken off."""

    text: str = ""
    stack: list[Frame] = field(default_factory=list)
    spans: list[tuple[str, int, int, str, str]] = field(default_factory=list)
    defaults: str = ""

    def take(self, chunk: str) -> None:
        """Add plain text, or the arguments of the innermost bracket."""
        if not self.stack:
            self.text += chunk
            return
        frame = self.stack[-1]
        if not frame.barred:
            before, bar, chunk = chunk.partition("|")
            self.text += before
            frame.barred = bool(bar)
        frame.args += chunk

    def token(self, token: str) -> None:
        """Open or close a bracket, or change what holds from here on."""
        if token.startswith("<<"):
            self.defaults = token[2:-2]
        elif token in ("[[", "{{"):
            self.stack.append(Frame(token, len(self.text)))
        else:
            frame = self.stack.pop()
            if ord(token[0]) - ord(frame.kind[0]) != 2:  # noqa: PLR2004  "]" and "}" stand two after "[" and "{"
                raise CorpusError(f"{token} closes {frame.kind} near {self.text[-20:]!r}")
            self.spans.append((frame.kind, frame.start, len(self.text), frame.args, self.defaults))


def strip_markup(body: str) -> Draft:
    """Return the text without markup, and the spans that were marked."""
    draft, at = Draft(), 0
    for found in TOKEN.finditer(body):
        draft.take(body[at : found.start()])
        draft.token(found.group())
        at = found.end()
    draft.take(body[at:])
    if draft.stack:
        raise CorpusError(f"an opened {draft.stack[-1].kind} is never closed")
    return draft


def wrap(text: str, width: int) -> tuple[str, list[int]]:
    """Break lines after ``width`` characters, never inside a number; also say where each character went."""
    out, moved, column = "", [], 0
    for at, char in enumerate(text):
        digits = char in "0123456789.%" and at > 0 and text[at - 1] in "0123456789."
        if width and column >= width and char != "\n" and not digits:
            out, column = out + "\n", 0
        moved.append(len(out))
        out += char
        column = 0 if char == "\n" else column + 1
    return out, moved


def small_number(written: str) -> int:
    """Return 1 to 99 from its Chinese or ASCII digits."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return 10 * (DIGITS.index(tens) if tens else bool(ten)) + (DIGITS.index(ones) if ones else 0)


def plain_value(surface: str) -> dict[str, object]:
    """Work out value and unit of an ordinary surface; an empty answer where it is not ordinary."""
    flat = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", SIMPLIFY.convert(surface)))
    rank = re.fullmatch(r"第([一二三四五六七八九十\d]+)[位名]?", flat)
    if rank:
        return {"value": float(small_number(rank[1])), "unit": "位", "base_unit": "位"}
    if flat == "首位":
        return {"value": 1.0, "unit": "位", "base_unit": "位"}
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([多余来]?)([百千万亿]*)([多余来]?)(\D*)", flat)
    if found is None:
        return {}
    fuzzy = {"qualifier": "approx"} if found[2] or found[4] else {}
    return {"value": float(found[1]), "unit": found[3] + found[5], **fuzzy}


def multiply_out(unit: str) -> tuple[Decimal, str]:
    """Return the factor to the base unit, and the base unit."""
    factor = Decimal(1)
    while unit and unit[0] in POWERS and not unit.startswith("千瓦"):
        factor, unit = factor * POWERS[unit[0]], unit[1:]
    base, further = BASES.get(unit, (unit, Decimal(1)))
    return factor * further, base


KEYS = {
    "p": "period",
    "v": "value",
    "to": "value_to",
    "u": "unit",
    "n": "normalized",
    "b": "base_unit",
    "note": "note",
}


def read_option(option: str) -> dict[str, object]:
    """Return what one option says of a row."""
    key, equals, value = option.partition("=")
    if option.startswith("@"):
        return {"place": option[1:]}
    if not equals:
        return {{"?": "borderline", "opt": "optional", "org": "in_org"}[option]: True}
    if key == "q":
        return {"qualifier": QUALIFIERS[value]}
    if key == "s":
        return {"status": STATUSES[value]}
    if key == "c":
        return {"comparison": value.rstrip("-"), "decline": value.endswith("-")}
    number = key in ("v", "to", "n")
    return {KEYS[key]: (float(value) if number else (value if value != "-" else None))}


def options(texts: list[str]) -> dict[str, object]:
    """Return what several options say together; a later one wins."""
    said: dict[str, object] = {}
    for text in texts:
        if text:
            said |= read_option(text)
    return said


ORDER = (
    ["metric", "value", "value_to", "unit", "normalized", "base_unit", "comparison", "qualifier", "period", "status", "place", "theme"]
)
NULLABLE = ("comparison", "qualifier", "period")


def indicator(surface: str, said: dict[str, object]) -> dict[str, object]:
    """Complete one indicator's row: value, unit, normal value, in the order of the gold files."""
    row: dict[str, object] = {**dict.fromkeys(NULLABLE), "status": "actual", **plain_value(surface), **said}
    if "value" not in row:
        raise CorpusError(f"{surface!r} needs v= and u=")
    factor, base = multiply_out(str(row["unit"]))
    sign = -1.0 if row.pop("decline", False) else 1.0
    row.setdefault("base_unit", base)
    row.setdefault("normalized", sign * float(Decimal(str(row["value"])) * factor))
    flags = {key: row[key] for key in ("borderline", "optional", "note") if key in row}
    return {key: row[key] for key in ORDER if key in row} | flags


def indicator_rows(surface: str, args: str, defaults: str, last: list[str]) -> Iterator[dict[str, object]]:
    """Yield the rows written in one ``{{...}}``; ``=`` repeats the metric and theme of the row before."""
    for text in args.split(";;"):
        parts = text.split("|")
        if parts[0] == "=":
            parts[:1] = last
        last[:] = parts[:2]
        said = options(defaults.split()) | options(parts[2:])
        yield indicator(surface, {"metric": parts[0], "theme": THEMES[parts[1]], **said})


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
    mentions: list[dict[str, object]] = []
    indicators: list[dict[str, object]] = []
    last = ["", ""]
    for kind, start, end, args, defaults in draft.spans:
        begin, stop = moved[start], moved[end - 1] + 1
        where = {"article": path.stem, "start": begin, "end": stop, "surface": text[begin:stop]}
        if kind == "[[":
            place, *flags = args.split("|")
            flat = SIMPLIFY.convert(re.sub(r"\s", "", unicodedata.normalize("NFKC", where["surface"])))
            mentions.append({**where, "place": place or only(names, flat, path.stem), **options(flags)})
        else:
            rows = indicator_rows(str(where["surface"]), args, f"@{header['about']} {defaults}", last)
            indicators += [{**where, **row} for row in rows]
    for rows in (mentions, indicators):
        rows.sort(key=lambda row: (row["start"], row["end"]))
    return Built(path.stem, header, text, mentions, indicators)


def only(names: Mapping[str, list[str]], name: str, stem: str) -> str:
    """Return the one place of that name."""
    found = names.get(name, [])
    if len(found) != 1:
        raise CorpusError(f"{stem}: {name!r} names {found or 'no place'} in places.csv; say which")
    return found[0]


def read_places() -> dict[str, dict[str, object]]:
    """Return the rows of ``source/places.csv`` by id, in the form of the gold files."""
    with (ROOT / "source" / "places.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    places: dict[str, dict[str, object]] = {}
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
                "geometry": shape
            ,
            **numbers,
            **{key: row[key] for key in ("within", "confidence", "source")},
        }
    return places


def name_index(places: Mapping[str, dict[str, object]]) -> dict[str, list[str]]:
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
        start, end = int(str(row["start"])), int(str(row["end"]))
        here = f"{built.stem} {row['surface']!r} at {start}"
        if built.text[start:end] != row["surface"] or row["surface"] != str(row["surface"]).strip():
            raise CorpusError(f"{here}: the surface is not what stands there, or has blanks around it")
        if row["place"] not in places:
            raise CorpusError(f"{here}: {row['place']} is not in places.csv")
        for key, form in (("period", PERIOD), ("comparison", COMPARISON)):
            if row.get(key) is not None and not form.fullmatch(str(row[key])):
                raise CorpusError(f"{here}: {key} {row[key]!r} has not the form asked for")
    ends = [(int(str(row["start"])), int(str(row["end"]))) for row in built.mentions]
    if any(later[0] < earlier[1] for earlier, later in zip(ends, ends[1:], strict=False)):
        raise CorpusError(f"{built.stem}: two mentions overlap")


def lines(rows: list[dict[str, object]]) -> str:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def index_table(half: list[Built], places: Mapping[str, dict[str, object]]) -> str:
    """Return ``articles/index.csv``."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["article", "title", "publisher", "published", "about", "script"])
    for built in half:
        head = built.header
        table.writerow(
            [built.stem, head["title"], head["publisher"], head["published"]]
            + [places[head["about"]]["name"], head["script"]]
        )
    return out.getvalue()


def build_half(half: str, places: dict[str, dict[str, object]]) -> dict[Path, str]:
    """Return every file of a half by its path."""
    names = name_index(places)
    built = [build_article(path, names) for path in sorted((ROOT / "source" / half).glob("*.txt"))]
    for article in built:
        check(article, places)
    mentions = [row for article in built for row in article.mentions]
    indicators = [row for article in built for row in article.indicators]
    used = {row["place"] for row in [*mentions, *indicators]}
    dates = [{"article": item.stem, "as_of": item.header["published"][:7]} for item in built]
    gold = ROOT / half / "gold"
    return {ROOT / half / "articles" / f"{item.stem}.txt": item.text for item in built} | {
        ROOT / half / "articles" / "index.csv": index_table(built, places),
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
    """Build or check both halves and print how much there is."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument(
        "--check", action="store_true", help="write nothing, fail where files differ from the source"
    )
    only_check = cli.parse_args().check
    try:
        places = read_places()
        for half in HALVES:
            files = build_half(half, places)
            (compare if only_check else write)(files)
            counts = ", ".join(
                f"{text.count(chr(10))} {path.stem}"
                for path, text in files.items()
                if path.suffix == ".jsonl"
            )
            print(f"{half}: {counts}")
    except CorpusError as error:
        sys.exit(f"check_annotations: {error}")


if __name__ == "__main__":
    main()
