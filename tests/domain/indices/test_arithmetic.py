"""The functions of an index agree across kinds of number, and take in new ones."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.indices.arithmetic import (
    UnknownNumber,
    clip,
    constant,
    geometric_mean,
    ln,
    root,
    rounded,
)
from setara.domain.indices.components import Component, SexComponents
from setara.domain.indices.ipg import IpgInputs, ipg, since_2014
from setara.domain.indices.ipg_parameters import ipg_parameters
from tests.domain.indices.published import PASER, inputs

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


@dataclass(frozen=True)
class Column:
    """A column of numbers, as an engine of another floor would have it."""

    cells: tuple[float, ...]

    def _with(self, other: Column, calculation) -> Column:
        pairs = zip(self.cells, other.cells, strict=True)
        return Column(tuple(calculation(one, two) for one, two in pairs))

    def __add__(self, other: Column) -> Column:
        return self._with(other, lambda one, two: one + two)

    def __sub__(self, other: Column) -> Column:
        return self._with(other, lambda one, two: one - two)

    def __mul__(self, other: Column) -> Column:
        return self._with(other, lambda one, two: one * two)

    def __truediv__(self, other: Column) -> Column:
        return self._with(other, lambda one, two: one / two)


@constant.register
def _(like: Column, number: Decimal) -> Column:
    return Column((float(number),) * len(like.cells))


@ln.register
def _(value: Column) -> Column:
    return Column(tuple(math.log(cell) for cell in value.cells))


@clip.register
def _(value: Column, lower: Column, upper: Column) -> Column:
    bounds = zip(value.cells, lower.cells, upper.cells, strict=True)
    return Column(tuple(clip(*bound) for bound in bounds))


@root.register
def _(value: Column, degree: int) -> Column:
    return Column(tuple(root(cell, degree) for cell in value.cells))


@rounded.register
def _(value: Column, places: int) -> Column:
    return Column(tuple(rounded(cell, places) for cell in value.cells))


def test_the_same_formula_computes_a_whole_column():
    recent = [case.values[0] for case in PASER if case.values[0]["year"] >= 2016]
    given_ = [inputs(case) for case in recent]

    def column(sex: str) -> SexComponents[Column]:
        return SexComponents(
            *(
                Column(tuple(float(getattr(one, sex).of(component)) for one in given_))
                for component in Component
            )
        )

    found = since_2014(IpgInputs(column("women"), column("men")), ipg_parameters(date(2021, 1, 1)))

    one_by_one = [ipg(one, year=2021).published for one in given_]
    assert [f"{cell:.2f}" for cell in found.published.cells] == list(map(str, one_by_one))
