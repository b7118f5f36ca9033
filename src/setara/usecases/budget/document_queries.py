"""Questions about the four-step GAPs of plan documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from setara.domain.budget.document_findings import document_findings
from setara.domain.budget.document_pathway import DocumentKind, DocumentPathway
from setara.domain.budget.document_steps import may_sign_document, may_take_step
from setara.domain.budget.finding import Finding
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.pathway_steps import PathwayStep
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.law.forms import Form
from setara.store.models import (
    AgencyRecord,
    DocumentPathwayRecord,
    IssueRecord,
    PathwayRecord,
)
from setara.usecases.budget.document_evidence import (
    OfferedEvidence,
    current_document,
    offered_evidence,
)
from setara.usecases.budget.document_pathways import DOCUMENT
from setara.usecases.budget.forms import form_named
from setara.usecases.budget.pathway_queries import PATHWAY, plans_of_year
from setara.usecases.budget.signatories import Holder, from_kept
from setara.usecases.foundation.access import one, visible


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A four-step GAP in a list."""

    document_id: int
    kind: DocumentKind
    title: str
    first_year: int
    last_year: int
    agency_name: str
    state: PathwayState


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record by its id and name."""

    pk: int
    name: str


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """A four-step GAP with its form, what is weak in it, and what can be done about it.

    `issues` are those of the register it began with, `carried_out_by` the GAPs of sub kegiatan
    that bring it into a budget. `signatory` is the head of the agency who sat when it was signed.
    """

    document_id: int
    pathway: DocumentPathway
    form: Form
    agency_name: str
    issues: tuple[NamedRecord, ...]
    carried_out_by: tuple[NamedRecord, ...]
    edition: int
    saved_by: str
    saved_at: datetime
    signed_by: str
    signed_at: datetime | None
    signatory: Holder | None
    findings: tuple[Finding, ...]
    has_sample: bool
    replaces_id: int | None
    replaced_by_id: int | None
    may_save: Verdict
    may_sign: Verdict
    may_revise: Verdict


@dataclass(frozen=True, slots=True)
class DocumentWriting:
    """What the form needs on which one is written: figures offered, and every agency."""

    answer: DocumentAnswer
    offered: tuple[OfferedEvidence, ...]
    agencies: tuple[NamedRecord, ...]


@dataclass(frozen=True, slots=True)
class DocumentOpening:
    """What the form needs on which one is opened."""

    issues: tuple[NamedRecord, ...]
    agencies: tuple[NamedRecord, ...]
    may_open: Verdict


def document_pathways(*, by: Actor, today: date) -> tuple[DocumentLine, ...]:
    """Every four-step GAP of the actor's government, the latest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    return tuple(_line(row, today) for row in _rows(by).order_by("-pk"))


def documents_of_issue(*, by: Actor, issue_id: int, today: date) -> tuple[DocumentLine, ...]:
    """Those that begin with an issue and were not replaced. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = _rows(by).filter(issues__issue=issue_id).exclude(state=PathwayState.SUPERSEDED)
    return tuple(_line(row, today) for row in rows.order_by("pk"))


def plans_for(*, by: Actor, pathway_id: int) -> tuple[tuple[int, str], ...]:
    """Those a GAP can carry out, by id and title. Raises NotFound. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    return plans_of_year(by, one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY).year)


def document_pathway(*, by: Actor, document_id: int, today: date) -> DocumentAnswer:
    """One of them. Raises NotFound, also for another government's. Cost: about eight queries."""
    require(by.may(Permission.READ_RECORDS))
    return _answer(by, one(by, _rows(by), document_id, what=DOCUMENT), today)


def document_writing(*, by: Actor, document_id: int, today: date) -> DocumentWriting:
    """The same with what can be taken and named. Raises NotFound. Cost: about twenty queries."""
    require(by.may(Permission.READ_RECORDS))
    row = one(by, _rows(by), document_id, what=DOCUMENT)
    answer = _answer(by, row, today)
    return DocumentWriting(
        answer=answer,
        offered=offered_evidence(by, row, answer.pathway, today),
        agencies=_agencies(by, today),
    )


def document_opening(*, by: Actor, today: date) -> DocumentOpening:
    """What is needed to open one. Cost: three queries."""
    require(by.may(Permission.READ_RECORDS))
    issues = visible(by, IssueRecord.objects.order_by("pk")).values_list("pk", "title")
    permission = Permission.WRITE_DOCUMENT_PATHWAY
    return DocumentOpening(
        issues=tuple(NamedRecord(pk, title) for pk, title in issues),
        agencies=tuple(
            each for each in _agencies(by, today) if by.may(permission, agency_id=each.pk)
        ),
        may_open=by.may(permission),
    )


def _rows(by: Actor) -> QuerySet[DocumentPathwayRecord]:
    rows = DocumentPathwayRecord.objects.select_related("agency").prefetch_related("agency__names")
    return visible(by, rows)


def _agencies(by: Actor, today: date) -> tuple[NamedRecord, ...]:
    rows = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    return tuple(NamedRecord(row.pk, row.as_rule_sees_it().name_on(today).name) for row in rows)


def _line(row: DocumentPathwayRecord, today: date) -> DocumentLine:
    return DocumentLine(
        document_id=row.pk,
        kind=DocumentKind(row.kind),
        title=row.title,
        first_year=row.first_year,
        last_year=row.last_year,
        agency_name=row.agency.as_rule_sees_it().name_on(today).short_name,
        state=PathwayState(row.state),
    )


def _answer(by: Actor, row: DocumentPathwayRecord, today: date) -> DocumentAnswer:
    seen = current_document(row)
    issues = row.issues.order_by("pk").values_list("issue_id", "issue__title")
    carried = row.carried_out_by.exclude(state=PathwayState.SUPERSEDED).order_by("year", "pk")
    replacing = DocumentPathwayRecord.objects.filter(replaces=row)
    return DocumentAnswer(
        document_id=row.pk,
        pathway=seen,
        form=form_named(row.government_id, row.form_key, row.form_version),
        agency_name=row.agency.as_rule_sees_it().name_on(today).name,
        issues=tuple(NamedRecord(pk, title) for pk, title in issues),
        carried_out_by=tuple(
            NamedRecord(pk, f"{name} ({year})")
            for pk, name, year in carried.values_list("pk", "activity_name", "year")
        ),
        edition=row.edition,
        saved_by=row.saved_by,
        saved_at=row.saved_at,
        signed_by=row.signed_by,
        signed_at=row.signed_at,
        signatory=from_kept(row.signatory),
        findings=document_findings(seen, today=today),
        has_sample=any(each.is_sample for each in seen.evidence),
        replaces_id=row.replaces_id,
        replaced_by_id=replacing.values_list("pk", flat=True).first(),
        may_save=may_take_step(PathwayStep.SAVE, seen, by),
        may_sign=may_sign_document(seen, by, today),
        may_revise=may_take_step(PathwayStep.REVISE, seen, by),
    )
