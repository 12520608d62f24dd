from datetime import date

import pytest

from geo.series import TimeKind, alike, read_time


@pytest.mark.parametrize(
    ("period", "kind", "length", "first", "last"),
    [
        ("2024", TimeKind.YEAR, 12, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-01/2024-12", TimeKind.YEAR, 12, date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-01/2024-09", TimeKind.YEAR_TO_DATE, 9, date(2024, 1, 1), date(2024, 9, 30)),
        ("2024-01/2024-02", TimeKind.YEAR_TO_DATE, 2, date(2024, 1, 1), date(2024, 2, 29)),
        ("2024-07/2024-09", TimeKind.MONTHS, 3, date(2024, 7, 1), date(2024, 9, 30)),
        ("2023-02", TimeKind.MONTH, 1, date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12", TimeKind.MONTH, 1, date(2024, 12, 1), date(2024, 12, 31)),
        ("2021/2025", TimeKind.YEARS, 60, date(2021, 1, 1), date(2025, 12, 31)),
        ("P4Y", TimeKind.YEARS, 48, date(2022, 1, 1), date(2025, 12, 31)),
        ("2024-11-20", TimeKind.DAY, 1, date(2024, 11, 20), date(2024, 11, 20)),
        ("2025-10-01/2025-10-08", TimeKind.DAYS, 8, date(2025, 10, 1), date(2025, 10, 8)),
        ("", TimeKind.AT_PUBLICATION, 0, date(2025, 3, 6), date(2025, 3, 6)),
    ],
)
def test_a_period_has_a_kind_a_length_and_its_days(period, kind, length, first, last):
    time = read_time(period, "2025-03-06")
    assert (time.kind, time.length, time.first, time.last) == (kind, length, first, last)


@pytest.mark.parametrize(
    "period", ["2024-13", "0000", "2024/2021", "2024-02-30", "Q3", "P4M", "2024/", "/2024", "2023/2024/2025"]
)
def test_what_is_no_period_is_unknown(period):
    assert read_time(period, "2025").kind is TimeKind.UNKNOWN


def test_years_of_an_aim_begin_with_the_article():
    time = read_time("P3Y", "2024-12-03", ahead=True)
    assert (time.first, time.last, time.firm) == (date(2025, 1, 1), date(2027, 12, 31), False)


@pytest.mark.parametrize(("period", "published"), [("", ""), ("", "soon"), ("P4Y", "")])
def test_without_a_date_nothing_is_guessed(period, published):
    time = read_time(period, published)
    assert (time.first, time.last, time.firm) == (None, None, False)


@pytest.mark.parametrize(("published", "firm"), [("2025", False), ("2025-03", False), ("2025-03-06", True)])
def test_only_a_day_of_publication_is_firm(published, firm):
    assert read_time("", published).firm is firm


def test_times_are_ordered_by_their_end_and_then_by_their_beginning():
    periods = ["2025", "2024-01/2024-09", "", "2024-09", "2021/2024", "2024", "2024-11"]
    ordered = sorted(periods, key=lambda period: read_time(period, "2024-11-20").order)
    assert ordered == ["2024-01/2024-09", "2024-09", "", "2024-11", "2021/2024", "2024", "2025"]
    assert read_time("", "").order < read_time("1949", "").order


@pytest.mark.parametrize(
    ("one", "other", "flow", "stock"),
    [
        ("2024", "2023", True, True),
        ("2024", "2024-01/2024-09", False, False),
        ("2024-01/2024-09", "2023-01/2023-09", True, True),
        ("2024-01/2024-09", "2024-01/2024-06", False, False),
        ("2024-07/2024-09", "2024-01/2024-03", False, False),
        ("2024-11", "2024", False, True),
        ("", "2023", False, True),
        ("", "", False, True),
        ("2025-10-01/2025-10-08", "2024-10-01/2024-10-07", False, False),
        ("2021/2025", "P5Y", True, True),
        ("bad", "bad", False, False),
    ],
)
def test_only_equal_stretches_may_be_ranked(one, other, flow, stock):
    times = read_time(one, "2025-03-06"), read_time(other, "2024-11-20")
    assert alike(*times) is flow
    assert alike(*times, stock=True) is stock


def test_a_time_lies_within_another():
    year, months = read_time("2024", ""), read_time("2024-01/2024-09", "")
    assert months.within(year)
    assert not year.within(months)
    assert not read_time("", "").within(year)
