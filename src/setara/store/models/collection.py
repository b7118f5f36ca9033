"""Data calls, the answers of their producers, and what is remembered of how producers write."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.domain.foundation.sex import Sex
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.submission import Availability, CallState, SubmissionState
from setara.store.choices import choices_of
from setara.store.constraints import ends_after_start, one_of
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import AgencyRecord, GovernmentRecord, PlaceRecord
from setara.store.models.statistics import ElementRecord


class DataCallRecord(models.Model):
    """A round: figures of one period that producers are asked for by a day.

    `version` counts how often what is asked for was changed after it was sent out, so that an
    older workbook can be told from a newer one.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="data_calls")
    title = models.CharField(max_length=200)
    letter_number = models.CharField(max_length=120, blank=True)
    valid_from = models.DateField()
    valid_to = models.DateField()
    opened_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    state = models.CharField(max_length=12, choices=choices_of(CallState), default=CallState.DRAFT)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            ends_after_start("data_call"),
            one_of("data_call", "state", CallState),
            UniqueConstraint(fields=["government", "title"], name="data_call_title_once"),
        ]

    def __str__(self) -> str:
        return self.title


class CallItemRecord(models.Model):
    """One element asked of one producer, by the breakdowns named.

    Several producers are asked for one element only where each has a place of its own.
    """

    call = models.ForeignKey(DataCallRecord, on_delete=CASCADE, related_name="items")
    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="call_items")
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="call_items")
    # Keys of breakdowns (`age=0-4`); empty where only everybody is asked for.
    breakdowns = models.JSONField(default=list, blank=True)
    by_subdistrict = models.BooleanField(default=False)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["call", "element", "agency"], name="call_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.element_id}"


class SubmissionRecord(models.Model):
    """One producer's answer to a call."""

    call = models.ForeignKey(DataCallRecord, on_delete=CASCADE, related_name="submissions")
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="submissions")
    state = models.CharField(
        max_length=12, choices=choices_of(SubmissionState), default=SubmissionState.DRAFT
    )
    # Counts every change, so that two people who fill it in at once do not overwrite each other.
    version = models.PositiveIntegerField(default=1)
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.CharField(max_length=200, blank=True)
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.CharField(max_length=200, blank=True)
    locked_at = models.DateTimeField(null=True, blank=True)
    file = models.ForeignKey(ReceivedFileRecord, on_delete=PROTECT, null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            one_of("submission", "state", SubmissionState),
            UniqueConstraint(fields=["call", "agency"], name="submission_once"),
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.agency_id}"


class SubmissionCellRecord(models.Model):
    """One figure handed in, or the kind of nothing, with the reviewer's comment on it.

    A row without either is a cell nobody has filled in yet that a comment stands on.
    """

    submission = models.ForeignKey(SubmissionRecord, on_delete=CASCADE, related_name="cells")
    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="+")
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="+")
    breakdown = models.CharField(max_length=200, blank=True, default="")
    sex = models.CharField(max_length=1, choices=choices_of(Sex))
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    decimal_places = models.PositiveSmallIntegerField(default=0)
    nothing = models.CharField(max_length=20, choices=choices_of(Nothing), blank=True)
    cell = models.CharField(max_length=60, blank=True)
    # The submission's version that last changed it: who opened it before that is told.
    changed_in = models.PositiveIntegerField(default=0)
    comment = models.CharField(max_length=500, blank=True)
    commented_by = models.CharField(max_length=200, blank=True)
    is_settled = models.BooleanField(default=True)

    class Meta:
        constraints = [
            one_of("submission_cell", "sex", Sex),
            CheckConstraint(
                condition=Q(value__isnull=True) | Q(nothing=""),
                name="submission_cell_value_or_nothing",
            ),
            UniqueConstraint(
                fields=["submission", "element", "place", "breakdown", "sex"],
                name="submission_cell_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.element_id} {self.place_id} {self.sex}"


class ReminderRecord(models.Model):
    """A reminder that was written to a producer."""

    submission = models.ForeignKey(SubmissionRecord, on_delete=CASCADE, related_name="reminders")
    written_on = models.DateField()
    letter_number = models.CharField(max_length=120, blank=True)
    written_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["submission", "written_on"], name="reminder_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.written_on}"


class AvailabilityRecord(models.Model):
    """What a producer says of an element: whether figures by sex exist at all, and why not."""

    element = models.OneToOneField(ElementRecord, on_delete=CASCADE, related_name="availability")
    availability = models.CharField(max_length=20, choices=choices_of(Availability))
    note = models.CharField(max_length=500, blank=True)
    said_by = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [one_of("availability", "availability", Availability)]

    def __str__(self) -> str:
        return f"{self.element_id} {self.availability}"


class ReadingMapRecord(models.Model):
    """How a file of a producer was read, for the next file of the same build."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="reading_maps")
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, null=True, blank=True)
    producer = models.CharField(max_length=200)
    # Of the headings and their places, never of the figures.
    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField()
    remembered_at = models.DateTimeField()
    remembered_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["government", "producer", "fingerprint"], name="reading_map_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.producer} {self.fingerprint[:8]}"
