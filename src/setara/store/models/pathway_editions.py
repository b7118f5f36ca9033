"""What a pathway was before each saving."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, UniqueConstraint

from setara.store.models.budget import PathwayRecord


class PathwayEditionRecord(models.Model):
    """A past edition of a GAP, kept when the next one is written.

    The edition in force stands in the GAP itself, so one that was never written over has no row
    here. The columns are those of PathwayRecord.
    """

    pathway = models.ForeignKey(PathwayRecord, on_delete=PROTECT, related_name="past_editions")
    edition = models.PositiveIntegerField()
    objective = models.TextField(blank=True)
    reformulated_objective = models.TextField(blank=True)
    reason_kept = models.TextField(blank=True)
    columns = models.JSONField(default=dict)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["pathway", "edition"], name="pathway_edition_kept_once")
        ]

    def __str__(self) -> str:
        return f"{self.pathway} {self.edition}"
