"""What is kept of papers: prints that can be checked, numbers, cover letters, own templates."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import AgencyRecord, GovernmentRecord


class PrintRecord(models.Model):
    """A version of a signed paper that was printed; `code` is what its QR code leads to.

    `content_hash` is of the record (SHA-256), not of the file: both formats and languages of one
    version share it. `said` keeps what the page of the code may say of it in public.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="prints")
    kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    content_hash = models.CharField(max_length=64)
    code = models.CharField(max_length=19, unique=True)
    printed_at = models.DateTimeField()
    printed_by = models.CharField(max_length=200)
    said = models.JSONField(default=dict)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["kind", "subject_id", "content_hash"], name="print_once_a_version"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PaperNumberRecord(models.Model):
    """The number an agency's registry gave to a paper."""

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="paper_numbers"
    )
    kind = models.CharField(max_length=20)
    subject_id = models.BigIntegerField()
    number = models.CharField(max_length=100)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["kind", "subject_id"], name="paper_numbered_once"),
            UniqueConstraint(fields=["government", "kind", "number"], name="paper_number_once"),
        ]

    def __str__(self) -> str:
        return self.number


class CoverLetterRecord(models.Model):
    """The letter with which an agency hands in its papers of a year.

    `statements` keeps which ones, in the order they are listed.
    """

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="cover_letters"
    )
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="cover_letters")
    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=100, blank=True)
    dated_on = models.DateField()
    recipient = models.CharField(max_length=200)
    statements = models.JSONField(default=list)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.number


class PaperTemplateRecord(models.Model):
    """A government's own DOCX for one kind of paper, in one version; the newest one counts."""

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="paper_templates"
    )
    kind = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    file = models.ForeignKey(ReceivedFileRecord, on_delete=PROTECT, related_name="templates")
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=200)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["government", "kind", "version"], name="paper_template_version_once"
            ),
            CheckConstraint(condition=Q(version__gt=0), name="paper_template_version_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"
