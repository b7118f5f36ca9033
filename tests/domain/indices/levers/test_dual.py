"""Numbers with slopes: each function's derivative against its central difference in decimals."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.arithmetic import (
    PRECISE,
    clip,
    constant,
    enough,
    exp,
    filled,
    greater,
    ln,
    nought,
    presence,
    root,
    rounded,
    smaller,
)
from setara.domain.indices.levers.dual import Dual, lifted, variable

SMALL = Decimal("1E-10")
NEAR = Decimal("1E-12")
FORMULAS = {
    "plus": lambda x: 3 + x + 2 + x,
    "minus": lambda x: 7 - x - 2 - (x - x * x),
    "times": lambda x: 3 * x * x * 2,
    "over": lambda x: 2 / (1 / x + 1 / (x * x)) / 3,
    "logarithm": lambda x: ln(x * x + 1),
    "power": lambda x: exp(x / 3),
    "root": lambda x: root(x * 2, 3) + root(x, 2),
    "smaller": lambda x: smaller(x * x, x + 100),
    "greater": lambda x: greater(x * x, x - 1),
    "inside": lambda x: clip(x, constant(x, Decimal(0)), constant(x, Decimal(10))),
}


@pytest.mark.parametrize("name", FORMULAS)
@given(x=st.decimals("0.1", "9", places=4))
def test_the_slope_is_the_derivative(name, x):
    formula = FORMULAS[name]
    with localcontext(PRECISE):
        found = formula(variable("x", x))
        central = (formula(x + SMALL) - formula(x - SMALL)) / (2 * SMALL)

        assert found.value == formula(x)
        assert abs(found.slopes["x"] - central) < NEAR
    assert not found.capped | found.steep


@pytest.mark.parametrize("figure", [Decimal(-1), Decimal(2)])
def test_beyond_a_bound_the_slope_is_gone_and_the_measure_is_named(figure):
    number = variable("x", figure)
    found = clip(number, lifted(0), lifted(1))

    assert (found.slopes, found.capped) == ({}, {"x"})
    assert (2 * found + 1).capped == {"x"}


def test_at_a_bound_the_slope_is_that_of_the_inner_side():
    found = clip(variable("x", Decimal(1)), lifted(0), lifted(1))

    assert (found.slopes, found.capped) == ({"x": 1}, frozenset())


def test_of_two_numbers_only_the_chosen_one_moves_the_result():
    low, high = variable("low", Decimal(1)), variable("high", Decimal(2))

    assert (smaller(low, high).slopes, smaller(high, low).capped) == ({"low": 1}, {"high"})
    assert (greater(low, high).slopes, greater(high, low).capped) == ({"high": 1}, {"low"})


def test_a_root_or_logarithm_at_zero_is_steep_and_has_no_slope():
    nothing = variable("x", Decimal(0))

    assert (root(nothing, 2).slopes, root(nothing, 2).steep) == ({}, {"x"})
    assert exp(ln(nothing)) == Dual(Decimal(0), {}, steep=frozenset({"x"}))


def test_a_number_that_is_there_is_present_as_it_is_and_not_rounded():
    number = variable("x", Decimal("0.125"))

    assert (presence(number), nought(number), nought(lifted(0))) == (1, 0, 1)
    assert rounded(number, 1) is filled(number, 0) is enough(number, 1, 1) is number
