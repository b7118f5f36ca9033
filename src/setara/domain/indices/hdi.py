"""The human development index (HDI) of UNDP and what the other UNDP indices share with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N, arithmetic_mean, geometric_mean
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import (
    CHECK_SOURCE,
    Check,
    Fault,
    Figure,
    Index,
    Measure,
    Method,
    Ranking,
    SuspectFigures,
)
from setara.domain.indices.goalposts import linear, logarithmic
from setara.domain.indices.ipm import YEARS, of_sex, sex_word, suffix
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

UNDP = Text("UNDP, Kantor Laporan Pembangunan Manusia", "UNDP, Human Development Report Office")
UNDP_2014 = Text(
    "Metode UNDP tahun 2010 dengan batas tahun 2014",
    "UNDP method of 2010 with the goalposts of 2014",
)
SERIES_BEGINS = 1990
"""UNDP computes its series back to 1990 by the present method."""

COMPONENTS = ("life_expectancy", "expected_schooling", "mean_schooling", "gni_per_capita")
"""What the index is made of; with `_female` or `_male` behind it a measure of one sex."""

DOLLARS = Text("dolar PPP konstan/orang/tahun", "constant PPP dollars/person/year")
LABELS = {
    "life_expectancy": Text("Umur harapan hidup", "Life expectancy"),
    "expected_schooling": Text("Harapan lama sekolah", "Expected years of schooling"),
    "mean_schooling": Text("Rata-rata lama sekolah", "Mean years of schooling"),
    "gni_per_capita": Text(
        "Pendapatan nasional bruto per kapita", "Gross national income per capita"
    ),
}
# The abbreviations of UNDP's technical notes.
SYMBOLS = {
    "life_expectancy": "LE",
    "expected_schooling": "EYS",
    "mean_schooling": "MYS",
    "gni_per_capita": "GNI",
}
# Wider than any figure of the published series: life expectancy fell to 13 years in Rwanda 1994,
# and some economies lie far above the cap of income.
_RANGES = {
    "life_expectancy": (Decimal(5), Decimal(100)),
    "expected_schooling": (Decimal(0), Decimal(30)),
    "mean_schooling": (Decimal(0), Decimal(25)),
    "gni_per_capita": (Decimal(50), Decimal(500_000)),
}
_WHOLE_DOLLARS = Text(
    "Isi dalam dolar PPP per orang per tahun, bukan ribuan dolar dan bukan rupiah: 12.045,57.",
    "Enter PPP dollars per person and year, neither thousands of dollars nor rupiah: 12,045.57.",
)


def sign(sex: Sex | None) -> str:
    """What stands behind a symbol of one sex, as UNDP writes it; nothing for everybody."""
    return {None: "", Sex.FEMALE: "_F", Sex.MALE: "_M"}[sex]


def measures(sex: Sex | None) -> tuple[Measure, ...]:
    """The four components of one sex, or of everybody: three in years, one in PPP dollars."""
    return tuple(_measure(component, sex) for component in COMPONENTS)


def _measure(component: str, sex: Sex | None) -> Measure:
    is_money = component == "gni_per_capita"
    lowest, highest = _RANGES[component]
    return Measure(
        key=component + suffix(sex),
        symbol=SYMBOLS[component] + sign(sex),
        name=of_sex(LABELS[component], sex),
        unit=DOLLARS if is_money else YEARS,
        lowest=lowest,
        highest=highest,
        remedy=_WHOLE_DOLLARS if is_money else CHECK_SOURCE,
    )


_INDEX_OF = {
    "life_expectancy": Text("Indeks umur harapan hidup", "Index of life expectancy"),
    "expected_schooling": Text("Indeks harapan lama sekolah", "Index of expected schooling"),
    "mean_schooling": Text("Indeks rata-rata lama sekolah", "Index of mean schooling"),
    "education": Text("Indeks pendidikan", "Education index"),
    "gni_per_capita": Text("Indeks pendapatan", "Income index"),
}
_NAME = Text("Indeks Pembangunan Manusia UNDP", "Human development index of UNDP")


@cache
def index_of(component: str, sex: Sex | None) -> StepName:
    """The name of a component's index."""
    symbol = SYMBOLS.get(component, "edu")
    return StepName(
        f"{component}_index{suffix(sex)}",
        f"I_{symbol}{sign(sex)}",
        of_sex(_INDEX_OF[component], sex),
    )


def step_of(sex: Sex | None) -> StepName:
    """The name of the HDI of one sex, or of everybody."""
    return StepName(f"hdi{suffix(sex)}", f"HDI{sign(sex)}", of_sex(_NAME, sex))


def steps(sex: Sex | None) -> tuple[StepName, ...]:
    """The named values on the way to an HDI, in the order they are computed, it itself last."""
    named = (
        "life_expectancy",
        "expected_schooling",
        "mean_schooling",
        "education",
        "gni_per_capita",
    )
    return (*(index_of(component, sex) for component in named), step_of(sex))


def human_development(sheet: Worksheet[N], sex: Sex | None) -> N:
    """The HDI, 0 to 1 and not rounded: the geometric mean of health, education and income."""
    end = suffix(sex)
    life_law = f"gdi.life_expectancy.{sex_word(sex)}" if sex else "hdi.life_expectancy"
    health = sheet.step(
        index_of("life_expectancy", sex),
        linear(sheet, sheet.figure(f"life_expectancy{end}"), life_law),
    )
    expected, mean = (
        sheet.step(
            index_of(component, sex),
            linear(sheet, sheet.figure(component + end), f"hdi.{component}"),
        )
        for component in ("expected_schooling", "mean_schooling")
    )
    education = sheet.step(index_of("education", sex), arithmetic_mean(expected, mean))
    income = sheet.step(
        index_of("gni_per_capita", sex),
        logarithmic(sheet, sheet.figure(f"gni_per_capita{end}"), "hdi.income"),
    )
    return sheet.step(
        step_of(sex),
        geometric_mean(health, education, income),
        decimals=sheet.rule("hdi.published_decimals"),
    )


def since_2014(sheet: Worksheet[N]) -> N:
    """HDI of everybody, life expectancy between 20 and 85 years."""
    return human_development(sheet, None)


def schooling_exchanged(sex: Sex | None) -> Check:
    """A doubt where the mean years of schooling lie above the expected ones."""
    expected, mean = (each + suffix(sex) for each in ("expected_schooling", "mean_schooling"))

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
    step=step_of(None),
    measures=measures(None),
    steps=steps(None),
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
