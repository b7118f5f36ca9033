"""Papers printed together: which are meant, how they are called, and what may be done with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text

SILENCE = timedelta(minutes=3)
"""After so long without a sign of life a run is taken to have died; a paper takes a second."""
KEPT_FOR = timedelta(days=14)
"""How long a batch can be downloaded; its papers can always be printed anew."""


class BatchState(StrEnum):
    """How far a batch is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def label(self) -> Text:
        """The state in a list."""
        return _STATES[self]


_STATES = {
    BatchState.WAITING: Text("menunggu", "waiting"),
    BatchState.RUNNING: Text("sedang dicetak", "being printed"),
    BatchState.DONE: Text("selesai", "done"),
    BatchState.FAILED: Text("berhenti", "stopped"),
}


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One paper of a batch as its index lists it; `amount` is None where the paper has none."""

    number: int
    kind: str
    agency: str
    activity_code: str
    activity_name: str
    state: Text
    amount: Rupiah | None
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class BatchHead:
    """What stands above the index; `agency` is empty where the papers are of all agencies."""

    title: Text
    agency: str
    printed_on: Text
    is_practice: bool


def has_fallen_silent(state: BatchState, last_sign: datetime, at: datetime) -> bool:
    """Whether nobody prints any more what is said to be waiting or being printed."""
    return state in {BatchState.WAITING, BatchState.RUNNING} and at - last_sign > SILENCE


def may_go_on(state: BatchState, last_sign: datetime, at: datetime) -> Verdict:
    """Whether printing can be taken up again: only where it stopped."""
    if state is BatchState.DONE:
        return refused(
            "Semua dokumen sudah dicetak; unduh berkasnya.",
            "Every paper is printed; download the file.",
        )
    if state is not BatchState.FAILED and not has_fallen_silent(state, last_sign, at):
        return refused("Pencetakan masih berjalan.", "Printing is still under way.")
    return ALLOWED


def file_in_batch(*, agency: str, kind: str, activity_code: str, pk: int, form: str) -> str:
    """Where a paper lies in the archive: a folder an agency, and names no two papers share."""
    folder = safe(agency) or "Perangkat-Daerah"
    return f"{folder}/{kind}-{safe(activity_code, keep='.')}-{pk}.{form}"


def safe(words: str, *, keep: str = "") -> str:
    """Words as a name every file system takes."""
    return re.sub(rf"[^A-Za-z0-9{re.escape(keep)}]+", "-", words).strip("-.")[:60]


def totals_of(lines: Sequence[IndexLine]) -> tuple[int, int]:
    """How many papers, and of how many agencies."""
    return len(lines), len({line.agency for line in lines})


MOST_UNDER_WAY = 3
"""How many batches one person may have printed at the same time; the machine has two cores."""
MOST_AT_ONCE = 2
"""How many batches are printed at the same time, whoever asked; the others wait."""


def may_ask(under_way: int, *, chosen: int) -> Verdict:
    """Whether one more batch may be asked for, of `chosen` kinds."""
    if not chosen:
        return refused("Pilih sedikitnya satu jenis dokumen.", "Choose at least one kind of paper.")
    if under_way >= MOST_UNDER_WAY:
        return refused(
            "Anda sudah mempunyai {most} cetakan yang belum selesai. Tunggu, atau hapus salah "
            "satunya.",
            "You have {most} batches that are not done. Wait, or drop one of them.",
            most=MOST_UNDER_WAY,
        )
    return ALLOWED
