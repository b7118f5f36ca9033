"""Seats, schooling and work of both sexes, as the inequality indices of UNDP and BPS call them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from setara.domain.foundation.sex import Sex
from setara.domain.indices.by_sex import bps_sign, of_sex, sex_word, undp_sign
from setara.domain.indices.definition import Fault, Measure, SuspectFigures, as_per_cent
from setara.domain.indices.worksheet import StepName
from setara.domain.language.text import Text

PER_CENT = Text("persen", "per cent")
SEXES = (Sex.FEMALE, Sex.MALE)
IN_PER_CENT = Text("Isi dalam persen: 52,5, bukan 0,525.", "Enter per cent: 52.5 and not 0.525.")


@dataclass(frozen=True, slots=True)
class Called:
    """What an index calls its shares and the steps it takes with them.

    `shares` are symbol and name by component, `sign` is what stands behind a symbol of one sex,
    `pair` behind one of both.
    """

    shares: Mapping[str, tuple[str, Text]]
    sign: Callable[[Sex], str]
    pair: str
    seats_counted: Mapping[Sex, StepName] = field(init=False)
    health: Mapping[Sex, StepName] = field(init=False)
    empowerment: Mapping[Sex, StepName] = field(init=False)
    work: Mapping[Sex, StepName] = field(init=False)
    of_sex: Mapping[Sex, StepName] = field(init=False)
    equal: Mapping[str, StepName] = field(init=False)
    reference: StepName = field(init=False)

    def __post_init__(self) -> None:
        seats = f"{self.shares['seats'][0]}_d"
        names = {
            "seats_counted": self._steps("seats_counted", seats, SEATS_COUNTED),
            "health": self._steps("health", "H", HEALTH),
            "empowerment": self._steps("empowerment", "E", EMPOWERMENT),
            "work": self._steps("work", "L", WORK),
            "of_sex": self._steps("mean", "G", MEAN),
            "equal": {
                key: StepName(f"{key}_equal", symbol + self.pair, name)
                for key, (symbol, name) in EQUAL.items()
            },
            "reference": StepName("reference", f"G{self.pair}", REFERENCE),
        }
        for name, value in names.items():
            object.__setattr__(self, name, value)

    def _steps(self, key: str, symbol: str, name: Text) -> dict[Sex, StepName]:
        return {
            sex: StepName(f"{key}_{sex_word(sex)}", symbol + self.sign(sex), of_sex(name, sex))
            for sex in SEXES
        }

    def measures(self) -> tuple[Measure, ...]:
        """Seats, schooling and labour force participation of both sexes, in per cent."""
        return tuple(self._measure(component, sex) for component in self.shares for sex in SEXES)

    def _measure(self, component: str, sex: Sex) -> Measure:
        symbol, name = self.shares[component]
        # Labour force participation is never published below five per cent, so that 0.525 is a
        # slip; schooling and seats of women are.
        lowest = Decimal(1) if component == "lfpr" else Decimal(0)
        return Measure(
            f"{component}_{sex_word(sex)}",
            symbol + self.sign(sex),
            of_sex(name, sex),
            PER_CENT,
            lowest,
            Decimal(100),
            IN_PER_CENT,
        )

    def after_health(self) -> tuple[StepName, ...]:
        """The steps from the health of both sexes to what the index is divided by."""
        return (
            *self.health.values(),
            *(each[sex] for sex in SEXES for each in (self.seats_counted, self.empowerment)),
            *self.work.values(),
            *self.of_sex.values(),
            HARMONIC,
            *self.equal.values(),
            self.reference,
        )

    def schooling_as_proportions(self) -> SuspectFigures:
        """A check for schooling that is given as proportions where per cent is asked for."""

        def faults(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
            for key, sex in zip(SCHOOLING, SEXES, strict=True):
                name = of_sex(self.shares["secondary"][1], sex)
                figure = figures[key]
                said = AS_PROPORTION.filled(measure=name, figure=figure, right=as_per_cent(figure))
                yield Fault((key,), said)

        return SuspectFigures(SCHOOLING, _are_both_small, faults)

    def women_ahead(self, component: str) -> SuspectFigures:
        """A doubt where women lead in seats or at work: true in few countries, as in Rwanda."""
        pair = (f"{component}_female", f"{component}_male")
        name = self.shares[component][1]

        def faults(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
            women, men = (figures[each] for each in pair)
            yield Fault(pair, SWAPPED.filled(measure=name, women=women, men=men))

        return SuspectFigures(pair, lambda figures: figures[pair[0]] > figures[pair[1]], faults)


SEATS_COUNTED = Text("Kursi parlemen yang dihitung", "Seats that count")
HEALTH = Text("Kesehatan reproduksi", "Reproductive health")
EMPOWERMENT = Text("Pemberdayaan", "Empowerment")
WORK = Text("Pasar kerja", "Labour market")
MEAN = Text("Rata-rata geometrik", "Geometric mean")
HARMONIC = StepName(
    "harmonic", "HARM", Text("Rata-rata harmonik kedua jenis kelamin", "Harmonic mean of the sexes")
)
EQUAL = {
    "health": ("H", Text("Kesehatan setara", "Health at parity")),
    "empowerment": ("E", Text("Pemberdayaan setara", "Empowerment at parity")),
    "work": ("L", Text("Pasar kerja setara", "Labour market at parity")),
}
REFERENCE = Text("Nilai acuan bila setara", "Reference value at parity")
SEATS = Text("Kursi parlemen", "Seats in parliament")
WORKING = Text(
    "Tingkat partisipasi angkatan kerja, umur 15 tahun ke atas",
    "Labour force participation, aged 15 and over",
)

OF_UNDP = Called(
    {
        "seats": ("PR", SEATS),
        "secondary": (
            "SE",
            Text(
                "Berpendidikan menengah, umur 25 tahun ke atas",
                "At least some secondary education, aged 25 and over",
            ),
        ),
        "lfpr": ("LFPR", WORKING),
    },
    undp_sign,
    "_FM",
)
# UNDP counts some secondary education, BPS only SMA or more: the two shares differ by tens of
# points. The symbols are those by which BPS marks the sexes elsewhere.
OF_BPS = Called(
    {
        "seats": ("KP", SEATS),
        "secondary": (
            "SMA",
            Text(
                "Berpendidikan SMA ke atas, umur 25 tahun ke atas",
                "Senior secondary school or more, aged 25 and over",
            ),
        ),
        "lfpr": ("TPAK", WORKING),
    },
    bps_sign,
    "_PL",
)

SEAT_MEASURES = ("seats_female", "seats_male")
SCHOOLING = ("secondary_female", "secondary_male")
ROUGHLY = 0.5
"""Two shares printed without decimals can miss 100 by one half at each; more is a slip."""


def _seats(figures: Mapping[str, Decimal]) -> Iterator[Fault]:
    """The seats of both sexes are 100 per cent of one parliament; as proportions they are not."""
    women, men = figures["seats_female"], figures["seats_male"]
    total = women + men
    if abs(total - 1) <= Decimal(ROUGHLY) / 100:
        said = SEATS_AS_PROPORTION.filled(
            women=women, men=men, women_right=as_per_cent(women), men_right=as_per_cent(men)
        )
        yield Fault(SEAT_MEASURES, said)
    else:
        yield Fault(SEAT_MEASURES, NOT_A_WHOLE.filled(women=women, men=men, total=total))


def _miss_the_whole(figures: Mapping[str, Any]) -> Any:
    total = figures["seats_female"] + figures["seats_male"]
    return (total < 100 - ROUGHLY) | (total > 100 + ROUGHLY)


SEATS_OF_A_WHOLE = SuspectFigures(SEAT_MEASURES, _miss_the_whole, _seats)


def _are_both_small(figures: Mapping[str, Any]) -> Any:
    women, men = (figures[key] for key in SCHOOLING)
    # Of women alone 0.42 per cent is published (Yemen 1990), with 2.05 per cent of men.
    return ((women > 0) | (men > 0)) & (women <= 1) & (men <= 1)


SEATS_AS_PROPORTION = Text(
    "Kursi parlemen: {women} dan {men} tampaknya proporsi, sedangkan yang diminta persen. Isi "
    "dalam persen: {women_right} dan {men_right}.",
    "Seats in parliament: {women} and {men} look like proportions where per cent is asked for. "
    "Enter per cent: {women_right} and {men_right}.",
)
NOT_A_WHOLE = Text(
    "Kursi parlemen: perempuan {women} persen dan laki-laki {men} persen berjumlah {total}, bukan "
    "100. Cocokkan dengan sumbernya; keduanya dari lembaga dan masa jabatan yang sama.",
    "Seats in parliament: women {women} per cent and men {men} per cent make {total}, not 100. "
    "Compare with the source; both must be of the same house and term.",
)
AS_PROPORTION = Text(
    "{measure}: {figure} tampaknya proporsi, sedangkan yang diminta persen. Isi dalam persen: "
    "{right}, bukan {figure}.",
    "{measure}: {figure} looks like a proportion where per cent is asked for. Enter per cent: "
    "{right} and not {figure}.",
)
SWAPPED = Text(
    "{measure}: perempuan ({women}) di atas laki-laki ({men}), yang jarang terjadi; mungkin kolom "
    "kedua jenis kelamin tertukar. Cocokkan dengan tabel sumbernya.",
    "{measure}: women ({women}) are above men ({men}), which is rare; the columns of the two sexes "
    "may be swapped. Compare with the source table.",
)
