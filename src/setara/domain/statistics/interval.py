"""How far chance reaches: intervals for a proportion, a difference and a ratio of proportions.

Formulas: Wilson 1927; Newcombe, Statistics in Medicine 17 (1998) 857 (proportion) and 873
(difference, method 10); Katz et al., Biometrics 34 (1978) 469; Koopman, Biometrics 40 (1984) 513;
Miettinen and Nurminen, Statistics in Medicine 4 (1985) 213.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from statistics import NormalDist

from setara.domain.language.text import Text
from setara.domain.statistics.counted import Counted, Sides
from setara.domain.statistics.disparity import Undefined
from setara.domain.statistics.limits import (
    Limits,
    exponential,
    newcombe_limits,
    root,
    together,
    wilson_limits,
)
from setara.domain.statistics.score import ratio_limits

LEVEL = Decimal("0.95")
"""The share of such intervals that hold the truth, unless another is asked for."""


class Method(StrEnum):
    """The formula an interval was made by; the label of an interval always names it."""

    WILSON = "wilson"
    NEWCOMBE = "newcombe"
    KATZ = "katz"
    SCORE = "score"
    MOVER = "mover"

    @property
    def label(self) -> Text:
        """In both languages."""
        return METHOD_LABELS[self]


METHOD_LABELS = {
    Method.WILSON: Text("metode skor Wilson", "Wilson's score method"),
    Method.NEWCOMBE: Text("metode skor hibrida Newcombe", "Newcombe's hybrid score method"),
    Method.KATZ: Text("metode logaritma Katz", "Katz's log method"),
    Method.SCORE: Text(
        "metode skor Koopman dengan faktor Miettinen–Nurminen, karena rumus Katz tidak berlaku "
        "bila tidak seorang pun atau semuanya terhitung",
        "Koopman's score method with the factor of Miettinen and Nurminen, as Katz's formula does "
        "not hold where nobody or everybody counts",
    ),
    Method.MOVER: Text(
        "metode MOVER dari dua selang Newcombe",
        "the MOVER method from two of Newcombe's intervals",
    ),
}


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that chance leaves possible, both ends included.

    Proportions and their differences are between −1 and 1, not in per cent. `upper` is None
    where there is no upper end (a ratio to nobody). `is_hypothetical` marks the interval of a
    complete count, which has none unless one treats it as a sample.
    """

    method: Method
    level: Decimal
    lower: Decimal
    upper: Decimal | None
    is_hypothetical: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether chance alone could explain `value`."""
        return self.lower <= value and (self.upper is None or value <= self.upper)

    def scaled(self, factor: int) -> Interval:
        """In another unit; by 100 for percentage points."""
        upper = None if self.upper is None else self.upper * factor
        return replace(self, lower=self.lower * factor, upper=upper)

    @property
    def label(self) -> Text:
        """What it is, with level and method, and with its condition where it has one."""
        words = HYPOTHETICAL if self.is_hypothetical else PLAIN
        percent = (self.level * 100).normalize()
        return words.filled(level=percent, method=self.method.label)


Intervals = tuple[
    Interval | Undefined, Interval | Undefined, Interval | Undefined, Interval | Undefined
]

PLAIN = Text(
    "selang kepercayaan {level}%, {method}",
    "{level}% confidence interval, {method}",
)
HYPOTHETICAL = Text(
    "selang kepercayaan {level}% seandainya pencatatan lengkap ini dianggap sampel, {method}",
    "{level}% confidence interval if this complete count is treated as a sample, {method}",
)


def wilson(part: Counted, level: Decimal = LEVEL) -> Interval | Undefined:
    """Where a proportion may lie; undefined where there are more cases than the base."""
    if not part.is_proportion:
        return Undefined(NO_PROPORTION)
    return Interval(Method.WILSON, level, *wilson_limits(part, normal_quantile(level)))


def newcombe(pair: Sides, level: Decimal = LEVEL) -> Interval | Undefined:
    """Where the difference of two independent proportions, women minus men, may lie."""
    if not _are_proportions(pair):
        return Undefined(NO_PROPORTION)
    women, men = _both_wilson(pair, level)
    return Interval(Method.NEWCOMBE, level, *newcombe_limits(pair, women, men))


def katz(pair: Sides, level: Decimal = LEVEL) -> Interval | Undefined:
    """Where the ratio of two independent proportions, women over men, may lie.

    Undefined where nobody counts on one side, or everybody on both: see `ratio_interval`.
    """
    return _katz(pair, level) if _are_proportions(pair) else Undefined(NO_PROPORTION)


def score(pair: Sides, level: Decimal = LEVEL) -> Interval | Undefined:
    """The same by the asymptotic score, which needs a single case on either side.

    It is Koopman's with the variance taken N/(N−1) times, as Miettinen and Nurminen do: that is
    the one whose limits Fagerland et al. print (7/34 to 1/34: 1.21 to 43), and the wider.
    """
    if not _are_proportions(pair):
        return Undefined(NO_PROPORTION)
    if pair.women.cases == 0 and pair.men.cases == 0:
        return Undefined(NO_CASES)
    if pair.women.base + pair.men.base <= 1:
        return Undefined(TOO_FEW)
    lower, upper = ratio_limits(
        (float(pair.women.cases), float(pair.women.base)),
        (float(pair.men.cases), float(pair.men.base)),
        float(normal_quantile(level)),
    )
    return Interval(
        Method.SCORE,
        level,
        Decimal(repr(lower)),
        None if upper is None else Decimal(repr(upper)),
    )


def ratio_interval(pair: Sides, level: Decimal = LEVEL) -> Interval | Undefined:
    """Katz's interval, and the score's where Katz has none; the answer names the method."""
    found = katz(pair, level)
    return score(pair, level) if isinstance(found, Undefined) else found


def intervals(pair: Sides, level: Decimal = LEVEL) -> Intervals:
    """Those of both proportions, of their difference and of their ratio, in that order."""
    if not _are_proportions(pair):
        nothing = Undefined(NO_PROPORTION)
        return wilson(pair.women, level), wilson(pair.men, level), nothing, nothing
    # Wilson's limits are worked out once for both uses: they are half of the cost.
    women, men = _both_wilson(pair, level)
    ratio = _katz(pair, level)
    return (
        Interval(Method.WILSON, level, *women),
        Interval(Method.WILSON, level, *men),
        Interval(Method.NEWCOMBE, level, *newcombe_limits(pair, women, men)),
        score(pair, level) if isinstance(ratio, Undefined) else ratio,
    )


def difference_of_differences(
    before: Sides, after: Sides, level: Decimal = LEVEL
) -> Interval | Undefined:
    """Where the change of the difference may lie; the two samples must be independent.

    Source: the recovery of variances from limits (MOVER), Zou and Donner, Statistics in Medicine
    27 (2008) 1693, on Newcombe's limits.
    """
    if not (_are_proportions(before) and _are_proportions(after)):
        return Undefined(NO_PROPORTION)
    first_lower, first_upper = newcombe_limits(before, *_both_wilson(before, level))
    lower, upper = newcombe_limits(after, *_both_wilson(after, level))
    first, last = before.difference, after.difference
    change = last - first
    down = together(last - lower, first_upper - first)
    up = together(upper - last, first - first_lower)
    return Interval(Method.MOVER, level, change - down, change + up)


@cache
def normal_quantile(level: Decimal) -> Decimal:
    """The two-sided quantile of the normal distribution: 1.959964 for 0.95.

    Raises ValueError where the level does not lie between 0 and 1.
    """
    if not 0 < level < 1:
        message = f"a level lies between 0 and 1: {level}"
        raise ValueError(message)
    return Decimal(repr(NormalDist().inv_cdf(float((1 + level) / 2))))


def _katz(pair: Sides, level: Decimal) -> Interval | Undefined:
    women, men = pair.women, pair.men
    if women.cases == 0 or men.cases == 0:
        return Undefined(KATZ_AT_ZERO)
    variance = 1 / women.cases - 1 / women.base + 1 / men.cases - 1 / men.base
    if variance <= 0:
        return Undefined(KATZ_AT_ALL)
    ratio = women.rate / men.rate
    factor = exponential(normal_quantile(level) * root(variance))
    return Interval(Method.KATZ, level, ratio / factor, ratio * factor)


def _both_wilson(pair: Sides, level: Decimal) -> tuple[Limits, Limits]:
    z = normal_quantile(level)
    return wilson_limits(pair.women, z), wilson_limits(pair.men, z)


def _are_proportions(pair: Sides) -> bool:
    return pair.women.is_proportion and pair.men.is_proportion


NO_PROPORTION = Text(
    "Kasusnya lebih banyak daripada penyebutnya, sehingga ini bukan proporsi dan selangnya tidak "
    "dapat dihitung.",
    "There are more cases than the base, so this is no proportion and has no such interval.",
)
NO_CASES = Text(
    "Tidak ada kasus pada kedua pihak, sehingga rasionya dapat bernilai berapa pun.",
    "There is no case on either side, so the ratio could be anything.",
)
TOO_FEW = Text(
    "Sampelnya terlalu kecil untuk sebuah selang.", "The sample is too small for an interval."
)
KATZ_AT_ZERO = Text(
    "Rumus Katz tidak berlaku karena pada salah satu pihak tidak ada kasus.",
    "Katz's formula does not hold, as one side has no case.",
)
KATZ_AT_ALL = Text(
    "Rumus Katz tidak berlaku karena pada kedua pihak semuanya adalah kasus.",
    "Katz's formula does not hold, as everybody on both sides is a case.",
)
