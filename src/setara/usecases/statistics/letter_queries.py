"""What the letters of a data call are written from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.completeness import Completeness
from setara.domain.statistics.element import Element
from setara.domain.statistics.submission import CallState, SubmissionState
from setara.domain.statistics.timeliness import ReminderLevel, reminder_level
from setara.store.models import DataCallRecord, SubmissionRecord
from setara.usecases.foundation.access import NotFound, one
from setara.usecases.statistics.asked import SUBMISSION
from setara.usecases.statistics.board import may_read
from setara.usecases.statistics.call_queries import ItemAnswer, items_of_call
from setara.usecases.statistics.calls import CALL
from setara.usecases.statistics.counting import Counts, counts_of

REMINDER = Text("Surat pengingat", "The reminder")


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One element asked of the producer."""

    element: Element
    by_subdistrict: bool
    dimensions: tuple[Text, ...]
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class ReminderAnswer:
    """The latest reminder written to the producer."""

    written_on: date
    number: str
    level: ReminderLevel


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """The facts of one producer's letters."""

    submission_id: int
    agency_id: int
    agency_name: str
    call: str
    number: str
    period: Period
    opened_on: date
    due_on: date
    state: SubmissionState
    lines: tuple[AskedLine, ...]
    reminder: ReminderAnswer | None


def letter(*, by: Actor, submission_id: int, today: date) -> LetterAnswer:
    """One producer's letters. Raises NotFound, also for another agency's. Cost: nine queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = SubmissionRecord.objects.select_related("call", "agency")
    row = one(by, rows, submission_id, what=SUBMISSION, through="call__government")
    if not may_read(by, row.agency_id):
        raise NotFound(SUBMISSION)
    only = frozenset({row.agency_id})
    return _letters(row.call, [row], counts_of(row.call, only), today)[0]


def letters(*, by: Actor, call_id: int, today: date) -> tuple[LetterAnswer, ...]:
    """The letters of all producers of a call that went out. Raises NotFound, Refused.

    Cost: ten queries and one look at every cell.
    """
    sent = DataCallRecord.objects.exclude(state=CallState.DRAFT)
    call = one(by, sent, call_id, what=CALL)
    require(by.may(Permission.RUN_DATA_CALL))
    rows = SubmissionRecord.objects.filter(call=call).select_related("agency")
    return _letters(call, rows.order_by("agency__code"), counts_of(call), today)


def _letters(
    call: DataCallRecord, rows: Iterable[SubmissionRecord], counts: Counts, today: date
) -> tuple[LetterAnswer, ...]:
    items = items_of_call(call, today, counts)
    return tuple(
        _letter(call, row, [item for item in items if item.agency_id == row.agency_id], today)
        for row in rows
    )


def _letter(
    call: DataCallRecord, row: SubmissionRecord, items: list[ItemAnswer], today: date
) -> LetterAnswer:
    return LetterAnswer(
        submission_id=row.pk,
        agency_id=row.agency_id,
        agency_name=row.agency.as_rule_sees_it().name_on(today).name,
        call=call.title,
        number=call.letter_number,
        period=Period(call.valid_from, call.valid_to),
        opened_on=call.opened_on or today,
        due_on=call.due_on,
        state=SubmissionState(row.state),
        lines=tuple(
            AskedLine(item.element, item.by_subdistrict, item.dimensions, item.completeness)
            for item in items
        ),
        reminder=_reminder(call, row),
    )


def _reminder(call: DataCallRecord, row: SubmissionRecord) -> ReminderAnswer | None:
    latest = row.reminders.order_by("-written_on").first()
    if latest is None:
        return None
    level = reminder_level(call.due_on, latest.written_on) or ReminderLevel.FOCAL_POINT
    return ReminderAnswer(latest.written_on, latest.letter_number, level)
