"""No hidden count can be worked out, whichever way the tables hang together."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from setara.domain.statistics.additive import Key, Relation, Tables, solution
from setara.domain.statistics.linear import Polytope
from setara.domain.statistics.recovery import Bounds, bounds_of, recoverable
from setara.domain.statistics.suppression import may_show_derived, protected, small
from tests.domain.statistics.random_tables import cubes, grids, possible, webs, with_margins

THRESHOLD = 5
ANY_TABLES = st.one_of(grids(), cubes(), webs())


def primary_of(tables: Tables) -> frozenset[Key]:
    return small(tables.counts, dict.fromkeys(tables.counts, THRESHOLD))


@settings(max_examples=150, deadline=None)
@given(ANY_TABLES)
def test_the_attack_recovers_no_hidden_cell(tables: Tables) -> None:
    protection = protected(tables, primary_of(tables))
    assert protection.holds
    for key, bounds in bounds_of(tables, protection.hidden).items():
        width = 2 if key in protection.primary else 1
        assert not bounds.is_narrower_than(width), (key, bounds)
        assert bounds.least <= tables.counts[key]
        assert bounds.most is None or tables.counts[key] <= bounds.most


@settings(max_examples=60, deadline=None)
@given(st.one_of(grids(most=6, side=3), webs()))
def test_an_attacker_who_tries_everything_agrees_with_the_bounds(tables: Tables) -> None:
    hidden = protected(tables, primary_of(tables)).hidden
    assume(1 <= len(hidden) <= 6)
    most = max(tables.counts.values())
    seen = possible(tables, hidden, most)
    for key, bounds in bounds_of(tables, hidden).items():
        assert len(seen[key]) >= 2, (key, seen[key])
        assert min(seen[key]) >= bounds.least
        if bounds.most is not None and bounds.most <= most:
            assert max(seen[key]) <= bounds.most


@settings(max_examples=60, deadline=None)
@given(grids(most=6, side=3), st.randoms(use_true_random=False))
def test_the_bounds_of_a_table_in_two_dimensions_are_met(tables: Tables, chance: object) -> None:
    keys = sorted(tables.counts, key=repr)
    hidden = [key for key in keys if chance.random() < 0.4][:6]  # type: ignore[attr-defined]
    seen = possible(tables, hidden, max(tables.counts.values()))
    for key, bounds in bounds_of(tables, hidden).items():
        assert min(seen[key]) == bounds.least
        if bounds.most is not None and bounds.most <= max(tables.counts.values()):
            assert max(seen[key]) == bounds.most


def test_hiding_small_cells_alone_is_recovered() -> None:
    tables = with_margins({(0, 0): 3, (0, 1): 20, (1, 0): 30, (1, 1): 40}, 2, 2)
    alone = primary_of(tables)
    assert alone == {(0, 0)}
    assert bounds_of(tables, alone) == {(0, 0): Bounds(3, 3)}

    protection = protected(tables, alone)
    assert protection.hidden == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert bounds_of(tables, protection.hidden)[0, 0] == Bounds(0, 23)


@settings(max_examples=150, deadline=None)
@given(ANY_TABLES)
def test_the_quick_look_finds_what_the_exact_bounds_find(tables: Tables) -> None:
    hidden = primary_of(tables)
    widths = dict.fromkeys(hidden, 2)
    exact = {
        key: bounds
        for key, bounds in bounds_of(tables, hidden).items()
        if bounds.is_narrower_than(2)
    }
    assert recoverable(tables, hidden, widths) == exact


def test_what_was_published_before_cannot_be_taken_back() -> None:
    tables = with_margins({(0, 0): 3, (0, 1): 20}, 1, 2)
    before = {(0, 1), ("row", 0), "all", ("column", 1)}
    protection = protected(tables, primary_of(tables), shown_before=before)
    assert not protection.holds
    assert protection.recovered[0, 0] == Bounds(3, 3)


def test_a_small_cell_that_is_out_already_is_reported_as_lost() -> None:
    tables = with_margins({(0, 0): 3, (0, 1): 20}, 1, 2)
    protection = protected(tables, primary_of(tables), shown_before=[(0, 0)])
    assert not protection.holds
    assert (0, 0) in protection.recovered


def test_a_cell_of_an_earlier_table_protects_a_total_of_both() -> None:
    """Women of two villages in one table, their total in another: together they tell."""
    counts = {"women a": 3, "women b": 20, "women": 23, "men": 25, "both": 48}
    relations = (Relation("women", ("women a", "women b")), Relation("both", ("women", "men")))
    protection = protected(Tables(counts, relations), {"women a"})
    assert protection.hidden == {"women a", "women b"}
    later = protected(
        Tables(counts, relations), {"women a"}, shown_before={"women b", "both", "men"}
    )
    assert not later.holds


@pytest.mark.parametrize(
    ("relation", "says"),
    [
        (Relation("a", ("b", "x")), "not there"),
        (Relation("a", ("b",)), "left"),
        (Relation("b", ("a",), has_rest=True), "left"),
    ],
)
def test_relations_must_be_true(relation: Relation, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Tables({"a": 5, "b": 3}, (relation,))


def test_no_derived_figure_is_shown_that_rests_on_a_hidden_count() -> None:
    assert may_show_derived(["men", "women"], {"other"})
    assert not may_show_derived(["men", "women"], {"women"})


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5), st.integers(0, 9))
def test_a_sum_bounds_each_of_its_parts(parts: list[int], more: int) -> None:
    total = sum(parts) + more
    polytope = Polytope([[1] * (len(parts) + 1)], [total])
    for at in range(len(parts) + 1):
        assert (polytope.least(at), polytope.most(at)) == (0, total)


def test_equations_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="no solution"):
        Polytope([[1, 1], [1, 1]], [2, 3])


def test_zero_is_shown_and_the_threshold_itself_is_too() -> None:
    counts = {"none": 0, "one": 1, "four": 4, "five": 5}
    assert small(counts, dict.fromkeys(counts, 5)) == {"one", "four"}


@given(webs())
def test_the_truth_solves_the_equations(tables: Tables) -> None:
    hidden = primary_of(tables)
    true = solution(tables, hidden)
    assert all(true[key] == tables.counts[key] for key in hidden)
    assert all(value >= 0 for value in true.values())
