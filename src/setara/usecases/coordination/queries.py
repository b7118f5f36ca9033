"""Questions about meetings, their decisions, and the working group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from setara.domain.coordination.meeting import (
    MeetingState,
    Turnout,
    may_close,
    may_decide,
    may_hold,
    may_record_attendance,
    turnout,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Verdict, first_refusal, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyRecord,
    AttendanceRecord,
    DecisionRecord,
    IssueRecord,
    MeetingRecord,
)
from setara.usecases.coordination.follow_up_queries import (
    FollowUpLine,
    follow_up_lines,
    open_lines_before,
)
from setara.usecases.foundation.access import NotFound, visible

MEETING = Text("Rapat", "The meeting")
DECISION = Text("Keputusan", "The decision")


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list."""

    meeting_id: int
    title: str
    venue: str
    starts_at: datetime
    state: MeetingState
    decisions: int


@dataclass(frozen=True, slots=True)
class AttendanceAnswer:
    """One who came."""

    name: str
    sex: Sex
    agency_name: str | None
    on_behalf_of: str


@dataclass(frozen=True, slots=True)
class DecisionAnswer:
    """A decision with what follows from it."""

    decision_id: int
    meeting_id: int
    meeting_title: str
    decided_on: date
    number: int
    text: str
    issue_id: int | None
    issue_title: str | None
    follow_ups: tuple[FollowUpLine, ...]
    may_assign: Verdict


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """A meeting with everything on it; what earlier meetings left open comes first."""

    meeting_id: int
    title: str
    theme: str
    venue: str
    starts_at: datetime
    ends_at: datetime
    agenda: str
    opened_by: str
    opened_on_behalf_of: str
    state: MeetingState
    attendance: tuple[AttendanceAnswer, ...]
    turnout: Turnout
    carried_over: tuple[FollowUpLine, ...]
    decisions: tuple[DecisionAnswer, ...]
    may_record: Verdict
    may_hold: Verdict
    may_decide: Verdict
    may_close: Verdict


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose from in a form."""

    pk: int
    name: str


def meetings(*, by: Actor) -> tuple[MeetingLine, ...]:
    """Every meeting of the actor's government, the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, MeetingRecord.objects.prefetch_related("decisions")).order_by("-starts_at")
    return tuple(
        MeetingLine(
            row.pk,
            row.title,
            row.venue,
            row.starts_at,
            MeetingState(row.state),
            len(row.decisions.all()),
        )
        for row in rows
    )


def meeting(*, by: Actor, meeting_id: int, now: datetime, today: date) -> MeetingAnswer:
    """One meeting. Raises NotFound, also for another government's. Cost: about 15 queries."""
    require(by.may(Permission.READ_RECORDS))
    row = visible(by, MeetingRecord.objects.all()).filter(pk=meeting_id).first()
    if row is None:
        raise NotFound(MEETING)
    came = list(
        AttendanceRecord.objects.filter(meeting=row)
        .select_related("agency")
        .prefetch_related("agency__names")
        .order_by("pk")
    )
    rows = DecisionRecord.objects.filter(meeting=row)
    decisions = tuple(_decisions(by, rows, today))
    seen, own = row.as_rule_sees_it(), by.may(Permission.HOLD_MEETING)
    orphans = [each.number for each in decisions if not each.follow_ups]
    return MeetingAnswer(
        meeting_id=row.pk,
        title=row.title,
        theme=row.theme,
        venue=row.venue,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        agenda=row.agenda,
        opened_by=row.opened_by,
        opened_on_behalf_of=row.opened_on_behalf_of,
        state=seen.state,
        attendance=tuple(_attendance(each, today) for each in came),
        turnout=turnout(each.as_rule_sees_it() for each in came),
        carried_over=open_lines_before(by=by, moment=row.starts_at, today=today),
        decisions=decisions,
        may_record=first_refusal(own, may_record_attendance(seen)),
        may_hold=first_refusal(own, may_hold(seen, came=len(came), now=now)),
        may_decide=first_refusal(own, may_decide(seen)),
        may_close=first_refusal(
            own, may_close(seen, decisions=len(decisions), without_follow_up=orphans)
        ),
    )


def decision(*, by: Actor, decision_id: int, today: date) -> DecisionAnswer:
    """One decision. Raises NotFound. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = DecisionRecord.objects.filter(pk=decision_id)
    for found in _decisions(by, rows, today):
        return found
    raise NotFound(DECISION)


def decisions_of_issue(*, by: Actor, issue_id: int, today: date) -> tuple[DecisionAnswer, ...]:
    """The decisions about an issue, the earliest first. Cost: five queries."""
    require(by.may(Permission.READ_RECORDS))
    return tuple(_decisions(by, DecisionRecord.objects.filter(issue_id=issue_id), today))


def agency_choices(*, by: Actor, today: date) -> tuple[Choice, ...]:
    """The agencies that exist today, by name. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    alive = [row for row in rows if row.as_rule_sees_it().exists_on(today)]
    named = [Choice(row.pk, row.as_rule_sees_it().name_on(today).name) for row in alive]
    return tuple(sorted(named, key=lambda choice: choice.name))


def issue_choices(*, by: Actor) -> tuple[Choice, ...]:
    """The issues a decision can be about. Cost: one query."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, IssueRecord.objects.all()).order_by("pk")
    return tuple(Choice(row.pk, row.title) for row in rows)


def _decisions(
    by: Actor, rows: QuerySet[DecisionRecord], today: date
) -> tuple[DecisionAnswer, ...]:
    own = by.may(Permission.HOLD_MEETING)
    related = visible(by, rows, through="meeting__government").select_related("meeting", "issue")
    found = list(related.order_by("meeting__starts_at", "number"))
    lines = follow_up_lines(by=by, today=today, decision_ids=[row.pk for row in found])
    return tuple(
        DecisionAnswer(
            decision_id=row.pk,
            meeting_id=row.meeting.pk,
            meeting_title=row.meeting.title,
            decided_on=row.meeting.starts_at.date(),
            number=row.number,
            text=row.text,
            issue_id=row.issue.pk if row.issue else None,
            issue_title=row.issue.title if row.issue else None,
            follow_ups=tuple(line for line in lines if line.decision_id == row.pk),
            may_assign=first_refusal(own, may_decide(row.meeting.as_rule_sees_it())),
        )
        for row in found
    )


def _attendance(row: AttendanceRecord, today: date) -> AttendanceAnswer:
    name = row.agency.as_rule_sees_it().name_on(today).short_name if row.agency else None
    return AttendanceAnswer(row.name, Sex(row.sex), name, row.on_behalf_of)
