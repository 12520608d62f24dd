"""Numerals: Arabic digits and Chinese numerals, alone and mixed (1286, 10万余, 三万五千, 百亿), to values.

A numeral is kept as it is written: ``10万`` is value 10 and scale 万, so that the unit of the indicator is 万元.
Every pattern is bounded, so that a text is passed through in linear time.
"""

import re
from dataclasses import dataclass

_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_GREAT = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_LONGEST_HAN = 16
_KILO_UNITS = ("瓦", "克", "伏", "卡", "帕")
HAN = "".join(_DIGITS) + "".join(_SCALES)

_ARABIC = re.compile(
    r"(?P<number>\d{1,3}(?:[, ]\d{3}){1,5}(?![\d,]| \d)(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)"
    r"(?P<more>[余多])?"
    r"(?P<small>[十百千](?=[万亿])|百|千(?![瓦米克伏卡帕]))?"
    # Spoken 6个亿, no 9个亿元以上项目; 70亿亿元 is a slip of the keyboard.
    r"(?P<great>万亿|个亿(?=元?(?:[,。;、!?)”]|左右|多|以上[,。;]|[到至的]|$))|亿亿?|万万?)?"
    r"(?P<yet_more>[余多])?"
)
_HAN = re.compile(
    rf"(?P<number>[{HAN}]{{1,{_LONGEST_HAN + 1}}})(?P<more>[余多]|(?<=[十百千万])来(?=[个条家座户名人亩里斤万台件]))?"
    r"(?P<great>(?<=[余多])(?:万亿|[万亿]))?(?P<yet_more>[余多])?"
)
_HAN_GREAT = re.compile("(?:万亿|[万亿])$")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral in the text.

    Parameters
    ----------
    start, end
        Range in the clean text, an infix 多 or 余 included.
    value
        The number without the scale that stays with the unit.
    scale
        万, 亿 or 万亿 as written before the unit; empty without.
    approximate
        The numeral carries 多 or 余.
    han
        It is written in Chinese numerals.
    bare_scale
        It is nothing but scales (百, 百万, 千亿).
    """

    start: int
    end: int
    value: float
    scale: str = ""
    approximate: bool = False
    han: bool = False
    bare_scale: bool = False

    @property
    def total(self) -> float:
        """The value with its scale multiplied out."""
        return exact(self.value, _GREAT[self.scale])


def exact(value: float, factor: float) -> float:
    """Multiply without the noise of binary fractions (2.61 * 10**8 is 261000000)."""
    return float(f"{value * factor:.12g}")


def han_value(text: str) -> float | None:
    """Return the value of a Chinese numeral, or None where the characters do not form one.

    Parameters
    ----------
    text
        Characters of `HAN` only.
    """
    total = section = great = 0
    digit: int | None = None
    for position, character in enumerate(text):
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif (scale := _SCALES[character]) < _SCALES["万"]:
            section += (1 if digit is None else digit) * scale
            digit = None
        else:
            chunk = section + (digit or 0)
            if scale > great:  # 三千万亿: all before it
                total = (total + chunk or int(position == 0)) * scale
            else:  # 一亿零三万: what stands between
                total += chunk * scale
            section, digit, great = 0, None, scale
    return float(total + section + (digit or 0))


def numeral_at(text: str, start: int) -> Numeral | None:
    """Return the numeral that begins at an offset of the text, or None where none does."""
    if text[start] in HAN:
        return _han_at(text, start)
    match = _ARABIC.match(text, start)
    if match is None:
        return None
    value = float(match["number"].replace(",", "").replace(" ", ""))
    if match["small"]:
        value = exact(value, _SCALES[match["small"]])
    approximate = bool(match["more"] or match["yet_more"])
    great = (match["great"] or "").removeprefix("个")
    return Numeral(start, match.end(), value, great if great in _GREAT else great[0], approximate)


def _han_at(text: str, start: int) -> Numeral | None:
    match = _HAN.match(text, start)
    if match is None or match.end("number") - start > _LONGEST_HAN:
        return None
    digits, end, scale = match["number"], match.end(), match["great"] or ""
    if (
        len(digits) > 1 and digits[-1] == "千" and text.startswith(_KILO_UNITS, end)
    ):  # 三万千瓦: the unit is 千瓦
        digits, end = digits[:-1], end - 1
    head = digits
    if not scale and (great := _HAN_GREAT.search(digits)) and not set(digits[: great.start()]) & set("万亿"):
        head, scale = digits[: great.start()], great[0]
    value = han_value(head) if head else 1.0
    if value is None:
        return None
    approximate = bool(match["more"] or match["yet_more"])
    return Numeral(start, end, value, scale, approximate, han=True, bare_scale=set(digits) <= _SCALES.keys())
