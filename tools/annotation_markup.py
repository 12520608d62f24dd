"""The markup of the annotated articles: take it off, and complete each annotation's row.

What the markup looks like is said in tests/evaluation/README.md. The values of ordinary surfaces ("12.6万吨") are
worked out here by a reader that shares no code with the package, so that a mistake there cannot hide.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from opencc import OpenCC

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
TOKEN = re.compile(r"\[\[|\]\]|\{\{|\}\}|<<[^<>]*>>")
SIMPLIFY = OpenCC("t2s")


class CorpusError(ValueError):
    """The source or the built corpus breaks a rule; the message says which and where."""


@dataclass(frozen=True)
class Marked:
    """A marked span of the plain text, with what its markup says."""

    kind: str
    start: int
    end: int
    args: str
    defaults: str


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
    spans: list[Marked] = field(default_factory=list)
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
            frame = self.stack.pop() if self.stack else Frame("nothing", 0)
            if ord(token[0]) - ord(frame.kind[0]) != 2:  # noqa: PLR2004  "]" and "}" stand two after "[" and "{"
                raise CorpusError(f"{token} closes {frame.kind} near {self.text[-20:]!r}")
            self.spans.append(Marked(frame.kind, frame.start, len(self.text), frame.args, self.defaults))


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


def plain_name(surface: str) -> str:
    """Return the surface in simplified script, half width, without blanks and line breaks."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", SIMPLIFY.convert(surface)))


def small_number(written: str) -> int:
    """Return 1 to 99 from its Chinese or ASCII digits."""
    if written.isdecimal():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return 10 * (DIGITS.index(tens) if tens else bool(ten)) + (DIGITS.index(ones) if ones else 0)


def plain_value(surface: str) -> dict[str, object]:
    """Work out value and unit of an ordinary surface; an empty answer where it is not ordinary."""
    flat = plain_name(surface).replace(",", "")
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


LEVEL = ("metric", "value", "value_to", "unit", "normalized", "base_unit")
SENSE = ("comparison", "qualifier", "period", "status", "place", "theme")
NULLABLE = ("comparison", "qualifier", "period")
FLAGS = ("borderline", "optional", "note")


def indicator(surface: str, said: dict[str, object]) -> dict[str, object]:
    """Complete one indicator's row: value, unit, normal value, in the order of the gold files."""
    row: dict[str, object] = {**dict.fromkeys(NULLABLE), "status": "actual", **plain_value(surface), **said}
    if "value" not in row:
        raise CorpusError(f"{surface!r} needs v= and u=")
    factor, base = multiply_out(str(row["unit"]))
    sign = -1.0 if row.pop("decline", False) else 1.0
    row.setdefault("base_unit", base)
    row.setdefault("normalized", sign * float(Decimal(str(row["value"])) * factor))
    return {key: row[key] for key in LEVEL + SENSE + FLAGS if key in row}


def indicator_rows(surface: str, args: str, defaults: str, last: list[str]) -> Iterator[dict[str, object]]:
    """Yield the rows written in one ``{{...}}``; ``=`` repeats the metric and theme of the row before."""
    for text in args.split(";;"):
        parts = text.split("|")
        if parts[0] == "=":
            parts[:1] = last
        last[:] = parts[:2]
        said = options(defaults.split()) | options(parts[2:])
        yield indicator(surface, {"metric": parts[0], "theme": THEMES[parts[1]], **said})
