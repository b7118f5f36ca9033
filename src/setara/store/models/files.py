"""Files as they were received: the bytes, their hash, and who handed them in."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, UniqueConstraint

from setara.store.models.foundation import GovernmentRecord


class ReceivedFileRecord(models.Model):
    """A file kept byte for byte, so that a figure can be traced to the cell it came from."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    received_at = models.DateTimeField()
    received_from = models.CharField(max_length=200)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "sha256"], name="received_file_once"),
        ]

    def __str__(self) -> str:
        return self.name
