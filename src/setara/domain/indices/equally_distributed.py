"""Equally distributed values (EDEP): the mean of both sexes that punishes distance between them."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.indices.arithmetic import N
from setara.domain.indices.definition import Measure
from setara.domain.indices.ipm import THOUSAND_RUPIAH
from setara.domain.indices.shares_by_sex import PER_CENT
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text


def equally_distributed(part_of_women: N, women: N, men: N) -> N:
    """The harmonic mean of both figures, weighted by the parts of the population (0 to 1)."""
    return 1 / (part_of_women / women + (1 - part_of_women) / men)


PEOPLE = StepName(
    "population_part_female",
    "p",
    Text("Bagian perempuan dari penduduk, 0 sampai 1", "Women's part of the population, 0 to 1"),
)
EARNED = StepName(
    "income_part_female",
    "s",
    Text("Bagian perempuan dari pendapatan, 0 sampai 1", "Women's part of income, 0 to 1"),
)


def part_of_women(sheet: Worksheet[N]) -> N:
    """Women's part of the population, 0 to 1."""
    return sheet.step(PEOPLE, sheet.figure("population_share_female") / 100)


def of_income(sheet: Worksheet[N], people: N) -> N:
    """The equally distributed part of income: 1 where each sex earns by its number.

    Each side is the sex's share of earned income over its share of the population.
    """
    income = sheet.step(EARNED, sheet.figure("income_share_female") / 100)
    men = 1 - people
    return 1 / (people * people / income + men * men / (1 - income))


def income_index(sheet: Worksheet[N], distributed: N, law: str) -> N:
    """(X_ede × PPP − minimum) / range, as BPS has it: the range does not begin at the minimum."""
    minimum = sheet.law(f"{law}.ppp.minimum", "PPP_min")
    span = sheet.law(f"{law}.ppp.range", "PPP_range")
    return (distributed * sheet.figure("ppp") - minimum) / span


IN_PER_CENT = Text(
    "Isi dalam persen: 35,17, bukan 0,3517.", "Enter per cent: 35.17 and not 0.3517."
)

INCOME_SHARE = Measure(
    "income_share_female",
    "s_P",
    Text("Sumbangan pendapatan perempuan", "Women's share of earned income"),
    PER_CENT,
    Decimal(1),
    Decimal(99),
    IN_PER_CENT,
)
POPULATION_SHARE = Measure(
    "population_share_female",
    "p_P",
    Text("Bagian perempuan dari penduduk", "Women's share of the population"),
    PER_CENT,
    # No regency lies outside; 0.4966 is a proportion and 106.5 a sex ratio.
    Decimal(30),
    Decimal(70),
    Text(
        "Isi persen perempuan dari seluruh penduduk: 49,66, bukan 0,4966 dan bukan rasio jenis "
        "kelamin.",
        "Enter women in per cent of all people: 49.66, and neither 0.4966 nor the sex ratio.",
    ),
)
NO_PPP = Text(
    "Ini pengeluaran per kapita metode lama (ratusan ribu rupiah per tahun, sekitar 640), yang "
    "tidak diterbitkan BPS lagi setelah 2013; pengeluaran metode baru tidak dapat menggantikannya. "
    "Yang dapat memberikannya hanya BPS; mintalah kepada BPS setempat.",
    "This is the expenditure per capita of the old method (about 640 thousand rupiah a year), "
    "which BPS no longer publishes after 2013; the expenditure of the new method cannot stand in. "
    "Only BPS can provide it; ask its local office.",
)
PPP = Measure(
    "ppp",
    "PPP",
    Text("Pengeluaran per kapita metode lama", "Expenditure per capita of the old method"),
    THOUSAND_RUPIAH,
    # Wider than the goalposts 300 and 732.72: worked out backwards it takes up what else is unsaid.
    Decimal(100),
    Decimal(1500),
    Text(
        "Isi dalam ribu rupiah: 643,36. Pengeluaran metode baru (ribuan) bukan angka ini.",
        "Enter thousand rupiah: 643.36. The expenditure of the new method (thousands of them) is "
        "another figure.",
    ),
    if_missing=NO_PPP,
)
