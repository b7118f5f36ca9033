"""Verbs of the review: each driver in its turn, the writer's answers, the lock at the end."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.utils.timezone import localdate

from setara.domain.budget.review.comments import (
    CommentState,
    NewComment,
    ReviewVerdict,
    may_answer,
    may_comment,
)
from setara.domain.budget.review.lateness import waiting
from setara.domain.budget.statement import (
    TRANSITIONS,
    Statement,
    StatementState,
    StatementStep,
    may_approve,
    may_assure,
    may_lock,
    may_return,
    may_take,
    reached,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import ALLOWED, Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.store.models import (
    PathwayRecord,
    ReviewCommentRecord,
    ReviewRecord,
    RoundRecord,
    StatementRecord,
)
from setara.usecases.budget.rounds import current_round, latest_signed, marks_now, standing
from setara.usecases.budget.signatories import as_kept, holder_of
from setara.usecases.budget.statements import held_statement, move, statement_as_rule_sees_it
from setara.usecases.foundation.access import NotFound, account_of
from setara.usecases.foundation.command import command, leave_event

COMMENT = Text("Catatan reviu", "The review comment")


@command("budget.statement.approved", says=Text("GBS disetujui driver", "GBS agreed by a driver"))
def approve_statement(*, by: Actor, at: datetime, statement_id: int, note: str = "") -> None:
    """Say yes as the driver whose turn it is; what it commented on and was answered is accepted.

    Raises Refused, also where what was submitted is not what stands now; NotFound.
    """
    record, current, seen = _under_review(by, at, statement_id)
    require(may_approve(seen, by))
    require(_is_unchanged(record, current))
    yes = TRANSITIONS[seen.state, StatementStep.APPROVE]
    to = reached(yes, standing(record, current.marks))
    move(record, to, **(_approved(record, by, at) if to.is_approved else {}))
    review = _say(current, seen, ReviewVerdict.YES, by=by, at=at, note=note)
    _accept(_answered(record, review.driver), by, at)
    leave_event(
        "budget.statement.approved",
        by=by,
        at=at,
        subject=record,
        driver=review.driver,
        round=current.number,
        state=to.value,
    )


def _approved(record: StatementRecord, by: Actor, at: datetime) -> dict[str, object]:
    """What is kept at the last yes; the head of that day signs later prints too."""
    head = holder_of(record.pathway.agency_id, localdate(at))
    return {"approved_at": at, "approved_by": by.name, "signatory": as_kept(head)}


@command("budget.statement.returned", says=Text("GBS dikembalikan", "GBS returned"))
def return_statement(
    *,
    by: Actor,
    at: datetime,
    statement_id: int,
    comments: Sequence[NewComment],
    note: str = "",
    accepted: Collection[int] = (),
) -> None:
    """Send a GBS back with comments on its columns, as the driver whose turn it is.

    `accepted` are ids of the driver's own answered comments that are settled; the others open
    again. Raises Refused, NotFound.
    """
    record, current, seen = _under_review(by, at, statement_id)
    given = [
        NewComment(each.part, each.text.strip(), each.rule.strip().upper()) for each in comments
    ]
    answered = list(_answered(record, seen.state.waits_for or ""))
    again = [each for each in answered if each.pk not in accepted]
    require(may_return(seen, by, [*given, *again]))
    require(may_comment(given))
    pathway = latest_signed(record.pathway)
    require(_has_room(pathway, record))
    move(record, StatementState.RETURNED, comment=note.strip(), pathway=pathway)
    review = _say(current, seen, ReviewVerdict.RETURN, by=by, at=at, note=note)
    _accept([each for each in answered if each.pk in accepted], by, at)
    _ask(review, given, again)
    leave_event(
        "budget.statement.returned",
        by=by,
        at=at,
        subject=record,
        driver=review.driver,
        round=current.number,
        comments=[[each.part, each.rule, each.text] for each in given],
        comment=note.strip(),
    )


@command(
    "budget.statement.assured",
    says=Text("Keyakinan Inspektorat atas GBS diberikan", "Inspectorate's assurance given"),
)
def assure_statement(*, by: Actor, at: datetime, statement_id: int, note: str) -> None:
    """Give the inspectorate's assurance with the note of its review. Raises Refused, NotFound."""
    record, current, seen = _under_review(by, at, statement_id)
    require(may_assure(seen, by, note))
    move(record, StatementState.COMPLETE)
    _say(current, seen, ReviewVerdict.ASSURANCE, by=by, at=at, note=note)
    leave_event(
        "budget.statement.assured",
        by=by,
        at=at,
        subject=record,
        round=current.number,
        note=note.strip(),
    )


