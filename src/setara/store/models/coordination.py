"""Meetings, who came, what was decided, and what follows from it."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.coordination.follow_up import Contribution, FollowUp, FollowUpState
from setara.domain.coordination.meeting import Attendance, Meeting, MeetingState
from setara.domain.foundation.sex import Sex
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import (
    AgencyRecord,
    GovernmentRecord,
    PersonRecord,
)
from setara.store.models.statistics import IssueRecord


class MeetingRecord(models.Model):
    """A coordination meeting (rakor)."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="meetings")
    title = models.CharField(max_length=300)
    theme = models.CharField(max_length=300, blank=True)
    venue = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    agenda = models.TextField(blank=True)
    opened_by = models.CharField(max_length=200, blank=True)
    opened_on_behalf_of = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=choices_of(MeetingState))

    class Meta:
        constraints = [
            one_of("meeting", "state", MeetingState),
            CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_later"),
        ]

    def __str__(self) -> str:
        return self.title

    def as_rule_sees_it(self) -> Meeting:
        """The meeting as the domain knows it."""
        return Meeting(
            self.title,
            self.theme,
            self.venue,
            self.starts_at,
            self.ends_at,
            MeetingState(self.state),
        )


class AttendanceRecord(models.Model):
    """One who came, as a registered person or as a guest by name."""

    meeting = models.ForeignKey(MeetingRecord, on_delete=CASCADE, related_name="attendance")
    person = models.ForeignKey(PersonRecord, on_delete=PROTECT, null=True, blank=True)
    name = models.CharField(max_length=200)
    sex = models.CharField(max_length=1, choices=choices_of(Sex))
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, null=True, blank=True)
    on_behalf_of = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            one_of("attendance", "sex", Sex),
            UniqueConstraint(fields=["meeting", "name"], name="attendance_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def as_rule_sees_it(self) -> Attendance:
        """The attendance as the domain knows it."""
        return Attendance(self.name, Sex(self.sex), self.on_behalf_of)


class DecisionRecord(models.Model):
    """A numbered decision of a meeting, about an issue where it concerns one."""

    meeting = models.ForeignKey(MeetingRecord, on_delete=CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    issue = models.ForeignKey(
        IssueRecord, on_delete=PROTECT, null=True, blank=True, related_name="decisions"
    )

    class Meta:
        constraints = [
            UniqueConstraint(fields=["meeting", "number"], name="decision_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class FollowUpRecord(models.Model):
    """What one agency leads, with others contributing, until a day."""

    decision = models.ForeignKey(DecisionRecord, on_delete=CASCADE, related_name="follow_ups")
    task = models.TextField()
    lead = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="led_follow_ups")
    due_on = models.DateField()
    indicator = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=choices_of(FollowUpState))

    class Meta:
        constraints = [one_of("follow_up", "state", FollowUpState)]

    def __str__(self) -> str:
        return self.task

    def as_rule_sees_it(self) -> FollowUp:
        """The follow-up as the domain knows it. Cost: queries unless parts are prefetched."""
        parts = sorted(self.contributions.all(), key=lambda part: part.pk)
        return FollowUp(
            task=self.task,
            lead=self.lead.code,
            due_on=self.due_on,
            indicator=self.indicator,
            contributions=tuple(Contribution(part.agency.code, part.part) for part in parts),
            state=FollowUpState(self.state),
            evidence=len(self.evidence.all()),
        )


class ContributionRecord(models.Model):
    """The part of one contributing agency."""

    follow_up = models.ForeignKey(FollowUpRecord, on_delete=CASCADE, related_name="contributions")
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="contributions")
    part = models.CharField(max_length=300)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["follow_up", "agency"], name="contribution_once"),
        ]

    def __str__(self) -> str:
        return self.part


class EvidenceRecord(models.Model):
    """What shows that it was done: a note, with a file or an address."""

    follow_up = models.ForeignKey(FollowUpRecord, on_delete=CASCADE, related_name="evidence")
    note = models.TextField()
    file = models.ForeignKey(ReceivedFileRecord, on_delete=PROTECT, null=True, blank=True)
    url = models.URLField(max_length=500, blank=True)
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.note
