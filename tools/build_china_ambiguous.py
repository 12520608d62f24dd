"""Build ``data/lexicon/ambiguous_admin.txt``: short names of units that also mean something else.

Three rules give the candidates, from the frequencies and tags of jieba's dictionary (``dict.txt``, MIT): the short
name is a frequent word that is not tagged as a proper name; it is likelier to arise where two other words meet
than as a word of its own; several units share it. ``tools/china/ambiguous_review.txt`` holds what reading them
by eye changed.

    python tools/build_china_ambiguous.py DICT_TXT
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from build_china_common import ROOT, Units, stem, table

TARGET = ROOT / "data" / "lexicon" / "ambiguous_admin.txt"
HEAD = "# Short names of counties and prefectures that also mean something else: the text around has to support them.\n"
_PROPER = ("ns", "nr", "nz", "nt")
_FREQUENT = 200
_MEETINGS = 300
_SHARED = 3
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Frequencies and tags of words, and how often a word begins or ends with a character."""

    frequency: dict[str, int]
    tag: dict[str, str]
    begins: Counter[str]
    ends: Counter[str]

    def is_common_word(self, text: str) -> bool:
        """Tell whether the text is a frequent word and no proper name."""
        proper = self.tag.get(text, "ns").startswith(_PROPER)
        return not proper and self.frequency[text] >= _FREQUENT

    def arises_between_words(self, text: str) -> bool:
        """Tell whether two words that meet give the text more often than the text is a word."""
        if len(text) != _PAIR:
            return False
        meetings = self.ends[text[0]] * self.begins[text[1]] / sum(self.frequency.values())
        return meetings > max(_MEETINGS, self.frequency.get(text, 0))


def read_lexicon(path: Path) -> Lexicon:
    """Read jieba's dictionary: word, frequency, tag."""
    lexicon = Lexicon({}, {}, Counter(), Counter())
    for line in path.read_text(encoding="utf-8").splitlines():
        word, frequency, tag = line.split()
        lexicon.frequency[word], lexicon.tag[word] = int(frequency), tag
        lexicon.begins[word[0]] += int(frequency)
        lexicon.ends[word[-1]] += int(frequency)
    return lexicon


def short_names() -> Counter[str]:
    """Return each short name of prefectures and counties with the number of units that bear it."""
    return Counter(
        unit.short if unit.level == 1 else stem(unit.short)
        for unit in Units().by_adcode.values()
        if unit.level > 0
    )


def candidates(names: Counter[str], lexicon: Lexicon) -> Iterator[str]:
    """Return the names that a rule finds ambiguous."""
    for name, bearers in names.items():
        if bearers >= _SHARED or lexicon.is_common_word(name) or lexicon.arises_between_words(name):
            yield name


def main(dictionary: str) -> None:
    """Write the list, sorted."""
    names = short_names()
    review: dict[str, set[str]] = {"add": set(), "drop": set()}
    for verdict, listed in table("ambiguous_review"):
        review[verdict] |= set(listed.split())
    print("no unit of that name:", " ".join(sorted((review["add"] | review["drop"]) - set(names))))
    found = (set(candidates(names, read_lexicon(Path(dictionary)))) - review["drop"]) | (
        review["add"] & set(names)
    )
    TARGET.write_text(HEAD + "".join(f"{name}\n" for name in sorted(found)), encoding="utf-8")
    print(f"{TARGET.name}: {len(found)} names; by rule alone: {' '.join(sorted(found - review['add']))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
