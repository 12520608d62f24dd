"""Rebuild ``data/lexicon/place_dictionary.txt`` from the word list of the package jieba (MIT).

The list tells ordinary words from parts of names. Each row is a word, its frequency and a class:
``e`` ends a name (verbs, adverbs, prepositions ...), ``m`` numerals, ``p`` proper names, ``n`` all else.
Run with jieba installed: ``python tools/build_place_dictionary.py``.
"""

from collections.abc import Iterator
from importlib import metadata, resources
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "data" / "lexicon" / "place_dictionary.txt"
HEADER = """# Ordinary words with their frequency and class, by which a name is told from the words around it.
# Made by tools/build_place_dictionary.py from the word list of jieba {version} (MIT, Copyright 2013 Sun Junyi).
"""

LEAST = {1: 100, 2: 40, 3: 40, 4: 40}
LEAST_OF_CLASS = {"p": 30}
EDGE_TAGS = ("v", "d", "p", "c", "r", "u", "y", "ad", "i", "t", "e", "o")
NUMBER_TAGS = ("m", "q")
PROPER_TAGS = ("ns", "nt")
PERSON_TAGS = ("nr", "nrt", "nrfg")
PERSON_LEAST, SHORT_PERSON = 80, 2
IDIOM = 4
# A rare word with such an ending is most often a piece of a name (家村).
NAME_ENDS = "村镇乡寺庙桥湾沟庄河江湖山岭峡关寨堡泉岛屯峪府"
NAME_END_LEAST = 300


def source() -> Iterator[tuple[str, int, str]]:
    """Yield word, frequency and tag of each row of jieba's list."""
    with resources.files("jieba").joinpath("dict.txt").open(encoding="utf-8") as handle:
        for line in handle:
            word, frequency, tag = line.split()
            yield word, int(frequency), tag


def class_of(word: str, tag: str) -> str:
    """Return the class of a word; single characters never count as proper."""
    if tag in NUMBER_TAGS:
        return "m"
    if tag in PROPER_TAGS and len(word) > 1:
        return "p"
    if tag == "i" and len(word) < IDIOM:
        return "n"
    if tag in PERSON_TAGS and len(word) > SHORT_PERSON:
        return "p"
    edge = tag in EDGE_TAGS or tag[0] in "vpcru"
    return "e" if edge and tag not in ("vn", "an") else "n"


def wanted(word: str, frequency: int, tag: str) -> bool:
    """Leave out rare words, long ones and people's names."""
    least = max(LEAST.get(len(word), 10**9), LEAST_OF_CLASS.get(class_of(word, tag), 0))
    if tag in PERSON_TAGS and len(word) > 1:
        least = max(least, PERSON_LEAST)
    if len(word) > 1 and word[-1] in NAME_ENDS and class_of(word, tag) == "n":
        least = max(least, NAME_END_LEAST)
    chinese = all("\u4e00" <= character <= "\u9fff" for character in word)
    return chinese and frequency >= least


def main() -> None:
    """Write the list."""
    kept = sorted((word, frequency, tag) for word, frequency, tag in source() if wanted(word, frequency, tag))
    lines = [f"{word}\t{frequency}\t{class_of(word, tag)}\n" for word, frequency, tag in kept]
    TARGET.write_text(HEADER.format(version=metadata.version("jieba")) + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
