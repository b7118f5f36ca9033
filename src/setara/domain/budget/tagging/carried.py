"""Tags that were carried over from an earlier budget, and how a person said yes to them."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text


class Confirmation(StrEnum):
    """A carried tag was looked at alone, or went along with others whose code and name stayed."""

    SINGLY = "singly"
    TOGETHER = "together"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Confirmation.SINGLY: Text("dilihat dan disetujui sendiri", "looked at and confirmed by itself"),
    Confirmation.TOGETHER: Text(
        "disetujui bersama yang lain karena kode dan namanya sama",
        "confirmed together with others, as code and name are the same",
    ),
}


def carried_reason(reason: str, *, source: Text, code: str, who: str) -> Text:
    """The reason of a carried tag: the own sentence of who set it first, whence it came, and who
    carried it."""
    return Text(
        "{reason} (dibawa dari {source}, {code}, oleh {who})",
        "{reason} (carried over from {source}, {code}, by {who})",
    ).filled(reason=reason.strip(), source=source, code=code, who=who)
