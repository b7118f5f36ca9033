"""What follows from a decision: a task, its lead agency, those who contribute, a due date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text


class FollowUpState(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    REPORTED = "reported"
    CLOSED = "closed"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    FollowUpState.OPEN: Text("berjalan", "open"),
    FollowUpState.REPORTED: Text("dilaporkan, menunggu penilaian", "reported, to be judged"),
    FollowUpState.CLOSED: Text("selesai", "closed"),
}

TRANSITIONS: Mapping[FollowUpState, frozenset[FollowUpState]] = {
    FollowUpState.OPEN: frozenset({FollowUpState.REPORTED}),
    FollowUpState.REPORTED: frozenset({FollowUpState.OPEN, FollowUpState.CLOSED}),
    FollowUpState.CLOSED: frozenset({FollowUpState.OPEN}),
}
OWNERS: Mapping[FollowUpState, frozenset[SeatKind]] = {
    FollowUpState.OPEN: frozenset({SeatKind.FOCAL_POINT, SeatKind.AGENCY_HEAD}),
    FollowUpState.REPORTED: frozenset({SeatKind.CHAIR, SeatKind.SECRETARY}),
    FollowUpState.CLOSED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Contribution:
    """An agency's own part of the work."""

    agency_code: str
    part: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One follow-up; the lead agency is not among the contributors."""

    task: str
    lead: str
    due_on: date
    indicator: str = ""
    contributions: tuple[Contribution, ...] = ()
    state: FollowUpState = FollowUpState.OPEN
    evidence: int = 0

    @property
    def agencies(self) -> tuple[str, ...]:
        """Everybody who answers for it, the lead first."""
        return (self.lead, *(each.agency_code for each in self.contributions))


def overdue_days(follow_up: FollowUp, today: date) -> int:
    """The days it is late; zero on the due day itself, and once it is closed."""
    if follow_up.state is FollowUpState.CLOSED:
        return 0
    return max(0, (today - follow_up.due_on).days)


def may_assign(follow_up: FollowUp, *, decided_on: date) -> Verdict:
    """A task with words, a due day after the decision, and each agency once with its own part."""
    if not follow_up.task.strip():
        return refused("Uraian tindak lanjut belum diisi.", "The task is empty.")
    if follow_up.due_on <= decided_on:
        return refused(
            "Tenggat harus setelah tanggal keputusan ({day}).",
            "The due day must come after the decision ({day}).",
            day=decided_on,
        )
    if len(set(follow_up.agencies)) != len(follow_up.agencies):
        return refused(
            "Satu perangkat daerah disebut dua kali. Sebutkan setiap perangkat daerah sekali.",
            "An agency is named twice. Name each agency once.",
        )
    if any(not each.part.strip() for each in follow_up.contributions):
        return refused(
            "Setiap perangkat daerah pendukung memerlukan bagian kerjanya sendiri.",
            "Each contributing agency needs its own part of the work.",
        )
    return ALLOWED


def may_report(follow_up: FollowUp, *, answering: Iterable[str], own: Iterable[str]) -> Verdict:
    """An agency that answers for it today reports while it is open.

    `answering` are the agencies that answer today (after mergers), `own` the actor's.
    """
    if follow_up.state is not FollowUpState.OPEN:
        return refused(
            "Tindak lanjut ini {state}.", "This follow-up is {state}.", state=follow_up.state.label
        )
    if not set(answering) & set(own):
        return refused(
            "Hanya perangkat daerah yang menanganinya dapat melaporkan.",
            "Only an agency that answers for it can report.",
        )
    return ALLOWED


def may_close(follow_up: FollowUp, *, answering: Iterable[str], own: Iterable[str]) -> Verdict:
    """Closed only with evidence and a yes of somebody else: no agency closes its own."""
    if FollowUpState.CLOSED not in TRANSITIONS[follow_up.state]:
        return refused(
            "Tindak lanjut ini {state}; belum ada laporan yang dapat dinilai.",
            "This follow-up is {state}; there is no report to judge.",
            state=follow_up.state.label,
        )
    if follow_up.evidence == 0:
        return refused(
            "Belum ada bukti dukung, sehingga tidak dapat diselesaikan.",
            "There is no evidence, so it cannot be closed.",
        )
    if set(answering) & set(own):
        return refused(
            "Perangkat daerah tidak dapat menyelesaikan tindak lanjutnya sendiri.",
            "An agency cannot close its own follow-up.",
        )
    return ALLOWED


def may_reopen(follow_up: FollowUp) -> Verdict:
    """A report that does not convince, or a closing too early, opens it again."""
    if FollowUpState.OPEN in TRANSITIONS[follow_up.state]:
        return ALLOWED
    return refused("Tindak lanjut ini masih berjalan.", "This follow-up is still open.")


def timeliness(follow_up: FollowUp, today: date) -> Text:
    """In words: done, late by so many days, or so many days left."""
    if follow_up.state is FollowUpState.CLOSED:
        return Text("selesai", "done")
    late = overdue_days(follow_up, today)
    if late:
        return Text("terlambat {days} hari", "{days} days late").filled(days=late)
    left = (follow_up.due_on - today).days
    if left == 0:
        return Text("jatuh tempo hari ini", "due today")
    return Text("sisa {days} hari", "{days} days left").filled(days=left)
