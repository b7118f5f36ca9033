"""What plans want of the indices."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.store.models.foundation import GovernmentRecord


class IndexTargetRecord(models.Model):
    """The value an index shall have in a year, by the document that says so.

    `index` is the key of the registry, as `ipg`. One target a year counts; the trail keeps those
    that stood before.
    """

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="index_targets"
    )
    index = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=8, decimal_places=3)
    document = models.CharField(max_length=400)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "index", "year"], name="index_target_once"),
            CheckConstraint(condition=Q(value__gt=0), name="index_target_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.index} {self.year}"
