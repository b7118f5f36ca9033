"""UNESCO's gender parity index of any figure by sex, and its symmetric form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N, greater, smaller
from setara.domain.indices.computing import Result, computed, law_day
from setara.domain.indices.definition import Fault, Figure, Index, Measure, Method, SuspectFigures
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import BOTH_ZERO, MEN_ZERO, parity_band

FIRST_YEAR = 1940
UNESCO = Text("UNESCO", "UNESCO")
GPI_STEP = StepName("gpi", "GPI", Text("Indeks paritas gender", "Gender parity index"))
ADJUSTED_STEP = StepName(
    "adjusted_gpi",
    "GPI_adj",
    Text("Indeks paritas gender yang disesuaikan", "Adjusted gender parity index"),
)


def ratio(sheet: Worksheet[N]) -> N:
    """The figure of women over that of men: 1 at parity."""
    value = sheet.figure("value_female") / sheet.figure("value_male")
    return sheet.step(GPI_STEP, value, decimals=sheet.rule("gpi.published_decimals"))


def adjusted(sheet: Worksheet[N]) -> N:
    """F/M where women have less, 2 − M/F where they have more: exchanged sexes mirror it at 1.

    Written without a choice between the two: the term that does not apply is 1.
    """
    women, men = sheet.figure("value_female"), sheet.figure("value_male")
    fewer: N = smaller(women, men)
    more: N = greater(women, men)
    return sheet.step(
        ADJUSTED_STEP,
        1 + fewer / men - men / more,
        decimals=sheet.rule("gpi.published_decimals"),
    )


def _no_ratio(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    both = figures["value_female"] == 0
    yield Fault(
        ("value_female", "value_male") if both else ("value_male",),
        BOTH_ZERO if both else MEN_ZERO,
    )


NO_RATIO = SuspectFigures(
    ("value_female", "value_male"), lambda figures: figures["value_male"] == 0, _no_ratio
)


def _measure(sex: Sex, key: str, symbol: str) -> Measure:
    return Measure(
        key,
        symbol,
        Text("Angka {sex}", "Figure of {sex}").filled(sex=sex.label),
        Text("satuan yang sama", "the same unit"),
        Decimal(0),
        Decimal("1E12"),
    )


MEASURES = (
    _measure(Sex.FEMALE, "value_female", "P"),
    _measure(Sex.MALE, "value_male", "L"),
)

GPI = Index(
    step=GPI_STEP,
    measures=MEASURES,
    steps=(GPI_STEP,),
    methods=(Method("gpi.ratio", UNESCO, ratio, first_year=FIRST_YEAR),),
    decimals="gpi.published_decimals",
    publisher=UNESCO,
    parity=Decimal(1),
    higher_is_better=None,
    checks=(NO_RATIO,),
)
ADJUSTED_GPI = Index(
    step=ADJUSTED_STEP,
    measures=MEASURES,
    steps=(ADJUSTED_STEP,),
    methods=(Method("adjusted_gpi.symmetric", UNESCO, adjusted, first_year=FIRST_YEAR),),
    decimals="gpi.published_decimals",
    publisher=UNESCO,
    parity=Decimal(1),
    higher_is_better=None,
    checks=(NO_RATIO,),
)


def gpi(*, value_female: Figure, value_male: Figure, year: int | None = None) -> Result:
    """Women's figure over men's, two decimals, 1 at parity, without an upper end.

    Both in the same unit and not negative. Raises UnusableInput, with the reason, where a figure
    is missing or men's is zero: nothing is invented in its place. Source: UNESCO.
    """
    return computed(GPI, {"value_female": value_female, "value_male": value_male}, year=year)


def adjusted_gpi(*, value_female: Figure, value_male: Figure, year: int | None = None) -> Result:
    """The parity index between 0 and 2, two decimals: 1.25 becomes 1.20, its mirror of 0.80.

    Raises as `gpi` does. Source: World Bank, definition of the adjusted gender parity index.
    """
    return computed(
        ADJUSTED_GPI, {"value_female": value_female, "value_male": value_male}, year=year
    )


def at_parity(result: Result) -> bool:
    """Whether an adjusted parity index lies in UNESCO's band, 0.97 to 1.03, both ends included.

    The band is laid on the unrounded value. Only the adjusted index is symmetric, so that
    exchanging the sexes does not turn parity into a disparity.
    """
    return parity_band(law_day(result.year)).holds(result.unrounded)
