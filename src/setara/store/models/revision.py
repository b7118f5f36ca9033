"""Corrections of figures, and explanations of figures that look wrong and are right."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.domain.foundation.sex import Sex
from setara.domain.statistics.observation import Nothing
from setara.store.choices import choices_of
from setara.store.constraints import ends_after_start, one_of
from setara.store.models.foundation import GovernmentRecord, PlaceRecord
from setara.store.models.statistics import VALUE_OR_NOTHING, ElementRecord


class CorrectionRecord(models.Model):
    """A figure is to be read as another one, as long as the delivered figure is the expected one.

    `holds` is what the last delivery said: None before any, False where it brought a figure that
    is neither the expected nor the corrected one.
    """

    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="corrections")
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="corrections")
    valid_from = models.DateField()
    valid_to = models.DateField()
    breakdown = models.CharField(max_length=200, blank=True, default="")
    sex = models.CharField(max_length=1, choices=choices_of(Sex))
    expected_value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    expected_nothing = models.CharField(max_length=20, choices=choices_of(Nothing), blank=True)
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    decimal_places = models.PositiveSmallIntegerField(default=0)
    nothing = models.CharField(max_length=20, choices=choices_of(Nothing), blank=True)
    reason = models.CharField(max_length=500)
    provider = models.CharField(max_length=200)
    recorded_by = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    holds = models.BooleanField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_start("correction"),
            one_of("correction", "sex", Sex),
            CheckConstraint(condition=VALUE_OR_NOTHING, name="correction_value_or_nothing"),
            UniqueConstraint(
                fields=["element", "place", "valid_from", "valid_to", "breakdown", "sex"],
                condition=Q(withdrawn_at__isnull=True),
                name="correction_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.element_id} {self.place_id} {self.sex}: {self.reason}"


class ExplanationRecord(models.Model):
    """Why a figure that a rule doubts is right; it counts once accepted, until figures change.

    `fingerprint` is that of all figures the finding rests on.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="explanations")
    rule = models.CharField(max_length=20)
    fingerprint = models.CharField(max_length=64)
    element = models.ForeignKey(ElementRecord, on_delete=PROTECT, related_name="explanations")
    place = models.ForeignKey(PlaceRecord, on_delete=PROTECT, related_name="explanations")
    valid_from = models.DateField()
    valid_to = models.DateField()
    # The cells the finding is about, as the rule names them, to tell a stale one from a new one.
    cells = models.JSONField(default=list)
    words = models.CharField(max_length=500)
    explained_by = models.CharField(max_length=200)
    explained_at = models.DateTimeField()
    accepted_by = models.CharField(max_length=200, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    refused_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            ends_after_start("explanation"),
            UniqueConstraint(fields=["government", "rule", "fingerprint"], name="explanation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.element_id}: {self.words}"
