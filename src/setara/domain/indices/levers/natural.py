"""The step in which people think of a measure: a seat, a year, a per cent of expenditure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from setara.domain.indices.definition import Measure
from setara.domain.indices.levers.shares import WHOLE
from setara.domain.language.text import Text

MONEY = frozenset({"expenditure", "gni_per_capita", "ppp", "income"})
SEATS = frozenset({"seats", "parliament"})
RATIO = "rasio"
ONE = Decimal(1)
HUNDREDTH = Decimal("0.01")
# A proportion is counted in hundredths, everything else in ones of its unit.
GREATEST_PROPORTION = Decimal(1)


@dataclass(frozen=True, slots=True)
class NaturalStep:
    """One natural step upwards: `size` in the unit of the measure."""

    size: Decimal
    name: Text


def component_of(measure: str) -> str:
    """A measure's name without the sex, or without saying that it is a ratio of the sexes."""
    return measure.removesuffix("_female").removesuffix("_male").removesuffix("_ratio")


def _is_proportion(measure: Measure) -> bool:
    return measure.highest <= GREATEST_PROPORTION or measure.unit.id == RATIO


def natural_step(measure: Measure, figure: Decimal, total_seats: int | None = None) -> NaturalStep:
    """The natural step of a measure at its figure; `total_seats` makes shares of seats seats."""
    component = component_of(measure.key)
    if component in SEATS and total_seats:
        return NaturalStep(WHOLE / total_seats, ONE_SEAT.filled(total=total_seats))
    if component in MONEY and measure.unit.id != RATIO:
        return NaturalStep(figure / 100, ONE_PER_CENT)
    if _is_proportion(measure):
        return NaturalStep(HUNDREDTH, A_HUNDREDTH)
    in_words = {"persen": ONE_POINT, "tahun": ONE_YEAR}.get(measure.unit.id)
    if in_words is not None:
        return NaturalStep(ONE, in_words)
    return NaturalStep(ONE, ONE_UNIT.filled(unit=measure.unit))


def printed_unit(measure: Measure) -> Decimal:
    """One in the last decimal that publishers print: whole money, three decimals of a
    proportion, else two.
    """
    if component_of(measure.key) in MONEY and measure.unit.id != RATIO:
        return ONE
    return Decimal("0.001") if _is_proportion(measure) else HUNDREDTH


ONE_SEAT = Text("satu kursi dari {total}", "one seat of {total}")
ONE_PER_CENT = Text("1 persen lebih banyak", "1 per cent more")
ONE_POINT = Text("1 poin persen", "1 percentage point")
A_HUNDREDTH = Text("0,01 lebih banyak", "0.01 more")
ONE_YEAR = Text("1 tahun", "1 year")
ONE_UNIT = Text("1 {unit}", "1 {unit}")
