"""Questions about follow-ups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from setara.domain.coordination.follow_up import (
    FollowUpState,
    may_close,
    may_reopen,
    may_report,
    overdue_days,
    timeliness,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.store.models import FollowUpRecord
from setara.usecases.coordination.answering import answering_codes, own_codes
from setara.usecases.foundation.access import NotFound, visible

FOLLOW_UP = Text("Tindak lanjut", "The follow-up")
THROUGH = "decision__meeting__government"


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """An agency and its part; the lead's part is the task itself."""

    agency_id: int
    agency_name: str
    part: str


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A follow-up in a list."""

    follow_up_id: int
    decision_id: int
    task: str
    lead: PartAnswer
    contributors: tuple[PartAnswer, ...]
    due_on: date
    indicator: str
    state: FollowUpState
    overdue_days: int
    timeliness: Text


@dataclass(frozen=True, slots=True)
class EvidenceAnswer:
    """What was handed in to show that it was done."""

    note: str
    url: str
    file_name: str | None
    given_by: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class FollowUpAnswer:
    """One follow-up with its evidence and what can be done about it."""

    line: FollowUpLine
    decision_number: int
    decision_text: str
    meeting_id: int
    meeting_title: str
    issue_id: int | None
    issue_title: str | None
    evidence: tuple[EvidenceAnswer, ...]
    may_report: Verdict
    may_close: Verdict
    may_reopen: Verdict


def follow_up(*, by: Actor, follow_up_id: int, today: date) -> FollowUpAnswer:
    """One follow-up. Raises NotFound, also for another government's. Cost: seven queries."""
    require(by.may(Permission.READ_RECORDS))
    row = _rows(by).filter(pk=follow_up_id).first()
    if row is None:
        raise NotFound(FOLLOW_UP)
    seen, own = row.as_rule_sees_it(), own_codes(by)
    answering = answering_codes(row, today)
    decision = row.decision
    return FollowUpAnswer(
        line=_line(row, today),
        decision_number=decision.number,
        decision_text=decision.text,
        meeting_id=decision.meeting.pk,
        meeting_title=decision.meeting.title,
        issue_id=decision.issue.pk if decision.issue else None,
        issue_title=decision.issue.title if decision.issue else None,
        evidence=tuple(
            EvidenceAnswer(
                each.note,
                each.url,
                each.file.name if each.file else None,
                each.given_by,
                each.given_at,
            )
            for each in sorted(row.evidence.all(), key=lambda each: each.pk)
        ),
        may_report=first_refusal(
            by.may(Permission.REPORT_FOLLOW_UP), may_report(seen, answering=answering, own=own)
        ),
        may_close=first_refusal(
            by.may(Permission.CLOSE_FOLLOW_UP), may_close(seen, answering=answering, own=own)
        ),
        may_reopen=first_refusal(by.may(Permission.CLOSE_FOLLOW_UP), may_reopen(seen)),
    )


def follow_up_lines(
    *, by: Actor, today: date, decision_ids: Iterable[int] | None = None
) -> tuple[FollowUpLine, ...]:
    """Follow-ups by due day; of the given decisions only, where they are given. Cost: five."""
    require(by.may(Permission.READ_RECORDS))
    rows = _rows(by)
    if decision_ids is not None:
        rows = rows.filter(decision_id__in=list(decision_ids))
    return tuple(_line(row, today) for row in rows.order_by("due_on", "pk"))


def my_follow_ups(*, by: Actor, today: date) -> tuple[FollowUpLine, ...]:
    """What the actor's agencies lead or contribute to and is not closed. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    mine = Q(lead__in=by.agency_ids) | Q(contributions__agency__in=by.agency_ids)
    rows = _rows(by).filter(mine).exclude(state=FollowUpState.CLOSED).distinct()
    return tuple(_line(row, today) for row in rows.order_by("due_on", "pk"))


def open_lines_before(*, by: Actor, moment: datetime, today: date) -> tuple[FollowUpLine, ...]:
    """What earlier meetings left open: it comes up first by itself. Cost: five queries."""
    rows = _rows(by).filter(decision__meeting__starts_at__lt=moment)
    still_open = rows.exclude(state=FollowUpState.CLOSED).order_by("due_on", "pk")
    return tuple(_line(row, today) for row in still_open)


def _rows(by: Actor) -> QuerySet[FollowUpRecord]:
    rows = FollowUpRecord.objects.select_related(
        "lead", "decision__meeting", "decision__issue"
    ).prefetch_related("lead__names", "contributions__agency__names", "evidence__file")
    return visible(by, rows, through=THROUGH)


def _line(row: FollowUpRecord, today: date) -> FollowUpLine:
    seen = row.as_rule_sees_it()
    parts = sorted(row.contributions.all(), key=lambda part: part.pk)
    return FollowUpLine(
        follow_up_id=row.pk,
        decision_id=row.decision_id,
        task=row.task,
        lead=PartAnswer(
            row.lead.pk, row.lead.as_rule_sees_it().name_on(today).short_name, row.task
        ),
        contributors=tuple(
            PartAnswer(
                part.agency.pk, part.agency.as_rule_sees_it().name_on(today).short_name, part.part
            )
            for part in parts
        ),
        due_on=row.due_on,
        indicator=row.indicator,
        state=FollowUpState(row.state),
        overdue_days=overdue_days(seen, today),
        timeliness=timeliness(seen, today),
    )
