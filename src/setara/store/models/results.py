"""What was reported of a GAP quarter by quarter, every edition kept."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.store.models.budget import PathwayRecord


class QuarterReportRecord(models.Model):
    """One edition of the report of a quarter; the highest counts, the ones below are its history.

    `indicators` and `actions` are written and read as one with the report, so they are values of
    it. `spent` is only what was typed because no realisation was imported. `reason` says why an
    edition took the place of the one before.
    """

    pathway = models.ForeignKey(PathwayRecord, on_delete=PROTECT, related_name="quarter_reports")
    quarter = models.PositiveSmallIntegerField()
    edition = models.PositiveIntegerField()
    indicators = models.JSONField(default=list)
    actions = models.JSONField(default=list)
    spent = models.BigIntegerField(null=True, blank=True)
    spent_source = models.CharField(max_length=400, blank=True)
    obstacles = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    reason = models.CharField(max_length=500, blank=True)
    reported_by = models.CharField(max_length=200)
    reported_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["pathway", "quarter", "edition"], name="quarter_report_edition_once"
            ),
            CheckConstraint(
                condition=Q(quarter__gte=1) & Q(quarter__lte=4), name="quarter_report_of_a_quarter"
            ),
            CheckConstraint(
                condition=Q(edition=1) | ~Q(reason=""), name="quarter_report_changed_for_a_reason"
            ),
            CheckConstraint(
                condition=Q(spent__isnull=True, spent_source="")
                | (Q(spent__gte=0) & ~Q(spent_source="")),
                name="quarter_report_money_with_a_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pathway_id} {self.quarter} v{self.edition}"
