"""The gender development index (IPG) of BPS: the IPM of women over the IPM of men."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Fault, Figure, Index, Method, SuspectFigures
from setara.domain.indices.ipm import BPS, BPS_2014, DEVELOPMENT
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

SINCE_2014 = "ipg.since_2014"
"""The key a stored result names its method by."""

IPG_STEP = StepName(
    "ipg", "IPG", Text("Indeks Pembangunan Gender", "Gender development index of BPS")
)


def since_2014(sheet: Worksheet[N]) -> N:
    """IPG by the method BPS introduced in 2014.

    From 2016 BPS divides the two IPM as published, before that the unrounded ones (found by
    recomputing 6,003 published values).
    """
    women = DEVELOPMENT.compute(sheet, Sex.FEMALE)
    men = DEVELOPMENT.compute(sheet, Sex.MALE)
    rule = sheet.rule("ipg.rounds_components_first")
    decimals = sheet.rule("ipg.published_decimals")
    if rule.value:
        women, men = sheet.published(women, decimals), sheet.published(men, decimals)
    return sheet.step(
        IPG_STEP,
        100 * women / men,
        decimals=decimals,
        note=ROUNDED_FIRST if rule.value else NOT_ROUNDED_FIRST,
        rules=(rule,),
    )


ROUNDED_FIRST = Text(
    "dihitung dari kedua IPM yang sudah dibulatkan seperti yang diterbitkan",
    "computed from the two IPM rounded as published",
)
NOT_ROUNDED_FIRST = Text(
    "dihitung dari kedua IPM yang belum dibulatkan; angka terbitan BPS dapat berbeda sampai 0,03",
    "computed from the two IPM before rounding; BPS's published figure may differ by up to 0.03",
)


SWAPPED = Text(
    "Umur harapan hidup perempuan ({women}) di bawah laki-laki ({men}): mungkin kolom kedua jenis "
    "kelamin tertukar. Cocokkan dengan tabel sumbernya.",
    "The life expectancy of women ({women}) is below that of men ({men}): the columns of the two "
    "sexes may be swapped. Compare with the source table.",
)

LIVES = ("life_expectancy_female", "life_expectancy_male")


def _swapped(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    women, men = (figures[measure] for measure in LIVES)
    yield Fault(LIVES, SWAPPED.filled(women=women, men=men))


# In every one of the 6,003 rows BPS published for 2010-2021 women live longer.
WOMEN_LIVE_SHORTER = SuspectFigures(
    LIVES, lambda figures: figures[LIVES[0]] < figures[LIVES[1]], _swapped
)

IPG = Index(
    step=IPG_STEP,
    measures=(*DEVELOPMENT.measures(Sex.FEMALE), *DEVELOPMENT.measures(Sex.MALE)),
    steps=(*DEVELOPMENT.steps(Sex.FEMALE), *DEVELOPMENT.steps(Sex.MALE), IPG_STEP),
    methods=(Method(SINCE_2014, BPS_2014, since_2014, first_year=2010),),
    decimals="ipg.published_decimals",
    publisher=BPS,
    parity=Decimal(100),
    higher_is_better=None,
    needs_year=True,
    doubts=(WOMEN_LIVE_SHORTER,),
    earlier="ipg_until_2013",
)


def ipg(
    *,
    life_expectancy_female: Figure,
    life_expectancy_male: Figure,
    expected_schooling_female: Figure,
    expected_schooling_male: Figure,
    mean_schooling_female: Figure,
    mean_schooling_male: Figure,
    expenditure_female: Figure,
    expenditure_male: Figure,
    year: int,
) -> Result:
    """The IPG of one place and `year`: 100 at parity, two decimals.

    Life expectancy and schooling in years, expenditure in thousand rupiah per person and year as
    BPS publishes it by sex; how BPS splits it cannot be derived. Since the release of 2023/24
    life expectancy comes from the long form of the 2020 census: the formula is the same, but the
    two series must not stand in one line. Raises UnusableInput for figures that are missing or
    cannot be true, NoMethod for a year before 2010. Source: BPS, metode baru (2014).
    """
    return computed(
        IPG,
        {
            "life_expectancy_female": life_expectancy_female,
            "life_expectancy_male": life_expectancy_male,
            "expected_schooling_female": expected_schooling_female,
            "expected_schooling_male": expected_schooling_male,
            "mean_schooling_female": mean_schooling_female,
            "mean_schooling_male": mean_schooling_male,
            "expenditure_female": expenditure_female,
            "expenditure_male": expenditure_male,
        },
        year=year,
    )
