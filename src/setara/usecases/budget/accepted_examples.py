"""The library of accepted examples: chosen by a driver, shown to every writer, withdrawn again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from setara.domain.budget.review.comments import LONGEST
from setara.domain.budget.review.content import PART_LABELS, PARTS
from setara.domain.budget.statement import StatementState
from setara.domain.budget.window_days import says_why
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused, require
from setara.domain.language.text import Text
from setara.store.models import AcceptedExampleRecord, StatementRecord
from setara.usecases.budget.rounds import as_kept, content_now
from setara.usecases.budget.statements import held_statement
from setara.usecases.foundation.access import one, visible
from setara.usecases.foundation.command import command, leave_event

EXAMPLE = Text("Contoh", "The example")
_SETTLED = (StatementState.COMPLETE, StatementState.LOCKED)


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """One part of an accepted GBS, with who chose it and why."""

    example_id: int
    statement_id: int
    part: str
    words: tuple[Text, ...]
    reason: str
    activity_name: str
    agency_name: str
    year: int
    chosen_by: str
    chosen_at: datetime
    is_sample: bool

    @property
    def label(self) -> Text:
        """Which part it is of."""
        return PART_LABELS[self.part]


@command("budget.example.accepted", says=Text("Contoh diterima", "Example accepted"))
def accept_example(*, by: Actor, at: datetime, statement_id: int, part: str, reason: str) -> int:
    """Show a part of a complete GBS to all writers of the government; the example's id.

    Raises Refused, NotFound.
    """
    record = held_statement(by, statement_id)
    require(may_accept(by, StatementState(record.state)))
    require(first_refusal(says_why(reason), _is_fit(record, part, reason)))
    example = AcceptedExampleRecord.objects.create(
        statement=record,
        part=part,
        words=as_kept(content_now(record))[part],
        reason=reason.strip(),
        chosen_by=by.name,
        chosen_at=at,
    )
    leave_event(
        "budget.example.accepted",
        by=by,
        at=at,
        subject=example,
        statement=record.pk,
        part=part,
        reason=example.reason,
    )
    return example.pk


@command("budget.example.withdrawn", says=Text("Contoh ditarik", "Example withdrawn"))
def withdraw_example(*, by: Actor, at: datetime, example_id: int, because: str) -> None:
    """Take an example out of the library; it stays known. Raises Refused, NotFound."""
    record = one(by, _shown(), example_id, what=EXAMPLE, through="statement__government")
    require(first_refusal(by.may(Permission.APPROVE_STATEMENT), says_why(because)))
    record.withdrawn_by, record.withdrawn_at = by.name, at
    record.withdrawal_reason = because.strip()
    record.save()
    leave_event("budget.example.withdrawn", by=by, at=at, subject=record, because=because.strip())


def may_accept(by: Actor, state: StatementState) -> Verdict:
    """Whether the actor may choose examples from a statement that stands there."""
    if state in _SETTLED:
        return by.may(Permission.APPROVE_STATEMENT)
    return first_refusal(
        by.may(Permission.APPROVE_STATEMENT),
        refused(
            "Contoh diambil dari GBS yang lengkap atau dikunci.",
            "Examples are taken from a GBS that is complete or locked.",
        ),
    )


def accepted_examples(*, by: Actor) -> tuple[ExampleLine, ...]:
    """The library, by part and the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, _shown(), through="statement__government")
    found = [_line(row) for row in rows.order_by("-pk")]
    return tuple(sorted(found, key=lambda each: PARTS.index(each.part)))


def _shown() -> QuerySet[AcceptedExampleRecord]:
    return (
        AcceptedExampleRecord.objects.filter(withdrawn_at=None)
        .select_related("statement__line__version", "statement__line__book")
        .select_related("statement__line__agency")
        .prefetch_related("statement__line__agency__names")
    )


def _line(row: AcceptedExampleRecord) -> ExampleLine:
    line = row.statement.line
    return ExampleLine(
        example_id=row.pk,
        statement_id=row.statement_id,
        part=row.part,
        words=tuple(Text(indonesian, english) for indonesian, english in row.words),
        reason=row.reason,
        activity_name=line.name,
        agency_name=line.agency.as_rule_sees_it().name_on(row.chosen_at.date()).name,
        year=line.version.year,
        chosen_by=row.chosen_by,
        chosen_at=row.chosen_at,
        is_sample=line.book.is_sample,
    )


def _is_fit(record: StatementRecord, part: str, reason: str) -> Verdict:
    if part not in PARTS:
        return refused("Kolom “{part}” tidak dikenal.", "Unknown column “{part}”.", part=part)
    if len(reason) > LONGEST:
        return refused(
            "Alasan paling panjang {longest} karakter.",
            "A reason has {longest} characters at most.",
            longest=LONGEST,
        )
    if record.examples.filter(part=part, withdrawn_at=None).exists():
        return refused(
            "Kolom ini dari GBS ini sudah menjadi contoh.",
            "This column of this GBS is an example already.",
        )
    return ALLOWED
