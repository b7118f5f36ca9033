"""What becomes of a producer's answer to a data call, from first draft to locked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.completeness import Completeness


class CallState(StrEnum):
    """Where a data call stands: only an open one takes answers."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"

    @property
    def label(self) -> Text:
        """In both languages."""
        return CALL_LABELS[self]


CALL_LABELS = {
    CallState.DRAFT: Text("disiapkan", "in preparation"),
    CallState.OPEN: Text("berjalan", "open"),
    CallState.CLOSED: Text("ditutup", "closed"),
}


class SubmissionState(StrEnum):
    """Where one producer's answer stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    VERIFIED = "verified"
    LOCKED = "locked"

    @property
    def label(self) -> Text:
        """In both languages."""
        return SUBMISSION_LABELS[self]


SUBMISSION_LABELS = {
    SubmissionState.DRAFT: Text("diisi", "being filled in"),
    SubmissionState.SUBMITTED: Text("dikirim", "submitted"),
    SubmissionState.RETURNED: Text("dikembalikan", "returned"),
    SubmissionState.VERIFIED: Text("diverifikasi", "verified"),
    SubmissionState.LOCKED: Text("dikunci", "locked"),
}

# Verified figures can go back until the round is locked; a locked one is mended by corrections.
TRANSITIONS: Mapping[SubmissionState, frozenset[SubmissionState]] = {
    SubmissionState.DRAFT: frozenset({SubmissionState.SUBMITTED}),
    SubmissionState.SUBMITTED: frozenset({SubmissionState.RETURNED, SubmissionState.VERIFIED}),
    SubmissionState.RETURNED: frozenset({SubmissionState.SUBMITTED}),
    SubmissionState.VERIFIED: frozenset({SubmissionState.RETURNED, SubmissionState.LOCKED}),
    SubmissionState.LOCKED: frozenset(),
}

# Whose move it is.
OWNERS: Mapping[SubmissionState, frozenset[SeatKind]] = {
    SubmissionState.DRAFT: frozenset({SeatKind.FOCAL_POINT}),
    SubmissionState.SUBMITTED: frozenset({SeatKind.SECRETARY, SeatKind.DRIVER_SUBSTANCE}),
    SubmissionState.RETURNED: frozenset({SeatKind.FOCAL_POINT}),
    SubmissionState.VERIFIED: frozenset({SeatKind.SECRETARY, SeatKind.DRIVER_SUBSTANCE}),
    SubmissionState.LOCKED: frozenset(),
}

MAY_BE_FILLED = frozenset({SubmissionState.DRAFT, SubmissionState.RETURNED})


class Availability(StrEnum):
    """Whether figures by sex exist for an element at all: the data-availability inventory."""

    AVAILABLE = "available"
    NEEDS_SPLITTING = "needs_splitting"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> Text:
        """In both languages."""
        return AVAILABILITY_LABELS[self]


AVAILABILITY_LABELS = {
    Availability.AVAILABLE: Text("tersedia terpilah", "available by sex"),
    Availability.NEEDS_SPLITTING: Text("ada, belum terpilah", "there, not yet split by sex"),
    Availability.MISSING: Text("belum ada", "missing"),
    Availability.NOT_APPLICABLE: Text("tidak berlaku", "not applicable"),
}


def may_move_submission(state: SubmissionState, to: SubmissionState) -> Verdict:
    """Whether the transition table knows the step."""
    if to in TRANSITIONS[state]:
        return ALLOWED
    return refused(
        "Data yang {state} tidak dapat menjadi {to}.",
        "Data that are {state} cannot become {to}.",
        state=state.label,
        to=to.label,
    )


def may_fill(call: CallState, state: SubmissionState) -> Verdict:
    """Cells are filled in while the call is open and the answer lies with its producer."""
    if call is not CallState.OPEN:
        return refused(
            "Permintaan data ini {state}: isian tidak dapat diubah.",
            "This data call is {state}: nothing can be filled in.",
            state=call.label,
        )
    if state not in MAY_BE_FILLED:
        return refused(
            "Data ini sudah {state}; isian dibuka lagi bila dikembalikan.",
            "These data are {state}; they can be changed again once they are returned.",
            state=state.label,
        )
    return ALLOWED


def may_submit(call: CallState, state: SubmissionState, completeness: Completeness) -> Verdict:
    """Only what says nothing at all is held back; an incomplete answer goes with warnings."""
    if not may_fill(call, state):
        return may_fill(call, state)
    if not completeness.answered:
        return refused(
            "Belum ada satu sel pun yang terisi. Isi angkanya, atau pilih mengapa tidak ada.",
            "Not a single cell is filled in. Give the figures, or say why there are none.",
        )
    return ALLOWED


def submit_warnings(completeness: Completeness, unsettled: int) -> tuple[Text, ...]:
    """What the producer should look at before sending; none of it blocks."""
    found = []
    if completeness.not_reported:
        found.append(
            Text(
                "{n} sel belum terisi dan akan tercatat sebagai belum dilaporkan.",
                "{n} cells are empty and will count as not reported.",
            ).filled(n=completeness.not_reported)
        )
    if completeness.refused:
        found.append(
            Text(
                "{n} sel ditolak diberikan. Jelaskan alasannya dalam catatan pengirim.",
                "{n} cells are refused. Say why in the note to the reader.",
            ).filled(n=completeness.refused)
        )
    if unsettled:
        found.append(
            Text(
                "{n} komentar belum diselesaikan oleh verifikator.",
                "{n} comments are not settled by the reviewer.",
            ).filled(n=unsettled)
        )
    return tuple(found)


def may_comment(state: SubmissionState) -> Verdict:
    """Comments are written on what lies with those who verify, until it is locked."""
    if state not in {SubmissionState.SUBMITTED, SubmissionState.VERIFIED}:
        return refused(
            "Komentar ditulis pada isian yang dikirim; isian ini {state}.",
            "Comments are written on a submission that came in; this one is {state}.",
            state=state.label,
        )
    return ALLOWED


def may_return(state: SubmissionState, unsettled: int) -> Verdict:
    """Nothing goes back without saying at least at one cell what to look at."""
    if may_move_submission(state, SubmissionState.RETURNED) and not unsettled:
        return refused(
            "Tulis dahulu komentar pada sel yang perlu diperiksa.",
            "First write a comment on a cell that needs another look.",
        )
    return may_move_submission(state, SubmissionState.RETURNED)


def may_verify(state: SubmissionState, unsettled: int) -> Verdict:
    """What came in is verified once every comment on it is settled."""
    if may_move_submission(state, SubmissionState.VERIFIED) and unsettled:
        return _has_unsettled(unsettled)
    return may_move_submission(state, SubmissionState.VERIFIED)


def may_lock(state: SubmissionState, unsettled: int) -> Verdict:
    """Verified figures are locked; later changes are corrections with their reason."""
    if may_move_submission(state, SubmissionState.LOCKED) and unsettled:
        return _has_unsettled(unsettled)
    return may_move_submission(state, SubmissionState.LOCKED)


def _has_unsettled(comments: int) -> Verdict:
    return refused(
        "{n} komentar belum diselesaikan: kembalikan isiannya, atau tandai selesai.",
        "{n} comments are not settled: return the submission, or mark them settled.",
        n=comments,
    )
