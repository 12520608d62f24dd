import pytest
from huzhou import ATLAS

from geo.series import read_series

PUBLISHED = {"a": "2023-03-01", "b": "2025-02-10", "c": "2025-02-10", "y": "2025", "n": ""}


@pytest.fixture
def row():
    """Return rows of the indicators table; each has a paragraph of its own unless told otherwise."""
    count = iter(range(1000))

    def row(surface, value, factor=1.0, **more):
        number = next(count)
        fields = {
            "id": f"i{number:03}", "article": "a", "paragraph": number, "surface": surface, "metric": "森林覆盖率",
            "metric_key": "森林覆盖率", "value": value, "value_to": None, "unit": "%", "normalized": value * factor,
            "base_unit": "%", "comparison": "", "qualifier": "", "period": "2024", "status": "actual",
            "theme": "ecology", "place_id": "330500",
        }  # fmt: skip
        fields |= more
        if "metric" in more and "metric_key" not in more:
            fields["metric_key"] = more["metric"]
        return fields

    return row


@pytest.fixture
def series():
    articles = [{"article": article, "published": date} for article, date in PUBLISHED.items()]

    def series(*rows):
        return read_series(rows, articles)

    return series


@pytest.fixture(scope="session")
def atlas():
    return ATLAS
