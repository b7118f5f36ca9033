"""Beneficiaries counted by sex: in which unit, how surely, and what adds up to what."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Result, Undefined
from setara.domain.statistics.observation import Nothing, Value

YEAR_PLAN = 0
LAST_MONTH = 12
"""What is planned is planned for the year (0); what was reached is up to a month, 1 to 12."""

MOST_BENEFICIARIES = 1_000_000_000


class Unit(StrEnum):
    """What one beneficiary is; different units are never added."""

    PERSON = "person"
    HOUSEHOLD = "household"
    GROUP = "group"

    @property
    def label(self) -> Text:
        """In both languages, as offices write it."""
        return UNIT_LABELS[self]

    @property
    def one(self) -> Text:
        """One of them, as it is read in a sentence."""
        return ONE[self]

    @property
    def whose(self) -> Text:
        """Whose sex the two figures are about."""
        return SPLITS[self]

    def of(self, sex: Sex) -> Text:
        """Those of that sex: a household headed by a woman is not a woman."""
        return ONE_OF[self].filled(sex=sex.label)


UNIT_LABELS = {
    Unit.PERSON: Text("orang", "persons"),
    Unit.HOUSEHOLD: Text("KK", "households"),
    Unit.GROUP: Text("kelompok", "groups"),
}
ONE = {
    Unit.PERSON: Text("orang", "person"),
    Unit.HOUSEHOLD: Text("KK", "household"),
    Unit.GROUP: Text("kelompok", "group"),
}
SPLITS = {
    Unit.PERSON: Text("menurut jenis kelamin penerima", "by sex of the beneficiary"),
    Unit.HOUSEHOLD: Text(
        "menurut jenis kelamin kepala keluarga; anggota keluarga tidak terhitung",
        "by sex of the head of household; members are not counted",
    ),
    Unit.GROUP: Text(
        "menurut jenis kelamin ketua kelompok; anggota tidak terhitung",
        "by sex of the head of the group; members are not counted",
    ),
}
ONE_OF = {
    Unit.PERSON: Text("penerima {sex}", "beneficiaries who are {sex}"),
    Unit.HOUSEHOLD: Text("KK berkepala keluarga {sex}", "households headed by {sex}"),
    Unit.GROUP: Text("kelompok berketua {sex}", "groups headed by {sex}"),
}


class Certainty(StrEnum):
    """How a figure came about."""

    COUNTED = "counted"
    ESTIMATED = "estimated"

    @property
    def label(self) -> Text:
        """In both languages."""
        return CERTAINTY_LABELS[self]


CERTAINTY_LABELS = {
    Certainty.COUNTED: Text("dihitung", "counted"),
    Certainty.ESTIMATED: Text("perkiraan", "estimated"),
}


class ReachStage(StrEnum):
    """Whether the figures are a plan or what came of it."""

    PLANNED = "planned"
    REACHED = "reached"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STAGE_LABELS[self]


STAGE_LABELS = {
    ReachStage.PLANNED: Text("rencana", "planned"),
    ReachStage.REACHED: Text("tercapai", "reached"),
}

# Neither can hide a beneficiary: there is nobody to count, or nobody of that sex can be one.
_NOBODY = frozenset({Nothing.NONE_EXISTS, Nothing.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Headcount:
    """The beneficiaries of one sub kegiatan in one unit; `stated` is the total its document prints.

    A figure is whole and not below zero, or a kind of nothing. A sex is never worked out from the
    total and the other one: who is missing is not known.
    """

    women: Value
    men: Value
    stated: int | None = None

    def of(self, sex: Sex) -> Value:
        """The figure of one sex."""
        return self.women if sex is Sex.FEMALE else self.men

    @property
    def total(self) -> Result:
        """Both sexes together: their sum, or what the document states where a sex is unknown."""
        summed = self._summed()
        if isinstance(summed, Undefined) and self.stated is not None:
            return Decimal(self.stated)
        return summed

    @property
    def is_split(self) -> bool:
        """Whether everybody is told by sex."""
        return isinstance(self._summed(), Decimal)

    @property
    def without_sex(self) -> int:
        """How many of the stated total nobody told the sex of."""
        if self.is_split or self.stated is None:
            return 0
        known = sum(int(each) for each in (self.women, self.men) if isinstance(each, Decimal))
        return self.stated - known

    def share(self, sex: Sex) -> Share | Undefined:
        """The part of one sex in all; undefined where a sex is unknown or nobody is reached."""
        summed = self._summed()
        if isinstance(summed, Undefined):
            return summed
        if summed == 0:
            return Undefined(NOBODY)
        figure = self.of(sex)
        part = figure if isinstance(figure, Decimal) else Decimal(0)
        return Share(part, summed, BENEFICIARIES)

    def _summed(self) -> Result:
        unknown = [
            (sex, figure)
            for sex in (Sex.FEMALE, Sex.MALE)
            if isinstance(figure := self.of(sex), Nothing) and figure not in _NOBODY
        ]
        if unknown:
            sex, kind = unknown[0]
            return Undefined(UNKNOWN_SEX.filled(sex=sex.label, kind=kind.label))
        figures = [each for each in (self.women, self.men) if isinstance(each, Decimal)]
        return sum(figures, Decimal(0)) if figures else Undefined(NO_FIGURE)


def is_sound(count: Headcount) -> Verdict:
    """Whether such beneficiaries can be: whole, not negative, and adding up to what is stated.

    A published statement of a city prints 141 heads of RT who are men and 31 who are women out
    of 163; such figures are not taken in before somebody says which one is right.
    """
    for sex in (Sex.FEMALE, Sex.MALE):
        figure = count.of(sex)
        if isinstance(figure, Decimal) and (figure < 0 or figure != figure.to_integral_value()):
            return refused(
                "Penerima {sex}: {figure} bukan jumlah. Isi bilangan bulat, 0 atau lebih.",
                "Beneficiaries, {sex}: {figure} is no count. Give a whole number, 0 or more.",
                sex=sex.label,
                figure=figure,
            )
    if max(_known(count), Decimal(count.stated or 0)) > MOST_BENEFICIARIES:
        return refused(
            "Lebih dari {most} penerima tidak mungkin. Periksa angkanya.",
            "More than {most} beneficiaries cannot be. Check the figure.",
            most=MOST_BENEFICIARIES,
        )
    if count.stated is None:
        return _says_something(count)
    return _adds_up(count, count.stated)


def _says_something(count: Headcount) -> Verdict:
    if count.women is Nothing.NOT_REPORTED and count.men is Nothing.NOT_REPORTED:
        return refused(
            "Isi paling sedikit satu angka, jumlahnya, atau alasan mengapa tidak ada.",
            "Give at least one figure, the total, or the reason why there is none.",
        )
    return ALLOWED


def _adds_up(count: Headcount, stated: int) -> Verdict:
    known = _known(count)
    if stated < 0 or known > stated or (count.is_split and known != stated):
        return refused(
            "Perempuan dan laki-laki berjumlah {known}, tetapi jumlah yang ditulis {stated}. "
            "Periksa dokumennya, lalu perbaiki salah satunya.",
            "Women and men make {known}, but the total given is {stated}. Check the document and "
            "mend one of them.",
            known=known,
            stated=stated,
        )
    return ALLOWED


def _known(count: Headcount) -> Decimal:
    return sum((each for each in (count.women, count.men) if isinstance(each, Decimal)), Decimal(0))


BENEFICIARIES = Text("seluruh penerima manfaat", "all beneficiaries")
NOBODY = Text(
    "Tidak ada penerima manfaat, sehingga tidak ada yang dibagi.",
    "There are no beneficiaries, so there is nothing to divide by.",
)
NO_FIGURE = Text("Tidak ada angka penerima manfaat.", "There is no figure on beneficiaries.")
UNKNOWN_SEX = Text(
    "Angka penerima {sex} tidak ada: {kind}.", "There is no figure on beneficiaries, {sex}: {kind}."
)
