"""The few functions an index needs beyond plus and times, for every kind of number it meets.

Each is a single-dispatch function: here it knows Decimal and float; an engine of the floor above
registers its column expressions, so that one formula explains a district and computes a country.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from functools import lru_cache, singledispatch
from typing import Any, Protocol, Self, TypeVar

_WIDER = Context(prec=50, rounding=ROUND_HALF_EVEN)
_STEPS = 2
PRECISE = Context(prec=34, rounding=ROUND_HALF_EVEN)
"""34 digits (IEEE 754 decimal128), so that no rounding shows in a published figure."""


class Quantity(Protocol):
    """What a formula may be given: anything that reckons with its own kind and with integers."""

    def __add__(self, other: Self | int, /) -> Self: ...
    def __radd__(self, other: int, /) -> Self: ...
    def __sub__(self, other: Self | int, /) -> Self: ...
    def __rsub__(self, other: int, /) -> Self: ...
    def __mul__(self, other: Self | int, /) -> Self: ...
    def __rmul__(self, other: int, /) -> Self: ...
    def __truediv__(self, other: Self | int, /) -> Self: ...
    def __rtruediv__(self, other: int, /) -> Self: ...


N = TypeVar("N", bound=Quantity)
SQUARE = 2


class UnknownNumber(TypeError):
    """No engine has registered this kind of number."""

    def __init__(self, value: object) -> None:
        super().__init__(f"no arithmetic is registered for {type(value).__name__}")


@singledispatch
def constant(like: Any, number: Decimal) -> Any:
    """`number`, a value of the law, as the kind of number that `like` is."""
    raise UnknownNumber(like)


@constant.register
def _(like: Decimal, number: Decimal) -> Decimal:
    return number


@constant.register
def _(like: float, number: Decimal) -> float:
    return float(number)


@singledispatch
def ln(value: Any) -> Any:
    """The natural logarithm of a positive number."""
    raise UnknownNumber(value)


@ln.register
def _(value: Decimal) -> Decimal:
    return _exact_ln(value)


@lru_cache(maxsize=1024)
def _exact_ln(value: Decimal) -> Decimal:
    """Kept, since the goalposts of a table are the same in each of its rows (0.1 ms each)."""
    return value.ln(PRECISE)


@ln.register
def _(value: float) -> float:
    # As Decimal has it: zero leads a weighted geometric mean to zero.
    return math.log(value) if value else -math.inf


@singledispatch
def exp(value: Any) -> Any:
    """e to the power of `value`."""
    raise UnknownNumber(value)


@exp.register
def _(value: Decimal) -> Decimal:
    return value.exp(PRECISE)


@exp.register
def _(value: float) -> float:
    return math.exp(value)


@singledispatch
def clip(value: Any, lower: Any, upper: Any) -> Any:
    """`value`, but no less than `lower` and no more than `upper`."""
    raise UnknownNumber(value)


@clip.register
def _(value: Decimal, lower: Decimal, upper: Decimal) -> Decimal:
    return min(max(value, lower), upper)


@clip.register
def _(value: float, lower: float, upper: float) -> float:
    return min(max(value, lower), upper)


@singledispatch
def smaller(first: Any, second: Any) -> Any:
    """The smaller of two numbers."""
    raise UnknownNumber(first)


@smaller.register
def _(first: Decimal, second: Decimal) -> Decimal:
    return min(first, second)


@smaller.register
def _(first: float, second: float) -> float:
    return min(first, second)


@singledispatch
def greater(first: Any, second: Any) -> Any:
    """The greater of two numbers."""
    raise UnknownNumber(first)


@greater.register
def _(first: Decimal, second: Decimal) -> Decimal:
    return max(first, second)


@greater.register
def _(first: float, second: float) -> float:
    return max(first, second)


@singledispatch
def root(value: Any, degree: int) -> Any:
    """The `degree`-th root of a number that is not negative."""
    raise UnknownNumber(value)


@root.register
def _(value: Decimal, degree: int) -> Decimal:
    if degree == SQUARE:
        return value.sqrt(PRECISE)
    near = float(value) ** (1 / degree) if value > 0 else 0.0
    if not 0 < near < math.inf:
        return PRECISE.power(value, PRECISE.divide(Decimal(1), Decimal(degree)))
    return PRECISE.plus(_nearer(value, degree, Decimal(near)))


def _nearer(value: Decimal, degree: int, near: Decimal) -> Decimal:
    """The root by Newton's method from a float's 16 digits, each step doubles them.

    A hundredth of the time of a power with a broken exponent (0.3 ms), and exact for cubes.
    """
    with localcontext(_WIDER):
        for _ in range(_STEPS):
            near -= (near**degree - value) / (degree * near ** (degree - 1))
        return +near


@root.register
def _(value: float, degree: int) -> float:
    return float(value ** (1 / degree))


@singledispatch
def rounded(value: Any, places: int) -> Any:
    """`value` with `places` decimals, half rounded away from zero as BPS tables are."""
    raise UnknownNumber(value)


@rounded.register
def _(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@rounded.register
def _(value: float, places: int) -> float:
    scale = 10.0**places
    return math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)


@singledispatch
def presence(value: Any) -> Any:
    """1 where there is a value, 0 where there is none.

    A single number that is there is simply the integer 1, whatever its kind; what is missing is
    no number (None) and never gets here. A column answers with a column of 1 and 0.
    """
    raise UnknownNumber(value)


@singledispatch
def filled(value: Any, instead: Any) -> Any:
    """`value`, and `instead` where it is missing; a single number is never missing."""
    raise UnknownNumber(value)


@singledispatch
def enough(value: Any, present: Any, least: int) -> Any:
    """`value` where `present` is at least `least`, and missing where it is less.

    For a single number the caller has seen to that beforehand, and `value` comes back.
    """
    raise UnknownNumber(value)


@singledispatch
def nought(value: Any) -> Any:
    """1 where the value is zero, 0 where it is another number; integers for a single number.

    A column answers with a column of 1 and 0 (either, where it is missing).
    """
    raise UnknownNumber(value)


def single(kind: type[Any], is_zero: Callable[[Any], bool]) -> None:
    """Register what holds for every kind of number that is one value and not a column."""
    presence.register(kind, lambda value: 1)
    filled.register(kind, lambda value, instead: value)
    enough.register(kind, lambda value, present, least: value)
    nought.register(kind, lambda value: int(is_zero(value)))


single(Decimal, lambda value: value == 0)
single(float, lambda value: value == 0)


def arithmetic_mean(first: N, second: N) -> N:
    """Half of the sum."""
    return (first + second) / 2


def geometric_mean(first: N, second: N, third: N) -> N:
    """The cube root of the product; zero as soon as one of the three is."""
    mean: N = root(first * second * third, 3)
    return mean


def harmonic_mean(first: N, second: N) -> N:
    """Two over the sum of the reciprocals, written so that it is zero where one of them is."""
    return 2 * (first * second) / (first + second)
