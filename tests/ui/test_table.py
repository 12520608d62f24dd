from geo.ui.components.table import rows_of
from geo.ui.filters import Filter, apply


def test_own_figures_come_first_and_places_without_any_last(dataset):
    rows = rows_of(apply(dataset, Filter()))
    assert rows["about"].tolist() == [True] * 10 + [False] * (len(rows) - 10)
    assert (rows["row"] < 0).sum() == 4
    assert (rows["row"].tail(4) == -1).all()
    names = dataset.places["name"].iloc[rows["place"]].tolist()
    assert names[:3] == ["长沙市"] * 3  # the place with most figures of its own
    assert names[-4:-2] == ["长沙县", "某某重工"]


def test_only_what_is_shown_stands_in_the_table(dataset):
    rows = rows_of(apply(dataset, Filter(themes=("tourism",))))
    assert dataset.places["name"].iloc[rows["place"]].tolist() == ["长沙市", "长沙市", "岳麓山", "石燕湖景区"]
    assert dataset.indicators["surface"].iloc[rows["row"]].tolist()[:2] == ["1200万人次", "8.5%"]
    assert rows_of(apply(dataset, Filter(themes=()))).empty
