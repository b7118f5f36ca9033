"""What may be done now with a producer's answer, by the one who looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal
from setara.domain.statistics.completeness import Completeness
from setara.domain.statistics.submission import (
    CallState,
    SubmissionState,
    may_comment,
    may_fill,
    may_lock,
    may_return,
    may_submit,
    may_verify,
)
from setara.domain.statistics.timeliness import may_remind
from setara.store.models import SubmissionRecord


@dataclass(frozen=True, slots=True)
class SubmissionActs:
    """One verdict an act."""

    fill: Verdict
    hand_in: Verdict
    comment: Verdict
    give_back: Verdict
    verify: Verdict
    lock: Verdict
    remind: Verdict
    run: Verdict


def acts_of(
    by: Actor,
    row: SubmissionRecord,
    found: Completeness,
    unsettled: int,
    *,
    last_reminded_on: date | None,
    today: date,
) -> SubmissionActs:
    """The verdicts for `by`. Cost: no query where the call is selected."""
    call, state = CallState(row.call.state), SubmissionState(row.state)
    own = by.may(Permission.IMPORT_STATISTICS, agency_id=row.agency_id)
    run = by.may(Permission.RUN_DATA_CALL)
    remind = may_remind(call, state, row.call.due_on, today, last_reminded_on)
    return SubmissionActs(
        fill=first_refusal(own, may_fill(call, state)),
        hand_in=first_refusal(own, may_submit(call, state, found)),
        comment=first_refusal(run, may_comment(state)),
        give_back=first_refusal(run, may_return(state, unsettled)),
        verify=first_refusal(run, may_verify(state, unsettled)),
        lock=first_refusal(run, may_lock(state, unsettled)),
        remind=first_refusal(run, remind),
        run=run,
    )
