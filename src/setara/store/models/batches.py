"""Papers printed together: what was asked for, how far it is, and the archive that came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE

from setara.domain.reports.paper_batch import BatchState
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.foundation import GovernmentRecord


class PaperBatchRecord(models.Model):
    """A batch of one account; no agency means all of them.

    `pages` holds the address behind the printed code by kind, with `{id}` in it. `run` names the
    process that prints, which gives a sign of life at `seen_at`. The archive lies on disk.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=CASCADE, related_name="batches")
    agency_id = models.BigIntegerField(null=True, blank=True)
    account_id = models.BigIntegerField()
    year = models.PositiveSmallIntegerField()
    kinds = models.JSONField()
    form = models.CharField(max_length=4)
    language = models.CharField(max_length=2)
    pages = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    printed_on = models.DateField()
    state = models.CharField(max_length=7, choices=choices_of(BatchState))
    run = models.CharField(max_length=32, blank=True)
    seen_at = models.DateTimeField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    file_name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    trouble_id = models.TextField(blank=True)
    trouble_en = models.TextField(blank=True)

    class Meta:
        constraints = [one_of("paper_batch", "state", BatchState)]

    def __str__(self) -> str:
        return f"{self.year} {self.form} {self.state}"
