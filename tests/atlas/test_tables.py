import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.tables import format_number, guard, tidy_number, unguard


@given(st.text())
def test_a_guarded_text_comes_back(text):
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-3.2%", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'=1", "''@"]
)
def test_what_a_spreadsheet_would_run_is_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["湖州", "3.2%", "'湖州'", "a=b", ""])
def test_other_text_stays_as_it_is(text):
    assert guard(text) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (27.0, "27"),
        (-3.2, "-3.2"),
        (1597.67 * 10000, "15976700"),
        (1e-7, "0.0000001"),
        (2.5e18, "2500000000000000000"),
    ],
)
def test_numbers_are_written_plainly(value, text):
    assert format_number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15))
def test_a_tidy_number_differs_by_noise_only(value):
    assert math.isclose(tidy_number(value), value, rel_tol=1e-14)
    assert float(format_number(value)) == tidy_number(value)
