"""The gender inequality index (IKG) of BPS: UNDP's GII with births as BPS measures them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import N, greater, root
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import (
    Fault,
    Figure,
    Index,
    Measure,
    Method,
    SuspectFigures,
)
from setara.domain.indices.gii import inequality
from setara.domain.indices.ipm import BPS
from setara.domain.indices.shares_by_sex import OF_BPS, SEATS_OF_A_WHOLE
from setara.domain.indices.worksheet import NEWEST, StepName, Worksheet
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter

PROPORTION = Text("proporsi", "proportion")
MTF_COUNTED = StepName(
    "mtf_counted",
    "MTF_d",
    Text("MTF yang dihitung", "Births outside a facility that count"),
)
MHPK20_COUNTED = StepName(
    "mhpk20_counted",
    "MHPK20_d",
    Text("MHPK20 yang dihitung", "First births before 20 that count"),
)
IKG_STEP = StepName(
    "ikg", "IKG", Text("Indeks Ketimpangan Gender", "Gender inequality index of BPS")
)
NOISE = Text(
    "MTF berasal dari sedikit kelahiran dalam sampel survei dan BPS tidak menerbitkan galat "
    "bakunya. Di 38 kabupaten/kota Jawa Timur IKG lazimnya berubah 0,025–0,035 dari tahun ke tahun "
    "(median); perubahan sebesar itu belum berarti keadaannya berubah.",
    "Births outside a facility are measured on few sampled births, and BPS publishes no standard "
    "error. In the 38 regencies and cities of Jawa Timur the IKG usually moves by 0.025–0.035 from "
    "year to year (median); a change of that size need not mean that anything has changed.",
)


def since_2018(sheet: Worksheet[N]) -> N:
    """IKG: as the GII from the health of women on, which here comes from MTF and MHPK20.

    Both enter as proportions and no lower than their floors; those are inferred.
    """
    floor_mtf = sheet.law("ikg.mtf.minimum", "MTF_min")
    floor_mhpk20 = sheet.law("ikg.mhpk20.minimum", "MHPK20_min")
    outside = sheet.step(MTF_COUNTED, greater(sheet.figure("mtf"), floor_mtf))
    early = sheet.step(MHPK20_COUNTED, greater(sheet.figure("mhpk20"), floor_mhpk20))
    best = sheet.law("ikg.health_reference", "acuan")
    risk: N = root(best / (outside * early), 2)
    women = sheet.step(OF_BPS.health[Sex.FEMALE], risk, note=NOISE)
    men = sheet.step(OF_BPS.health[Sex.MALE], sheet.law("ikg.health_of_men", "H_ref"))
    return inequality(
        sheet, {Sex.FEMALE: women, Sex.MALE: men}, last=IKG_STEP, law="ikg", called=OF_BPS
    )


def _births_exchanged(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    said = EXCHANGED.filled(outside=figures["mtf"], early=figures["mhpk20"])
    yield Fault(("mtf", "mhpk20"), said)


# In all 15 published rows the first is the smaller; a press table of 2022-23 exchanged them.
BIRTHS_EXCHANGED = SuspectFigures(
    ("mtf", "mhpk20"), lambda figures: figures["mtf"] > figures["mhpk20"], _births_exchanged
)


EXCHANGED = Text(
    "MTF ({outside}) di atas MHPK20 ({early}): mungkin kedua kolom tertukar, seperti pernah "
    "terjadi dalam tabel media. Cocokkan dengan tabel BPS.",
    "Births outside a facility ({outside}) are above first births before 20 ({early}): the two "
    "columns may be exchanged, as press tables have had them. Compare with the table of BPS.",
)


def _on_the_floor(measure: str, law: str, name: str) -> SuspectFigures:
    """A doubt where a figure counts as a floor that no published row confirms."""
    floor = parameter(law, on=NEWEST)

    def faults(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        if not floor.verified:
            said = FLOOR.filled(name=name, figure=figures[measure], floor=floor.value)
            yield Fault((measure,), said)

    # The float of 0.005 is a little more than 0.005 itself, which rests on no floor.
    least = math.nextafter(float(floor.value), 0)
    return SuspectFigures((measure,), lambda figures: figures[measure] < least, faults)


def _no_seat(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    least = parameter("ikg.least_seats", on=NEWEST).value
    yield Fault(("seats_female",), SEATLESS.filled(least=least))


FLOOR = Text(
    "{name} {figure} dihitung sebagai {floor}, batas bawah yang disimpulkan dan belum "
    "terverifikasi; hasilnya bergantung pada batas itu. Cocokkan dengan IKG terbitan BPS.",
    "{name} {figure} counts as {floor}, a floor that is inferred and not verified; the result "
    "rests on it. Compare with the index as BPS published it.",
)
SEATLESS = Text(
    "Tidak ada kursi perempuan: dihitung sebagai {least} persen, nilai dari data UNDP yang belum "
    "terverifikasi untuk IKG; hasilnya bergantung pada nilai itu. Cocokkan dengan IKG terbitan "
    "BPS.",
    "No seat is held by women: this counts as {least} per cent, a value from UNDP's data that is "
    "not verified for this index; the result rests on it. Compare with the index as BPS "
    "published it.",
)
NO_FACILITY_FLOOR = _on_the_floor("mtf", "ikg.mtf.minimum", "MTF")
FIRST_BIRTHS_FLOOR = _on_the_floor("mhpk20", "ikg.mhpk20.minimum", "MHPK20")
NO_SEAT = SuspectFigures(("seats_female",), lambda figures: figures["seats_female"] == 0, _no_seat)


def _proportion(key: str, symbol: str, name: Text, example: Decimal) -> Measure:
    return Measure(
        key,
        symbol,
        name,
        PROPORTION,
        Decimal(0),
        Decimal(1),
        AS_PER_CENT.filled(right=example, wrong=example * 100),
    )


AS_PER_CENT = Text(
    "Isi proporsi antara 0 dan 1: {right}, bukan {wrong} persen.",
    "Enter a proportion between 0 and 1: {right} and not {wrong} per cent.",
)

IKG = Index(
    step=IKG_STEP,
    measures=(
        _proportion(
            "mtf",
            "MTF",
            Text(
                "Perempuan pernah kawin 15–49 tahun yang melahirkan tidak di fasilitas kesehatan",
                "Ever-married women aged 15–49 whose last birth was outside a health facility",
            ),
            Decimal("0.169"),
        ),
        _proportion(
            "mhpk20",
            "MHPK20",
            Text(
                "Perempuan pernah kawin 15–49 tahun yang melahirkan pertama sebelum umur 20 tahun",
                "Ever-married women aged 15–49 whose first birth was before the age of 20",
            ),
            Decimal("0.299"),
        ),
        *OF_BPS.measures(),
    ),
    steps=(
        MTF_COUNTED,
        MHPK20_COUNTED,
        *OF_BPS.after_health(),
        IKG_STEP,
    ),
    methods=(
        Method(
            "ikg.since_2018",
            Text("Metode BPS tahun 2023", "BPS method of 2023"),
            since_2018,
            first_year=2018,
        ),
    ),
    decimals="ikg.published_decimals",
    publisher=BPS,
    parity=Decimal(0),
    higher_is_better=False,
    checks=(SEATS_OF_A_WHOLE, OF_BPS.schooling_as_proportions()),
    doubts=(
        BIRTHS_EXCHANGED,
        OF_BPS.women_ahead("seats"),
        OF_BPS.women_ahead("lfpr"),
        NO_FACILITY_FLOOR,
        FIRST_BIRTHS_FLOOR,
        NO_SEAT,
    ),
)


def ikg(
    *,
    mtf: Figure,
    mhpk20: Figure,
    seats_female: Figure,
    seats_male: Figure,
    secondary_female: Figure,
    secondary_male: Figure,
    lfpr_female: Figure,
    lfpr_male: Figure,
    year: int | None = None,
) -> Result:
    """The gender inequality index of BPS: 0 at parity, up to 1, three decimals.

    `mtf` and `mhpk20` are proportions (0.169), all shares per cent; secondary is SMA or more at
    25 and over. Raises UnusableInput for figures that are missing or cannot be true, NoMethod for
    a `year` before 2018. BPS publishes no standard errors: see `NOISE` before reading a change.
    """
    return computed(
        IKG,
        {
            "mtf": mtf,
            "mhpk20": mhpk20,
            "seats_female": seats_female,
            "seats_male": seats_male,
            "secondary_female": secondary_female,
            "secondary_male": secondary_male,
            "lfpr_female": lfpr_female,
            "lfpr_male": lfpr_male,
        },
        year=year,
    )
