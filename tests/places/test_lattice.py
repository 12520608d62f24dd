from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from geo.model import PlaceKind
from geo.places.lattice import Candidate, best, weight


def candidate(start, end, score=0.9):
    return Candidate(start, end, PlaceKind.OTHER, score, "")


def test_a_name_beats_its_own_parts():
    whole, parts = candidate(0, 3), [candidate(0, 2), candidate(1, 3)]
    assert best([*parts, whole]) == [whole]


def test_two_good_names_side_by_side_beat_a_poor_one_over_both():
    left, right, over = candidate(0, 3), candidate(3, 6), candidate(0, 6, 0.5)
    assert best([over, right, left]) == [left, right]


def test_the_longest_is_not_always_right():
    assert best([candidate(1, 4, 0.5), candidate(0, 3, 0.9)]) == [candidate(0, 3, 0.9)]


def test_what_is_below_one_half_is_no_name():
    assert best([candidate(0, 2, 0.49)]) == []


def test_nothing_gives_nothing():
    assert best([]) == []


spans = st.tuples(st.integers(0, 12), st.integers(1, 5), st.sampled_from([0.5, 0.7, 0.9]))


@given(st.lists(spans, max_size=9))
def test_the_set_is_the_best_of_all_sets(rows):
    candidates = list({candidate(start, start + length, score) for start, length, score in rows})
    chosen = best(candidates)
    assert all(left.end <= right.start for left, right in pairwise(chosen))
    assert sum(map(weight, chosen)) >= max(map(total, subsets(candidates))) - 1e-9


def subsets(candidates):
    for size in range(len(candidates) + 1):
        yield from combinations(sorted(candidates), size)


def total(chosen):
    if any(right.start < left.end for left, right in pairwise(chosen)):
        return 0.0
    return sum(map(weight, chosen))
