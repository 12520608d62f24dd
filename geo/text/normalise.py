"""Make any Chinese text uniform: simplified script, one form of punctuation, no clutter.

The work has two steps. `uniform` changes characters one for one, so that offsets stay what they were;
`clutter` then names the ranges without meaning: Markdown marks, spaces beside Chinese, soft line breaks.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby

from opencc import OpenCC

from geo.lexicon import words
from geo.text.breaks import soft_breaks

# Full-width forms, small forms (﹔), and what PDF files write for characters: radicals and compatibility ideographs.
_FORMS = (range(0xFF01, 0xFF5F), range(0xFE50, 0xFE6C), range(0x2F00, 0x2FD6), range(0xF900, 0xFAFF))
_QUOTES = {"「": "“", "」": "”", "『": "“", "』": "”", "‘": "“", "’": "”", "﹁": "“", "﹂": "”"}
_SPACES = dict.fromkeys(
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_BREAKS = dict.fromkeys("\r\u000b\u000c\u0085\u2028\u2029", "\n")
_DOTS = dict.fromkeys("•‧・･∙⋅", "·")
_DASHES = dict.fromkeys("–‑‒", "-")
# Variant forms that the converter leaves as they are, each with the usual form.
_VARIANTS = dict(zip("陜邨郞靑塩髙淸浄歩戸鉄荘衞敍枱", "陕村郎青盐高清净步户铁庄卫叙台", strict=True))
_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"

_HAN_RUN = re.compile(f"[{_HAN}]+")
_TRADITIONAL_LINE = 0.1
_TRADITIONAL_CHARACTERS = 3
_TRADITIONAL_TEXT = 0.02

_CLUTTER = re.compile(
    rf"""
      [\ufeff\u200b-\u200f\u2060\u00ad\ufe0e\ufe0f]+          # invisible characters
    | (?m:^[ ]*(?:\#{{1,6}}|>)[ ]+)                           # Markdown headings and quotations
    | (?m:^[ ]+|(?<![ ])[ ]+$)                                        # indents and trailing spaces
    | (?<=[{_HAN}])\([a-zü]{{0,4}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{{0,3}}\)   # readings that converters leave behind
    | \*\*+ | __+ | `+                                        # Markdown emphasis and code
    | (?<=[{_HAN}，。、“”（）()])[ ]+(?=[0-9A-Za-z%+.(（-])    # spaces between Chinese and ASCII
    | (?<=[0-9A-Za-z%)）+])[ ]+(?=[{_HAN}，。、“”（）(])
    | (?<=[0-9])[ ]+(?=[%‰℃])
    | (?<=[{_HAN}])[ ](?=[{_HAN}][ ][{_HAN}])                 # letter-spaced words: 同 比 增 长
    | (?<=[{_HAN}][ ][{_HAN}])[ ](?=[{_HAN}])
    """,
    re.VERBOSE,
)
# A decimal point as scanned pages have it: 上涨1·8%.
_HIGH_POINT = re.compile(r"(?<=\d)·(?=\d{1,2}[%‰])")
_INNER_TAB = re.compile(r"(?<=\S)\t|\t(?=\S)")
_SMALLEST_TABLE = 3
_BODY_SHARE = 0.6


@cache
def _characters() -> dict[int, str]:
    """Return the one-for-one table: full-width and small forms, radicals of PDF files, variants of a mark."""
    forms = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in chain(*_FORMS)}
    table = {**forms, **_QUOTES, **_SPACES, **_BREAKS, **_DOTS, **_DASHES, **_VARIANTS}
    return {ord(old): new for old, new in table.items()}


@cache
def _converter() -> OpenCC:
    return OpenCC("tw2s")


def _convert(text: str) -> str:
    """Convert to simplified script character for character, whatever OpenCC would do to the length."""
    whole: str = _converter().convert(text)
    if len(whole) == len(text):
        return whole
    lines = text.split("\n")
    if len(lines) > 1:
        return "\n".join(map(_convert, lines))
    single = (_converter().convert(character) for character in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, single, strict=True))


def simplify(text: str) -> str:
    """Convert traditional script to simplified, length kept.

    Text that is simplified already is left alone, because its 乾 or 於 are meant (乾县, 於潜).

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        As long as ``text``; character i stands for character i.
    """
    converted = _convert(text)
    if converted == text or _is_traditional(text, converted, _TRADITIONAL_TEXT):
        return converted
    lines = zip(text.split("\n"), converted.split("\n"), strict=True)
    return "\n".join(new if _is_traditional(old, new, _TRADITIONAL_LINE) else old for old, new in lines)


def _is_traditional(text: str, converted: str, share: float) -> bool:
    """Tell whether conversion changed more of the Chinese characters than a few that both scripts know."""
    changed = sum(a != b for a, b in zip(text, converted, strict=True))
    return changed >= max(_TRADITIONAL_CHARACTERS, share * sum(map(len, _HAN_RUN.findall(text))))


def uniform(text: str) -> str:
    """Return the text in simplified script with one form of each mark, length kept.

    Letters, digits and punctuation become ASCII where an ASCII form exists; 。 、 and “ ” stay Chinese. The tabs of a
    table become bars.
    """
    plain = simplify(_barred(text.replace("\r\n", " \n")).translate(_characters()))
    return _HIGH_POINT.sub(".", plain)


def _barred(text: str) -> str:
    """Return a text with bars for the tabs of tables: lines in a row that hold tabs within."""
    lines = text.split("\n") if "\t" in text else []
    for tabbed, run in groupby(range(len(lines)), key=lambda number: "\t" in lines[number].strip()):
        rows = list(run)
        if tabbed and len(rows) >= _SMALLEST_TABLE:
            for number in rows:
                lines[number] = _INNER_TAB.sub("|", lines[number])
    return "\n".join(lines) or text


def clutter(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a uniform text that carry no meaning, in order and without overlap.

    A line break is clutter where the line before stops amid a sentence: hard-wrapped text, or a paragraph
    that the page layout tore in two. So is all that a web page puts below its article.
    """
    marks = [match.span() for match in _CLUTTER.finditer(text)]
    if below := _furniture().search(text, int(len(text) * _BODY_SHARE)):
        marks.append((below.start(), len(text)))
    end = 0
    for start, stop in sorted((*marks, *soft_breaks(text))):
        if stop > end:
            yield max(start, end), stop
            end = stop


@cache
def _furniture() -> re.Pattern[str]:
    begins = "|".join(map(re.escape, words("page_furniture")))
    return re.compile(rf"^[^\w\n]{{0,9}}(?:{begins})", re.MULTILINE)
