#!/usr/bin/env python3
"""Build data/gazetteer/admin_names_latin.csv: the names of China's divisions in Latin letters.

    pip install pypinyin==0.55.0 && build_admin_names.py

Pinyin of the name by PyPI pypinyin (MIT), corrected by tools/china/latin_names.txt: forms of other languages, English
usage, and readings that place names have for themselves.
"""

import csv
from pathlib import Path

from pypinyin import lazy_pinyin

from geo.gazetteer.divisions import Unit, read_units
from geo.model import PlaceKind
from geo.settings import data_dir

OUT = data_dir() / "gazetteer" / "admin_names_latin.csv"
FORMS = Path(__file__).parent / "china" / "latin_names.txt"
# What an ending is in English; the longest that fits counts.
ENDINGS = (
    ("特别行政区", ""), ("自治区", ""), ("自治州", "Autonomous Prefecture"), ("自治县", "Autonomous County"),
    ("自治旗", "Autonomous Banner"), ("特区", "Special District"),
    ("新区", "New Area"), ("矿区", "Mining District"), ("地区", "Prefecture"), ("盟", "League"), ("旗", "Banner"),
    ("县", "County"), ("区", "District"), ("省", ""), ("市", ""),
)  # fmt: skip
SHORTEST_STEM, SHORTEST_PREFIX = 2, 3
HONG_KONG = "81"  # whose districts are called by the points of the compass


def forms() -> dict[str, str]:
    """Return the Latin forms and readings that the table decides."""
    lines = FORMS.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def parts(unit: Unit) -> tuple[str, str]:
    """Return a name without its ending and peoples, and the ending in English; one character keeps a district's."""
    name = unit.place.name
    fitting = [pair for pair in ENDINGS if name.endswith(pair[0])]
    whole = [pair for pair in fitting if len(name) - len(pair[0]) >= SHORTEST_STEM]
    ending, english = next(iter(whole or fitting), ("", ""))
    bare = name.removesuffix(ending)
    if ending.startswith("自治") or unit.place.kind is PlaceKind.PROVINCE:
        shorter = [alias for alias in unit.place.aliases if name.startswith(alias)]
        bare = min(shorter, key=len, default=bare)
    if len(bare) < SHORTEST_STEM and ending.endswith("区") and unit.place.adcode[:2] != HONG_KONG:
        return name, ""
    return bare, english


def spelled(text: str, known: dict[str, str]) -> str:
    """Return pinyin as one word, with an apostrophe before a vowel that begins a syllable."""
    read = lazy_pinyin(text, v_to_u=True)
    syllables = [known.get(character, one) for character, one in zip(text, read, strict=True)]
    rest = "".join(("'" if one[0] in "aeo" else "") + one for one in syllables[1:])
    return (syllables[0] + rest).capitalize()


def latin(unit: Unit, known: dict[str, str]) -> tuple[str, str]:
    """Return a division's name in Latin letters and where it is from."""
    bare, ending = parts(unit)
    form = (
        known.get(unit.place.adcode)
        or known.get(unit.place.name)
        or (known.get(bare) if len(bare) > 1 else None)
    )
    prefix = next((bare[:n] for n in range(len(bare) - 1, SHORTEST_PREFIX - 1, -1) if bare[:n] in known), "")
    words = form or (
        f"{known[prefix]} {spelled(bare[len(prefix) :], known)}" if prefix else spelled(bare, known)
    )
    ending = "" if unit.place.kind is PlaceKind.PROVINCE else ending
    return f"{words} {ending}".strip(), "usage" if form or prefix else "pinyin"


def main() -> None:
    """Write the table, in the order of adcodes."""
    known = forms()
    units = sorted(read_units(), key=lambda unit: unit.place.adcode)
    with OUT.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(("adcode", "name", "latin", "source"))
        writer.writerows((unit.place.adcode, unit.place.name, *latin(unit, known)) for unit in units)


if __name__ == "__main__":
    main()
