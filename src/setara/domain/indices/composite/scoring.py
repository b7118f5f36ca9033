"""The score of one indicator from its figures, for every kind of number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from setara.domain.indices.arithmetic import (
    N,
    clip,
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
from setara.domain.indices.composite.citing import Citing, Named
from setara.domain.indices.goalposts import between_0_and_1
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

DIVISOR_ZERO = Text(
    "nilai bila pembaginya nol, menurut definisi", "what counts where the divisor is zero"
)
BOTH_ZERO = Text("nilai bila keduanya nol, menurut definisi", "what counts where both are zero")
MINIMUM = Text("batas bawah", "lower goalpost")
MAXIMUM = Text("batas atas", "upper goalpost")
BENCHMARK = Text("patokan", "benchmark")
GREATEST = Text("nilai tertinggi", "greatest value")


def score(indicator: Indicator, sheet: Worksheet[N], citing: Citing) -> N | None:
    """The score, written on the sheet; None where its figures are missing or leave it undefined."""
    match indicator.takes:
        case Plain(measure):
            taken = sheet.figure(measure) if sheet.has(measure) else None
        case Ratio() as ratio:
            taken = _ratio(ratio, indicator.step, sheet, citing)
        case Gamma() as gamma:
            has_all = all(sheet.has(measure) for measure in indicator.measures)
            taken = _gamma(gamma, indicator.step, sheet, citing) if has_all else None
    if taken is None:
        return None
    return sheet.step(indicator.step, _scaled(indicator, taken, sheet, citing))


def _ratio(ratio: Ratio, step: StepName, sheet: Worksheet[N], citing: Citing) -> N | None:
    given = sheet.figure(ratio.given) if ratio.given and sheet.has(ratio.given) else None
    if not (sheet.has(ratio.over) and sheet.has(ratio.under)):
        return given

    def counts(rule: Decimal, key: str, name: Text) -> N:
        return citing.on(sheet, f"{step.key}.{key}", rule, Named(f"{key}_{step.symbol}", name))

    rules = _ZeroRules(
        None if ratio.divisor_zero is None else counts(ratio.divisor_zero, "nol", DIVISOR_ZERO),
        None if ratio.both_zero is None else counts(ratio.both_zero, "kosong", BOTH_ZERO),
    )
    divided: N | None = _divided(sheet.figure(ratio.over), sheet.figure(ratio.under), rules)
    if given is None:
        return divided
    value: N = given if divided is None else filled(given, divided)
    return value


@dataclass(frozen=True, slots=True)
class _ZeroRules:
    """What counts where the divisor, or both, are zero; None: nothing does."""

    divisor_zero: Any
    both_zero: Any


def _divided(over: Any, under: Any, rules: _ZeroRules) -> Any:
    """over / under, by the rules of the definition where the divisor is zero."""
    no_divisor, nothing = nought(under), nought(over)
    if isinstance(no_divisor, int):
        if no_divisor:
            return rules.both_zero if nothing else rules.divisor_zero
        return over / under
    both = no_divisor * nothing
    value = over / (under + no_divisor) * (1 - no_divisor)
    allowed = 1 - no_divisor
    for rule, where in ((rules.divisor_zero, no_divisor - both), (rules.both_zero, both)):
        if rule is not None:
            value = value + where * rule
            allowed = allowed + where
    return enough(value, allowed, 1)


def _gamma(gamma: Gamma, step: StepName, sheet: Worksheet[N], citing: Citing) -> N:
    women, average = sheet.figure(gamma.women), sheet.figure(gamma.average)
    total = sheet.figure(gamma.total)
    maximum = citing.on(
        sheet, f"{step.key}.maximum", gamma.maximum, Named(f"max_{step.symbol}", GREATEST)
    )
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
            sheet, f"{key}.benchmark", indicator.benchmark, Named(f"patokan_{symbol}", BENCHMARK)
        )
        value = smaller(value, bound)
    match indicator.scale:
        case Goalposts() as goalposts:
            return _between(goalposts, indicator.step, value, sheet, citing)
        case Share(maximum):
            greatest = Named(f"max_{symbol}", GREATEST)
            return value / citing.on(sheet, f"{key}.maximum", maximum, greatest)
        case None:
            return value


def _between(
    goalposts: Goalposts, step: StepName, value: N, sheet: Worksheet[N], citing: Citing
) -> N:
    least, most = Named(f"min_{step.symbol}", MINIMUM), Named(f"max_{step.symbol}", MAXIMUM)
    low = citing.on(sheet, f"{step.key}.minimum", goalposts.minimum, least)
    high = citing.on(sheet, f"{step.key}.maximum", goalposts.maximum, most)
    if goalposts.is_logarithmic:
        # Cut first: a figure of zero has no logarithm, but a place on the scale.
        within: N = clip(value, low, high)
        reached: N = ln(high / within) if goalposts.is_falling else ln(within / low)
        whole: N = ln(high / low)
        return reached / whole
    way = high - value if goalposts.is_falling else value - low
    return between_0_and_1(way / (high - low))
