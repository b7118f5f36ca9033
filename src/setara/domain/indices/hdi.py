"""The human development index (HDI) of UNDP and what the other UNDP indices share with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N
from setara.domain.indices.by_sex import suffix, undp_sign
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import (
    Check,
    Fault,
    Figure,
    Index,
    Method,
    Ranking,
    SuspectFigures,
)
from setara.domain.indices.human_development import (
    EDUCATION,
    EXPECTED,
    LIFE,
    MEAN,
    HumanDevelopment,
    Money,
)
from setara.domain.indices.worksheet import Worksheet
from setara.domain.language.text import Text

UNDP = Text("UNDP, Kantor Laporan Pembangunan Manusia", "UNDP, Human Development Report Office")
UNDP_2014 = Text(
    "Metode UNDP tahun 2010 dengan batas tahun 2014",
    "UNDP method of 2010 with the goalposts of 2014",
)
SERIES_BEGINS = 1990
"""UNDP computes its series back to 1990 by the present method."""

INCOME = Money(
    key="gni_per_capita",
    label=Text("Pendapatan nasional bruto per kapita", "Gross national income per capita"),
    index=Text("Indeks pendapatan", "Income index"),
    unit=Text("dolar PPP konstan/orang/tahun", "constant PPP dollars/person/year"),
    remedy=Text(
        "Isi dalam dolar PPP per orang per tahun, bukan ribuan dolar dan bukan rupiah: 12.045,57.",
        "Enter PPP dollars per person and year, neither thousands of dollars nor rupiah: "
        "12,045.57.",
    ),
    law="hdi.income",
)
DEVELOPMENT = HumanDevelopment(
    key="hdi",
    symbol="HDI",
    name=Text("Indeks Pembangunan Manusia UNDP", "Human development index of UNDP"),
    money=INCOME,
    # The abbreviations of UNDP's technical notes.
    symbols={LIFE: "LE", EXPECTED: "EYS", MEAN: "MYS", EDUCATION: "edu", INCOME.key: "GNI"},
    sign=undp_sign,
    # Life expectancy fell to 13 years in Rwanda 1994; some economies lie far above the cap.
    ranges={
        LIFE: (Decimal(5), Decimal(100)),
        EXPECTED: (Decimal(0), Decimal(30)),
        MEAN: (Decimal(0), Decimal(25)),
        INCOME.key: (Decimal(50), Decimal(500_000)),
    },
    law="hdi",
    life={
        None: "hdi.life_expectancy",
        Sex.FEMALE: "gdi.life_expectancy.female",
        Sex.MALE: "gdi.life_expectancy.male",
    },
    decimals="hdi.published_decimals",
)
COMPONENTS = DEVELOPMENT.components
"""What the index is made of; with `_female` or `_male` behind it a measure of one sex."""


def since_2014(sheet: Worksheet[N]) -> N:
    """HDI of everybody, life expectancy between 20 and 85 years."""
    return DEVELOPMENT.compute(sheet, None)


def schooling_exchanged(sex: Sex | None) -> Check:
    """A doubt where the mean years of schooling lie above the expected ones."""
    expected, mean = (each + suffix(sex) for each in (EXPECTED, MEAN))

    def faults(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        said = EXCHANGED.filled(mean=figures[mean], expected=figures[expected])
        yield Fault((expected, mean), said)

    pair = (expected, mean)
    return SuspectFigures(pair, lambda figures: figures[mean] > figures[expected], faults)


EXCHANGED = Text(
    "Rata-rata lama sekolah ({mean}) di atas harapan lama sekolah ({expected}): mungkin kedua "
    "kolom tertukar. Cocokkan dengan tabel sumbernya.",
    "The mean years of schooling ({mean}) lie above the expected ones ({expected}): the two "
    "columns may be exchanged. Compare with the source table.",
)

HDI = Index(
    step=DEVELOPMENT.step_of(None),
    measures=DEVELOPMENT.measures(None),
    steps=DEVELOPMENT.steps(None),
    methods=(Method("hdi.since_2014", UNDP_2014, since_2014, first_year=SERIES_BEGINS),),
    decimals="hdi.published_decimals",
    publisher=UNDP,
    ranking=Ranking(by_published=True),
    doubts=(schooling_exchanged(None),),
)


def hdi(
    *,
    life_expectancy: Figure,
    expected_schooling: Figure,
    mean_schooling: Figure,
    gni_per_capita: Figure,
    year: int | None = None,
) -> Result:
    """The human development index of everybody by UNDP, 0 to 1, three decimals.

    Life expectancy and schooling in years, `gni_per_capita` in constant PPP dollars of the
    edition (2017 in the report of 2023/24; a new base year changes the input, not the formula).
    Raises UnusableInput for figures that are missing or cannot be true, NoMethod for a `year`
    before 1990. Source: UNDP, Human Development Report, technical notes.
    """
    return computed(
        HDI,
        {
            "life_expectancy": life_expectancy,
            "expected_schooling": expected_schooling,
            "mean_schooling": mean_schooling,
            "gni_per_capita": gni_per_capita,
        },
        year=year,
    )
