"""Tags of budget lines (ARG) and lines declined: what was decided, why, by whom, and what stood."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.db.models import PROTECT, CheckConstraint, F, Q, UniqueConstraint
from django.utils.timezone import localdate

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import InstitutionalWork
from setara.domain.budget.tagging.tag import TagScope
from setara.domain.budget.tagging.windows import TaggingWindow
from setara.domain.foundation.sex import Sex
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.budget import PathwayRecord
from setara.store.models.budget_books import BudgetLineRecord, BudgetVersionRecord
from setara.store.models.foundation import GovernmentRecord
from setara.store.models.statistics import IssueRecord


class TaggingWindowRecord(models.Model):
    """Days on which the tags of a year may be set; of every phase where `phase` is empty.

    `change_reason` says why it was last extended or closed; the trail has every change.
    """

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="tagging_windows"
    )
    year = models.PositiveSmallIntegerField()
    phase = models.CharField(max_length=10, blank=True, choices=choices_of(BudgetPhase))
    opens_on = models.DateField()
    closes_on = models.DateField()
    reason = models.CharField(max_length=500)
    opened_by = models.CharField(max_length=200)
    opened_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    change_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(phase__in=["", *(phase.value for phase in BudgetPhase)]),
                name="tagging_window_phase_known",
            ),
            CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="tagging_window_closes_after_opening",
            ),
            CheckConstraint(condition=~Q(reason=""), name="tagging_window_has_a_reason"),
            CheckConstraint(
                condition=Q(changed_at__isnull=True, changed_by="", change_reason="")
                | (Q(changed_at__gte=F("opened_at")) & ~Q(change_reason="")),
                name="tagging_window_changed_with_a_reason",
            ),
        ]

    def as_rule_sees_it(self) -> TaggingWindow:
        """The window without who set it."""
        return TaggingWindow(
            year=self.year,
            opens_on=self.opens_on,
            closes_on=self.closes_on,
            phase=BudgetPhase(self.phase) if self.phase else None,
            shut_on_its_day=self._is_shut_on_its_day(),
        )

    def _is_shut_on_its_day(self) -> bool:
        changed = self.changed_at
        on_its_day = changed is not None and localdate(changed) >= self.opens_on
        return on_its_day and self.closes_on == self.opens_on

    def __str__(self) -> str:
        return f"{self.year} {self.phase} {self.opens_on} {self.closes_on}"


class TagBatchRecord(models.Model):
    """Lines of one book tagged, or tags withdrawn, by one decision; undone as a whole."""

    version = models.ForeignKey(BudgetVersionRecord, on_delete=PROTECT, related_name="tag_batches")
    account_id = models.BigIntegerField()
    is_withdrawal = models.BooleanField(default=False)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.set_by} {self.set_at}"


class BudgetTagRecord(models.Model):
    """A tag of a line; one stands at a time, those withdrawn stay as its history.

    `parts` are the keys of chosen lines, `weight` the part in per cent; `answers` hold the whole
    checklist or nothing; `withdrawn_in` is the bulk in which it was withdrawn. One that was carried
    over names the tag it was, and how it was confirmed.
    """

    line = models.ForeignKey(BudgetLineRecord, on_delete=PROTECT, related_name="tags")
    batch = models.ForeignKey(
        TagBatchRecord, on_delete=PROTECT, null=True, blank=True, related_name="tags"
    )
    category = models.CharField(max_length=1, choices=choices_of(AllocationCategory))
    scope = models.CharField(max_length=8, choices=choices_of(TagScope))
    parts = models.JSONField(default=list, blank=True)
    weight = models.DecimalField(max_digits=5, decimal_places=2, default=Decimal(100))
    grade = models.PositiveSmallIntegerField()
    reason = models.TextField()
    issue = models.ForeignKey(
        IssueRecord, on_delete=PROTECT, null=True, blank=True, related_name="tags"
    )
    pathway = models.ForeignKey(
        PathwayRecord, on_delete=PROTECT, null=True, blank=True, related_name="tags"
    )
    target = models.CharField(max_length=1, blank=True, choices=choices_of(Sex))
    need = models.CharField(max_length=500, blank=True)
    work = models.CharField(max_length=12, blank=True, choices=choices_of(InstitutionalWork))
    answers = models.JSONField(default=dict, blank=True)
    carried_from = models.ForeignKey(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="carried_to"
    )
    confirmation = models.CharField(max_length=8, blank=True, choices=choices_of(Confirmation))
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    withdrawn_in = models.ForeignKey(
        TagBatchRecord, on_delete=PROTECT, null=True, blank=True, related_name="withdrawn"
    )

    class Meta:
        constraints = [
            one_of("budget_tag", "category", AllocationCategory),
            one_of("budget_tag", "scope", TagScope),
            UniqueConstraint(
                fields=["line"],
                condition=Q(withdrawn_at__isnull=True),
                name="budget_tag_one_stands",
            ),
            CheckConstraint(
                condition=Q(grade__in=[grade.value for grade in Grade]),
                name="budget_tag_grade_known",
            ),
            CheckConstraint(
                condition=Q(weight__gt=0) & Q(weight__lte=100), name="budget_tag_weight_is_a_part"
            ),
            CheckConstraint(
                condition=Q(carried_from__isnull=True, confirmation="")
                | Q(
                    carried_from__isnull=False,
                    confirmation__in=[each.value for each in Confirmation],
                ),
                name="budget_tag_carried_is_confirmed",
            ),
            CheckConstraint(condition=~Q(reason=""), name="budget_tag_has_a_reason"),
            CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("set_at")),
                name="budget_tag_withdrawn_after_set",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.category} {self.grade}%"


class ScreeningModelRecord(models.Model):
    """What was last learned from a government's decisions: derived, and learned anew at will.

    `learned` holds examples, weights and held-back scores (`usecases/budget/kept_models`);
    `until` is the last day of the decisions, `fingerprint` the SHA-256 of the examples.
    """

    government = models.OneToOneField(GovernmentRecord, on_delete=PROTECT)
    method = models.PositiveSmallIntegerField()
    fingerprint = models.CharField(max_length=64)
    until = models.DateField()
    learned = models.JSONField()
    learned_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.government_id} {self.until}"


class DeclinedLineRecord(models.Model):
    """A line somebody looked at and found not gender-responsive; one stands at a time.

    Lines declined by one decision have the same account and instant.
    """

    line = models.ForeignKey(BudgetLineRecord, on_delete=PROTECT, related_name="declines")
    reason = models.TextField()
    account_id = models.BigIntegerField()
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()
    withdrawn_by = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["line"],
                condition=Q(withdrawn_at__isnull=True),
                name="declined_line_one_stands",
            ),
            CheckConstraint(condition=~Q(reason=""), name="declined_line_has_a_reason"),
            CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("set_at")),
                name="declined_line_withdrawn_after_set",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.set_by} {self.set_at}"
