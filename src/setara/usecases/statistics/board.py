"""The board: who has answered a call, how completely, and how late."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.statistics.completeness import Completeness
from setara.domain.statistics.submission import CallState, SubmissionState
from setara.domain.statistics.timeliness import (
    ReminderLevel,
    Timeliness,
    Timing,
    reminder_level,
    timeliness,
)
from setara.store.models import DataCallRecord, SubmissionRecord
from setara.usecases.foundation.access import one, visible
from setara.usecases.statistics.calls import CALL
from setara.usecases.statistics.counting import Counts, counts_of


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One producer's answer as everybody in the government may see it: no figures."""

    submission_id: int
    agency_id: int
    agency_name: str
    short_name: str
    state: SubmissionState
    completeness: Completeness
    timeliness: Timeliness
    elements: int
    unsettled: int
    reminders: int
    last_reminded_on: date | None
    level: ReminderLevel | None
    may_read: bool


@dataclass(frozen=True, slots=True)
class CallChoice:
    """A call the board can show instead."""

    call_id: int
    title: str


@dataclass(frozen=True, slots=True)
class BoardAnswer:
    """The board of one call: who is worst off stands first."""

    call_id: int
    title: str
    period: Period
    due_on: date
    state: CallState
    lines: tuple[BoardLine, ...]
    whole: Completeness
    by_state: tuple[tuple[SubmissionState, int], ...]
    by_timing: tuple[tuple[Timing, int], ...]
    others: tuple[CallChoice, ...]
    may_run: Verdict

    @property
    def most_late(self) -> tuple[BoardLine, ...]:
        """The missing ones, latest first: whom the regional secretary would call."""
        return tuple(line for line in self.lines if line.timeliness.timing is Timing.MISSING)

    @property
    def done(self) -> int:
        """How many answers are verified or locked."""
        accepted = {SubmissionState.VERIFIED, SubmissionState.LOCKED}
        return sum(line.state in accepted for line in self.lines)


def board(*, by: Actor, today: date, call_id: int | None = None) -> BoardAnswer | None:
    """The board of a call, or of the newest one that went out for None; None where none did.

    Raises NotFound. Cost: nine queries and one look at every cell.
    """
    require(by.may(Permission.READ_RECORDS))
    sent = visible(by, DataCallRecord.objects.exclude(state=CallState.DRAFT))
    newest_first = list(sent.order_by("-opened_on", "-pk"))
    call = one(by, sent, call_id, what=CALL) if call_id else next(iter(newest_first), None)
    if call is None:
        return None
    counts = counts_of(call)
    lines = lines_of(by, call, counts, today)
    states, timings = Counter(_states(lines)), Counter(_timings(lines))
    return BoardAnswer(
        call_id=call.pk,
        title=call.title,
        period=Period(call.valid_from, call.valid_to),
        due_on=call.due_on,
        state=CallState(call.state),
        lines=lines,
        whole=counts.whole,
        by_state=tuple((state, states[state]) for state in SubmissionState),
        by_timing=tuple((timing, timings[timing]) for timing in Timing),
        others=tuple(CallChoice(row.pk, row.title) for row in newest_first if row.pk != call.pk),
        may_run=by.may(Permission.RUN_DATA_CALL),
    )


def _states(lines: tuple[BoardLine, ...]) -> list[SubmissionState]:
    return [line.state for line in lines]


def _timings(lines: tuple[BoardLine, ...]) -> list[Timing]:
    return [line.timeliness.timing for line in lines]


def lines_of(
    by: Actor,
    call: DataCallRecord,
    counts: Counts,
    today: date,
    only: frozenset[int] | None = None,
) -> tuple[BoardLine, ...]:
    """The producers of the call (`only` these agencies), the latest and emptiest first.

    Cost: four queries.
    """
    rows = SubmissionRecord.objects.filter(call=call).select_related("agency")
    if only is not None:
        rows = rows.filter(agency__in=only)
    related = rows.prefetch_related("agency__names", "reminders")
    lines = [_line(by, call, row, counts, today) for row in related.order_by("agency__code")]
    return tuple(sorted(lines, key=_how_well))


def _how_well(line: BoardLine) -> tuple[int, int, int, str]:
    is_missing = line.timeliness.timing is Timing.MISSING
    return (
        0 if is_missing else 1 + list(SubmissionState).index(line.state),
        -line.timeliness.days_late,
        line.completeness.percent,
        line.short_name,
    )


def _line(
    by: Actor, call: DataCallRecord, row: SubmissionRecord, counts: Counts, today: date
) -> BoardLine:
    name = row.agency.as_rule_sees_it().name_on(today)
    first = localdate(row.first_submitted_at) if row.first_submitted_at else None
    timely = timeliness(call.due_on, first, today)
    written = sorted(each.written_on for each in row.reminders.all())
    is_awaited = timely.timing in {Timing.WAITING, Timing.MISSING}
    return BoardLine(
        submission_id=row.pk,
        agency_id=row.agency_id,
        agency_name=name.name,
        short_name=name.short_name,
        state=SubmissionState(row.state),
        completeness=counts.of_agency(row.agency_id),
        timeliness=timely,
        elements=len(counts.by_element.get(row.agency_id, {})),
        unsettled=counts.unsettled.get(row.agency_id, 0),
        reminders=len(written),
        last_reminded_on=written[-1] if written else None,
        level=reminder_level(call.due_on, today) if is_awaited else None,
        may_read=may_read(by, row.agency_id),
    )


def may_read(by: Actor, agency_id: int) -> bool:
    """Whether the actor sees the cells: who runs the call, and the agency's own people."""
    return bool(by.may(Permission.RUN_DATA_CALL)) or agency_id in by.agency_ids