@command("budget.statement.locked", says=Text("GBS dikunci", "GBS locked"))
def lock_statement(*, by: Actor, at: datetime, statement_id: int) -> None:
    """Lock a GBS as the RKA is closed; from then on only a changed GBS (perubahan) follows.

    Raises Refused, NotFound.
    """
    record, current, seen = _under_review(by, at, statement_id)
    late = waiting(localdate(current.waits_since), localdate(at)).is_late
    require(may_lock(seen, by, late))
    move(record, StatementState.LOCKED, locked_at=at, locked_by=by.name)
    leave_event(
        "budget.statement.locked",
        by=by,
        at=at,
        subject=record,
        with_assurance=seen.state is StatementState.COMPLETE,
    )


@command(
    "budget.statement.answered", says=Text("Catatan reviu dijawab", "Review comments answered")
)
def answer_comments(
    *, by: Actor, at: datetime, statement_id: int, answers: Mapping[int, str]
) -> None:
    """Say of comments, by their ids, what was changed. Raises Refused, NotFound."""
    record = held_statement(by, statement_id)
    require(may_take(StatementStep.CORRECT, statement_as_rule_sees_it(record), by))
    rows = ReviewCommentRecord.objects.filter(
        review__round__statement=record, pk__in=answers
    ).in_bulk()
    if not answers or set(rows) != set(answers):
        raise NotFound(COMMENT)
    for pk, answer in answers.items():
        row = rows[pk]
        require(may_answer(CommentState(row.state), answer))
        row.state, row.answer = CommentState.ANSWERED, answer.strip()
        row.answered_at, row.answered_by = at, by.name
        row.save()
    leave_event("budget.statement.answered", by=by, at=at, subject=record, comments=sorted(answers))


def _under_review(
    by: Actor, at: datetime, pk: int
) -> tuple[StatementRecord, RoundRecord, Statement]:
    record = held_statement(by, pk)
    current = current_round(record, at)
    return record, current, statement_as_rule_sees_it(record, current.writers)


def _say(
    current: RoundRecord,
    seen: Statement,
    verdict: ReviewVerdict,
    *,
    by: Actor,
    at: datetime,
    note: str,
) -> ReviewRecord:
    driver = seen.state.waits_for
    if driver is None:
        raise Refused(_NOBODYS_TURN)
    current.waits_since = at
    current.save(update_fields=["waits_since"])
    return ReviewRecord.objects.create(
        round=current,
        driver=driver,
        verdict=verdict,
        note=note.strip(),
        mark=current.marks.get(driver.value, ""),
        reviewed_at=at,
        reviewed_by=by.name,
        account_id=account_of(by),
    )


def _answered(record: StatementRecord, driver: str) -> list[ReviewCommentRecord]:
    rows = ReviewCommentRecord.objects.filter(
        review__round__statement=record, review__driver=driver, state=CommentState.ANSWERED
    )
    return list(rows)


def _accept(rows: Collection[ReviewCommentRecord], by: Actor, at: datetime) -> None:
    ReviewCommentRecord.objects.filter(pk__in=[each.pk for each in rows]).update(
        state=CommentState.ACCEPTED, accepted_at=at, accepted_by=by.name
    )


def _ask(
    review: ReviewRecord, given: Sequence[NewComment], again: Sequence[ReviewCommentRecord]
) -> None:
    ReviewCommentRecord.objects.filter(pk__in=[each.pk for each in again]).update(
        state=CommentState.OPEN
    )
    ReviewCommentRecord.objects.bulk_create(
        ReviewCommentRecord(
            review=review,
            part=each.part,
            text=each.text,
            rule=each.rule,
            state=CommentState.OPEN,
        )
        for each in given
    )


def _has_room(pathway: PathwayRecord, record: StatementRecord) -> Verdict:
    twins = StatementRecord.objects.filter(pathway=pathway, line=record.line)
    if not twins.exclude(pk=record.pk).exists():
        return ALLOWED
    return refused(
        "Revisi GAP-nya sudah mempunyai GBS lain untuk baris anggaran ini. Pilihkan baris "
        "anggaran lain bagi GBS itu, baru GBS ini dapat dikembalikan.",
        "The revision of its GAP has another GBS for this budget line. Choose another line for "
        "that one; then this one can be sent back.",
    )


def _is_unchanged(record: StatementRecord, current: RoundRecord) -> Verdict:
    if marks_now(record) == current.marks:
        return ALLOWED
    return refused(
        "Isi atau anggarannya berubah sejak diajukan. Kembalikan, agar diajukan ulang.",
        "Its content or its money has changed since it was submitted. Send it back, so that it is "
        "submitted again.",
    )


_NOBODYS_TURN = Text("GBS ini tidak menunggu siapa pun.", "This GBS waits for nobody.")
