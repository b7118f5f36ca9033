"""Arithmetic of indices on expressions, which a database computes where the data are.

One registration serves whatever narwhals speaks to: DuckDB, polars, Spark and others. A missing
figure is null, and so is all that is computed from it.
"""

from __future__ import annotations

from decimal import Decimal

import narwhals as nw

from setara.domain.indices.arithmetic import (
    SQUARE,
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
from setara.store.lake.arrays import TIE


@constant.register
def _(like: nw.Expr, number: Decimal) -> float:
    return float(number)


@ln.register
def _(value: nw.Expr) -> nw.Expr:
    # A database stops at the logarithm of nothing; missing is what the other engines answer.
    return nw.when(value > 0).then(value).log()


@exp.register
def _(value: nw.Expr) -> nw.Expr:
    return value.exp()


@clip.register
def _(value: nw.Expr, lower: float, upper: float) -> nw.Expr:
    raised: nw.Expr = greater(value, lower)
    found: nw.Expr = smaller(raised, upper)
    return found


@smaller.register
def _(first: nw.Expr, second: nw.Expr | float) -> nw.Expr:
    return nw.when(first <= second).then(first).otherwise(_where(first > second, second))


@greater.register
def _(first: nw.Expr, second: nw.Expr | float) -> nw.Expr:
    return nw.when(first >= second).then(first).otherwise(_where(first < second, second))


def _where(condition: nw.Expr, value: nw.Expr | float) -> nw.Expr:
    return nw.when(condition).then(value if isinstance(value, nw.Expr) else nw.lit(value))


@root.register
def _(value: nw.Expr, degree: int) -> nw.Expr:
    usable = nw.when(value >= 0).then(value)
    return usable.sqrt() if degree == SQUARE else usable ** (1 / degree)


@rounded.register
def _(value: nw.Expr, places: int) -> nw.Expr:
    scale = 10.0**places
    whole = (value.abs() * scale + (0.5 + TIE)).floor() / scale
    return nw.when(value < 0).then(-whole).otherwise(whole)


@presence.register
def _(value: nw.Expr) -> nw.Expr:
    return nw.when(value.is_null()).then(nw.lit(0.0)).otherwise(nw.lit(1.0))


@filled.register
def _(value: nw.Expr, instead: nw.Expr | float) -> nw.Expr:
    other = instead if isinstance(instead, nw.Expr) else nw.lit(instead)
    return nw.when(value.is_null()).then(other).otherwise(value)


@enough.register
def _(value: nw.Expr, present: nw.Expr, least: int) -> nw.Expr:
    return nw.when(present >= least).then(value)


@nought.register
def _(value: nw.Expr) -> nw.Expr:
    return nw.when(value == 0).then(nw.lit(1.0)).otherwise(nw.lit(0.0))
