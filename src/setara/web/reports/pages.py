"""What each page of the reports room is given."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Text
from setara.domain.reports.thread import Thread
from setara.usecases.reports.prints import PrintAnswer, PrintState
from setara.usecases.reports.today import TodayAnswer
from setara.web.reports.stops import LinkedStop


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """The whole thread of one issue."""

    title: Text
    lead: Text
    thread: Thread
    stops: tuple[LinkedStop, ...]


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What is the reader's today."""

    title: Text
    lead: Text
    answer: TodayAnswer


@dataclass(frozen=True, slots=True)
class CheckPage:
    """What a print is worth; without an answer only the field for a code."""

    title: Text
    answer: PrintAnswer | None = None

    @property
    def tone(self) -> str:
        """The kind of notice the verdict stands in."""
        if self.answer is None or self.answer.state is PrintState.NOT_KNOWN:
            return "error"
        return "success" if self.answer.state is PrintState.APPROVED else "warning"

    @property
    def verdict(self) -> Text:
        """In a line."""
        return VERDICTS[self.answer.state][0] if self.answer else NO_TEXT

    @property
    def meaning(self) -> Text:
        """What it means for who holds the paper."""
        if self.answer is None:
            return NO_TEXT
        day = self.answer.replaced_on
        if self.answer.state is PrintState.SUPERSEDED and day:
            return _REPLACED.filled(day=day)
        return VERDICTS[self.answer.state][1]


NO_TEXT = Text("", "")
_REPLACED = Text(
    "Sejak {day} berlaku revisinya. Mintalah cetakan terbaru.",
    "Since {day} its revision counts. Ask for the latest print.",
)
VERDICTS = {
    PrintState.APPROVED: (
        Text("Cetakan ini versi yang disetujui", "This print is the approved version"),
        Text(
            "Isinya sama dengan catatan yang berlaku hari ini.",
            "Its content is that of the record that counts today.",
        ),
    ),
    PrintState.SUPERSEDED: (
        Text("Cetakan ini sudah diganti", "This print is superseded"),
        Text(
            "Revisinya yang berlaku. Mintalah cetakan terbaru.",
            "Its revision counts. Ask for the latest print.",
        ),
    ),
    PrintState.CHANGED: (
        Text("Isinya sudah berubah sejak dicetak", "It changed since it was printed"),
        Text(
            "Catatannya berubah setelah cetakan ini dibuat. Mintalah cetakan terbaru.",
            "The record changed after this print was made. Ask for the latest print.",
        ),
    ),
    PrintState.NO_LONGER_APPROVED: (
        Text("Persetujuannya tidak berlaku lagi", "It is no longer approved"),
        Text(
            "Dokumen ini sedang diperbaiki; jangan memakai cetakan ini.",
            "The paper is being mended; do not use this print.",
        ),
    ),
    PrintState.NOT_KNOWN: (
        Text("Kode ini tidak dikenal", "This code is not known"),
        Text(
            "Periksa kembali huruf dan angkanya. Bila sudah benar, cetakan ini bukan dari Setara.",
            "Check the letters and digits. If they are right, the print is not from Setara.",
        ),
    ),
}
