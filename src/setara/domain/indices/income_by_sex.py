"""How UNDP splits national income between women and men, before the GDI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N
from setara.domain.indices.by_sex import of_sex
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Fault, Figure, Index, Measure, Method, SuspectFigures
from setara.domain.indices.gdi import UNDP_GDI
from setara.domain.indices.hdi import DEVELOPMENT, SERIES_BEGINS, UNDP
from setara.domain.indices.shares_by_sex import IN_PER_CENT, PER_CENT
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

WOMENS_SHARE = StepName(
    "income_share_female",
    "S_F",
    Text("Bagian perempuan dalam upah", "Women's share of the wage bill"),
)
_GNI = Text("Pendapatan nasional bruto per kapita", "Gross national income per capita")
OF_WOMEN = StepName("gni_per_capita_female", "GNI_F", of_sex(_GNI, Sex.FEMALE))
OF_MEN = StepName("gni_per_capita_male", "GNI_M", of_sex(_GNI, Sex.MALE))
RATIO = StepName(
    "income_ratio",
    "GNI_F/GNI_M",
    Text("Pendapatan perempuan terhadap laki-laki", "Income of women over that of men"),
)


def since_2014(sheet: Worksheet[N]) -> N:
    """The incomes of both sexes, and last their ratio.

    S_F = (W·EA_F) / (W·EA_F + EA_M); GNI_F = GNI·S_F / P_F; GNI_M = GNI·(1 − S_F) / P_M.
    """
    known = sheet.has("wage_ratio")
    wages = sheet.figure("wage_ratio") if known else sheet.law("gdi.wage_ratio", "W")
    earned = wages * sheet.figure("active_female")
    share = sheet.step(
        WOMENS_SHARE,
        earned / (earned + sheet.figure("active_male")),
        note=None if known else NO_WAGES,
    )
    total = sheet.figure("gni_per_capita")
    women = sheet.step(OF_WOMEN, total * share / (sheet.figure("population_female") / 100))
    men = sheet.step(OF_MEN, total * (1 - share) / (sheet.figure("population_male") / 100))
    return sheet.step(RATIO, women / men, decimals=sheet.rule("gdi.published_decimals"))


NO_WAGES = Text(
    "rasio upah tidak ada, dipakai nilai pengganti UNDP",
    "there is no wage ratio, UNDP's substitute is used",
)


HALVES = ("active_female", "active_male", "population_female", "population_male")


def _halves_of_a_whole(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    for key, name in (("active", _ACTIVE), ("population", _POPULATION)):
        pair = (f"{key}_female", f"{key}_male")
        total = figures[pair[0]] + figures[pair[1]]
        if abs(total - 100) > ROUGHLY:
            yield Fault(pair, NOT_A_WHOLE.filled(measure=name, total=total))


ROUGHLY = 1
"""Two shares may miss 100 by this much in print; more is a slip."""


def _miss_the_whole(figures: Mapping[str, Any]) -> Any:
    active = figures["active_female"] + figures["active_male"]
    population = figures["population_female"] + figures["population_male"]
    low, high = 100 - ROUGHLY, 100 + ROUGHLY
    return (active < low) | (active > high) | (population < low) | (population > high)


_ACTIVE = Text("Bagian angkatan kerja", "Share of the economically active")
_POPULATION = Text("Bagian penduduk", "Share of the population")
NOT_A_WHOLE = Text(
    "{measure}: perempuan dan laki-laki berjumlah {total} persen, bukan 100. Isi dalam persen: "
    "38,4 dan 61,6.",
    "{measure}: women and men make {total} per cent, not 100. Enter per cent: 38.4 and 61.6.",
)

INCOME_BY_SEX = Index(
    step=RATIO,
    measures=(
        DEVELOPMENT.measures(None)[-1],
        Measure(
            "wage_ratio",
            "W",
            Text(
                "Rasio upah nonpertanian perempuan terhadap laki-laki",
                "Non-agricultural wage of women over that of men",
            ),
            Text("rasio", "ratio"),
            Decimal("0.05"),
            Decimal(3),
            Text("Isi sebagai rasio: 0,8, bukan 80.", "Enter a ratio: 0.8 and not 80."),
            optional=True,
        ),
        *(
            Measure(
                f"{key}_{word}",
                f"{symbol}_{letter}",
                of_sex(name, sex),
                PER_CENT,
                Decimal(0),
                Decimal(100),
                IN_PER_CENT,
            )
            for key, symbol, name in (("active", "EA", _ACTIVE), ("population", "P", _POPULATION))
            for word, letter, sex in (("female", "F", Sex.FEMALE), ("male", "M", Sex.MALE))
        ),
    ),
    steps=(WOMENS_SHARE, OF_WOMEN, OF_MEN, RATIO),
    methods=(Method("income_by_sex.since_2014", UNDP_GDI, since_2014, first_year=SERIES_BEGINS),),
    decimals="gdi.published_decimals",
    publisher=UNDP,
    parity=Decimal(1),
    higher_is_better=None,
    checks=(SuspectFigures(HALVES, _miss_the_whole, _halves_of_a_whole),),
)


def income_by_sex(
    *,
    gni_per_capita: Figure,
    active_female: Figure,
    active_male: Figure,
    population_female: Figure,
    population_male: Figure,
    wage_ratio: Figure = None,
    year: int | None = None,
) -> Result:
    """GNI per capita of women and men, as steps `gni_per_capita_female` and `_male`.

    `active_…` is the share of a sex among the economically active, `population_…` among the
    people, in per cent; `wage_ratio` women's over men's non-agricultural wage, 0.8 where it is
    not known. The identity P_F·GNI_F + P_M·GNI_M = GNI holds in every published row; the wages
    are not published, so the split itself was not checked against a table. Raises UnusableInput.
    Source: UNDP, Human Development Report, technical notes.
    """
    return computed(
        INCOME_BY_SEX,
        {
            "gni_per_capita": gni_per_capita,
            "wage_ratio": wage_ratio,
            "active_female": active_female,
            "active_male": active_male,
            "population_female": population_female,
            "population_male": population_male,
        },
        year=year,
    )
