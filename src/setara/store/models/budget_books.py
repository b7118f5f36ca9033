"""Budget books: versions of a year's budget, the files they came in, and their lines."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.files import ReceivedFileRecord
from setara.store.models.foundation import AgencyRecord, GovernmentRecord


class BudgetVersionRecord(models.Model):
    """A year's budget at one stage; its lines come in one book, or in one for each agency."""

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="budget_versions"
    )
    year = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=10, choices=choices_of(BudgetPhase))
    sequence = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            one_of("budget_version", "phase", BudgetPhase),
            UniqueConstraint(
                fields=["government", "year", "phase", "sequence"], name="budget_version_once"
            ),
            CheckConstraint(
                condition=~Q(phase=BudgetPhase.REALISATION)
                | (Q(sequence__gte=1) & Q(sequence__lte=12)),
                name="budget_version_realised_up_to_a_month",
            ),
        ]

    @property
    def stage(self) -> Stage:
        """Which stage of the year it is."""
        return Stage(BudgetPhase(self.phase), self.sequence)

    def __str__(self) -> str:
        return f"{self.phase} {self.year}"


class BudgetBookRecord(models.Model):
    """One file of a version as it was handed in.

    A book withdrawn, or replaced by a corrected one, stays without its lines: its file and who
    took it out are still known.
    """

    version = models.ForeignKey(BudgetVersionRecord, on_delete=PROTECT, related_name="books")
    file = models.ForeignKey(ReceivedFileRecord, on_delete=PROTECT, related_name="budget_books")
    agency = models.ForeignKey(
        AgencyRecord, on_delete=PROTECT, null=True, blank=True, related_name="budget_books"
    )
    family = models.CharField(max_length=40)
    is_sample = models.BooleanField(default=False)
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=200)
    replaces = models.OneToOneField(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawal_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawal_reason="")
                | (Q(withdrawn_at__gte=F("imported_at")) & ~Q(withdrawal_reason="")),
                name="budget_book_withdrawn_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.pk}"


class BudgetDetailRecord(models.Model):
    """The lowest lines of a book as columns (Parquet), beside its sub kegiatan in the tables.

    They are kept in the database, so that they come and go with the book in one transaction and
    in one backup; on disk there is only a copy to read from.
    """

    book = models.OneToOneField(BudgetBookRecord, on_delete=CASCADE, related_name="detail")
    sha256 = models.CharField(max_length=64)
    lines = models.PositiveIntegerField()
    has_accounts = models.BooleanField()
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.book_id}: {self.lines}"


class BudgetLineRecord(models.Model):
    """The budget of one sub kegiatan of one agency; `row` is where it stood in the file."""

    version = models.ForeignKey(BudgetVersionRecord, on_delete=CASCADE, related_name="lines")
    book = models.ForeignKey(BudgetBookRecord, on_delete=CASCADE, related_name="lines")
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="budget_lines")
    code = models.CharField(max_length=30)
    name = models.CharField(max_length=500)
    amount = models.BigIntegerField()
    realised = models.BigIntegerField(null=True, blank=True)
    row = models.PositiveIntegerField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["version", "agency", "code"], name="budget_line_once"),
            CheckConstraint(condition=Q(amount__gte=0), name="budget_line_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
