"""The formulas of intervals in bare numbers: Wilson's, Newcombe's and what they share."""

from __future__ import annotations

from decimal import Decimal
from math import exp

from setara.domain.statistics.counted import Counted, Sides

Limits = tuple[Decimal, Decimal]
"""Lower and upper."""


def wilson_limits(part: Counted, z: Decimal) -> Limits:
    """Those of a proportion, `z` standard errors away; always within 0 and 1."""
    cases, base = part.cases, part.base
    square = z * z
    middle = 2 * cases + square
    reach = z * (square + 4 * cases * (base - cases) / base).sqrt()
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
    return (one * one + other * other).sqrt()


def exponential(power: Decimal) -> Decimal:
    """In floating point: the quantile it comes from has no more digits, and it is several times
    as fast as in decimals, which are left for powers beyond floating point.
    """
    try:
        return Decimal(exp(power))
    except OverflowError:
        return power.exp()
