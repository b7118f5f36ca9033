"""The gender inequality index (GII) of UNDP: health, empowerment and work, 0 at parity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import (
    N,
    arithmetic_mean,
    clip,
    geometric_mean,
    harmonic_mean,
    root,
)
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import (
    Fault,
    Figure,
    Index,
    Measure,
    Method,
    Ranking,
    SuspectFigures,
)
from setara.domain.indices.hdi import SERIES_BEGINS, UNDP, sign
from setara.domain.indices.ipm import of_sex, sex_word
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

UNDP_GII = Text("Metode UNDP tahun 2010", "UNDP method of 2010")
PER_CENT = Text("persen", "per cent")
SEXES = (Sex.FEMALE, Sex.MALE)

SHARES = {
    "seats": ("PR", Text("Kursi parlemen", "Seats in parliament")),
    "secondary": (
        "SE",
        Text(
            "Berpendidikan menengah, umur 25 tahun ke atas",
            "At least some secondary education, aged 25 and over",
        ),
    ),
    "lfpr": (
        "LFPR",
        Text(
            "Tingkat partisipasi angkatan kerja, umur 15 tahun ke atas",
            "Labour force participation, aged 15 and over",
        ),
    ),
}


def _named(key: str, symbol: str, name: Text) -> dict[Sex, StepName]:
    return {
        sex: StepName(f"{key}_{sex_word(sex)}", symbol + sign(sex), of_sex(name, sex))
        for sex in SEXES
    }


DEATHS_COUNTED = StepName(
    "maternal_mortality_counted",
    "MMR_d",
    Text("Angka kematian ibu yang dihitung", "Maternal mortality that counts"),
)
SEATS_COUNTED = _named(
    "seats_counted", "PR_d", Text("Kursi parlemen yang dihitung", "Seats that count")
)
HEALTH = _named("health", "H", Text("Kesehatan reproduksi", "Reproductive health"))
EMPOWERMENT = _named("empowerment", "E", Text("Pemberdayaan", "Empowerment"))
WORK = _named("work", "L", Text("Pasar kerja", "Labour market"))
OF_SEX = _named("mean", "G", Text("Rata-rata geometrik", "Geometric mean"))
HARMONIC = StepName(
    "harmonic", "HARM", Text("Rata-rata harmonik kedua jenis kelamin", "Harmonic mean of the sexes")
)
EQUAL = {
    "health": StepName("health_equal", "H_FM", Text("Kesehatan setara", "Health at parity")),
    "empowerment": StepName(
        "empowerment_equal", "E_FM", Text("Pemberdayaan setara", "Empowerment at parity")
    ),
    "work": StepName("work_equal", "L_FM", Text("Pasar kerja setara", "Labour market at parity")),
}
REFERENCE = StepName(
    "reference", "G_FM", Text("Nilai acuan bila setara", "Reference value at parity")
)
GII_STEP = StepName(
    "gii", "GII", Text("Indeks Ketimpangan Gender UNDP", "Gender inequality index of UNDP")
)


def since_2010(sheet: Worksheet[N]) -> N:
    """GII: one less the harmonic mean of the sexes over what it were if both stood level.

    Men's reproductive health counts as 1.
    """
    deaths = sheet.step(
        DEATHS_COUNTED,
        clip(
            sheet.figure("maternal_mortality_ratio"),
            sheet.law("gii.maternal_mortality.minimum", "MMR_min"),
            sheet.law("gii.maternal_mortality.maximum", "MMR_max"),
        ),
    )
    best = sheet.law("gii.maternal_mortality.minimum", "MMR_min")
    births = sheet.law("gii.adolescent_births.reference", "ABR_ref")
    risk: N = root((best / deaths) * (births / sheet.figure("adolescent_birth_rate")), 2)
    women = sheet.step(HEALTH[Sex.FEMALE], risk)
    men = sheet.step(HEALTH[Sex.MALE], sheet.law("gii.health_of_men", "H_ref"))
    return inequality(sheet, {Sex.FEMALE: women, Sex.MALE: men}, last=GII_STEP, law="gii")


def inequality(sheet: Worksheet[N], health: Mapping[Sex, N], *, last: StepName, law: str) -> N:
    """From the health of both sexes to the index `last`, as UNDP and BPS do it.

    Shares enter as proportions, which cancels out everywhere but beside the health term. `law`
    is the part of the parameters with the least share of seats and the published decimals.
    """
    empowerment = {sex: _empowerment(sheet, sex, law) for sex in SEXES}
    work = {
        sex: sheet.step(WORK[sex], sheet.figure(f"lfpr_{sex_word(sex)}") / 100) for sex in SEXES
    }
    women, men = (
        sheet.step(OF_SEX[sex], geometric_mean(health[sex], empowerment[sex], work[sex]))
        for sex in SEXES
    )
    harmonic = sheet.step(HARMONIC, harmonic_mean(women, men))
    level = [
        sheet.step(EQUAL[key], arithmetic_mean(pair[Sex.FEMALE], pair[Sex.MALE]))
        for key, pair in (("health", health), ("empowerment", empowerment), ("work", work))
    ]
    reference = sheet.step(REFERENCE, geometric_mean(level[0], level[1], level[2]))
    return sheet.step(
        last, 1 - harmonic / reference, decimals=sheet.rule(f"{law}.published_decimals")
    )


def _empowerment(sheet: Worksheet[N], sex: Sex, law: str) -> N:
    least = sheet.law(f"{law}.least_seats", "PR_min")
    # Where one sex has no seat the geometric mean would be zero whatever its schooling.
    seats = sheet.step(
        SEATS_COUNTED[sex],
        clip(sheet.figure(f"seats_{sex_word(sex)}"), least, 100 - least),
    )
    secondary = sheet.figure(f"secondary_{sex_word(sex)}")
    share: N = root((seats / 100) * (secondary / 100), 2)
    return sheet.step(EMPOWERMENT[sex], share)


def share_measures() -> tuple[Measure, ...]:
    """Seats, secondary education and labour force participation of both sexes, in per cent."""
    return tuple(_share(component, sex) for component in SHARES for sex in SEXES)


def _share(component: str, sex: Sex) -> Measure:
    symbol, name = SHARES[component]
    # Labour force participation is never published below five per cent, so that 0.525 is a slip;
    # schooling and seats of women are.
    lowest = Decimal(1) if component == "lfpr" else Decimal(0)
    return Measure(
        f"{component}_{sex_word(sex)}",
        symbol + sign(sex),
        of_sex(name, sex),
        PER_CENT,
        lowest,
        Decimal(100),
        IN_PER_CENT,
    )


IN_PER_CENT = Text("Isi dalam persen: 52,5, bukan 0,525.", "Enter per cent: 52.5 and not 0.525.")
OF_100_000 = Text("per 100.000 kelahiran hidup", "per 100,000 live births")
OF_1000 = Text("per 1.000 perempuan 15–19 tahun", "per 1,000 women aged 15–19")


def _seats(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    """The seats of both sexes are 100 per cent of one parliament; as proportions they are not."""
    women, men = figures["seats_female"], figures["seats_male"]
    total = women + men
    if abs(total - 1) <= Decimal(ROUGHLY) / 100:
        yield Fault(SEAT_MEASURES, SEATS_AS_PROPORTION.filled(women=women, men=men))
    else:
        yield Fault(SEAT_MEASURES, NOT_A_WHOLE.filled(women=women, men=men, total=total))


ROUGHLY = 0.5
"""Two shares printed without decimals can miss 100 by one half at each; more is a slip."""
SEAT_MEASURES = ("seats_female", "seats_male")


def _miss_the_whole(figures: Mapping[str, Any]) -> Any:
    total = figures["seats_female"] + figures["seats_male"]
    return (total < 100 - ROUGHLY) | (total > 100 + ROUGHLY)


SEATS_OF_A_WHOLE = SuspectFigures(SEAT_MEASURES, _miss_the_whole, _seats)

SEATS_AS_PROPORTION = Text(
    "Kursi parlemen: {women} dan {men} tampaknya proporsi, sedangkan yang diminta persen. Isi "
    "dalam persen: 21,91 dan 78,09.",
    "Seats in parliament: {women} and {men} look like proportions where per cent is asked for. "
    "Enter per cent: 21.91 and 78.09.",
)
NOT_A_WHOLE = Text(
    "Kursi parlemen: perempuan {women} persen dan laki-laki {men} persen berjumlah {total}, bukan "
    "100. Cocokkan dengan sumbernya; keduanya dari lembaga dan masa jabatan yang sama.",
    "Seats in parliament: women {women} per cent and men {men} per cent make {total}, not 100. "
    "Compare with the source; both must be of the same house and term.",
)


SCHOOLING = ("secondary_female", "secondary_male")


def _schooling(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    for key, sex in zip(SCHOOLING, (Sex.FEMALE, Sex.MALE), strict=True):
        name = of_sex(SHARES["secondary"][1], sex)
        yield Fault((key,), AS_PROPORTION.filled(measure=name, figure=figures[key]))


def _are_both_small(figures: Mapping[str, Any]) -> Any:
    women, men = (figures[key] for key in SCHOOLING)
    # Of women alone 0.42 per cent is published (Yemen 1990), with 2.05 per cent of men.
    return ((women > 0) | (men > 0)) & (women <= 1) & (men <= 1)


SCHOOLING_AS_PROPORTIONS = SuspectFigures(SCHOOLING, _are_both_small, _schooling)


AS_PROPORTION = Text(
    "{measure}: {figure} tampaknya proporsi, sedangkan yang diminta persen. Isi dalam persen: "
    "51,0, bukan 0,510.",
    "{measure}: {figure} looks like a proportion where per cent is asked for. Enter per cent: "
    "51.0 and not 0.510.",
)


DEATHS, BIRTHS = "maternal_mortality_ratio", "adolescent_birth_rate"
LEAST_DEATHS = 0.5
"""The lowest ratio of a country is above one; zero happens where few are born."""


def _deaths(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    yield Fault((DEATHS,), DEATHS_AS_PROPORTION.filled(figure=figures[DEATHS]))


DEATHS_TOO_FEW = SuspectFigures(
    (DEATHS,), lambda figures: (figures[DEATHS] > 0) & (figures[DEATHS] < LEAST_DEATHS), _deaths
)
DEATHS_AS_PROPORTION = Text(
    "Angka kematian ibu: {figure} terlalu kecil untuk kematian per 100.000 kelahiran hidup. Isi "
    "per 100.000: 173, bukan 0,00173.",
    "Maternal mortality: {figure} is too small for deaths per 100,000 live births. Enter deaths "
    "per 100,000: 173 and not 0.00173.",
)


MANY_BIRTHS = 100
"""Where more than a tenth of girls give birth in a year, mothers die more often than that."""


def _rates(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    said = EXCHANGED.filled(deaths=figures[DEATHS], births=figures[BIRTHS])
    yield Fault((DEATHS, BIRTHS), said)


RATES_EXCHANGED = SuspectFigures(
    (DEATHS, BIRTHS),
    lambda figures: (figures[BIRTHS] > MANY_BIRTHS) & (figures[BIRTHS] > figures[DEATHS]),
    _rates,
)
EXCHANGED = Text(
    "Angka kelahiran remaja ({births}) di atas angka kematian ibu ({deaths}): mungkin kedua kolom "
    "tertukar. Cocokkan dengan tabel sumbernya.",
    "The adolescent birth rate ({births}) lies above the maternal mortality ratio ({deaths}): the "
    "two columns may be exchanged. Compare with the source table.",
)


def women_ahead(component: str) -> SuspectFigures:
    """A doubt where women lead in seats or at work: true in few countries, as in Rwanda."""
    pair = (f"{component}_female", f"{component}_male")

    def faults(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
        women, men = (figures[each] for each in pair)
        yield Fault(pair, SWAPPED.filled(measure=SHARES[component][1], women=women, men=men))

    return SuspectFigures(pair, lambda figures: figures[pair[0]] > figures[pair[1]], faults)


SWAPPED = Text(
    "{measure}: perempuan ({women}) di atas laki-laki ({men}), yang jarang terjadi; mungkin kolom "
    "kedua jenis kelamin tertukar. Cocokkan dengan tabel sumbernya.",
    "{measure}: women ({women}) are above men ({men}), which is rare; the columns of the two sexes "
    "may be swapped. Compare with the source table.",
)

GII = Index(
    step=GII_STEP,
    measures=(
        Measure(
            "maternal_mortality_ratio",
            "MMR",
            Text("Angka kematian ibu", "Maternal mortality ratio"),
            OF_100_000,
            Decimal(0),
            Decimal(20_000),
        ),
        Measure(
            "adolescent_birth_rate",
            "ABR",
            Text("Angka kelahiran remaja", "Adolescent birth rate"),
            OF_1000,
            Decimal("0.2"),
            Decimal(400),
            Text(
                "Isi kelahiran per 1.000 perempuan umur 15–19 tahun: 32,94, bukan 0,0329.",
                "Enter births per 1,000 women aged 15–19: 32.94 and not 0.0329.",
            ),
        ),
        *share_measures(),
    ),
    steps=(
        DEATHS_COUNTED,
        HEALTH[Sex.FEMALE],
        HEALTH[Sex.MALE],
        *(each[sex] for sex in SEXES for each in (SEATS_COUNTED, EMPOWERMENT)),
        *(WORK[sex] for sex in SEXES),
        *(OF_SEX[sex] for sex in SEXES),
        HARMONIC,
        *EQUAL.values(),
        REFERENCE,
        GII_STEP,
    ),
    methods=(Method("gii.since_2010", UNDP_GII, since_2010, first_year=SERIES_BEGINS),),
    decimals="gii.published_decimals",
    publisher=UNDP,
    parity=Decimal(0),
    higher_is_better=False,
    ranking=Ranking(by_published=False),
    checks=(SEATS_OF_A_WHOLE, SCHOOLING_AS_PROPORTIONS, DEATHS_TOO_FEW),
    doubts=(RATES_EXCHANGED, women_ahead("seats"), women_ahead("lfpr")),
)


def gii(
    *,
    maternal_mortality_ratio: Figure,
    adolescent_birth_rate: Figure,
    seats_female: Figure,
    seats_male: Figure,
    secondary_female: Figure,
    secondary_male: Figure,
    lfpr_female: Figure,
    lfpr_male: Figure,
    year: int | None = None,
) -> Result:
    """The gender inequality index of UNDP: 0 at parity, up to 1, three decimals.

    Deaths per 100,000 live births, births per 1,000 women aged 15 to 19, all shares in per cent.
    Raises UnusableInput for figures that are missing or cannot be true, NoMethod for a `year`
    before 1990. Source: UNDP, Human Development Report, technical notes.
    """
    return computed(
        GII,
        {
            "maternal_mortality_ratio": maternal_mortality_ratio,
            "adolescent_birth_rate": adolescent_birth_rate,
            "seats_female": seats_female,
            "seats_male": seats_male,
            "secondary_female": secondary_female,
            "secondary_male": secondary_male,
            "lfpr_female": lfpr_female,
            "lfpr_male": lfpr_male,
        },
        year=year,
    )
