"""A figure that is to be read as another one, and when that no longer holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Value


class Standing(StrEnum):
    """What a delivery means for a correction made before it."""

    APPLIES = "applies"
    NOT_NEEDED = "not_needed"
    NO_LONGER_HOLDS = "no_longer_holds"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STANDING_LABELS[self]


STANDING_LABELS = {
    Standing.APPLIES: Text("diterapkan kembali", "applied again"),
    Standing.NOT_NEEDED: Text("sudah diperbaiki di sumbernya", "mended at the source"),
    Standing.NO_LONGER_HOLDS: Text("syaratnya tidak berlaku lagi", "no longer holds"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """`expected` is the figure as delivered, `corrected` what it is read as."""

    expected: Value
    corrected: Value

    def standing(self, delivered: Value) -> Standing:
        """What becomes of it when a figure is delivered again.

        A correction answers one figure; another one than it expects must be looked at anew.
        """
        if delivered == self.expected:
            return Standing.APPLIES
        if delivered == self.corrected:
            return Standing.NOT_NEEDED
        return Standing.NO_LONGER_HOLDS


def may_correct(correction: Correction, *, reason: str, provider: str) -> Verdict:
    """A correction needs another figure, a reason, and somebody who provided it."""
    if correction.expected == correction.corrected:
        return refused(
            "Angkanya sama dengan yang tercatat.", "The figure is the one on record already."
        )
    if not reason.strip():
        return refused(
            "Alasan koreksi belum diisi. Sebutkan apa yang keliru dan dari mana diketahui.",
            "The reason is missing. Say what is wrong and how that is known.",
        )
    if not provider.strip():
        return refused(
            "Pemberi koreksi belum diisi. Sebutkan siapa yang memberikan angka yang benar.",
            "The provider is missing. Name who gave the right figure.",
        )
    return ALLOWED
