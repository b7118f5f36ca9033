"""The functions of an index agree across kinds of number."""

from __future__ import annotations

from decimal import Context, Decimal, InvalidOperation, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.arithmetic import (
    UnknownNumber,
    clip,
    constant,
    enough,
    exp,
    filled,
    geometric_mean,
    ln,
    nought,
    presence,
    root,
    rounded,
)

POSITIVE = st.decimals("0.0001", 10**6, places=4)


@given(POSITIVE)
def test_decimals_and_floats_agree(value):
    assert float(ln(value)) == pytest.approx(ln(float(value)), abs=1e-12)
    assert float(root(value, 3)) == pytest.approx(root(float(value), 3), rel=1e-12)
    assert float(clip(value, Decimal(1), Decimal(9))) == clip(float(value), 1.0, 9.0)


@given(POSITIVE)
def test_a_root_undoes_a_power(value):
    assert abs(root(value, 3) ** 3 - value) < value * Decimal("1E-26")


@given(POSITIVE, POSITIVE, POSITIVE)
def test_a_geometric_mean_lies_between_its_members_in_any_order(one, two, three):
    mean = geometric_mean(one, two, three)

    slack = 1 + Decimal("1E-26")
    assert min(one, two, three) <= mean * slack
    assert mean <= max(one, two, three) * slack
    assert abs(mean - geometric_mean(three, one, two)) < mean * Decimal("1E-25")


def test_zero_pulls_a_geometric_mean_to_zero():
    assert geometric_mean(Decimal(0), Decimal("0.5"), Decimal(1)) == 0
    assert geometric_mean(0.0, 0.5, 1.0) == 0.0


@pytest.mark.parametrize(
    ("value", "expected"),
    [("71.185", "71.19"), ("71.1849", "71.18"), ("-71.185", "-71.19"), ("2.5", "2.50")],
)
def test_half_a_unit_is_rounded_away_from_zero(value, expected):
    assert str(rounded(Decimal(value), 2)) == expected


def test_floats_round_the_half_they_can_hold():
    assert (rounded(0.125, 2), rounded(-0.125, 2), rounded(2.0, 2)) == (0.13, -0.13, 2.0)


@pytest.mark.parametrize("function", [constant, ln, clip, root, rounded])
def test_a_kind_of_number_nobody_registered_is_named(function):
    extra = {clip: ("0", "1")}.get(function, (2,))

    with pytest.raises(UnknownNumber, match="str"):
        function("delapan", *(() if function is ln else extra))


@pytest.mark.parametrize("number", [Decimal("0.5"), 0.5])
def test_a_single_number_is_there_and_stays_as_it_is(number):
    assert presence(number) == 1
    assert filled(number, number * 9) == number
    assert enough(number, 0, 5) == number
    assert (nought(number), nought(number * 0)) == (0, 1)


@pytest.mark.parametrize("zero", [Decimal(0), 0.0])
def test_the_logarithm_of_zero_leads_back_to_zero(zero):
    assert exp(ln(zero)) == 0


@given(st.decimals("1e-12", "1e12", allow_nan=False), st.integers(3, 14))
def test_a_root_is_exact_to_the_last_digits(value, degree):
    found = root(value, degree)

    with localcontext(Context(prec=60)):
        assert abs(found**degree / value - 1) < degree * Decimal("1e-33")


@pytest.mark.parametrize(
    ("value", "degree", "found"),
    [("27", 3, "3"), ("0.001", 3, "0.1"), ("0", 3, "0"), ("1", 7, "1"), ("1e-400", 4, "1e-100")],
)
def test_roots_known_by_heart(value, degree, found):
    assert root(Decimal(value), degree) == Decimal(found)


def test_a_negative_number_has_no_root():
    with pytest.raises(InvalidOperation):
        root(Decimal(-8), 3)
