"""The IPG of BPS until 2013, after UNDP's gender-related development index of 1995.

Another index than the IPG of today, under the same name: it falls with the level of development as
well as with the distance between the sexes. The two must not stand in one line.
"""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N
from setara.domain.indices.by_sex import bps_sign, of_sex, sex_word
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Figure, Index, Measure, Method
from setara.domain.indices.equally_distributed import (
    EARNED,
    INCOME_SHARE,
    PEOPLE,
    POPULATION_SHARE,
    PPP,
    equally_distributed,
    income_index,
    of_income,
    part_of_women,
)
from setara.domain.indices.goalposts import linear
from setara.domain.indices.ipm import BPS, DEVELOPMENT
from setara.domain.indices.shares_by_sex import PER_CENT, SEXES
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

KEY = "ipg_until_2013"
LITERACY = Text("Angka melek huruf", "Literacy rate")


def _named(key: str, symbol: str, name: Text) -> dict[Sex, StepName]:
    return {
        sex: StepName(f"{key}_{sex_word(sex)}", symbol + bps_sign(sex), of_sex(name, sex))
        for sex in SEXES
    }


LIFE = _named(
    "life_expectancy_index",
    "I_UHH",
    Text("Indeks umur harapan hidup", "Index of life expectancy"),
)
READING = _named("literacy_index", "I_AMH", Text("Indeks melek huruf", "Literacy index"))
SCHOOLING = _named(
    "mean_schooling_index",
    "I_RLS",
    Text("Indeks rata-rata lama sekolah", "Index of mean schooling"),
)
EDUCATION = _named("education_index", "I_pendidikan", Text("Indeks pendidikan", "Education index"))
SPREAD = {
    "life": StepName(
        "edep_life",
        "X_ede_UHH",
        Text("Umur harapan hidup setara-sebaran", "Life expectancy, equally distributed"),
    ),
    "education": StepName(
        "edep_education",
        "X_ede_pendidikan",
        Text("Pendidikan setara-sebaran", "Education, equally distributed"),
    ),
    "income": StepName(
        "edep_income",
        "X_ede_inc",
        Text("Pendapatan setara-sebaran", "Income, equally distributed"),
    ),
}
INCOME = StepName("income_index", "I_inc", Text("Indeks distribusi pendapatan", "Index of income"))
STEP = StepName(
    KEY,
    "IPG_lama",
    Text(
        "Indeks Pembangunan Gender metode lama (sampai data 2013)",
        "Gender development index of BPS by the old method (data until 2013)",
    ),
)


def until_2013(sheet: Worksheet[N]) -> N:
    """The mean of health, education and income, each equally distributed between the sexes.

    Adults' literacy counts two thirds of education, mean schooling one.
    """
    people = part_of_women(sheet)
    life = {sex: sheet.step(LIFE[sex], _life(sheet, sex)) for sex in SEXES}
    education = {sex: sheet.step(EDUCATION[sex], _education(sheet, sex)) for sex in SEXES}
    spread = [
        sheet.step(SPREAD[key], equally_distributed(people, pair[Sex.FEMALE], pair[Sex.MALE]))
        for key, pair in (("life", life), ("education", education))
    ]
    distributed = sheet.step(SPREAD["income"], of_income(sheet, people))
    income = sheet.step(INCOME, income_index(sheet, distributed, KEY))
    return sheet.step(
        STEP,
        100 * (spread[0] + spread[1] + income) / 3,
        decimals=sheet.rule(f"{KEY}.published_decimals"),
    )


def _life(sheet: Worksheet[N], sex: Sex) -> N:
    word = sex_word(sex)
    return linear(sheet, sheet.figure(f"life_expectancy_{word}"), f"{KEY}.life_expectancy.{word}")


def _education(sheet: Worksheet[N], sex: Sex) -> N:
    literacy, schooling = (
        sheet.step(
            names[sex], linear(sheet, sheet.figure(f"{key}_{sex_word(sex)}"), f"{KEY}.{key}")
        )
        for key, names in (("literacy", READING), ("mean_schooling", SCHOOLING))
    )
    return (2 * literacy + schooling) / 3


def _literacy(sex: Sex) -> Measure:
    return Measure(
        f"literacy_{sex_word(sex)}",
        f"AMH{bps_sign(sex)}",
        of_sex(LITERACY, sex),
        PER_CENT,
        # No district had a lower rate than a quarter; 0.901 is a proportion.
        Decimal(5),
        Decimal(100),
        Text("Isi dalam persen: 90,1, bukan 0,901.", "Enter per cent: 90.1 and not 0.901."),
    )


def _measures(sex: Sex) -> tuple[Measure, ...]:
    by_key = {measure.key: measure for measure in DEVELOPMENT.measures(sex)}
    word = sex_word(sex)
    return (
        by_key[f"life_expectancy_{word}"],
        _literacy(sex),
        by_key[f"mean_schooling_{word}"],
    )


IPG_UNTIL_2013 = Index(
    step=STEP,
    measures=(
        *(each for sex in SEXES for each in _measures(sex)),
        INCOME_SHARE,
        POPULATION_SHARE,
        PPP,
    ),
    steps=(
        PEOPLE,
        *(LIFE[sex] for sex in SEXES),
        *(each[sex] for sex in SEXES for each in (READING, SCHOOLING, EDUCATION)),
        SPREAD["life"],
        SPREAD["education"],
        EARNED,
        SPREAD["income"],
        INCOME,
        STEP,
    ),
    methods=(
        Method(
            "ipg_until_2013.undp_1995",
            Text("Metode lama (UNDP 1995)", "Old method (UNDP 1995)"),
            until_2013,
            first_year=1996,
            last_year=2013,
        ),
    ),
    decimals=f"{KEY}.published_decimals",
    publisher=BPS,
    parity=None,
    needs_year=True,
)


def ipg_until_2013(
    *,
    life_expectancy_female: Figure,
    life_expectancy_male: Figure,
    literacy_female: Figure,
    literacy_male: Figure,
    mean_schooling_female: Figure,
    mean_schooling_male: Figure,
    income_share_female: Figure,
    population_share_female: Figure,
    ppp: Figure,
    year: int,
) -> Result:
    """The IPG of the old method, 0 to 100, two decimals; the worse development, the lower.

    Years; per cent for literacy and shares; `ppp` in thousand rupiah a year. Confirmed on one
    worked example only (Aceh 1996). Raises UnusableInput for figures that are missing or cannot
    be true, NoMethod outside 1996 to 2013. Source: Indonesia Human Development Report 2001.
    """
    return computed(
        IPG_UNTIL_2013,
        {
            "life_expectancy_female": life_expectancy_female,
            "life_expectancy_male": life_expectancy_male,
            "literacy_female": literacy_female,
            "literacy_male": literacy_male,
            "mean_schooling_female": mean_schooling_female,
            "mean_schooling_male": mean_schooling_male,
            "income_share_female": income_share_female,
            "population_share_female": population_share_female,
            "ppp": ppp,
        },
        year=year,
    )
