"""The gender development index (GDI) of UNDP: the HDI of women over the HDI of men."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N, rounded
from setara.domain.indices.computing import Result, computed, law_day
from setara.domain.indices.definition import Fault, Figure, Index, Method, UnusableInput
from setara.domain.indices.hdi import (
    DEVELOPMENT,
    SERIES_BEGINS,
    UNDP,
    schooling_exchanged,
)
from setara.domain.indices.ipg import WOMEN_LIVE_SHORTER
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter

UNDP_GDI = Text("Metode UNDP tahun 2014", "UNDP method of 2014")
GDI_STEP = StepName(
    "gdi", "GDI", Text("Indeks Pembangunan Gender UNDP", "Gender development index of UNDP")
)


def since_2014(sheet: Worksheet[N]) -> N:
    """GDI: the two HDI as they are, neither rounded before they are divided."""
    women = DEVELOPMENT.compute(sheet, Sex.FEMALE)
    men = DEVELOPMENT.compute(sheet, Sex.MALE)
    return sheet.step(GDI_STEP, women / men, decimals=sheet.rule("gdi.published_decimals"))


GDI = Index(
    step=GDI_STEP,
    measures=(*DEVELOPMENT.measures(Sex.FEMALE), *DEVELOPMENT.measures(Sex.MALE)),
    steps=(*DEVELOPMENT.steps(Sex.FEMALE), *DEVELOPMENT.steps(Sex.MALE), GDI_STEP),
    methods=(Method("gdi.since_2014", UNDP_GDI, since_2014, first_year=SERIES_BEGINS),),
    decimals="gdi.published_decimals",
    publisher=UNDP,
    parity=Decimal(1),
    higher_is_better=None,
    doubts=(
        # True in Bangladesh up to 1999, seldom elsewhere.
        WOMEN_LIVE_SHORTER,
        schooling_exchanged(Sex.FEMALE),
        schooling_exchanged(Sex.MALE),
    ),
)

LAST_GROUP = 5


def gdi_group(result: Result | Decimal | float) -> int:
    """UNDP's group 1 (closest to parity) to 5 by the distance of the published GDI from 1.

    Takes a result or a published GDI, which counts by the newest law. Raises TypeError for
    anything else, UnusableInput for a number that is no GDI.

    UNDP takes the value rounded to three decimals: 182 of 182 published groups come out so,
    three of them do not from the unrounded one.
    """
    day = law_day(result.year if isinstance(result, Result) else None)
    published = result.published if isinstance(result, Result) else _given(result)
    per_cent = abs(published - 1) * 100
    for group in range(1, LAST_GROUP):
        if per_cent <= parameter(f"gdi.group_{group}.maximum", on=day).value:
            return group
    return LAST_GROUP


def _given(gdi: Decimal | float) -> Decimal:
    """A GDI given as a number, with the decimals UNDP prints."""
    if isinstance(gdi, bool) or not isinstance(gdi, int | float | Decimal):
        message = f"a GDI is a result of gdi() or a number such as 0.975, not {gdi!r}"
        raise TypeError(message)
    value = Decimal(str(gdi))
    if not value.is_finite() or not 0 < value <= MOST:
        raise UnusableInput((Fault(("gdi",), NOT_A_GDI.filled(figure=str(gdi))),))
    published: Decimal = rounded(value, int(GDI.rounding(law_day(None)).value))
    return published


MOST = Decimal(3)
NOT_A_GDI = Text(
    "GDI: “{figure}” bukan angka antara 0 dan 3. Isi GDI yang diterbitkan, misalnya 0,940.",
    "GDI: “{figure}” is no number between 0 and 3. Enter the published GDI, as 0.940.",
)


def gdi(
    *,
    life_expectancy_female: Figure,
    life_expectancy_male: Figure,
    expected_schooling_female: Figure,
    expected_schooling_male: Figure,
    mean_schooling_female: Figure,
    mean_schooling_male: Figure,
    gni_per_capita_female: Figure,
    gni_per_capita_male: Figure,
    year: int | None = None,
) -> Result:
    """The gender development index of UNDP: 1 at parity, three decimals; `gdi_group` goes with it.

    Life expectancy and schooling in years, GNI per capita in constant PPP dollars by sex;
    `income_by_sex` splits it where only the total is known. Raises UnusableInput for figures that
    are missing or cannot be true, NoMethod for a `year` before 1990. Source: UNDP, Human
    Development Report, technical notes.
    """
    return computed(
        GDI,
        {
            "life_expectancy_female": life_expectancy_female,
            "life_expectancy_male": life_expectancy_male,
            "expected_schooling_female": expected_schooling_female,
            "expected_schooling_male": expected_schooling_male,
            "mean_schooling_female": mean_schooling_female,
            "mean_schooling_male": mean_schooling_male,
            "gni_per_capita_female": gni_per_capita_female,
            "gni_per_capita_male": gni_per_capita_male,
        },
        year=year,
    )
