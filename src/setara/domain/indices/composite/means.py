"""Weighted means of any number of values, of which some may be missing, for every kind of number.

Missing values weigh nothing. In a column that is a 0 in its row; a single number that is missing
never gets here, so that formulas show only what was there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import add, mul, truediv
from typing import Any

from setara.domain.indices.arithmetic import exp, filled, ln, nought, presence, root
from setara.domain.indices.composite.blueprint import Mean

Values = Sequence[Any]
"""Numbers of one kind; weights may also be the integer 1."""
MOST_MULTIPLIED = 12
"""The product of many values leaves what a float can hold; their logarithms do not."""


def arithmetic(weights: Values, values: Values, *, sum_is_one: bool) -> Any:
    """Σ w·x over Σ w, the division left out where it is known to be by one."""
    total = sum_of(map(_times, weights, values))
    return total if sum_is_one else total / _divisor(sum_of(weights))


def geometric(weights: Values, values: Values, *, sum_is_one: bool) -> Any:
    """exp(Σ w·ln x / Σ w), a plain root of few that weigh the same; zero as soon as one x is."""
    total = sum_of(weights)
    if isinstance(total, int) and total <= MOST_MULTIPLIED:
        product = reduce(mul, values)
        return root(product, total) if total > 1 else product
    zeros = [nought(value) for value in values]
    if not isinstance(zeros[0], int):
        # Databases stop at the logarithm of zero, so the rows that have one are set to zero after.
        logarithm = sum_of(map(_times, weights, map(ln, map(add, values, zeros))))
        return exp(logarithm / _divisor(total)) * _without(zeros)
    logarithm = sum_of(map(_times, weights, map(ln, values)))
    return exp(logarithm if sum_is_one else logarithm / total)


def harmonic(weights: Values, values: Values, *, sum_is_one: bool) -> Any:
    """Σ w over Σ w/x; zero as soon as one x is."""
    zeros = [nought(value) for value in values]
    if not isinstance(zeros[0], int):
        reciprocals = sum_of(map(truediv, weights, map(add, values, zeros)))
        return sum_of(weights) / _divisor(reciprocals) * _without(zeros)
    if any(zeros):
        # Zero, with the slope the mean has there: x · Σ w / w near one zero, none near two.
        first = zeros.index(1)
        still = reduce(mul, [value for value, zero in zip(values, zeros, strict=True) if zero])
        return still * sum_of(weights) / weights[first]
    reciprocals = sum_of(map(truediv, weights, values))
    return 1 / reciprocals if sum_is_one else sum_of(weights) / reciprocals


MEANS: dict[Mean, Callable[..., Any]] = {
    Mean.ARITHMETIC: arithmetic,
    Mean.GEOMETRIC: geometric,
    Mean.HARMONIC: harmonic,
}
NEUTRAL = {Mean.ARITHMETIC: 0, Mean.GEOMETRIC: 1, Mean.HARMONIC: 1}
"""What stands in a row for a missing value; as it weighs nothing, any number that does no harm."""


def tolerant(mean: Mean, weights: Values, values: Values) -> Any:
    """The mean over the values that are there, their weights divided by their own sum."""
    present = [_counted(weight, value) for weight, value in zip(weights, values, strict=True)]
    whole = [filled(value, NEUTRAL[mean]) for value in values]
    return MEANS[mean](present, whole, sum_is_one=False)


def sum_of(numbers: Iterable[Any]) -> Any:
    """The sum, without a leading zero that a formula would show."""
    return reduce(add, numbers)


def _without(zeros: Values) -> Any:
    """0 in the rows of a column where a value is zero, 1 in the others."""
    return reduce(mul, [1 - zero for zero in zeros])


def _divisor(total: Any) -> Any:
    """The total, and 1 in rows of a column where nothing is there to be divided."""
    if isinstance(total, int):
        return total
    empty = nought(total)
    return total if isinstance(empty, int) else total + empty


def _counted(weight: Any, value: Any) -> Any:
    there = presence(value)
    return weight if isinstance(there, int) else weight * there


def _times(weight: Any, value: Any) -> Any:
    return value if isinstance(weight, int) and weight == 1 else weight * value
