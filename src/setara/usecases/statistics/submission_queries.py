"""Questions about a producer's answer: what is asked of me, what waits for me, one answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Text
from setara.domain.statistics.asked import AskedCell
from setara.domain.statistics.completeness import Completeness, completeness
from setara.domain.statistics.element import Element
from setara.domain.statistics.submission import (
    MAY_BE_FILLED,
    CallState,
    SubmissionState,
    submit_warnings,
)
from setara.store.models import DataCallRecord, EventRecord, SubmissionRecord
from setara.usecases.foundation.access import NotFound, one, visible
from setara.usecases.foundation.command import COMMANDS
from setara.usecases.statistics.asked import SUBMISSION, asked_cells
from setara.usecases.statistics.board import BoardLine, lines_of, may_read
from setara.usecases.statistics.counting import counts_of
from setara.usecases.statistics.submission_acts import SubmissionActs, acts_of


@dataclass(frozen=True, slots=True)
class AskedOfMe:
    """One call with the answers the actor's own agencies owe it."""

    call_id: int
    title: str
    period: Period
    due_on: date
    state: CallState
    lines: tuple[BoardLine, ...]


@dataclass(frozen=True, slots=True)
class ElementLine:
    """One table of the answer: how full it is, and whether somebody commented on it."""

    element: Element
    completeness: Completeness
    unsettled: int


@dataclass(frozen=True, slots=True)
class HappenedAnswer:
    """Something that happened to the answer."""

    at: datetime
    label: Text
    who: str


@dataclass(frozen=True, slots=True)
class SubmissionAnswer:
    """One producer's answer with what can be done about it by whom."""

    line: BoardLine
    call_id: int
    title: str
    period: Period
    due_on: date
    call_version: int
    version: int
    note: str
    file_name: str
    submitted_by: str
    verified_by: str
    elements: tuple[ElementLine, ...]
    warnings: tuple[Text, ...]
    history: tuple[HappenedAnswer, ...]
    may: SubmissionActs
    is_mine: bool


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """An answer that came in and waits for those who verify."""

    submission_id: int
    agency_name: str
    title: str


def asked_of_me(*, by: Actor, today: date, is_mine_to_move: bool = False) -> tuple[AskedOfMe, ...]:
    """What is asked of the agencies the actor has a seat in, nearest day first.

    `is_mine_to_move` leaves out what lies elsewhere, and those who may not fill anything in.
    Cost: eight queries a call that is open or closed.
    """
    require(by.may(Permission.READ_RECORDS))
    agencies = by.agency_ids
    answers = SubmissionRecord.objects.filter(agency__in=agencies)
    if is_mine_to_move:
        own = [pk for pk in agencies if by.may(Permission.IMPORT_STATISTICS, agency_id=pk)]
        answers = answers.filter(
            agency__in=own, state__in=MAY_BE_FILLED, call__state=CallState.OPEN
        )
    rows = visible(by, DataCallRecord.objects.exclude(state=CallState.DRAFT))
    mine = rows.filter(pk__in=answers.values("call"))
    ordered = sorted(mine, key=lambda row: (row.state != CallState.OPEN, row.due_on, row.pk))
    return tuple(_asked_of_me(by, row, today) for row in ordered)


def _asked_of_me(by: Actor, row: DataCallRecord, today: date) -> AskedOfMe:
    mine = by.agency_ids
    return AskedOfMe(
        call_id=row.pk,
        title=row.title,
        period=Period(row.valid_from, row.valid_to),
        due_on=row.due_on,
        state=CallState(row.state),
        lines=lines_of(by, row, counts_of(row, mine), today, mine),
    )


def waiting_for_verification(*, by: Actor, today: date) -> tuple[WaitingLine, ...]:
    """The answers that wait for the actor, oldest first; none for others. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    if not by.may(Permission.RUN_DATA_CALL):
        return ()
    rows = visible(by, SubmissionRecord.objects.all(), through="call__government").filter(
        state=SubmissionState.SUBMITTED, call__state=CallState.OPEN
    )
    related = rows.select_related("agency", "call").prefetch_related("agency__names")
    return tuple(
        WaitingLine(row.pk, row.agency.as_rule_sees_it().name_on(today).name, row.call.title)
        for row in related.order_by("submitted_at")
    )


def submission(*, by: Actor, submission_id: int, today: date) -> SubmissionAnswer:
    """One answer. Raises NotFound, also for another agency's. Cost: about twenty queries."""
    row = readable(by, submission_id)
    return answer_of(by, row, asked_cells(row), today)


def readable(by: Actor, submission_id: int) -> SubmissionRecord:
    """The row where the actor may see its cells. Raises NotFound. Cost: one query."""
    require(by.may(Permission.READ_RECORDS))
    rows = SubmissionRecord.objects.select_related("call", "agency", "file")
    deferred = rows.defer("file__content")
    row = one(by, deferred, submission_id, what=SUBMISSION, through="call__government")
    if not may_read(by, row.agency_id):
        raise NotFound(SUBMISSION)
    return row


def answer_of(
    by: Actor, row: SubmissionRecord, cells: tuple[AskedCell, ...], today: date
) -> SubmissionAnswer:
    """The answer with all its cells known. Cost: about twelve queries."""
    call, mine = row.call, frozenset({row.agency_id})
    found = completeness(cell.value for cell in cells)
    unsettled = sum(_is_unsettled(cell) for cell in cells)
    (line,) = lines_of(by, call, counts_of(call, mine), today, mine)
    acts = acts_of(by, row, found, unsettled, last_reminded_on=line.last_reminded_on, today=today)
    return SubmissionAnswer(
        line=line,
        call_id=call.pk,
        title=call.title,
        period=Period(call.valid_from, call.valid_to),
        due_on=call.due_on,
        call_version=call.version,
        version=row.version,
        note=row.note,
        file_name=row.file.name if row.file else "",
        submitted_by=row.submitted_by,
        verified_by=row.verified_by,
        elements=_elements(cells),
        warnings=submit_warnings(found, unsettled) if acts.fill else (),
        history=_history(row),
        may=acts,
        is_mine=row.agency_id in by.agency_ids,
    )


def _is_unsettled(cell: AskedCell) -> bool:
    return bool(cell.comment) and not cell.is_settled


def _elements(cells: Iterable[AskedCell]) -> tuple[ElementLine, ...]:
    by_code: dict[str, list[AskedCell]] = {}
    for cell in cells:
        by_code.setdefault(cell.element_code, []).append(cell)
    return tuple(
        ElementLine(
            element=found[0].element,
            completeness=completeness(cell.value for cell in found),
            unsettled=sum(_is_unsettled(cell) for cell in found),
        )
        for found in by_code.values()
    )


def _history(row: SubmissionRecord) -> tuple[HappenedAnswer, ...]:
    """What happened to the answer, newest first."""
    labels = {kind.name: kind.label for kind in COMMANDS.values()}
    events = EventRecord.objects.filter(
        government=row.call.government_id, subject_kind="Submission", subject_id=str(row.pk)
    )
    return tuple(
        HappenedAnswer(
            event.at, labels.get(event.name, Text(event.name, event.name)), event.actor_name
        )
        for event in events.order_by("-sequence")
    )
