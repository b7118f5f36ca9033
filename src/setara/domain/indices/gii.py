"""The gender inequality index (GII) of UNDP: health, empowerment and work, 0 at parity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.indices.arithmetic import (
    N,
    arithmetic_mean,
    clip,
    geometric_mean,
    harmonic_mean,
    root,
)
from setara.domain.indices.by_sex import sex_word
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
from setara.domain.indices.hdi import SERIES_BEGINS, UNDP
from setara.domain.indices.shares_by_sex import (
    HARMONIC,
    OF_UNDP,
    SEATS_OF_A_WHOLE,
    SEXES,
    Called,
)
from setara.domain.indices.worksheet import StepName, Worksheet
from setara.domain.language.text import Text

UNDP_GII = Text("Metode UNDP tahun 2010", "UNDP method of 2010")

DEATHS_COUNTED = StepName(
    "maternal_mortality_counted",
    "MMR_d",
    Text("Angka kematian ibu yang dihitung", "Maternal mortality that counts"),
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
    women = sheet.step(OF_UNDP.health[Sex.FEMALE], risk)
    men = sheet.step(OF_UNDP.health[Sex.MALE], sheet.law("gii.health_of_men", "H_ref"))
    return inequality(
        sheet, {Sex.FEMALE: women, Sex.MALE: men}, last=GII_STEP, law="gii", called=OF_UNDP
    )


def inequality(
    sheet: Worksheet[N], health: Mapping[Sex, N], *, last: StepName, law: str, called: Called
) -> N:
    """From the health of both sexes to the index `last`, as UNDP and BPS do it.

    Shares enter as proportions, which cancels out everywhere but beside the health term. `law`
    is the part of the parameters with the least share of seats and the published decimals,
    `called` says how the shares and steps are called.
    """
    empowerment = {sex: _empowerment(sheet, sex, law, called) for sex in SEXES}
    work = {
        sex: sheet.step(called.work[sex], sheet.figure(f"lfpr_{sex_word(sex)}") / 100)
        for sex in SEXES
    }
    women, men = (
        sheet.step(called.of_sex[sex], geometric_mean(health[sex], empowerment[sex], work[sex]))
        for sex in SEXES
    )
    harmonic = sheet.step(HARMONIC, harmonic_mean(women, men))
    level = [
        sheet.step(called.equal[key], arithmetic_mean(pair[Sex.FEMALE], pair[Sex.MALE]))
        for key, pair in (("health", health), ("empowerment", empowerment), ("work", work))
    ]
    reference = sheet.step(called.reference, geometric_mean(level[0], level[1], level[2]))
    return sheet.step(
        last, 1 - harmonic / reference, decimals=sheet.rule(f"{law}.published_decimals")
    )


def _empowerment(sheet: Worksheet[N], sex: Sex, law: str, called: Called) -> N:
    least = sheet.law(f"{law}.least_seats", called.shares["seats"][0] + "_min")
    # Where one sex has no seat the geometric mean would be zero whatever its schooling.
    seats = sheet.step(
        called.seats_counted[sex],
        clip(sheet.figure(f"seats_{sex_word(sex)}"), least, 100 - least),
    )
    secondary = sheet.figure(f"secondary_{sex_word(sex)}")
    share: N = root((seats / 100) * (secondary / 100), 2)
    return sheet.step(called.empowerment[sex], share)


OF_100_000 = Text("per 100.000 kelahiran hidup", "per 100,000 live births")
OF_1000 = Text("per 1.000 perempuan 15–19 tahun", "per 1,000 women aged 15–19")


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
        *OF_UNDP.measures(),
    ),
    steps=(
        DEATHS_COUNTED,
        *OF_UNDP.after_health(),
        GII_STEP,
    ),
    methods=(Method("gii.since_2010", UNDP_GII, since_2010, first_year=SERIES_BEGINS),),
    decimals="gii.published_decimals",
    publisher=UNDP,
    parity=Decimal(0),
    higher_is_better=False,
    ranking=Ranking(by_published=False),
    checks=(SEATS_OF_A_WHOLE, OF_UNDP.schooling_as_proportions(), DEATHS_TOO_FEW),
    doubts=(RATES_EXCHANGED, OF_UNDP.women_ahead("seats"), OF_UNDP.women_ahead("lfpr")),
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
