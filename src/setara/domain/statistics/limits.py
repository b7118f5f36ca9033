"""The formulas of intervals in bare numbers: Wilson's, Newcombe's and what they share."""

from __future__ import annotations

from decimal import Context, Decimal
from math import exp

from setara.domain.statistics.counted import Counted, Sides

Limits = tuple[Decimal, Decimal]
"""Lower and upper."""

# The normal quantile they are multiplied by has 16 digits; roots of 28 take four times as long.
ROOTS = Context(prec=18)


def wilson_limits(part: Counted, z: Decimal) -> Limits:
    """Those of a proportion, `z` standard errors away; always within 0 and 1."""
    cases, base = part.cases, part.base
    square = z * z
    middle = 2 * cases + square
    reach = z * root(square + 4 * cases * (base - cases) / base)
    whole = 2 * (base + square)
    # At the ends the formula gives exactly 0 and 1, but for the last rounded digit.
    lower = Decimal(0) if cases == 0 else (middle - reach) / whole
    upper = Decimal(1) if cases == base else (middle + reach) / whole
    return lower, upper


def newcombe_limits(pair: Sides, of_women: Limits, of_men: Limits) -> Limits:
    """Those of the difference of two proportions, from Wilson's limits of both."""
    women, men = pair.women.rate, pair.men.rate
    women_lower, women_upper = of_women
    men_lower, men_upper = of_men
    difference = women - men
    down = together(women - women_lower, men_upper - men)
    up = together(women_upper - women, men - men_lower)
    return difference - down, difference + up


def together(one: Decimal, other: Decimal) -> Decimal:
    """Two independent reaches as one."""
    return root(one * one + other * other)


def root(value: Decimal) -> Decimal:
    """Its square root, to 18 digits."""
    return ROOTS.sqrt(value)


def exponential(power: Decimal) -> Decimal:
    """To 16 digits, in floating point; in decimals where that has no such number."""
    try:
        return Decimal(repr(exp(power)))
    except OverflowError:
        return power.exp()
