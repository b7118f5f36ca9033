"""The quality of a screening, counted by hand and held against scikit-learn."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.budget.screening.quality import average_precision, measured

lines = st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=1, max_size=40)


def test_a_case_counted_by_hand():
    found = measured([5, 4, 3, 2, 1], [True, False, True, False, False], from_score=3)

    assert (found.precision, found.recall) == (Fraction(2, 3), Fraction(1))
    # 1 of 1 at the first tagged line, 2 of 3 at the second.
    assert found.ranking == (Fraction(1) + Fraction(2, 3)) / 2
    assert found.chance == Fraction(2, 5)


def test_nothing_pointed_at_has_no_precision():
    found = measured([0, 0], [True, False], from_score=1)

    assert (found.precision, found.recall) == (None, Fraction(0))
    assert measured([0], [False], from_score=1).recall is None


def test_lines_of_equal_score_come_to_chance_in_whatever_order_they_stand():
    assert average_precision([1] * 4, [True, False, False, False]) == Fraction(1, 4)
    assert average_precision([1] * 4, [False, False, False, True]) == Fraction(1, 4)


@given(lines)
def test_the_ranking_is_that_of_scikit_learn(given_lines):
    metrics = pytest.importorskip("sklearn.metrics")
    scores, tagged = [score for score, _ in given_lines], [kind for _, kind in given_lines]
    if any(tagged):
        assert float(average_precision(scores, tagged)) == pytest.approx(
            metrics.average_precision_score(tagged, scores)
        )
