"""The phases of a year's budget, and the stages of a phase that each leave a version of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text, same
from setara.domain.language.writing import ENGLISH_MONTHS, INDONESIAN_MONTHS

MONTHS = tuple(map(Text, INDONESIAN_MONTHS, ENGLISH_MONTHS))
MOST_SHIFTS = 20


class BudgetPhase(StrEnum):
    """Which document of the year's cycle a budget book is; the names are the regulation's.

    In the order of the year. REALISATION is no budget but what was spent of it up to a month.
    """

    RKPD = "RKPD"
    KUA_PPAS = "KUA-PPAS"
    RKA = "RKA"
    DPA = "DPA"
    RKA_REVISED = "RKAP"
    DPPA = "DPPA"
    REALISATION = "REALISASI"

    @property
    def label(self) -> Text:
        """The document's full name, with the English meaning beside it."""
        return LABELS[self]

    @property
    def short(self) -> str:
        """The acronym as offices write it, the same in both languages."""
        return SHORT.get(self, self.value)

    @property
    def is_plan(self) -> bool:
        """Whether it says what may be spent, not what was."""
        return self is not BudgetPhase.REALISATION

    @property
    def order(self) -> int:
        """Its place in the year, from 0."""
        return list(BudgetPhase).index(self)


# Names after PP 12/2019 and Permendagri 77/2020, not read in the official text.
LABELS = {
    BudgetPhase.RKPD: Text(
        "RKPD (Rencana Kerja Pemerintah Daerah)", "RKPD (annual plan of the local government)"
    ),
    BudgetPhase.KUA_PPAS: Text(
        "KUA-PPAS (Kebijakan Umum APBD, Prioritas dan Plafon Anggaran Sementara)",
        "KUA-PPAS (general budget policy, priorities and provisional ceilings)",
    ),
    BudgetPhase.RKA: Text("RKA (Rencana Kerja dan Anggaran)", "RKA (work and budget plan)"),
    BudgetPhase.DPA: Text(
        "DPA (Dokumen Pelaksanaan Anggaran)", "DPA (budget implementation document)"
    ),
    BudgetPhase.RKA_REVISED: Text("RKA Perubahan", "RKAP (revised work and budget plan)"),
    BudgetPhase.DPPA: Text(
        "DPPA (Dokumen Pelaksanaan Perubahan Anggaran)",
        "DPPA (revised budget implementation document)",
    ),
    BudgetPhase.REALISATION: Text("Realisasi s.d. suatu bulan", "Realisation up to a month"),
}
SHORT = {BudgetPhase.REALISATION: "Realisasi"}


@dataclass(frozen=True, slots=True)
class Stage:
    """A phase, and which of its versions: 0 the first, n the n-th shift of money (pergeseran).

    Of a realisation `sequence` is the month up to which it counts, 1 to 12.
    """

    phase: BudgetPhase
    sequence: int = 0

    @property
    def name(self) -> Text:
        """As offices call it: `DPA`, `DPA pergeseran ke-2`, `Realisasi s.d. Juni`."""
        if self.phase is BudgetPhase.REALISATION:
            return _UP_TO.filled(month=MONTHS[self.sequence - 1])
        if self.sequence == 0:
            return same(self.phase.short)
        return _SHIFTED.filled(phase=self.phase.short, number=str(self.sequence))

    @property
    def label(self) -> Text:
        """Its name in full where the phase has not been shifted."""
        return self.phase.label if self.sequence == 0 else self.name

    @property
    def order(self) -> tuple[int, int]:
        """Its place in the year: later ones are larger."""
        return (self.phase.order, self.sequence)


def may_stage(stage: Stage) -> Verdict:
    """Whether there is such a stage: a month for a realisation, a number of shifts elsewhere."""
    if stage.phase is BudgetPhase.REALISATION:
        if 1 <= stage.sequence <= len(MONTHS):
            return ALLOWED
        return refused(
            "Pilih bulan realisasinya: sampai dengan bulan apa angka dalam berkas ini?",
            "Choose the month of the realisation: up to which month do the figures count?",
        )
    if 0 <= stage.sequence <= MOST_SHIFTS:
        return ALLOWED
    return refused(
        "Nomor pergeseran anggaran dari 0 (belum bergeser) sampai {most}.",
        "The number of a shift goes from 0 (not shifted yet) to {most}.",
        most=str(MOST_SHIFTS),
    )


_UP_TO = Text("Realisasi s.d. {month}", "Realisation up to {month}")
_SHIFTED = Text("{phase} pergeseran ke-{number}", "{phase}, shift {number}")
