"""The score of one indicator from its figures, for every kind of number."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from setara.domain.indices.arithmetic import (
    N,
    constant,
    enough,
    filled,
    greater,
    ln,
    nought,
    root,
    smaller,
)
from setara.domain.indices.composite.blueprint import (
    Gamma,
    Goalposts,
    Indicator,
    Plain,
    Ratio,
    Share,
)
from setara.domain.indices.composite.citing import Citing
from setara.domain.indices.goalposts import between_0_and_1
from setara.domain.indices.worksheet import Worksheet
from setara.domain.language.text import Text

MINIMUM = Text("batas bawah", "lower goalpost")
MAXIMUM = Text("batas atas", "upper goalpost")
BENCHMARK = Text("patokan", "benchmark")
GREATEST = Text("nilai tertinggi", "greatest value")


def score(indicator: Indicator, sheet: Worksheet[N], citing: Citing) -> N | None:
    """The score, written on the sheet; None where its figures are missing or leave it undefined."""
    taken = _taken(indicator, sheet, citing)
    if taken is None:
        return None
    return sheet.step(indicator.step, _scaled(indicator, taken, sheet, citing))


def _taken(indicator: Indicator, sheet: Worksheet[N], citing: Citing) -> N | None:
    match indicator.takes:
        case Plain(measure):
            return sheet.figure(measure) if sheet.has(measure) else None
        case Ratio() as ratio:
            return _ratio(ratio, sheet)
        case Gamma() as gamma:
            has_all = all(sheet.has(measure) for measure in indicator.measures)
            return _gamma(gamma, indicator.step.symbol, sheet, citing) if has_all else None


def _ratio(ratio: Ratio, sheet: Worksheet[N]) -> N | None:
    given = sheet.figure(ratio.given) if ratio.given and sheet.has(ratio.given) else None
    if not (sheet.has(ratio.over) and sheet.has(ratio.under)):
        return given
    over, under = sheet.figure(ratio.over), sheet.figure(ratio.under)
    divided: N | None = _divided(over, under, ratio)
    if given is None:
        return divided
    value: N = given if divided is None else filled(given, divided)
    return value


def _divided(over: Any, under: Any, ratio: Ratio) -> Any:
    """over / under, by the rules of the definition where the divisor is zero."""
    no_divisor, nothing = nought(under), nought(over)
    if isinstance(no_divisor, int):
        rule = ratio.both_zero if nothing else ratio.divisor_zero
        if not no_divisor:
            return over / under
        return None if rule is None else constant(under, rule)
    both = no_divisor * nothing
    alone = no_divisor - both
    value = over / (under + no_divisor) * (1 - no_divisor)
    allowed = 1 - no_divisor
    for rule, where in ((ratio.divisor_zero, alone), (ratio.both_zero, both)):
        if rule is not None:
            value = value + where * constant(over, rule)
            allowed = allowed + where
    return enough(value, allowed, 1)


def _gamma(gamma: Gamma, symbol: str, sheet: Worksheet[N], citing: Citing) -> N:
    women, average = sheet.figure(gamma.women), sheet.figure(gamma.average)
    total = sheet.figure(gamma.total)
    maximum = citing.on(sheet, f"{symbol}.maximum", gamma.maximum, f"max_{symbol}", GREATEST)
    one = constant(women, Decimal(1))
    off = women / average - 1
    nearness = greater(1 - greater(off, 1 - women / average), one - 1)
    level = root(smaller(total / maximum, one), 2)
    metric: N = 1 + 99 * level * nearness
    return metric


def _scaled(indicator: Indicator, value: N, sheet: Worksheet[N], citing: Citing) -> N:
    key, symbol = indicator.step.key, indicator.step.symbol
    if indicator.benchmark is not None:
        bound = citing.on(
            sheet, f"{key}.benchmark", indicator.benchmark, f"patokan_{symbol}", BENCHMARK
        )
        value = smaller(value, bound)
    match indicator.scale:
        case Goalposts() as goalposts:
            return _between(goalposts, key, value, sheet, citing)
        case Share(maximum):
            return value / citing.on(sheet, f"{key}.maximum", maximum, f"max_{symbol}", GREATEST)
        case None:
            return value


def _between(goalposts: Goalposts, key: str, value: N, sheet: Worksheet[N], citing: Citing) -> N:
    low = citing.on(sheet, f"{key}.minimum", goalposts.minimum, f"min_{key}", MINIMUM)
    high = citing.on(sheet, f"{key}.maximum", goalposts.maximum, f"max_{key}", MAXIMUM)
    if goalposts.is_logarithmic:
        # Written so that a figure of zero lies at its end of the scale instead of dividing.
        start, end = (high, low) if goalposts.is_falling else (low, high)
        reached: N = ln(value / start)
        whole: N = ln(end / start)
        return between_0_and_1(reached / whole)
    way = high - value if goalposts.is_falling else value - low
    return between_0_and_1(way / (high - low))
