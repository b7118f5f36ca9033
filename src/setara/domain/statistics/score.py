"""Score limits for the ratio of two proportions, found by halving.

The limits are roots of an equation without a handy closed form; they are found in floating point
to a relative error below 1e-12, which no published table comes near.
"""

from __future__ import annotations

from math import inf, sqrt

Observed = tuple[float, float]
"""Cases and base of one side."""

HALVINGS = 200
NEAREST = 1e-14


def ratio_limits(first: Observed, second: Observed, z: float) -> tuple[float, float | None]:
    """The least and the greatest ratio of `first` to `second` that `z` standard errors allow.

    The lower limit is 0 where `first` has no case; the upper one is None where `second` has
    none. The bases are above 0, together above 1, and at least one side has a case.
    """
    lower = 0.0 if first[0] == 0 else _root(first, second, z)
    upper = None if second[0] == 0 else _root(first, second, -z)
    return lower, upper


def _root(first: Observed, second: Observed, target: float) -> float:
    """The ratio at which the score statistic, which only falls, meets `target`."""
    low, high = 1.0, 1.0
    while _score(first, second, low) < target:
        low /= 2
    while _score(first, second, high) > target:
        high *= 2
    for _ in range(HALVINGS):
        middle = sqrt(low * high)
        if high / low - 1 < NEAREST:
            break
        if _score(first, second, middle) > target:
            low = middle
        else:
            high = middle
    return sqrt(low * high)


def _score(first: Observed, second: Observed, ratio: float) -> float:
    """How many standard errors the data lie above `ratio`, under the likeliest rates with it."""
    (cases, base), (other_cases, other_base) = first, second
    whole = base + other_base
    linear = ratio * (base + other_cases) + cases + other_base
    root = sqrt(max(linear * linear - 4 * ratio * whole * (cases + other_cases), 0.0))
    # The smaller root of a quadratic, written so that nothing cancels.
    rate = 2 * ratio * (cases + other_cases) / (linear + root)
    other = rate / ratio
    variance = rate * (1 - rate) / base + ratio * ratio * other * (1 - other) / other_base
    variance *= whole / (whole - 1)
    distance = cases / base - ratio * other_cases / other_base
    if variance <= 0:
        return 0.0 if distance == 0 else (inf if distance > 0 else -inf)
    return distance / sqrt(variance)
