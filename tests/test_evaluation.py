import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from huzhou import ATLAS

from geo.atlas import save_atlas
from geo.errors import InputError
from geo.evaluation import Score, evaluate, read_gold, reliability
from geo.evaluation.match import gap_km, like_metric, pair, right_place, same_period

YARDSTICK = Path(__file__).resolve().parents[2] / "shared" / "tools" / "score.py"

PLACES = [
    {
        "id": "huzhou",
        "name": "湖州市",
        "kind": "prefecture",
        "lon": 120.086,
        "lat": 30.894,
        "tolerance_km": 30,
    },
    {"id": "yucun", "name": "余村", "kind": "village", "lon": 119.6, "lat": 30.5, "tolerance_km": 5},
    {"id": "taihu", "name": "太湖", "kind": "lake", "lon": 120.2, "lat": 31.2, "tolerance_km": 3},
    {"id": "lost", "name": "失踪山", "kind": "mountain", "lon": None, "lat": None},
]
MENTIONS = [
    ("a", 0, 2, "huzhou", {}),  # right
    ("a", 10, 12, "yucun", {}),  # found, but 11 km off
    ("a", 15, 18, "taihu", {}),  # found with another end
    ("a", 22, 24, "taihu", {}),  # missed
    ("b", 0, 2, "taihu", {"in_org": True}),  # neutral, so the finding there is not wrong
    # the finding at 4-7 of b has no annotation: wrong
]
INDICATORS = [
    {"article": "a", "start": 4, "end": 9, "value": 46.1, "normalized": 46.1, "base_unit": "%", "metric": "覆盖率",
     "period": "2024", "status": "actual", "theme": "ecology", "place": "huzhou", "comparison": None},
    {"article": "a", "start": 20, "end": 25, "value": -3.2, "normalized": 1.0, "base_unit": "%", "metric": "工业产值",
     "period": None, "status": "actual", "theme": "economy", "place": "huzhou", "comparison": None, "qualifier": None},
    {"article": "b", "start": 0, "end": 2, "value": 1.0, "normalized": 1.0, "base_unit": "个", "metric": "湖",
     "period": None, "status": "actual", "theme": "ecology", "place": "taihu", "comparison": None, "qualifier": None},
]  # fmt: skip


@pytest.fixture
def gold_folder(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    mentions = [{"article": a, "start": s, "end": e, "place": p, **more} for a, s, e, p, more in MENTIONS]
    tables = {"places": PLACES, "mentions": mentions, "indicators": INDICATORS}
    for row in (*mentions, *INDICATORS):
        row["surface"] = "named in messages only"
    for name, rows in tables.items():
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def test_figures_worked_out_by_hand(gold_folder):
    # The mountain's span in b lies apart from the neutral row; findings in a: three, in b: two, one of them neutral.
    result = evaluate(read_gold(gold_folder), ATLAS)
    assert result.articles == 2
    assert result.mentions_exact == Score(hits=2, predicted=4, gold=4)
    assert result.mentions_overlap == Score(hits=3, predicted=4, gold=4)
    assert (result.mentions_overlap.precision, result.mentions_overlap.recall) == (0.75, 0.75)
    # Located: the city and the first lake of four; of the three that are no division, the lake.
    assert result.resolution == 0.5
    assert result.named_resolution == pytest.approx(1 / 3)
    assert result.indicators == Score(hits=2, predicted=3, gold=3)
    # The second has another status and qualifier; 工业产值 holds 产值, the only metric with the value -3.2.
    assert result.record == Score(hits=1, predicted=3, gold=3)
    assert result.attributes == {
        "base_unit": 1, "comparison": 1, "period": 1, "status": 0.5, "theme": 1, "qualifier": 0.5, "place": 1,
        "metric": 1,
    }  # fmt: skip


def test_tables_by_kind_and_theme(gold_folder):
    result = evaluate(read_gold(gold_folder), ATLAS)
    assert result.kinds["lake"] == {"gold": 2, "exact": 0, "overlap": 1, "locatable": 2, "located": 1}
    assert result.kinds["village"] == {"gold": 1, "exact": 1, "overlap": 1, "locatable": 1, "located": 0}
    assert result.themes["ecology"] == {"gold": 2, "found": 1, "record": 1}


def test_articles_can_be_chosen(gold_folder):
    result = evaluate(read_gold(gold_folder).only(("b",)), ATLAS)
    assert result.articles == 1
    assert result.mentions_exact == Score(hits=0, predicted=1, gold=0)
    assert result.resolution is None


def figures(result):
    scores = ("mentions_exact", "mentions_overlap", "indicators", "record")
    return {
        "articles": result.articles,
        **{
            name: {
                key: getattr(getattr(result, name), key)
                for key in ("precision", "recall", "f1", "predicted", "gold")
            }
            for name in scores
        },
        "resolution": result.resolution,
        "named_resolution": result.named_resolution,
        "attributes": result.attributes,
    }


def by_the_yardstick(gold_folder, atlas_folder):
    command = [sys.executable, str(YARDSTICK), str(gold_folder), str(atlas_folder), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")  # noqa: S603  our own words
    return json.loads(done.stdout)


if YARDSTICK.is_file():

    def test_the_yardstick_of_the_field_gives_the_same_figures(gold_folder, tmp_path):
        save_atlas(ATLAS, tmp_path / "atlas")
        assert figures(evaluate(read_gold(gold_folder), ATLAS)) == by_the_yardstick(
            gold_folder, tmp_path / "atlas"
        )


def row(start, end):
    return {"start": start, "end": end}


def test_equal_spans_are_matched_before_longer_overlaps():
    gold, found = [row(0, 6), row(2, 4)], [row(2, 4), row(5, 9)]
    assert pair(gold, found, lambda *_: True) == {1: 0, 0: 1}


@pytest.mark.parametrize(
    ("found", "gold", "as_of", "same"),
    [
        ("2024", "2024", "", True),
        ("", None, "", True),
        ("", "2024-11", "2024-11-05", True),
        ("2024", None, "2024-11", True),
        ("2023", None, "2024-11", False),
        ("2024/2025", None, "2024", False),
        ("", "2024", "", False),
    ],
)
def test_periods(found, gold, as_of, same):
    assert same_period(found, gold, as_of) is same


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("产值", "工业产值", True),
        ("旅游收入", "旅游总收入", True),
        ("森林覆盖率", "接待游客", False),
        ("", "产值", False),
    ],
)
def test_metrics(one, other, alike):
    assert like_metric(one, other) is alike


