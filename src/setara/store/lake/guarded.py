"""Expressions that note what they were divided by, since the engines differ in what zero does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import narwhals as nw

from setara.domain.indices import arithmetic
from setara.store.lake import expressions as _registered  # noqa: F401 - registers the arithmetic


@dataclass(frozen=True, eq=False, slots=True)
class Guarded:
    """A number of a formula as an expression; `zeros` collects where a divisor is zero.

    A quotient by zero is null.
    """

    expr: nw.Expr
    zeros: list[nw.Expr]

    def __add__(self, other: Any) -> Guarded:
        return self._with(self.expr + _bare(other))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Guarded:
        return self._with(self.expr - _bare(other))

    def __rsub__(self, other: Any) -> Guarded:
        return self._with(_bare(other) - self.expr)

    def __mul__(self, other: Any) -> Guarded:
        return self._with(self.expr * _bare(other))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Guarded:
        if isinstance(other, Guarded):
            return other.under(self.expr)
        return self._with(self.expr / float(other))

    def __rtruediv__(self, other: Any) -> Guarded:
        return self.under(nw.lit(float(other)))

    def under(self, over: nw.Expr) -> Guarded:
        """`over` divided by this."""
        self.zeros.append(self.expr == 0)
        return self._with(nw.when(self.expr != 0).then(over / self.expr))

    def _with(self, expr: nw.Expr) -> Guarded:
        return Guarded(expr, self.zeros)


def _bare(value: Any) -> Any:
    return value.expr if isinstance(value, Guarded) else value


def _register(function: Any) -> None:
    def act(value: Guarded, *others: Any) -> Any:
        found = function(value.expr, *(_bare(each) for each in others))
        return Guarded(found, value.zeros) if isinstance(found, nw.Expr) else found

    function.register(Guarded, act)


_FUNCTIONS: tuple[Callable[..., Any], ...] = (
    arithmetic.constant,
    arithmetic.ln,
    arithmetic.exp,
    arithmetic.clip,
    arithmetic.smaller,
    arithmetic.greater,
    arithmetic.root,
    arithmetic.rounded,
    arithmetic.presence,
    arithmetic.filled,
    arithmetic.enough,
    arithmetic.nought,
)
for _function in _FUNCTIONS:
    _register(_function)
