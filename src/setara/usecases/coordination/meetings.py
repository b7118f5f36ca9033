"""Verbs on meetings: planned, attended, held, decided in, closed."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count

from setara.domain.coordination.meeting import (
    Meeting,
    MeetingState,
    may_close,
    may_decide,
    may_hold,
    may_plan,
    may_record_attendance,
    next_number,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused, refused, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyRecord,
    AttendanceRecord,
    DecisionRecord,
    IssueRecord,
    MeetingRecord,
)
from setara.usecases.foundation.access import CHANGED_MEANWHILE, government_of, one
from setara.usecases.foundation.command import command, leave_event

MEETING = Text("Rapat", "The meeting")
AGENCY = Text("Perangkat daerah", "The agency")


@command("coordination.meeting.planned", says=Text("Rapat direncanakan", "Meeting planned"))
def plan_meeting(
    *,
    by: Actor,
    at: datetime,
    title: str,
    theme: str,
    venue: str,
    starts_at: datetime,
    ends_at: datetime,
    agenda: str = "",
) -> int:
    """Plan a meeting. Raises Refused without title or venue, or where it ends before it starts."""
    require(by.may(Permission.HOLD_MEETING))
    require(may_plan(Meeting(title, theme, venue, starts_at, ends_at)))
    meeting = MeetingRecord.objects.create(
        government_id=government_of(by),
        title=title.strip(),
        theme=theme.strip(),
        venue=venue.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
        agenda=agenda.strip(),
        state=MeetingState.PLANNED,
    )
    leave_event("coordination.meeting.planned", by=by, at=at, subject=meeting, title=meeting.title)
    return meeting.pk


@command("coordination.attendance.recorded", says=Text("Kehadiran dicatat", "Attendance recorded"))
def record_attendance(
    *,
    by: Actor,
    at: datetime,
    meeting_id: int,
    name: str,
    sex: Sex,
    agency_id: int | None = None,
    on_behalf_of: str = "",
) -> int:
    """Put one who came on the list. Raises Refused for a name that is on it already."""
    require(by.may(Permission.HOLD_MEETING))
    meeting = one(by, MeetingRecord.objects.all(), meeting_id, what=MEETING)
    require(may_record_attendance(meeting.as_rule_sees_it()))
    name = " ".join(name.split())
    if not name:
        require(refused("Nama belum diisi.", "The name is empty."))
    if meeting.attendance.filter(name__iexact=name).exists():
        require(
            refused(
                "{name} sudah ada dalam daftar hadir.", "{name} is on the list already.", name=name
            )
        )
    agency = (
        None if agency_id is None else one(by, AgencyRecord.objects.all(), agency_id, what=AGENCY)
    )
    row = AttendanceRecord.objects.create(
        meeting=meeting, name=name, sex=sex, agency=agency, on_behalf_of=on_behalf_of.strip()
    )
    leave_event("coordination.attendance.recorded", by=by, at=at, subject=meeting, name=name)
    return row.pk


@command("coordination.meeting.held", says=Text("Rapat dilaksanakan", "Meeting held"))
def hold_meeting(
    *, by: Actor, at: datetime, meeting_id: int, opened_by: str, on_behalf_of: str = ""
) -> None:
    """Open the meeting: who opened it, and on whose behalf. Raises Refused, NotFound."""
    require(by.may(Permission.HOLD_MEETING))
    meeting = one(by, MeetingRecord.objects.all(), meeting_id, what=MEETING)
    came = meeting.attendance.count()
    require(may_hold(meeting.as_rule_sees_it(), came=came, now=at))
    if not opened_by.strip():
        require(refused("Sebutkan yang membuka rapat.", "Name who opened the meeting."))
    _move(
        meeting,
        MeetingState.HELD,
        opened_by=opened_by.strip(),
        opened_on_behalf_of=on_behalf_of.strip(),
    )
    leave_event(
        "coordination.meeting.held",
        by=by,
        at=at,
        subject=meeting,
        opened_by=opened_by.strip(),
        on_behalf_of=on_behalf_of.strip(),
    )


@command("coordination.decision.taken", says=Text("Keputusan dicatat", "Decision recorded"))
def decide(
    *, by: Actor, at: datetime, meeting_id: int, text: str, issue_id: int | None = None
) -> int:
    """Record a decision under the next number, about an issue where it concerns one.

    Raises Refused outside a held meeting or without words, NotFound for a foreign issue.
    """
    require(by.may(Permission.HOLD_MEETING))
    meeting = one(by, MeetingRecord.objects.all(), meeting_id, what=MEETING)
    require(may_decide(meeting.as_rule_sees_it()))
    if not text.strip():
        require(refused("Isi keputusan belum ditulis.", "The decision has no words."))
    issue = (
        None
        if issue_id is None
        else one(by, IssueRecord.objects.all(), issue_id, what=Text("Isu gender", "The issue"))
    )
    numbers = meeting.decisions.values_list("number", flat=True)
    decision = DecisionRecord.objects.create(
        meeting=meeting, number=next_number(numbers), text=text.strip(), issue=issue
    )
    leave_event(
        "coordination.decision.taken", by=by, at=at, subject=decision, number=decision.number
    )
    return decision.pk


@command("coordination.meeting.closed", says=Text("Rapat ditutup", "Meeting closed"))
def close_meeting(*, by: Actor, at: datetime, meeting_id: int) -> None:
    """Close a meeting whose decisions all have somebody to follow them up. Raises Refused."""
    require(by.may(Permission.HOLD_MEETING))
    meeting = one(by, MeetingRecord.objects.all(), meeting_id, what=MEETING)
    decisions = dict(
        meeting.decisions.annotate(parts=Count("follow_ups")).values_list("number", "parts")
    )
    orphans = [number for number, parts in decisions.items() if parts == 0]
    require(
        may_close(meeting.as_rule_sees_it(), decisions=len(decisions), without_follow_up=orphans)
    )
    _move(meeting, MeetingState.CLOSED)
    leave_event("coordination.meeting.closed", by=by, at=at, subject=meeting)


def _move(meeting: MeetingRecord, to: MeetingState, **changes: str) -> None:
    judged = MeetingRecord.objects.filter(pk=meeting.pk, state=meeting.state)
    if judged.update(state=to, **changes) != 1:
        raise Refused(CHANGED_MEANWHILE)
