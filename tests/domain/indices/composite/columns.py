"""The smallest kind of column there can be, to run a formula over several rows at once."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from setara.domain.indices.arithmetic import (
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
    smaller,
)


@dataclass(frozen=True)
class Rows:
    """Decimals row by row, None where there is none; whatever meets a None is None."""

    cells: tuple[Decimal | None, ...]

    def __add__(self, other: Any) -> Rows:
        return _each(operator.add, self, other)

    def __radd__(self, other: Any) -> Rows:
        return _each(operator.add, self, other)

    def __sub__(self, other: Any) -> Rows:
        return _each(operator.sub, self, other)

    def __rsub__(self, other: Any) -> Rows:
        return _each(lambda one, two: two - one, self, other)

    def __mul__(self, other: Any) -> Rows:
        return _each(operator.mul, self, other)

    def __rmul__(self, other: Any) -> Rows:
        return _each(operator.mul, self, other)

    def __truediv__(self, other: Any) -> Rows:
        return _each(_divided, self, other)

    def __rtruediv__(self, other: Any) -> Rows:
        return _each(lambda one, two: _divided(two, one), self, other)


def _divided(one: Decimal, two: Decimal) -> Decimal | None:
    return one / two if two else None


def _cells(value: Any, length: int) -> tuple[Any, ...]:
    return value.cells if isinstance(value, Rows) else (value,) * length


def _each(function: Callable[..., Any], first: Rows, *others: Any) -> Rows:
    columns = [_cells(each, len(first.cells)) for each in (first, *others)]
    rows = zip(*columns, strict=True)
    return Rows(tuple(None if None in row else function(*row) for row in rows))


@constant.register
def _(like: Rows, number: Decimal) -> Decimal:
    return number


def _number(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@presence.register
def _(value: Rows) -> Rows:
    return Rows(tuple(Decimal(cell is not None) for cell in value.cells))


@filled.register
def _(value: Rows, instead: Any) -> Rows:
    others = _cells(instead, len(value.cells))
    pairs = zip(value.cells, others, strict=True)
    return Rows(tuple(_number(other) if cell is None else cell for cell, other in pairs))


@enough.register
def _(value: Rows, present: Any, least: int) -> Rows:
    pairs = zip(value.cells, _cells(present, len(value.cells)), strict=True)
    return Rows(
        tuple(cell if count is not None and count >= least else None for cell, count in pairs)
    )


@nought.register
def _(value: Rows) -> Rows:
    return _each(lambda cell: Decimal(cell == 0), value)


@ln.register
def _(value: Rows) -> Rows:
    return _each(ln, value)


@exp.register
def _(value: Rows) -> Rows:
    return _each(exp, value)


@root.register
def _(value: Rows, degree: int) -> Rows:
    return _each(lambda cell: root(cell, degree), value)


@smaller.register
def _(first: Rows, second: Any) -> Rows:
    return _each(min, first, second)


@greater.register
def _(first: Rows, second: Any) -> Rows:
    return _each(max, first, second)


@clip.register
def _(value: Rows, lower: Any, upper: Any) -> Rows:
    return _each(clip, value, lower, upper)
