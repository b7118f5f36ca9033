"""Pathways (GAP) with their nine columns, and statements (GBS)."""

from __future__ import annotations

from django.db import models
from django.db.models import PROTECT, CheckConstraint, Q, UniqueConstraint

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.statement import APPROVED_STATES, StatementState
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.budget_books import BudgetLineRecord
from setara.store.models.budget_documents import DocumentPathwayRecord
from setara.store.models.foundation import AgencyRecord, GovernmentRecord
from setara.store.models.statistics import IssueRecord

# What was written before governments chose their forms was written on these.
FIRST_PATHWAY_FORM = ("gap-9-columns", "2013")
FIRST_STATEMENT_FORM = ("gbs-madiun", "berjalan")
_APPROVED = sorted(state.value for state in APPROVED_STATES)
UNSIGNED = [PathwayState.DRAFT.value, PathwayState.DROPPED.value]


class PathwayRecord(models.Model):
    """A GAP; `columns` holds columns 2 to 9 as they were last written.

    They are written and read as one, and frozen as one at signing, so they are one value.
    `signatory` is the head of the agency who sat on that day, for papers printed later.
    `edition` counts the savings, so that two editors never overwrite each other. `follows` is the
    GAP of an earlier year it was carried over from. `form_key` and `form_version` are those of the
    form it was opened on, `level` the level of its code by that form. `carries_out` is the analysis
    of the plan document that it brings into a budget.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="pathways")
    issue = models.ForeignKey(IssueRecord, on_delete=PROTECT, related_name="pathways")
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="pathways")
    year = models.PositiveSmallIntegerField()
    activity_code = models.CharField(max_length=30)
    activity_name = models.CharField(max_length=500)
    level = models.CharField(
        max_length=16, choices=choices_of(ActivityLevel), default=ActivityLevel.SUB_ACTIVITY
    )
    form_key = models.CharField(max_length=60, default=FIRST_PATHWAY_FORM[0])
    form_version = models.CharField(max_length=40, default=FIRST_PATHWAY_FORM[1])
    state = models.CharField(max_length=12, choices=choices_of(PathwayState))
    objective = models.TextField(blank=True)
    reformulated_objective = models.TextField(blank=True)
    reason_kept = models.TextField(blank=True)
    columns = models.JSONField(default=dict)
    edition = models.PositiveIntegerField(default=1)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    signatory = models.JSONField(null=True, blank=True)
    replaces = models.OneToOneField(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    follows = models.ForeignKey(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="followed_by"
    )

    carries_out = models.ForeignKey(
        DocumentPathwayRecord,
        on_delete=PROTECT,
        null=True,
        blank=True,
        related_name="carried_out_by",
    )

    class Meta:
        constraints = [
            one_of("pathway", "state", PathwayState),
            one_of("pathway", "level", ActivityLevel),
            UniqueConstraint(fields=["follows", "year"], name="pathway_followed_once_a_year"),
            CheckConstraint(
                condition=Q(state__in=UNSIGNED, signed_at__isnull=True)
                | (~Q(state__in=UNSIGNED) & Q(signed_at__isnull=False)),
                name="pathway_signed_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"GAP {self.activity_code}"


class StatementRecord(models.Model):
    """A GBS: a signed pathway tied to a line of the budget, in one category."""

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="statements")
    pathway = models.ForeignKey(PathwayRecord, on_delete=PROTECT, related_name="statements")
    line = models.ForeignKey(BudgetLineRecord, on_delete=PROTECT, related_name="statements")
    category = models.CharField(max_length=1, choices=choices_of(AllocationCategory))
    form_key = models.CharField(max_length=60, default=FIRST_STATEMENT_FORM[0])
    form_version = models.CharField(max_length=40, default=FIRST_STATEMENT_FORM[1])
    state = models.CharField(max_length=20, choices=choices_of(StatementState))
    comment = models.TextField(blank=True)
    submitted_by_id = models.BigIntegerField(null=True, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=200, blank=True)
    # The statement whose changed budget this one states (GBS perubahan).
    changes = models.OneToOneField(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="changed_by"
    )
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.CharField(max_length=200, blank=True)
    signatory = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            one_of("statement", "state", StatementState),
            one_of("statement", "category", AllocationCategory),
            UniqueConstraint(fields=["pathway", "line"], name="statement_once_a_line"),
            CheckConstraint(
                condition=Q(state__in=_APPROVED, approved_at__isnull=False)
                | (~Q(state__in=_APPROVED) & Q(approved_at__isnull=True)),
                name="statement_approved_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"GBS {self.line.code}"


class TermsRecord(models.Model):
    """Terms of reference (KAK): what cannot be derived from the statement and its analysis.

    `content` is written and read as one; `edition` counts the savings.
    """

    government = models.ForeignKey(GovernmentRecord, on_delete=PROTECT, related_name="terms")
    statement = models.OneToOneField(StatementRecord, on_delete=PROTECT, related_name="terms")
    content = models.JSONField(default=dict)
    edition = models.PositiveIntegerField(default=1)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"KAK {self.statement_id}"


class RuleSwitchRecord(models.Model):
    """Whether a government has switched a rule of substance off, and why; the trail has more."""

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="rule_switches"
    )
    rule = models.CharField(max_length=10)
    is_off = models.BooleanField()
    reason = models.CharField(max_length=500)
    switched_by = models.CharField(max_length=200)
    switched_at = models.DateTimeField()

    class Meta:
        constraints = [
            UniqueConstraint(fields=["government", "rule"], name="rule_switched_once"),
            CheckConstraint(condition=~Q(reason=""), name="rule_switch_has_a_reason"),
        ]

    def __str__(self) -> str:
        return self.rule
