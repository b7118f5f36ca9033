"""The gender empowerment index (IDG) of BPS: seats, professional work and income, 100 at parity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.indices.arithmetic import N, clip
from setara.domain.indices.computing import Result, computed, law_day
from setara.domain.indices.definition import (
    Fault,
    Figure,
    Index,
    Measure,
    Method,
    SuspectFigures,
)
from setara.domain.indices.equally_distributed import (
    EARNED,
    IN_PER_CENT,
    INCOME_SHARE,
    PEOPLE,
    POPULATION_SHARE,
    PPP,
    equally_distributed,
    income_index,
    of_income,
    part_of_women,
)
from setara.domain.indices.ipm import BPS
from setara.domain.indices.shares_by_sex import PER_CENT
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter

SEATS_COUNTED = StepName(
    "seats_counted_female",
    "kursi_d",
    Text("Kursi DPRD perempuan yang dihitung", "Seats of women that count"),
)
SEATS_SPREAD = StepName(
    "edep_seats",
    "EDEP_par",
    Text("Kursi DPRD setara-sebaran", "Seats, equally distributed"),
)
SEATS_INDEX = StepName(
    "seats_index", "I_par", Text("Indeks keterwakilan di DPRD", "Index of seats")
)
PROFESSIONAL_SPREAD = StepName(
    "edep_professional",
    "EDEP_DM",
    Text("Tenaga profesional setara-sebaran", "Professional work, equally distributed"),
)
PROFESSIONAL_INDEX = StepName(
    "professional_index",
    "I_DM",
    Text("Indeks pengambilan keputusan", "Index of professional work"),
)
INCOME_SPREAD = StepName(
    "edep_income",
    "X_ede",
    Text("Pendapatan setara-sebaran", "Income, equally distributed"),
)
INCOME_INDEX = StepName(
    "income_index", "I_inc", Text("Indeks distribusi pendapatan", "Index of income")
)
IDG_STEP = StepName(
    "idg", "IDG", Text("Indeks Pemberdayaan Gender", "Gender empowerment index of BPS")
)


def since_2010(sheet: Worksheet[N]) -> N:
    """IDG: the mean of three indices, each of values equally distributed between the sexes.

    Recomputed nationally for 2010-2013; the constants of income are odd and those the data have.
    """
    people = part_of_women(sheet)
    least = sheet.law("idg.least_seats", "kursi_min")
    level = sheet.law("idg.parity_share", "setara")
    # A harmonic mean is zero as soon as one sex has no seat, and 1/0 no number.
    seats = sheet.step(SEATS_COUNTED, clip(sheet.figure("seats_female"), least, 100 - least))
    spread = sheet.step(SEATS_SPREAD, equally_distributed(people, seats, 100 - seats))
    seats_index = sheet.step(SEATS_INDEX, spread / level)
    share = sheet.figure("professional_female")
    spread = sheet.step(PROFESSIONAL_SPREAD, equally_distributed(people, share, 100 - share))
    professional_index = sheet.step(PROFESSIONAL_INDEX, spread / level)
    distributed = sheet.step(INCOME_SPREAD, of_income(sheet, people))
    income = sheet.step(INCOME_INDEX, income_index(sheet, distributed, "idg"))
    return sheet.step(
        IDG_STEP,
        100 * (seats_index + professional_index + income) / 3,
        decimals=sheet.rule("idg.published_decimals"),
    )


def _seats_as_proportion(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    seats, least = figures["seats_female"], parameter("idg.least_seats", on=law_day(None)).value
    if least < seats < ONE_SEAT:
        yield Fault(("seats_female",), SEATS_AS_PROPORTION.filled(figure=seats))


ONE_SEAT = 0.8
"""One seat of the 120 that the largest DPRD may have is 0.83 per cent; less is a proportion."""
SEATS_AS_PROPORTION = Text(
    "Kursi DPRD perempuan: {figure} persen kurang dari satu kursi di DPRD terbesar; tampaknya "
    "proporsi. Isi dalam persen: 20, bukan 0,20.",
    "Seats held by women: {figure} per cent is less than one seat of the largest council; it "
    "looks like a proportion. Enter per cent: 20 and not 0.20.",
)


def _unusually_many(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    figure = figures["income_share_female"]
    yield Fault(("income_share_female",), INCOME_OF_MEN.filled(figure=figure))


HALF = 50


INCOME_OF_MEN = Text(
    "Sumbangan pendapatan perempuan ({figure} persen) di atas setengah, yang jarang terjadi; "
    "mungkin itu angka laki-laki. Cocokkan dengan tabel sumbernya.",
    "Women's share of earned income ({figure} per cent) is above half, which is rare; it may be "
    "the figure of men. Compare with the source table.",
)

IDG = Index(
    step=IDG_STEP,
    measures=(
        Measure(
            "seats_female",
            "kursi_P",
            Text("Kursi DPRD yang diduduki perempuan", "Seats in the council held by women"),
            PER_CENT,
            Decimal(0),
            Decimal(100),
            Text("Isi dalam persen: 20, bukan 0,20.", "Enter per cent: 20 and not 0.20."),
        ),
        Measure(
            "professional_female",
            "prof_P",
            Text(
                "Perempuan sebagai manajer, profesional, administrasi, dan teknisi",
                "Women among managers, professionals, administrators and technicians",
            ),
            PER_CENT,
            Decimal(1),
            Decimal(99),
            IN_PER_CENT,
        ),
        INCOME_SHARE,
        POPULATION_SHARE,
        PPP,
    ),
    steps=(
        PEOPLE,
        SEATS_COUNTED,
        SEATS_SPREAD,
        SEATS_INDEX,
        PROFESSIONAL_SPREAD,
        PROFESSIONAL_INDEX,
        EARNED,
        INCOME_SPREAD,
        INCOME_INDEX,
        IDG_STEP,
    ),
    methods=(
        Method(
            "idg.since_2010",
            Text("Metode BPS (data 2010 dan seterusnya)", "Method of BPS (data from 2010)"),
            since_2010,
            first_year=2010,
        ),
    ),
    decimals="idg.published_decimals",
    publisher=BPS,
    parity=Decimal(100),
    checks=(
        SuspectFigures(
            ("seats_female",),
            lambda figures: figures["seats_female"] < ONE_SEAT,
            _seats_as_proportion,
        ),
    ),
    doubts=(
        SuspectFigures(
            ("income_share_female",),
            lambda figures: figures["income_share_female"] > HALF,
            _unusually_many,
        ),
    ),
)


def idg(
    *,
    seats_female: Figure,
    professional_female: Figure,
    income_share_female: Figure,
    population_share_female: Figure,
    ppp: Figure,
    year: int | None = None,
) -> Result:
    """The gender empowerment index of one place, two decimals, about 100 at parity.

    Shares in per cent; `ppp` is the adjusted expenditure of the *old* method in thousand rupiah
    a year, which BPS published until 2013: for later years see `solve_ppp`. Raises UnusableInput
    for figures that are missing or cannot be true, NoMethod for a `year` before 2010.
    """
    return computed(
        IDG,
        {
            "seats_female": seats_female,
            "professional_female": professional_female,
            "income_share_female": income_share_female,
            "population_share_female": population_share_female,
            "ppp": ppp,
        },
        year=year,
    )