def test_distances_on_the_sphere():
    # A tenth of a degree of latitude is 6371 km * pi / 1800.
    assert gap_km(shapely.Point(120, 30), 120, 30.1) == pytest.approx(11.1195, abs=1e-4)
    assert gap_km(shapely.box(119, 29, 121, 31), 120, 30) == 0
    assert gap_km(None, 120, 30) == float("inf")


def test_a_place_without_coordinates_is_known_by_its_names():
    truth = {"name": "失踪山", "aliases": ["迷山"], "lon": None}
    assert right_place(truth, "迷山", None)
    assert not right_place(truth, "他山", None)
    assert not right_place(None, "失踪山", None)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (None, "cannot be read"),
        ("{", "line 1 is no JSON"),
        ('\n["id", "name", "kind"]', "line 2 is no JSON object"),
        ('"id, name, kind"', "line 1 is no JSON object"),
        ('{"id": "x"}', "lacks name, kind"),
        ("7", "line 1 is no"),
    ],
)
def test_broken_annotations_are_named(gold_folder, text, complaint):
    path = gold_folder / "places.jsonl"
    path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=complaint):
        read_gold(gold_folder)


def test_a_text_may_hold_what_other_readers_take_for_a_line_break(gold_folder):
    place = {"id": "p", "name": "湖\u2028州\x85", "kind": "county"}
    (gold_folder / "places.jsonl").write_text(json.dumps(place, ensure_ascii=False) + "\n", encoding="utf-8")
    assert read_gold(gold_folder).places == {"p": place}


def test_an_empty_atlas_scores_nothing(gold_folder):
    none = replace(
        ATLAS, places=ATLAS.places[:0], mentions=ATLAS.mentions[:0], indicators=ATLAS.indicators[:0]
    )
    result = evaluate(read_gold(gold_folder), none)
    assert (result.mentions_exact.f1, result.resolution) == (0, 0)
    assert set(result.attributes.values()) == {None}


def test_a_name_is_right_within_the_uncertainty_it_states(gold_folder):
    # 湖州, 余村 (11 km off, stated within 20 km) and 太湖 of the first article; 太湖 of the second is neutral there,
    # 失踪山 is unlocated and claims nothing.
    *lower, top = reliability(read_gold(gold_folder), ATLAS)
    assert [band.count for band in lower] == [0] * 5
    assert (top.count, top.right, top.mean_score) == (3, 3, pytest.approx(0.988))


def test_a_name_beyond_the_uncertainty_it_states_is_wrong(gold_folder):
    places = ATLAS.places.assign(uncertainty_m=ATLAS.places["uncertainty_m"].clip(upper=8_000))
    top = reliability(read_gold(gold_folder), replace(ATLAS, places=places))[-1]
    assert (top.count, top.right, top.share_right) == (3, 2, pytest.approx(2 / 3))
