"""Whatever number is written down is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.indicators.numbers import han_value, numeral_at
from geo.indicators.scan import find_quantities

DIGITS = "零一二三四五六七八九"


def in_han(number):
    """Write a number below ten thousand million in Chinese numerals."""
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            rest = number % scale
            gap = "零" if 0 < rest < scale // 10 else ""
            return in_han(number // scale) + name + gap + (in_han(rest) if rest else "")
    parts, zero = [], False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            parts.append(("零" if zero else "") + DIGITS[digit] + name)
            zero = False
        elif parts and number:
            zero = True
    return "".join(parts)


@given(st.integers(1, 10**10 - 1))
def test_a_chinese_numeral_is_read_back(number):
    assert han_value(in_han(number)) == number


@given(st.integers(1, 10**9), st.sampled_from(["", "万", "亿", "万亿"]))
def test_an_arabic_number_is_read_back(number, scale):
    numeral = numeral_at(f"{number:,}{scale}元", 0)
    assert numeral is not None
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    assert numeral.total == pytest.approx(number * factor, rel=1e-11)


@given(st.decimals(0, 99999, places=2), st.sampled_from(["万元", "公里", "%", "万人次"]))
def test_a_quantity_is_found_amid_words(value, unit):
    (found,) = find_quantities(f"全县完成投入{value}{unit}左右。")
    assert found.value == float(value)
    assert found.unit == unit


@given(st.text(alphabet="一二三四五六七八九十百千万亿零两0123456789.,%/-至到年个元第前成倍", max_size=60))
def test_no_row_of_digits_raises(text):
    for found in find_quantities(text):
        assert 0 <= found.start < found.end <= len(text)
