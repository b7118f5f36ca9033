"""A coordination meeting (rakor): planned, held, closed; who came, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    CLOSED = "closed"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STATE_LABELS[self]


STATE_LABELS = {
    MeetingState.PLANNED: Text("direncanakan", "planned"),
    MeetingState.HELD: Text("dilaksanakan", "held"),
    MeetingState.CLOSED: Text("ditutup", "closed"),
}

TRANSITIONS: Mapping[MeetingState, frozenset[MeetingState]] = {
    MeetingState.PLANNED: frozenset({MeetingState.HELD}),
    MeetingState.HELD: frozenset({MeetingState.CLOSED}),
    MeetingState.CLOSED: frozenset(),
}
_CONVENERS = frozenset({SeatKind.CHAIR, SeatKind.SECRETARY})
OWNERS: Mapping[MeetingState, frozenset[SeatKind]] = {
    MeetingState.PLANNED: _CONVENERS,
    MeetingState.HELD: _CONVENERS,
    MeetingState.CLOSED: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting; `ends_at` lies after `starts_at`, also across midnight."""

    title: str
    theme: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    state: MeetingState = MeetingState.PLANNED


@dataclass(frozen=True, slots=True)
class Attendance:
    """One who came; `on_behalf_of` names the office spoken for."""

    name: str
    sex: Sex
    on_behalf_of: str = ""


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many women and men came, and how many of them for somebody else."""

    women: int
    men: int
    representing: int

    @property
    def total(self) -> int:
        """Everybody."""
        return self.women + self.men


def turnout(attendance: Iterable[Attendance]) -> Turnout:
    """The meeting's own data by sex."""
    came = list(attendance)
    return Turnout(
        women=sum(one.sex is Sex.FEMALE for one in came),
        men=sum(one.sex is Sex.MALE for one in came),
        representing=sum(bool(one.on_behalf_of) for one in came),
    )


def may_plan(meeting: Meeting) -> Verdict:
    """A meeting has a title, a venue, and an end after its start."""
    if not meeting.title.strip() or not meeting.venue.strip():
        return refused(
            "Nama rapat dan tempatnya wajib diisi.",
            "The meeting needs a name and a venue.",
        )
    if meeting.ends_at <= meeting.starts_at:
        return refused(
            "Waktu selesai harus setelah waktu mulai. Rapat yang melewati tengah malam "
            "selesai pada tanggal berikutnya.",
            "The end must come after the start. A meeting past midnight ends on the next day.",
        )
    return ALLOWED


def may_hold(meeting: Meeting, *, came: int, now: datetime) -> Verdict:
    """Only a planned meeting is held, once it has begun and somebody came."""
    if MeetingState.HELD not in TRANSITIONS[meeting.state]:
        return refused(
            "Rapat ini sudah {state}.",
            "This meeting is {state} already.",
            state=meeting.state.label,
        )
    if now < meeting.starts_at:
        return refused(
            "Rapat belum dimulai; jadwalnya {at}.",
            "The meeting has not begun; it is set for {at}.",
            at=meeting.starts_at,
        )
    if came == 0:
        return refused(
            "Daftar hadir masih kosong. Catat yang hadir terlebih dahulu.",
            "Nobody is on the attendance list. Record who came first.",
        )
    return ALLOWED


def may_decide(meeting: Meeting) -> Verdict:
    """Decisions are taken in a meeting that is held and not yet closed."""
    if meeting.state is MeetingState.HELD:
        return ALLOWED
    return refused(
        "Keputusan hanya dicatat pada rapat yang sedang dilaksanakan; rapat ini {state}.",
        "Decisions are recorded while a meeting is held; this one is {state}.",
        state=meeting.state.label,
    )


def may_record_attendance(meeting: Meeting) -> Verdict:
    """People may be added until the meeting is closed."""
    if meeting.state is not MeetingState.CLOSED:
        return ALLOWED
    return refused(
        "Rapat sudah ditutup; daftar hadir tidak dapat ditambah.",
        "The meeting is closed; nobody can be added to the list.",
    )


def may_close(meeting: Meeting, *, decisions: int, without_follow_up: Iterable[int]) -> Verdict:
    """A meeting that decided nothing, or left a decision to nobody, is not closed."""
    if MeetingState.CLOSED not in TRANSITIONS[meeting.state]:
        return refused(
            "Rapat yang {state} tidak dapat ditutup.",
            "A meeting that is {state} cannot be closed.",
            state=meeting.state.label,
        )
    if decisions == 0:
        return refused(
            "Rapat belum menghasilkan keputusan.", "The meeting has not decided anything yet."
        )
    orphans = sorted(without_follow_up)
    if orphans:
        return refused(
            "Keputusan nomor {numbers} belum mempunyai penanggung jawab tindak lanjut.",
            "Nobody follows up decision number {numbers} yet.",
            numbers=", ".join(str(number) for number in orphans),
        )
    return ALLOWED


def next_number(numbers: Iterable[int]) -> int:
    """Decisions of a meeting are numbered from one, and no number is given twice."""
    return max(numbers, default=0) + 1
