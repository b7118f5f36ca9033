"""The disparity between rates: each sex's cases set against that sex's own people."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.statistics.counted import Sides
from setara.domain.statistics.disparity import (
    BOTH_SEXES,
    BOTH_ZERO,
    MEN_ZERO,
    Disparity,
    ParityBand,
    Result,
    Undefined,
    disparity,
)
from setara.domain.statistics.element import Measure, Polarity

PER_CENT = 100
SCALES = (PER_CENT, 1_000, 10_000, 100_000)
ZERO_IN_SOCIAL_WATCH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PerCapita:
    """Cases per `per` of each sex, and what they say where the bare numbers of cases mislead.

    `disparity` compares the rates; as they do not add up it has no total and no shares.
    `share_of_cases` and `share_of_base` are women's share of the cases and of the people.
    `social_watch` is (W/M) / (people W / people M), see `social_watch`.
    """

    sides: Sides
    per: int
    disparity: Disparity
    share_of_cases: Share | Undefined
    share_of_base: Share
    social_watch: Result


def per_capita(
    pair: Sides | Undefined, *, per: int | None = None, polarity: Polarity, band: ParityBand
) -> PerCapita | Undefined:
    """The disparity of a pair of rates, or the reason why there are none. Never raises.

    Without `per` the smallest of 100, 1,000, 10,000 and 100,000 is taken at which no rate but
    zero falls below one.
    """
    if isinstance(pair, Undefined):
        return pair
    many = per or fitting_scale(pair)
    women, men = pair.women, pair.men
    cases = women.cases + men.cases
    return PerCapita(
        sides=pair,
        per=many,
        disparity=disparity(
            women=women.per(many),
            men=men.per(many),
            measure=Measure.RATE if many == PER_CENT else Measure.VALUE,
            polarity=polarity,
            band=band,
        ),
        share_of_cases=Share(women.cases, cases, CASES_OF_BOTH) if cases else Undefined(BOTH_ZERO),
        share_of_base=Share(women.base, women.base + men.base, BOTH_SEXES),
        social_watch=social_watch(pair),
    )


def social_watch(pair: Sides) -> Result:
    """Women over men among the cases, over women over men among the people; 1 is parity.

    Without a zero it equals the ratio of the rates. No case among women is recoded 0.01, as
    Social Watch does; without a case among men it is undefined. Source: socialwatch.org/node/9280.
    """
    women, men = pair.women, pair.men
    if men.cases == 0:
        return Undefined(BOTH_ZERO if women.cases == 0 else MEN_ZERO)
    if women.cases == 0:
        return ZERO_IN_SOCIAL_WATCH
    return (women.cases / men.cases) / (women.base / men.base)


def fitting_scale(pair: Sides) -> int:
    """The smallest scale at which no rate but zero falls below one, at most 100,000."""
    rates = [side.rate for side in (pair.women, pair.men) if side.cases > 0]
    fitting = (scale for scale in SCALES if all(rate * scale >= 1 for rate in rates))
    return next(fitting, SCALES[-1])


CASES_OF_BOTH = Text("kasus perempuan dan laki-laki", "the cases of women and men together")
