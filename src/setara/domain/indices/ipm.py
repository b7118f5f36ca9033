"""The human development index (IPM) of BPS, of everybody and of each sex, by the method of 2014."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N, arithmetic_mean, geometric_mean
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import CHECK_SOURCE, Figure, Index, Measure, Method
from setara.domain.indices.goalposts import linear, logarithmic
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

YEARS = Text("tahun", "years")
THOUSAND_RUPIAH = Text("ribu rupiah/orang/tahun", "thousand rupiah/person/year")
BPS = Text("Badan Pusat Statistik", "Statistics Indonesia (BPS)")
BPS_2014 = Text("Metode BPS tahun 2014", "BPS method of 2014")
COMPONENTS = ("life_expectancy", "expected_schooling", "mean_schooling", "expenditure")
"""What the index is made of; with `_female` or `_male` behind it a measure of one sex."""

LABELS = {
    "life_expectancy": Text("Umur harapan hidup", "Life expectancy"),
    "expected_schooling": Text("Harapan lama sekolah", "Expected years of schooling"),
    "mean_schooling": Text("Rata-rata lama sekolah", "Mean years of schooling"),
    "expenditure": Text("Pengeluaran per kapita disesuaikan", "Adjusted expenditure per capita"),
}
# The abbreviations of BPS: umur harapan hidup, harapan dan rata-rata lama sekolah, pengeluaran.
SYMBOLS = {
    "life_expectancy": "UHH",
    "expected_schooling": "HLS",
    "mean_schooling": "RLS",
    "expenditure": "PPD",
}
# Wider than any figure BPS has published (2010-2021), so that only slips are refused.
_RANGES = {
    "life_expectancy": (Decimal(20), Decimal(100)),
    "expected_schooling": (Decimal(0), Decimal(25)),
    "mean_schooling": (Decimal(0), Decimal(25)),
    "expenditure": (Decimal(100), Decimal(200_000)),
}
_IN_THOUSANDS = Text(
    "Isi dalam ribu rupiah per orang per tahun: 2.965 berarti Rp2.965.000.",
    "Enter thousand rupiah per person and year: 2,965 means Rp2,965,000.",
)
_OF_SEX = Text("{what} {sex}", "{what}, {sex}")


def suffix(sex: Sex | None) -> str:
    """What stands behind the name of a measure or step of one sex; nothing for everybody."""
    return {None: "", Sex.FEMALE: "_female", Sex.MALE: "_male"}[sex]


def sign(sex: Sex | None) -> str:
    """What stands behind a symbol of one sex, as BPS writes it; nothing for everybody."""
    return "" if sex is None else f"_{sex}"


def of_sex(what: Text, sex: Sex | None) -> Text:
    """`what`, of one sex or of everybody."""
    return what if sex is None else _OF_SEX.filled(what=what, sex=sex.label)


def measures(sex: Sex | None) -> tuple[Measure, ...]:
    """The four components of one sex, or of everybody: three in years, one in thousand rupiah."""
    return tuple(_measure(component, sex) for component in COMPONENTS)


def _measure(component: str, sex: Sex | None) -> Measure:
    is_money = component == "expenditure"
    lowest, highest = _RANGES[component]
    return Measure(
        key=component + suffix(sex),
        symbol=SYMBOLS[component] + sign(sex),
        name=of_sex(LABELS[component], sex),
        unit=THOUSAND_RUPIAH if is_money else YEARS,
        lowest=lowest,
        highest=highest,
        remedy=_IN_THOUSANDS if is_money else CHECK_SOURCE,
    )


_INDEX_OF = {
    "life_expectancy": Text("Indeks umur harapan hidup", "Index of life expectancy"),
    "expected_schooling": Text("Indeks harapan lama sekolah", "Index of expected schooling"),
    "mean_schooling": Text("Indeks rata-rata lama sekolah", "Index of mean schooling"),
    "education": Text("Indeks pendidikan", "Education index"),
    "expenditure": Text("Indeks pengeluaran", "Expenditure index"),
}
IPM_NAME = Text("Indeks Pembangunan Manusia", "Human development index of BPS")


@cache
def index_of(component: str, sex: Sex | None) -> StepName:
    """The name of a component's index."""
    symbol = SYMBOLS.get(component, "pendidikan")
    return StepName(
        f"{component}_index{suffix(sex)}",
        f"I_{symbol}{sign(sex)}",
        of_sex(_INDEX_OF[component], sex),
    )


@cache
def step_of(sex: Sex | None) -> StepName:
    """The name of the IPM of one sex, or of everybody."""
    return StepName(f"ipm{suffix(sex)}", f"IPM{sign(sex)}", of_sex(IPM_NAME, sex))


def steps(sex: Sex | None) -> tuple[StepName, ...]:
    """The named values on the way to an IPM, in the order they are computed, it itself last."""
    named = ("life_expectancy", "expected_schooling", "mean_schooling", "education", "expenditure")
    return (*(index_of(component, sex) for component in named), step_of(sex))


def human_development(sheet: Worksheet[N], sex: Sex | None) -> N:
    """The IPM, 0 to 100 and not rounded: the geometric mean of health, education, expenditure."""
    end = suffix(sex)
    life_law = f"ipg.life_expectancy.{sex_word(sex)}" if sex else "ipm.life_expectancy"
    health = sheet.step(
        index_of("life_expectancy", sex),
        linear(sheet, sheet.figure(f"life_expectancy{end}"), life_law),
    )
    expected, mean = (
        sheet.step(
            index_of(component, sex),
            linear(sheet, sheet.figure(component + end), f"ipg.{component}"),
        )
        for component in ("expected_schooling", "mean_schooling")
    )
    education = sheet.step(index_of("education", sex), arithmetic_mean(expected, mean))
    rupiah = sheet.figure(f"expenditure{end}") * 1000
    expenditure = sheet.step(
        index_of("expenditure", sex), logarithmic(sheet, rupiah, "ipg.expenditure")
    )
    return sheet.step(
        step_of(sex),
        100 * geometric_mean(health, education, expenditure),
        decimals=sheet.rule("ipg.published_decimals"),
    )


def sex_word(sex: Sex) -> str:
    """The English word by which the law files name a sex."""
    return "female" if sex is Sex.FEMALE else "male"


def of_everybody(sheet: Worksheet[N]) -> N:
    """The IPM of everybody, life expectancy between 20 and 85 years."""
    return human_development(sheet, None)


IPM = Index(
    step=step_of(None),
    measures=measures(None),
    steps=steps(None),
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
