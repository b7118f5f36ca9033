"""When each timer last ran, so that two processes never run one twice."""

from __future__ import annotations

from django.db import models


class JobRunRecord(models.Model):
    """The last run of one timer; `finished_at` is empty while it runs, or where it was cut off."""

    name = models.CharField(max_length=60, unique=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    has_failed = models.BooleanField(default=False)
    outcome_id = models.TextField(blank=True)
    outcome_en = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
