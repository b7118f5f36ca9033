"""What is mine today, and where the threads break."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.reports.thread import Thread
from setara.usecases.budget.pathway_queries import PathwayLine, pathways
from setara.usecases.budget.review_queue import is_turn_of
from setara.usecases.budget.statement_queries import StatementLine, statements
from setara.usecases.coordination.follow_up_queries import FollowUpLine, my_follow_ups
from setara.usecases.reports.threads import threads
from setara.usecases.statistics.submission_queries import (
    AskedOfMe,
    WaitingLine,
    asked_of_me,
    waiting_for_verification,
)


@dataclass(frozen=True, slots=True)
class TodayAnswer:
    """The reader's own work first, then the threads of the whole government."""

    follow_ups: tuple[FollowUpLine, ...]
    asked: tuple[AskedOfMe, ...]
    to_verify: tuple[WaitingLine, ...]
    drafts: tuple[PathwayLine, ...]
    to_judge: tuple[StatementLine, ...]
    returned: tuple[StatementLine, ...]
    threads: tuple[Thread, ...]


def today_of(*, by: Actor, today: date) -> TodayAnswer:
    """The reader's page of the day. Cost: twenty queries and about thirty an issue."""
    mine = [line for line in statements(by=by, today=today) if is_turn_of(by, line)]
    may_write = bool(by.may(Permission.WRITE_PATHWAY))
    return TodayAnswer(
        follow_ups=my_follow_ups(by=by, today=today),
        asked=asked_of_me(by=by, today=today, is_mine_to_move=True),
        to_verify=waiting_for_verification(by=by, today=today),
        drafts=tuple(
            line
            for line in pathways(by=by, today=today)
            if may_write and line.state is PathwayState.DRAFT and line.agency_id in by.agency_ids
        ),
        to_judge=tuple(line for line in mine if line.state is not StatementState.RETURNED),
        returned=tuple(line for line in mine if line.state is StatementState.RETURNED),
        threads=threads(by=by, today=today),
    )
