"""Line breaks without meaning: hard-wrapped text, and paragraphs that a page layout tore in two."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_PROSE_BREAK = re.compile(
    rf"""
      (?P<line>^[^\n]*[^\n 。!?;:…”）)】》|\]*~-])   # a line that does not end like a sentence
      (?P<gap>[ ]*\n[ \n]*)
      (?=[{_HAN}0-9A-Za-z“,、。)%])                 # and a next one that can go on with it
      (?!\d{{1,2}}[.、)]|[一二三四五六七八九十]{{1,3}}、|[（(])
    """,
    re.VERBOSE | re.MULTILINE,
)
_SENTENCE_END = re.compile("[。!?;]")
_WRAPPED_LINE = 20
_BROKEN_PARAGRAPH = 60
_LINE = re.compile(r"(?P<indent>[ ]*)(?P<words>[^\n]*[^\n ])?[ ]*(?P<end>\n|$)")
_ENDS = frozenset("。!?;:”)|")
_OPENS_ITEM = re.compile(
    r"[#>*|•·●○◆■□▪①②③④⑤⑥⑦⑧⑨]|[—-]|\d{1,2}[.、)](?!\d)|\(?[一二三四五六七八九十]{1,3}[、)]"
)
_NARROWEST, _WIDEST = 15, 60
_SLACK = 2
_FEWEST_FULL = 4
_INDENT = 2


def soft_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the line breaks that only the layout asked for, in no order; some may be named twice.

    Parameters
    ----------
    text
        Uniform text.
    """
    for match in _PROSE_BREAK.finditer(text):
        if _goes_on(match):
            yield match.span("gap")
    yield from _wraps(text)


def _goes_on(match: re.Match[str]) -> bool:
    line, gap = match["line"], match["gap"]
    if line[-1] in ",、":
        return True
    torn = gap.count("\n") > 1
    return (
        len(line) >= (_BROKEN_PARAGRAPH if torn else _WRAPPED_LINE) and _SENTENCE_END.search(line) is not None
    )


def _columns(words: str) -> float:
    """Return the width on a screen, where a Chinese character is as wide as two letters."""
    return sum(0.5 if character.isascii() else 1.0 for character in words)


def _wraps(text: str) -> Iterator[tuple[int, int]]:
    """Yield the breaks of a text whose lines were all cut at one width."""
    lines = [line for line in _LINE.finditer(text) if line.start() < len(text)]
    inner = [(line, following) for line, following in pairwise(lines) if line["words"] and following["words"]]
    for measure in (len, _columns):
        full = _full_lines(lines, inner, measure)
        for line, following in full:
            if len(following["indent"]) < _INDENT and not _OPENS_ITEM.match(following["words"]):
                yield line.end("words"), following.start("words")
        if full:
            return


def _full_lines(
    lines: list[re.Match[str]],
    inner: list[tuple[re.Match[str], re.Match[str]]],
    measure: Callable[[str], float],
) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Return the lines that fill the width, each with the one after it; none where no such width is kept."""
    width = max((measure(line["words"]) for line, _ in inner), default=0)
    if not _NARROWEST <= width <= _WIDEST or any(
        measure(line["words"]) > width + _SLACK for line in lines if line["words"]
    ):
        return []
    full = [pair for pair in inner if measure(pair[0]["words"]) >= width - _SLACK]
    amid = sum(line["words"][-1] not in _ENDS for line, _ in full)
    wrapped = len(full) >= max(_FEWEST_FULL, len(inner) / 2) and amid >= len(full) / 2
    return full if wrapped else []
