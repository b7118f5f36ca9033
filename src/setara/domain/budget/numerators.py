"""What counts as gender-responsive money: three ways that differ much, so each is named."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text


class Numerator(StrEnum):
    """The three ways in which ARG is counted; no rule read so far settles on one.

    Source of the ways: the comparison of denominators and numerators that Setara's own reading
    of regional practice gives (unverified); the letters i, ii and iii are its.
    """

    APPROVED_STATEMENTS = "i"
    ACTIONS = "ii"
    WEIGHTED = "iii"

    @property
    def label(self) -> Text:
        """The way in words."""
        return NUMERATORS[self]

    @property
    def meaning(self) -> Text:
        """What it takes in, and what that does to the figure."""
        return MEANINGS[self]


NUMERATORS = {
    Numerator.APPROVED_STATEMENTS: Text(
        "(i) seluruh pagu sub kegiatan yang GBS-nya disetujui",
        "(i) the full budget of each sub-activity with an approved GBS",
    ),
    Numerator.ACTIONS: Text(
        "(ii) hanya komponen rencana aksi dalam GBS",
        "(ii) only the components of the action plan in the GBS",
    ),
    Numerator.WEIGHTED: Text(
        "(iii) pagu yang ditandai, dikalikan bobotnya", "(iii) the tagged budget times its weight"
    ),
}
MEANINGS = {
    Numerator.APPROVED_STATEMENTS: Text(
        "Satu GBS membawa seluruh pagu sub kegiatannya, juga bagian yang tidak menyentuh "
        "kesenjangan.",
        "One GBS brings in the whole budget of its sub-activity, also the part that touches no "
        "gap.",
    ),
    Numerator.ACTIONS: Text(
        "Cara yang paling ketat: hanya rupiah yang ditulis pada rencana aksi GBS, yaitu komponen "
        "yang langsung mengubah keadaan.",
        "The strictest way: only the rupiah written at the actions of the GBS, the components "
        "that change the situation themselves.",
    ),
    Numerator.WEIGHTED: Text(
        "Menurut penandaan, juga yang belum ber-GBS: bruto adalah pagu yang ditandai, tertimbang "
        "adalah bruto dikalikan nilai daftar periksanya (0–100%).",
        "By the tags, also where there is no GBS yet: gross is the tagged budget, weighted is "
        "gross times the grade of its checklist (0–100%).",
    ),
}
NO_ACTION_MONEY = Text(
    "tidak dapat dihitung: rupiah rencana aksi belum dicatat pada {missing} dari {all} GBS",
    "cannot be computed: no rupiah were recorded for the actions of {missing} of {all} GBS",
)
NO_TAGS = Text(
    "belum ada sub kegiatan yang ditandai pada tahun ini",
    "no sub-activity has been tagged in this year",
)
