"""Explanations of doubted figures: who may give one, and who takes it."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text


class ExplanationState(StrEnum):
    """Where a doubt stands."""

    OPEN = "open"
    EXPLAINED = "explained"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    STALE = "stale"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    ExplanationState.OPEN: Text("belum dijelaskan", "not explained"),
    ExplanationState.EXPLAINED: Text("dijelaskan, menunggu diterima", "explained, to be accepted"),
    ExplanationState.ACCEPTED: Text("penjelasan diterima", "explanation accepted"),
    ExplanationState.REFUSED: Text("penjelasan ditolak", "explanation refused"),
    ExplanationState.STALE: Text(
        "penjelasan lama: angkanya sudah berubah", "old explanation: the figures have changed"
    ),
}


def may_explain(words: str, *, is_accepted: bool) -> Verdict:
    """An explanation says something, and an accepted one is not written over."""
    if is_accepted:
        return refused(
            "Penjelasan untuk temuan ini sudah diterima.",
            "The explanation of this finding is accepted already.",
        )
    if words.strip():
        return ALLOWED
    return refused(
        "Penjelasan belum diisi. Tuliskan mengapa angkanya benar.",
        "The explanation is missing. Write why the figure is right.",
    )


def may_accept(*, explained_by: str, by: str) -> Verdict:
    """Nobody accepts an explanation of his own."""
    if explained_by != by:
        return ALLOWED
    return refused(
        "Penjelasan Anda sendiri harus diterima oleh orang lain.",
        "Somebody else must accept an explanation of yours.",
    )


def may_turn_down(because: str) -> Verdict:
    """A refusal says why, so that the figure can be mended."""
    if because.strip():
        return ALLOWED
    return refused("Alasan penolakan belum diisi.", "The reason for the refusal is missing.")
