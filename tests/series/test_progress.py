import pytest

from geo.series import progress

OUTPUT = {"metric": "竹产业总产值", "base_unit": "元", "unit": "亿元", "factor": 1e8}


def pairs(series):
    return [(each.aim.printed, each.actual.printed, each.share) for each in progress(series)]


def test_an_aim_stands_beside_the_last_actual_figure(row, series):
    (found,) = series(
        row("150亿元", 150, period="2023", **OUTPUT),
        row("180亿元", 180, period="2024", **OUTPUT),
        row("240亿元", 240, period="2027", status="target", **OUTPUT),
        row("300亿元", 300, period="2030", status="planned", **OUTPUT),
    )
    assert pairs(found) == [("240亿元", "180亿元", 0.75), ("300亿元", "180亿元", 0.6)]


@pytest.mark.parametrize(
    ("actual", "share"),
    [
        ("2024-01/2024-09", 0.75),  # part of the aim's own year
        ("2023", 0.75),
        ("2023-01/2023-09", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_flow_is_measured_by_an_equal_stretch_or_a_part_of_its_own(row, series, actual, share):
    (found,) = series(
        row("180亿元", 180, period=actual, article="n", **OUTPUT),
        row("240亿元", 240, period="2024", status="target", **OUTPUT),
    )
    assert [each.share for each in progress(found)] == ([share] if share else [])


def test_a_state_at_publication_leads_to_its_aim(row, series):
    (found,) = series(row("36%", 36, period=""), row("40%", 40, period="2025", status="target"))
    assert pairs(found) == [("40%", "36%", 0.9)]


def test_growth_and_ranks_have_no_share(row, series):
    rank = {"metric": "旅游收入全省排名", "base_unit": "位"}
    ranks, growth = series(
        row("5.6%", 5.6, period="2024", comparison="yoy"),
        row("6%", 6, period="2025", comparison="yoy", status="target"),
        row("第三", 3, period="2024", **rank),
        row("第一", 1, period="2025", status="target", **rank),
    )
    assert pairs(growth) == [("6%", "5.6%", None)]
    assert pairs(ranks) == [("第一", "第三", None)]
