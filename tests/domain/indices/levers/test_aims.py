"""Changes that worsen somebody's figure are no aims; women's come first."""

from decimal import Decimal

import pytest

from setara.domain.indices.levers import smallest_change
from setara.domain.indices.levers.aims import is_aim, women_first
from setara.domain.indices.registry import index_named
from setara.domain.indices.targeting import may_be_target
from tests.domain.indices.levers.test_what_if import PASER, SIX_OF_30


def test_raising_women_is_an_aim_and_lowering_men_is_none():
    women, men = (
        smallest_change(PASER, f"expenditure_{sex}", Decimal(75)) for sex in ("female", "male")
    )

    assert men.change is not None
    assert men.change < 0
    assert (is_aim(women), is_aim(men)) == (True, False)
    assert women_first((men, women)) == (women, men)


def test_the_way_to_what_cannot_be_reached_counts_too():
    found = smallest_change(PASER, "mean_schooling_male", Decimal(95))

    assert found.published is None
    assert not is_aim(found)


def test_fewer_births_that_endanger_are_an_aim():
    found = smallest_change(
        SIX_OF_30, "adolescent_birth_rate", SIX_OF_30.published - Decimal("0.01")
    )

    assert found.change is not None
    assert found.change < 0
    assert is_aim(found)


@pytest.mark.parametrize(
    ("key", "value", "allowed"),
    [
        ("ipg", "120", True),
        ("ipg", "120.01", False),
        ("ipg", "75.10", True),
        ("ipg", "75.101", False),
        ("ipg", "0", False),
        ("ipg", "NaN", False),
        ("ipg", "Infinity", False),
        ("ikg", "0.412", True),
        ("ikg", "0.4123", False),
        ("ikg", "1.1", False),
    ],
)
def test_a_target_lies_within_the_index_and_is_no_finer_than_it(key, value, allowed):
    assert bool(may_be_target(index_named(key), Decimal(value))) is allowed
