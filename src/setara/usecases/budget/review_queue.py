"""The one queue of the review: what waits for whom, since when, and who is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count
from django.utils.timezone import localdate

from setara.domain.budget.review.comments import CommentState
from setara.domain.budget.review.lateness import Waiting, waiting
from setara.domain.budget.review.windows import WindowKind, reviewed_in
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import require
from setara.store.models import ReviewCommentRecord, RoundRecord
from setara.usecases.budget.review_windows import window_ends
from setara.usecases.budget.statement_queries import StatementLine, statements
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What of the queue is asked for; None is everything."""

    agency_id: int | None = None
    state: StatementState | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A statement in the review: who has it, and since when.

    `waits_for` is None where nobody has it any more; a returned one waits for its agency.
    """

    line: StatementLine
    waits_for: SeatKind | None
    waiting: Waiting | None
    round_number: int
    open_comments: int
    is_mine: bool


@dataclass(frozen=True, slots=True)
class QueueAnswer:
    """The reader's own first, then the others, in each the one that waits longest first."""

    mine: tuple[QueueLine, ...]
    others: tuple[QueueLine, ...]
    agencies: tuple[tuple[int, str], ...]
    years: tuple[int, ...]
    late: int


def review_queue(*, by: Actor, today: date, only: QueueFilter) -> QueueAnswer:
    """Every statement that was ever submitted. Cost: six queries."""
    require(by.may(Permission.READ_RECORDS))
    every = [line for line in statements(by=by, today=today) if line.state != "draft"]
    rounds, ends = _last_rounds(by), window_ends(by)
    asked = _open_comments(by)
    lines = [
        _line(line, rounds.get(line.statement_id), _end_for(line, ends), by, today)
        for line in every
        if _is_asked_for(line, only)
    ]
    lines = [replace(each, open_comments=asked.get(each.line.statement_id, 0)) for each in lines]
    lines.sort(key=_urgency)
    return QueueAnswer(
        mine=tuple(each for each in lines if each.is_mine),
        others=tuple(each for each in lines if not each.is_mine),
        agencies=tuple(sorted({(line.agency_id, line.agency_name) for line in every})),
        years=tuple(sorted({line.year for line in every}, reverse=True)),
        late=sum(each.waiting is not None and each.waiting.is_late for each in lines),
    )


def is_turn_of(by: Actor, line: StatementLine) -> bool:
    """Whether a statement waits for the actor: a driver in its turn, or the agency to mend it."""
    if line.state is StatementState.RETURNED:
        return bool(by.may(Permission.WRITE_STATEMENT, agency_id=line.agency_id))
    turn = line.state.waits_for
    return any(
        seat.kind is turn and seat.capacity is not Capacity.REPRESENTING for seat in by.seats
    )


def _is_asked_for(line: StatementLine, only: QueueFilter) -> bool:
    return (
        only.agency_id in (None, line.agency_id)
        and only.state in (None, line.state)
        and only.year in (None, line.year)
    )


def _last_rounds(by: Actor) -> dict[int, RoundRecord]:
    rows = visible(by, RoundRecord.objects.all(), through="statement__government")
    return {row.statement_id: row for row in rows.defer("content").order_by("number")}


def _open_comments(by: Actor) -> dict[int, int]:
    rows = visible(
        by,
        ReviewCommentRecord.objects.filter(state=CommentState.OPEN),
        through="review__round__statement__government",
    )
    counted = rows.values("review__round__statement").annotate(n=Count("pk"))
    return {row["review__round__statement"]: row["n"] for row in counted}


def _end_for(line: StatementLine, ends: Mapping[tuple[int, WindowKind], date]) -> date | None:
    # What was sent back waits for its agency, whom the days of the drivers do not bind.
    if line.state is StatementState.RETURNED:
        return None
    return ends.get((line.year, reviewed_in(line.stage.phase)))


def _line(
    line: StatementLine, last: RoundRecord | None, end: date | None, by: Actor, today: date
) -> QueueLine:
    is_moving = line.state is StatementState.RETURNED or line.state.waits_for is not None
    since = localdate(last.waits_since) if last and is_moving else None
    return QueueLine(
        line=line,
        waits_for=line.state.waits_for
        or (SeatKind.FOCAL_POINT if line.state is StatementState.RETURNED else None),
        waiting=waiting(since, today, end) if since else None,
        round_number=last.number if last else 0,
        open_comments=0,
        is_mine=is_turn_of(by, line),
    )


def _urgency(line: QueueLine) -> tuple[bool, int, int]:
    waited = line.waiting
    return waited is None, -(waited.days if waited else 0), line.line.statement_id
