"""Verbs on a producer's answer: hand in, comment, return, verify, lock, remind."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F
from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.domain.statistics.asked import CellKey
from setara.domain.statistics.completeness import completeness
from setara.domain.statistics.submission import (
    CallState,
    SubmissionState,
    may_comment,
    may_lock,
    may_return,
    may_submit,
)
from setara.domain.statistics.timeliness import may_remind, reminder_level
from setara.store.models import (
    CallItemRecord,
    ElementRecord,
    PlaceRecord,
    ReminderRecord,
    SubmissionCellRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import CHANGED_MEANWHILE, NotFound, one
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.statistics.asked import SUBMISSION, asked_cells, fillable

CELL = Text("Sel isian", "The cell")


@command("statistics.submission.handed_in", says=Text("Isian data dikirim", "Data handed in"))
def hand_in(*, by: Actor, at: datetime, submission_id: int, note: str = "") -> None:
    """Send the answer to those who verify it, with a word to them where there is one.

    Raises Refused where nothing at all is filled in or the answer lies elsewhere, NotFound.
    """
    submission = fillable(by, submission_id)
    found = completeness(cell.value for cell in asked_cells(submission))
    state = SubmissionState(submission.state)
    require(may_submit(CallState(submission.call.state), state, found))
    move_submission(
        submission,
        SubmissionState.SUBMITTED,
        submitted_at=at,
        submitted_by=by.name,
        first_submitted_at=submission.first_submitted_at or at,
        note=note.strip(),
    )
    leave_event(
        "statistics.submission.handed_in",
        by=by,
        at=at,
        subject=submission,
        answered=found.answered,
        asked=found.asked,
    )


@command("statistics.cell.commented", says=Text("Sel isian dikomentari", "Cell commented on"))
def comment_cell(
    *, by: Actor, at: datetime, submission_id: int, key: CellKey, comment: str
) -> None:
    """Say at a cell what to look at again; it counts until it is settled.

    Raises Refused for an empty comment or an answer that is not with the reviewers, NotFound.
    """
    submission = run_submission(by, submission_id)
    require(may_comment(SubmissionState(submission.state)))
    if not comment.strip():
        require(refused("Komentar belum diisi.", "The comment is empty."))
    element, place = _place_of(submission, key)
    SubmissionCellRecord.objects.update_or_create(
        submission=submission,
        element=element,
        place=place,
        breakdown=key.breakdown.key,
        sex=key.sex,
        defaults={"comment": comment.strip(), "commented_by": by.name, "is_settled": False},
    )
    leave_event(
        "statistics.cell.commented",
        by=by,
        at=at,
        subject=submission,
        cell=_said(key),
        comment=comment.strip(),
    )


def _place_of(submission: SubmissionRecord, key: CellKey) -> tuple[ElementRecord, PlaceRecord]:
    """The element and place of a cell that was asked for. Raises NotFound."""
    if key not in {cell.key for cell in asked_cells(submission)}:
        raise NotFound(CELL)
    item = CallItemRecord.objects.select_related("element").get(
        call=submission.call_id,
        agency=submission.agency_id,
        element__code=key.element_code,
    )
    return item.element, PlaceRecord.objects.get(code=key.place_code)


def _said(key: CellKey) -> str:
    parts = (key.element_code, key.place_code, key.breakdown.key, key.sex.value)
    return " ".join(part for part in parts if part)


@command("statistics.comment.settled", says=Text("Komentar selesai", "Comment settled"))
def settle_comment(*, by: Actor, at: datetime, submission_id: int, key: CellKey) -> None:
    """Call a comment settled; it stays to be read. Raises Refused, NotFound."""
    submission = run_submission(by, submission_id)
    require(may_comment(SubmissionState(submission.state)))
    settled = SubmissionCellRecord.objects.filter(
        submission=submission,
        element__code=key.element_code,
        place__code=key.place_code,
        breakdown=key.breakdown.key,
        sex=key.sex,
    ).exclude(comment="")
    if settled.update(is_settled=True) != 1:
        raise NotFound(CELL)
    leave_event("statistics.comment.settled", by=by, at=at, subject=submission, cell=_said(key))


@command("statistics.submission.returned", says=Text("Isian dikembalikan", "Data returned"))
def return_submission(*, by: Actor, at: datetime, submission_id: int) -> None:
    """Give the answer back with its comments. Raises Refused without one, NotFound."""
    submission = run_submission(by, submission_id)
    comments = unsettled_of(submission)
    require(may_return(SubmissionState(submission.state), comments))
    move_submission(submission, SubmissionState.RETURNED)
    leave_event(
        "statistics.submission.returned", by=by, at=at, subject=submission, comments=comments
    )


@command("statistics.submission.locked", says=Text("Isian data dikunci", "Data locked"))
def lock_submission(*, by: Actor, at: datetime, submission_id: int) -> None:
    """Close a verified answer for good; from now on figures are corrected. Raises Refused."""
    submission = run_submission(by, submission_id)
    require(may_lock(SubmissionState(submission.state), unsettled_of(submission)))
    move_submission(submission, SubmissionState.LOCKED, locked_at=at)
    leave_event("statistics.submission.locked", by=by, at=at, subject=submission)


@command("statistics.reminder.written", says=Text("Pengingat ditulis", "Reminder written"))
def write_reminder(*, by: Actor, at: datetime, submission_id: int, letter_number: str = "") -> int:
    """Record that a producer is reminded today; its letter is printed from it.

    Raises Refused too early, twice a day, or where nothing is awaited; NotFound.
    """
    submission = run_submission(by, submission_id)
    call, today = submission.call, localdate(at)
    written = submission.reminders.order_by("-written_on").values_list("written_on", flat=True)
    require(
        may_remind(
            CallState(call.state),
            SubmissionState(submission.state),
            call.due_on,
            today,
            written.first(),
        )
    )
    reminder = ReminderRecord.objects.create(
        submission=submission,
        written_on=today,
        letter_number=letter_number.strip(),
        written_by=by.name,
    )
    level = reminder_level(call.due_on, today)
    leave_event(
        "statistics.reminder.written",
        by=by,
        at=at,
        subject=submission,
        level=level.value if level else "",
    )
    return reminder.pk


def run_submission(by: Actor, submission_id: int) -> SubmissionRecord:
    """The submission where the actor runs its call. Raises NotFound, Refused."""
    rows = SubmissionRecord.objects.select_related("call", "agency")
    submission = one(by, rows, submission_id, what=SUBMISSION, through="call__government")
    require(by.may(Permission.RUN_DATA_CALL))
    return submission


def unsettled_of(submission: SubmissionRecord) -> int:
    """How many comments are not settled. Cost: one query."""
    return submission.cells.filter(is_settled=False).exclude(comment="").count()


def move_submission(submission: SubmissionRecord, to: SubmissionState, **changes: object) -> None:
    """Change the state where the answer is still the one that was judged."""
    judged = SubmissionRecord.objects.filter(
        pk=submission.pk, state=submission.state, version=submission.version
    )
    if judged.update(state=to, version=F("version") + 1, **changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
