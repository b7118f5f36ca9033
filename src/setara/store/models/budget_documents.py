"""Four-step GAPs of plan documents, and the issues they begin with."""

from __future__ import annotations

from django.db import models
from django.db.models import CASCADE, PROTECT, CheckConstraint, F, Q, UniqueConstraint

from setara.domain.budget.document_pathway import DocumentKind
from setara.domain.budget.pathway import PathwayState
from setara.store.choices import choices_of
from setara.store.constraints import one_of
from setara.store.models.foundation import AgencyRecord, GovernmentRecord
from setara.store.models.statistics import IssueRecord


class DocumentPathwayRecord(models.Model):
    """A GAP of an RPJMD or a Renstra; `steps` holds its four steps as they were last written.

    `signatory` is the head of the agency who sat on the day it was signed, for papers printed
    later. `edition` counts the savings, so that two editors never overwrite each other. The form is
    the one it was opened on.
    """

    government = models.ForeignKey(
        GovernmentRecord, on_delete=PROTECT, related_name="document_pathways"
    )
    agency = models.ForeignKey(AgencyRecord, on_delete=PROTECT, related_name="document_pathways")
    kind = models.CharField(max_length=8, choices=choices_of(DocumentKind))
    title = models.CharField(max_length=300)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    form_key = models.CharField(max_length=60)
    form_version = models.CharField(max_length=40)
    state = models.CharField(max_length=12, choices=choices_of(PathwayState))
    steps = models.JSONField(default=dict)
    edition = models.PositiveIntegerField(default=1)
    saved_by = models.CharField(max_length=200)
    saved_at = models.DateTimeField()
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.CharField(max_length=200, blank=True)
    signatory = models.JSONField(null=True, blank=True)
    replaces = models.OneToOneField(
        "self", on_delete=PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    class Meta:
        constraints = [
            one_of("document_pathway", "kind", DocumentKind),
            one_of("document_pathway", "state", PathwayState),
            CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="document_pathway_years_in_order"
            ),
            CheckConstraint(
                condition=Q(state=PathwayState.DRAFT, signed_at__isnull=True)
                | (~Q(state=PathwayState.DRAFT) & Q(signed_at__isnull=False)),
                name="document_pathway_signed_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"GAP {self.title}"


class DocumentIssueRecord(models.Model):
    """An issue of the register that a four-step GAP begins with."""

    document = models.ForeignKey(DocumentPathwayRecord, on_delete=CASCADE, related_name="issues")
    issue = models.ForeignKey(IssueRecord, on_delete=PROTECT, related_name="documents")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["document", "issue"], name="document_issue_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}: {self.issue_id}"
