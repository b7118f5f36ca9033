"""The human development index (IPM) of BPS, of everybody and of each sex, by the method of 2014."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N
from setara.domain.indices.by_sex import bps_sign
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Figure, Index, Method
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

THOUSAND_RUPIAH = Text("ribu rupiah/orang/tahun", "thousand rupiah/person/year")
BPS = Text("Badan Pusat Statistik", "Statistics Indonesia (BPS)")
BPS_2014 = Text("Metode BPS tahun 2014", "BPS method of 2014")

EXPENDITURE = Money(
    key="expenditure",
    label=Text("Pengeluaran per kapita disesuaikan", "Adjusted expenditure per capita"),
    index=Text("Indeks pengeluaran", "Expenditure index"),
    unit=THOUSAND_RUPIAH,
    remedy=Text(
        "Isi dalam ribu rupiah per orang per tahun: 2.965 berarti Rp2.965.000.",
        "Enter thousand rupiah per person and year: 2,965 means Rp2,965,000.",
    ),
    law="ipg.expenditure",
    times=1000,
)
DEVELOPMENT = HumanDevelopment(
    key="ipm",
    symbol="IPM",
    name=Text("Indeks Pembangunan Manusia", "Human development index of BPS"),
    money=EXPENDITURE,
    # The abbreviations of BPS: umur harapan hidup, harapan and rata-rata lama sekolah.
    symbols={
        LIFE: "UHH",
        EXPECTED: "HLS",
        MEAN: "RLS",
        EDUCATION: "pendidikan",
        EXPENDITURE.key: "PPD",
    },
    sign=bps_sign,
    # BPS has published nothing outside them (2010-2021).
    ranges={
        LIFE: (Decimal(20), Decimal(100)),
        EXPECTED: (Decimal(0), Decimal(25)),
        MEAN: (Decimal(0), Decimal(25)),
        EXPENDITURE.key: (Decimal(100), Decimal(200_000)),
    },
    law="ipg",
    life={
        None: "ipm.life_expectancy",
        Sex.FEMALE: "ipg.life_expectancy.female",
        Sex.MALE: "ipg.life_expectancy.male",
    },
    decimals="ipg.published_decimals",
    scale=100,
)
COMPONENTS = DEVELOPMENT.components
"""What the index is made of; with `_female` or `_male` behind it a measure of one sex."""


def of_everybody(sheet: Worksheet[N]) -> N:
    """The IPM of everybody, life expectancy between 20 and 85 years."""
    return DEVELOPMENT.compute(sheet, None)


IPM = Index(
    step=DEVELOPMENT.step_of(None),
    measures=DEVELOPMENT.measures(None),
    steps=DEVELOPMENT.steps(None),
    methods=(Method("ipm.since_2014", BPS_2014, of_everybody, first_year=2010),),
    decimals="ipg.published_decimals",
    publisher=BPS,
)


def ipm(
    *,
    life_expectancy: Figure,
    expected_schooling: Figure,
    mean_schooling: Figure,
    expenditure: Figure,
    year: int | None = None,
) -> Result:
    """The human development index of everybody by BPS, 0 to 100, two decimals.

    Life expectancy and schooling in years, `expenditure` in thousand rupiah per person and year
    ("pengeluaran per kapita disesuaikan"). Raises UnusableInput for figures that are missing or
    cannot be true, NoMethod for a `year` before 2010. Source: BPS, Indeks Pembangunan Manusia
    metode baru (2014).
    """
    return computed(
        IPM,
        {
            "life_expectancy": life_expectancy,
            "expected_schooling": expected_schooling,
            "mean_schooling": mean_schooling,
            "expenditure": expenditure,
        },
        year=year,
    )
