"""What taking a budget file in is at, told to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from setara.domain.language.text import Text


class IntakeStep(StrEnum):
    """The steps in their order; a file that is refused does not come to the last."""

    READ = "read"
    JUDGE = "judge"
    KEEP = "keep"

    @property
    def label(self) -> Text:
        """The step as it is told while it lasts."""
        return _LABELS[self]


Told = Callable[[IntakeStep, float], None]
"""Is told the step that began and the part of it that is done, 0 to 1."""

_LABELS = {
    IntakeStep.READ: Text("Membaca berkas", "Reading the file"),
    IntakeStep.JUDGE: Text(
        "Memeriksa baris dan perangkat daerahnya", "Checking its lines and agencies"
    ),
    IntakeStep.KEEP: Text("Menyimpan barisnya", "Keeping its lines"),
}


def nobody(_step: IntakeStep, _part: float) -> None:
    """For imports that nobody watches."""
