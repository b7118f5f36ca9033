"""Verbs on follow-ups: assigned, reported with evidence, closed by somebody else, reopened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.timezone import localdate

from setara.domain.coordination.follow_up import (
    Contribution,
    FollowUp,
    FollowUpState,
    may_assign,
    may_close,
    may_reopen,
    may_report,
)
from setara.domain.coordination.meeting import may_decide
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyRecord,
    ContributionRecord,
    DecisionRecord,
    EvidenceRecord,
    FollowUpRecord,
)
from setara.usecases.coordination.answering import answering_codes, own_codes
from setara.usecases.coordination.evidence import may_be_evidence
from setara.usecases.foundation.access import CHANGED_MEANWHILE, one
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.files import keep_file

DECISION = Text("Keputusan", "The decision")
FOLLOW_UP = Text("Tindak lanjut", "The follow-up")
AGENCY = Text("Perangkat daerah", "The agency")
THROUGH = "decision__meeting__government"


@command("coordination.follow_up.assigned", says=Text("Tindak lanjut dibagi", "Follow-up assigned"))
def assign_follow_up(
    *,
    by: Actor,
    at: datetime,
    decision_id: int,
    task: str,
    lead_id: int,
    due_on: date,
    parts: Mapping[int, str],
    indicator: str = "",
) -> int:
    """Give a decision to a lead agency and, by agency id, to those with a part of their own.

    Raises Refused for a due day before the meeting, an agency named twice or a part without
    words; NotFound for what is not the actor's.
    """
    require(by.may(Permission.HOLD_MEETING))
    decisions = DecisionRecord.objects.select_related("meeting")
    decision = one(by, decisions, decision_id, what=DECISION, through="meeting__government")
    require(may_decide(decision.meeting.as_rule_sees_it()))
    agencies = AgencyRecord.objects.all()
    lead = one(by, agencies, lead_id, what=AGENCY)
    helping = {one(by, agencies, pk, what=AGENCY): part for pk, part in parts.items()}
    contributions = tuple(Contribution(each.code, part) for each, part in helping.items())
    proposed = FollowUp(task, lead.code, due_on, indicator, contributions)
    require(may_assign(proposed, decided_on=localdate(decision.meeting.starts_at)))
    row = _keep(decision, lead, proposed, helping)
    leave_event(
        "coordination.follow_up.assigned",
        by=by,
        at=at,
        subject=row,
        agencies=list(proposed.agencies),
        due_on=due_on.isoformat(),
    )
    return row.pk


def _keep(
    decision: DecisionRecord,
    lead: AgencyRecord,
    given: FollowUp,
    helping: Mapping[AgencyRecord, str],
) -> FollowUpRecord:
    row = FollowUpRecord.objects.create(
        decision=decision,
        task=given.task.strip(),
        lead=lead,
        due_on=given.due_on,
        indicator=given.indicator.strip(),
        state=FollowUpState.OPEN,
    )
    ContributionRecord.objects.bulk_create(
        ContributionRecord(follow_up=row, agency=each, part=part.strip())
        for each, part in helping.items()
    )
    return row


@command("coordination.follow_up.reported", says=Text("Tindak lanjut dilaporkan", "Reported"))
def report_follow_up(
    *,
    by: Actor,
    at: datetime,
    follow_up_id: int,
    note: str,
    url: str = "",
    file_name: str = "",
    file_content: bytes | None = None,
) -> None:
    """Report what was done, with evidence. Raises Refused for an agency not answering for it."""
    row = _loaded(by, follow_up_id)
    require(by.may(Permission.REPORT_FOLLOW_UP))
    today = localdate(at)
    require(
        may_report(
            row.as_rule_sees_it(),
            answering=answering_codes(row, today),
            own=own_codes(by),
        )
    )
    if not note.strip():
        require(
            refused(
                "Tuliskan apa yang sudah dikerjakan.",
                "Write what was done.",
            )
        )
    file = None
    if file_content is not None:
        require(may_be_evidence(file_name, file_content))
        file = keep_file(by=by, at=at, name=file_name, content=file_content)
    EvidenceRecord.objects.create(
        follow_up=row, note=note.strip(), url=url, file=file, given_by=by.name, given_at=at
    )
    _move(row, FollowUpState.REPORTED)
    leave_event("coordination.follow_up.reported", by=by, at=at, subject=row, note=note.strip())


@command("coordination.follow_up.closed", says=Text("Tindak lanjut selesai", "Follow-up closed"))
def close_follow_up(*, by: Actor, at: datetime, follow_up_id: int) -> None:
    """Say yes to a report. Raises Refused without evidence, or for the agency's own work."""
    row = _loaded(by, follow_up_id)
    require(by.may(Permission.CLOSE_FOLLOW_UP))
    seen = row.as_rule_sees_it()
    require(may_close(seen, answering=answering_codes(row, localdate(at)), own=own_codes(by)))
    _move(row, FollowUpState.CLOSED)
    leave_event("coordination.follow_up.closed", by=by, at=at, subject=row)


@command(
    "coordination.follow_up.reopened", says=Text("Tindak lanjut dibuka lagi", "Follow-up reopened")
)
def reopen_follow_up(*, by: Actor, at: datetime, follow_up_id: int, because: str) -> None:
    """Send a report back, or open a closed follow-up again, for a reason. Raises Refused."""
    row = _loaded(by, follow_up_id)
    require(by.may(Permission.CLOSE_FOLLOW_UP))
    require(may_reopen(row.as_rule_sees_it()))
    if not because.strip():
        require(refused("Tuliskan alasannya.", "Write the reason."))
    _move(row, FollowUpState.OPEN)
    leave_event(
        "coordination.follow_up.reopened", by=by, at=at, subject=row, because=because.strip()
    )


def _loaded(by: Actor, pk: int) -> FollowUpRecord:
    rows = FollowUpRecord.objects.select_related("lead", "decision__meeting").prefetch_related(
        "contributions__agency", "evidence"
    )
    return one(by, rows, pk, what=FOLLOW_UP, through=THROUGH)


def _move(row: FollowUpRecord, to: FollowUpState) -> None:
    if FollowUpRecord.objects.filter(pk=row.pk, state=row.state).update(state=to) != 1:
        raise Refused(CHANGED_MEANWHILE)
