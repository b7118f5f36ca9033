"""How far an index may lie from the truth, given how far its figures may.

No publisher of these indices says how certain they are. What is declared about the figures is
drawn many times, and the index computed of every draw: a reckoning of Setara's own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist
from typing import Protocol

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result, by_method, law_day
from setara.domain.indices.definition import UnusableInput
from setara.domain.indices.levers.shares import partner
from setara.domain.indices.levers.what_if import alone
from setara.domain.language.text import Text

DRAWS = 1000
LEVEL = Decimal("0.95")
"""The band holds this part of the draws, half of the rest lying on either side."""
MANY_LEFT_OUT = Decimal("0.05")
DRAWN_DECIMALS = 9
SMALLEST = 2.0**-53


class Chance(Protocol):
    """Where chance comes from, as a `random.Random` with a seed; the domain has none of its own."""

    def random(self) -> float:
        """The next number from 0 to 1, 1 excluded."""
        ...


class InputError(Protocol):
    """What is declared about how far a figure may be off."""

    def draw(self, figure: Decimal, chance: Chance) -> float:
        """A figure that could as well have been found."""
        ...


@dataclass(frozen=True, slots=True)
class Normal:
    """A standard error, in the unit of the measure."""

    standard_error: Decimal

    def draw(self, figure: Decimal, chance: Chance) -> float:
        """Around the figure by the normal distribution."""
        if not self.standard_error:
            return float(figure)
        # 0 has no place in a normal distribution; the smallest number after it has.
        at = max(chance.random(), SMALLEST)
        return NormalDist(float(figure), float(self.standard_error)).inv_cdf(at)


@dataclass(frozen=True, slots=True)
class Uniform:
    """Off by at most `most`, every figure in between as likely."""

    most: Decimal

    def draw(self, figure: Decimal, chance: Chance) -> float:
        """Anything from `most` below to `most` above."""
        return float(figure) + float(self.most) * (2 * chance.random() - 1)


@dataclass(frozen=True, slots=True)
class Binomial:
    """A share found among `asked` people; `whole` is 100 where it is in per cent.

    In a complex sample `asked` is the number of people over the design effect.
    """

    asked: int
    whole: Decimal = Decimal(100)

    def draw(self, figure: Decimal, chance: Chance) -> float:
        """The share among as many people, each with the probability of the figure."""
        part = float(figure / self.whole)
        return (
            sum(chance.random() < part for _ in range(self.asked)) / self.asked * float(self.whole)
        )


@dataclass(frozen=True, slots=True)
class Band:
    """The middle `LEVEL` of the indices of all draws, and the median, each as published.

    `left_out` of `draws` held a figure that cannot be true and do not count; where they are many
    `doubt` says that the band is too narrow.
    """

    result: Result
    lower: Decimal
    middle: Decimal
    upper: Decimal
    draws: int
    left_out: int
    doubt: Text | None = None

    @property
    def label(self) -> Text:
        """Whose reckoning the band is, to stand beside it."""
        return OWN.filled(publisher=self.result.index.publisher)

    @property
    def is_point(self) -> bool:
        """Whether nothing varied."""
        return self.lower == self.upper


class AllLeftOut(ValueError):
    """No draw could be computed; `reason` says so."""

    def __init__(self) -> None:
        self.reason = ALL_LEFT_OUT
        super().__init__(ALL_LEFT_OUT.en)


def band(
    result: Result, errors: Mapping[str, InputError], chance: Chance, *, draws: int = DRAWS
) -> Band:
    """The band of `result` for errors declared by measure; the same for the same `chance`.

    Errors are taken as independent; where two measures are shares of one whole, an error of one
    moves the other. Raises KeyError for a measure without a figure, AllLeftOut where no draw can
    be computed. Cost: `draws` runs of the formula.
    """
    found: list[Decimal] = []
    for _ in range(draws):
        figures = _drawn(result, errors, chance)
        if figures is not None:
            found.append(figures)
    if not found:
        raise AllLeftOut
    places = int(result.index.rounding(law_day(result.year)).value)
    found.sort()
    tail = (1 - LEVEL) / 2
    lower, middle, upper = (
        rounded(_quantile(found, part), places) for part in (tail, Decimal("0.5"), 1 - tail)
    )
    left_out = draws - len(found)
    is_narrow = left_out > draws * MANY_LEFT_OUT
    doubt = TOO_NARROW.filled(left_out=left_out, draws=draws) if is_narrow else None
    return Band(result, lower, middle, upper, draws, left_out, doubt)


def _drawn(result: Result, errors: Mapping[str, InputError], chance: Chance) -> Decimal | None:
    """The index of one draw; None where a figure cannot be true or the index not computed."""
    figures = dict(result.figures)
    for measure in errors:
        definition = result.index.measure(measure)
        drawn = errors[measure].draw(result.figures[measure], chance)
        figure = round(Decimal(drawn), DRAWN_DECIMALS)
        if not definition.lowest <= figure <= definition.highest:
            return None
        figures[measure] = figure
        other = partner(result.index, result.figures, measure)
        if other is not None:
            figures[other] = alone(result, measure, figure)[other]
    try:
        return by_method(result.index, result.method, figures, result.year).unrounded
    except UnusableInput:
        return None


def _quantile(ordered: list[Decimal], part: Decimal) -> Decimal:
    """The value below which `part` of the ordered values lie, interpolated between neighbours."""
    place = part * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


OWN = Text(
    "perhitungan Setara sendiri, bukan angka {publisher}",
    "Setara's own calculation, not a figure of {publisher}",
)
TOO_NARROW = Text(
    "{left_out} dari {draws} undian memuat angka yang tidak mungkin dan tidak dihitung, sehingga "
    "rentang ini terlalu sempit.",
    "{left_out} of {draws} draws held a figure that cannot be true and do not count, so that this "
    "band is too narrow.",
)
ALL_LEFT_OUT = Text(
    "Semua undian memuat angka yang tidak mungkin. Periksa besar kesalahannya.",
    "Every draw held a figure that cannot be true. Check the size of the errors.",
)
