"""Arithmetic of indices on numpy arrays of floats, where NaN stands for what is missing."""

from __future__ import annotations

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
    return np.minimum(np.maximum(value, lower), upper)


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
    return np.copysign(np.floor(np.abs(value) * scale + (0.5 + TIE)) / scale, value)


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
