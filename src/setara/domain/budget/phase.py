"""The phases of a year's budget, of which each leaves a version of the book."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text


class BudgetPhase(StrEnum):
    """Which document of the year's cycle a budget book is; the names are the regulation's."""

    RKA = "RKA"
    DPA = "DPA"
    RKA_REVISED = "RKAP"
    DPPA = "DPPA"

    @property
    def label(self) -> Text:
        """The document's full name, with the English meaning beside it."""
        return LABELS[self]

    @property
    def short(self) -> str:
        """The acronym as offices write it, the same in both languages."""
        return self.value


# Names after PP 12/2019 and Permendagri 77/2020, not read in the official text.
LABELS = {
    BudgetPhase.RKA: Text("RKA (Rencana Kerja dan Anggaran)", "RKA (work and budget plan)"),
    BudgetPhase.DPA: Text(
        "DPA (Dokumen Pelaksanaan Anggaran)", "DPA (budget implementation document)"
    ),
    BudgetPhase.RKA_REVISED: Text("RKA Perubahan", "RKAP (revised work and budget plan)"),
    BudgetPhase.DPPA: Text(
        "DPPA (Dokumen Pelaksanaan Perubahan Anggaran)",
        "DPPA (revised budget implementation document)",
    ),
}
