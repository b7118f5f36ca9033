"""The audit trail: one chain of events a government, and its head."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.domain.foundation.trail import GENESIS, ChainedEvent, EventFacts
from setara.store.models.foundation import GovernmentRecord


class TrailHeadRecord(models.Model):
    """The last link of a chain, kept apart so that a cut tail shows."""

    government = models.OneToOneField(GovernmentRecord, on_delete=PROTECT, related_name="trail")
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.government} #{self.sequence}"


class EventRecord(models.Model):
    """One thing that was done; rows are added and never changed."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="events")
    sequence = models.PositiveBigIntegerField()
    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    actor_name = models.CharField(max_length=200)
    # No foreign key: the trail outlives the account.
    account_id = models.BigIntegerField(null=True)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "sequence"], name="event_sequence_once"),
            CheckConstraint(condition=Q(sequence__gte=1), name="event_sequence_from_one"),
        ]
        indexes = [
            models.Index(fields=["government", "subject_kind", "subject_id"], name="event_subject"),
        ]

    def __str__(self) -> str:
        return f"#{self.sequence} {self.name}"

    def as_rule_sees_it(self) -> ChainedEvent:
        """The event with the hashes it was stored with."""
        facts = EventFacts(
            sequence=self.sequence,
            name=self.name,
            at=self.at,
            actor_name=self.actor_name,
            account_id=self.account_id,
            subject_kind=self.subject_kind,
            subject_id=self.subject_id,
            detail=self.detail,
        )
        return ChainedEvent(facts, self.previous_hash, self.hash)
