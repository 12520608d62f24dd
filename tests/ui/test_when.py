import pytest

from geo.ui.when import in_both, when


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("", "", ""),
        ("2024", "2024年", "2024"),
        ("2024-11", "2024年11月", "Nov 2024"),
        ("2024-11-20", "2024年11月20日", "20 Nov 2024"),
        ("2025-01/2025-09", "2025年前三季度", "2025 Q1-Q3"),
        ("2023-01/2023-06", "2023年上半年", "2023 H1"),
        ("2023-10/2023-12", "2023年四季度", "2023 Q4"),
        ("2024-01/2024-10", "2024年1—10月", "2024 Jan–Oct"),
        ("2022/2024", "2022—2024年", "2022–2024"),
        ("2023-11/2024-03", "2023年11月—2024年3月", "Nov 2023 – Mar 2024"),
        ("2025-10-01/2025-10-08", "2025年10月1日—2025年10月8日", "1 Oct 2025 – 8 Oct 2025"),
        ("P4Y", "4年", "4 years"),
        ("P18M", "18个月", "18 months"),
        ("P1Y", "1年", "1 year"),
    ],
)
def test_a_period_in_words(period, zh, en):
    assert in_both(period) == {"zh": zh, "en": en}


@pytest.mark.parametrize(
    "period", ["2024-13", "/", "2024/", "<b>", "PT5H", "2024-01/2024-02/2024-03", "20245"]
)
def test_what_is_no_period_stays_as_it_is(period):
    assert when(period, "zh") == period
