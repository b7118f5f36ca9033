"""Arithmetic of indices on numpy arrays of floats, where NaN stands for what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

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
from setara.domain.indices.definition import Formula
from setara.domain.indices.worksheet import Worksheet

Array = np.ndarray[Any, np.dtype[np.float64]]

CUBE = 3
TIE = 1e-9
"""Added before rounding down, in units of the last place: a half that decimals write exactly
(1.005) lies a little below itself as a float, and is to be rounded as the publisher rounds it."""


@constant.register(np.ndarray)
def _(like: Array, number: Decimal) -> float:
    return float(number)


@ln.register(np.ndarray)
def _(value: Array) -> Array:
    return np.log(value)


@exp.register(np.ndarray)
def _(value: Array) -> Array:
    return np.exp(value)


@clip.register(np.ndarray)
def _(value: Array, lower: float, upper: float) -> Array:
    found: Array = np.maximum(value, lower)
    return np.minimum(found, upper, out=found)


@smaller.register(np.ndarray)
def _(first: Array, second: Array | float) -> Array:
    return np.minimum(first, second)


@greater.register(np.ndarray)
def _(first: Array, second: Array | float) -> Array:
    return np.maximum(first, second)


@root.register(np.ndarray)
def _(value: Array, degree: int) -> Array:
    if degree == SQUARE:
        return np.sqrt(value)
    found: Array = np.cbrt(value) if degree == CUBE else np.power(value, 1 / degree)
    return found


@rounded.register(np.ndarray)
def _(value: Array, places: int) -> Array:
    scale = 10.0**places
    # One array worked on in place: six temporaries would cost more than the arithmetic.
    found: Array = np.abs(value)
    found *= scale
    found += 0.5 + TIE
    np.floor(found, out=found)
    found /= scale
    return np.copysign(found, value, out=found)


@presence.register(np.ndarray)
def _(value: Array) -> Array:
    found: Array = (~np.isnan(value)).astype(np.float64)
    return found


@filled.register(np.ndarray)
def _(value: Array, instead: Array | float) -> Array:
    return np.where(np.isnan(value), instead, value)


@enough.register(np.ndarray)
def _(value: Array, present: Array, least: int) -> Array:
    return np.where(present >= least, value, np.nan)


@nought.register(np.ndarray)
def _(value: Array) -> Array:
    found: Array = (value == 0).astype(np.float64)
    return found


class _Watched(np.ndarray):
    """An array that notes in which rows it was divided by zero, or what came of it was."""

    zeros: list[Any]

    def __array_finalize__(self, made_from: Any) -> None:
        self.zeros = getattr(made_from, "zeros", [])

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *given: Any, **options: Any) -> Any:
        plain = [_plain(each) for each in given]
        if "out" in options:
            options["out"] = tuple(_plain(each) for each in options["out"])
        if ufunc is np.true_divide:
            self.zeros.append(np.broadcast_to(np.equal(plain[1], 0), self.shape))
        found = getattr(ufunc, method)(*plain, **options)
        if not isinstance(found, np.ndarray):
            return found
        watched = found.view(_Watched)
        watched.zeros = self.zeros
        return watched


def _plain(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, _Watched) else value


def divided_by_zero(formula: Formula, given: Mapping[str, Array], day: date) -> Any:
    """The rows in which the formula divides by zero, where exact decimals refuse.

    What comes of it may look sound: in floats 1 / (1 / 0) is 0. Cost: three times the formula.
    """
    zeros: list[Any] = []
    watched: dict[str, Any] = {}
    for key, column in given.items():
        watched[key] = column.view(_Watched)
        watched[key].zeros = zeros
    with np.errstate(all="ignore"):
        formula(Worksheet[Any](watched, day))
    found = np.zeros(len(next(iter(given.values()))), dtype=bool)
    for each in zeros:
        found |= each
    return found
