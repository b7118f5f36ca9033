"""How much a finding weighs."""

from __future__ import annotations

from enum import StrEnum

from setara.domain.language.text import Text


class Severity(StrEnum):
    """An error stops what is asked for; a warning is explained and let through; a note is told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> Text:
        """In both languages."""
        return LABELS[self]


LABELS = {
    Severity.ERROR: Text("harus diperbaiki", "must be corrected"),
    Severity.WARNING: Text("sebaiknya diperbaiki", "better corrected"),
    Severity.NOTE: Text("untuk diketahui", "to be known"),
}
