"""Numbers that carry their slopes, so that a formula yields its own exact derivatives.

A `Dual` is an exact decimal with its partial derivative to each measure it was made of. Fed to
the function that computes an index it gives every derivative in one run, by the chain rule and
without finite differences (forward-mode automatic differentiation).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.arithmetic import (
    clip,
    constant,
    exp,
    greater,
    ln,
    root,
    rounded,
    single,
    smaller,
)

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Dual:
    """A value and its `slopes` by measure; a measure that is not named has the slope 0.

    `capped` names measures that lost their slope at a bound, `steep` those whose slope is not
    finite, as that of a root at zero.
    """

    value: Decimal
    slopes: Mapping[str, Decimal]
    capped: frozenset[str] = NONE
    steep: frozenset[str] = NONE

    def __add__(self, other: Dual | int) -> Dual:
        second = lifted(other)
        return _chained(self.value + second.value, (self, 1), (second, 1))

    def __radd__(self, other: int) -> Dual:
        return self + other

    def __sub__(self, other: Dual | int) -> Dual:
        second = lifted(other)
        return _chained(self.value - second.value, (self, 1), (second, -1))

    def __rsub__(self, other: int) -> Dual:
        return lifted(other) - self

    def __mul__(self, other: Dual | int) -> Dual:
        second = lifted(other)
        value = self.value * second.value
        return _chained(value, (self, second.value), (second, self.value))

    def __rmul__(self, other: int) -> Dual:
        return self * other

    def __truediv__(self, other: Dual | int) -> Dual:
        second = lifted(other)
        value = self.value / second.value
        return _chained(value, (self, 1 / second.value), (second, -value / second.value))

    def __rtruediv__(self, other: int) -> Dual:
        return lifted(other) / self


def variable(measure: str, value: Decimal) -> Dual:
    """The figure of a measure, whose slope to itself is 1."""
    return Dual(value, {measure: Decimal(1)})


def lifted(number: Dual | int) -> Dual:
    """A number that depends on no measure, as one that carries slopes; a Dual as it is."""
    return number if isinstance(number, Dual) else Dual(Decimal(number), {})


def _chained(value: Decimal, *outer: tuple[Dual, Decimal | int]) -> Dual:
    """The chain rule: each number with the derivative of the result to it."""
    slopes: dict[str, Decimal] = {}
    for number, factor in outer:
        for measure, slope in number.slopes.items():
            slopes[measure] = slopes.get(measure, Decimal(0)) + factor * slope
    return Dual(value, slopes, _capped(outer), _steep(outer))


def _capped(outer: tuple[tuple[Dual, Decimal | int], ...]) -> frozenset[str]:
    return NONE.union(*(number.capped for number, _ in outer))


def _steep(outer: tuple[tuple[Dual, Decimal | int], ...]) -> frozenset[str]:
    return NONE.union(*(number.steep for number, _ in outer))


def _chosen(kept: Dual, *dropped: Dual) -> Dual:
    """`kept` alone counts; what the others were made of moves nothing here."""
    lost = NONE.union(*(frozenset(other.slopes) | other.capped for other in dropped))
    return Dual(kept.value, kept.slopes, kept.capped | (lost - frozenset(kept.slopes)), kept.steep)


@constant.register
def _(like: Dual, number: Decimal) -> Dual:
    return Dual(number, {})


@ln.register
def _(value: Dual) -> Dual:
    if value.value == 0:
        return _vertical(ln(value.value), value)
    return _chained(ln(value.value), (value, 1 / value.value))


@exp.register
def _(value: Dual) -> Dual:
    found = exp(value.value)
    return _chained(found, (value, found))


@root.register
def _(value: Dual, degree: int) -> Dual:
    found = root(value.value, degree)
    if value.value == 0:
        return _vertical(found, value)
    return _chained(found, (value, found / value.value / degree))


def _vertical(found: Decimal, value: Dual) -> Dual:
    return Dual(found, {}, value.capped, value.steep | frozenset(value.slopes))


@clip.register
def _(value: Dual, lower: Dual, upper: Dual) -> Dual:
    if value.value > upper.value:
        return _chosen(upper, value)
    if value.value < lower.value:
        return _chosen(lower, value)
    return value


@smaller.register
def _(first: Dual, second: Dual) -> Dual:
    return _chosen(first, second) if first.value <= second.value else _chosen(second, first)


@greater.register
def _(first: Dual, second: Dual) -> Dual:
    return _chosen(first, second) if first.value >= second.value else _chosen(second, first)


@rounded.register
def _(value: Dual, places: int) -> Dual:
    # A rounded figure moves by jumps; its slope is that of the figure before rounding.
    return value


single(Dual, lambda value: value.value == 0)
