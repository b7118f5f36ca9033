"""Verbs on the four-step GAP of a plan document: opened, written, signed, revised, carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models import F, QuerySet
from django.utils.timezone import localdate, localtime

from setara.domain.budget.datum import Datum
from setara.domain.budget.document_pathway import (
    DocumentDraft,
    DocumentKind,
    DocumentPathway,
    PlanIssue,
    next_evidence_key,
    redrafted,
)
from setara.domain.budget.document_steps import (
    may_open_document,
    may_sign_document,
    may_take_step,
)
from setara.domain.budget.pathway import OVER, PathwayState
from setara.domain.budget.pathway_steps import PathwayStep
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.domain.law.forms import FormKind
from setara.store.models import (
    AgencyRecord,
    DocumentIssueRecord,
    DocumentPathwayRecord,
    IssueRecord,
    PathwayRecord,
)
from setara.usecases.budget.document_columns import document_as_rule_sees_it, steps_as_kept
from setara.usecases.budget.document_evidence import current_document, offered_evidence
from setara.usecases.budget.forms import form_for
from setara.usecases.budget.pathways import AGENCY, ISSUE, PATHWAY
from setara.usecases.budget.register import datum_of_issue
from setara.usecases.budget.signatories import as_kept, holder_of
from setara.usecases.foundation.access import CHANGED_MEANWHILE, government_of, one
from setara.usecases.foundation.command import command, leave_event

DOCUMENT = Text("GAP dokumen rencana", "The GAP of the plan document")


@command(
    "budget.document_pathway.opened",
    says=Text("GAP dokumen rencana dibuka", "GAP of a plan document opened"),
)
def open_document_pathway(
    *,
    by: Actor,
    at: datetime,
    kind: DocumentKind,
    title: str,
    agency_id: int,
    first_year: int,
    last_year: int,
    issue_ids: Sequence[int],
) -> int:
    """Open the analysis of a plan for issues of the register; their figures are step 1.

    It stands on the form that the government uses in the plan's first year. Raises Refused for
    years that are no plan's and for whom the document is not; NotFound.
    """
    require(may_open_document(kind, agency_id, (first_year, last_year), by))
    agency = one(by, AgencyRecord.objects.all(), agency_id, what=AGENCY)
    issues = _issues(by, issue_ids)
    form = form_for(government_of(by), FormKind.DOCUMENT_PATHWAY, first_year)
    empty = DocumentPathway(kind, title.strip(), agency.pk, first_year, last_year)
    record = DocumentPathwayRecord.objects.create(
        government_id=government_of(by),
        agency=agency,
        kind=kind,
        title=empty.title,
        first_year=first_year,
        last_year=last_year,
        form_key=form.key,
        form_version=form.version,
        state=PathwayState.DRAFT,
        steps=steps_as_kept(_begun(empty, issues, at)),
        saved_by=by.name,
        saved_at=at,
    )
    begun = [issue.pk for issue in issues]
    _tie(record, begun)
    leave_event("budget.document_pathway.opened", by=by, at=at, subject=record, issues=begun)
    return record.pk


def _issues(by: Actor, issue_ids: Sequence[int]) -> list[IssueRecord]:
    rows = IssueRecord.objects.select_related("element", "place")
    issues = [one(by, rows, pk, what=ISSUE) for pk in dict.fromkeys(issue_ids)]
    if not issues:
        raise Refused(_NO_ISSUE)
    return issues


@command(
    "budget.document_pathway.saved",
    says=Text("GAP dokumen rencana disimpan", "GAP of a plan document saved"),
)
def save_document_pathway(
    *, by: Actor, at: datetime, document_id: int, edition: int, draft: DocumentDraft
) -> None:
    """Write steps into a draft; `edition` is the one the writer started from.

    Raises Refused, naming who saved and when, where somebody else saved since.
    """
    record = _writable(by, document_id, edition)
    named = _named_agencies(by, draft, localdate(at))
    _keep(record, redrafted(current_document(record), named), by=by, at=at)
    event = "budget.document_pathway.saved"
    leave_event(event, by=by, at=at, subject=record, edition=edition + 1)


@command(
    "budget.document_pathway.figures_taken",
    says=Text("Angka diambil ke GAP dokumen rencana", "Figures taken into a plan document's GAP"),
)
def take_evidence(
    *, by: Actor, at: datetime, document_id: int, edition: int, codes: Sequence[str]
) -> None:
    """Put figures of the register or of the indices into step 1; they are never typed.

    Raises Refused as `save_document_pathway` does, and for figures that are not offered.
    """
    record = _writable(by, document_id, edition)
    pathway = current_document(record)
    offered = {
        each.code: each.evidence for each in offered_evidence(by, record, pathway, localdate(at))
    }
    for code in codes:
        if code not in offered:
            raise Refused(_NOT_OFFERED.filled(code=code))
        taken = replace(offered[code], key=next_evidence_key(pathway))
        pathway = replace(pathway, evidence=(*pathway.evidence, taken))
    _keep(record, pathway, by=by, at=at)
    event = "budget.document_pathway.figures_taken"
    leave_event(event, by=by, at=at, subject=record, figures=list(codes))


@command(
    "budget.document_pathway.signed",
    says=Text("GAP dokumen rencana ditandatangani", "GAP of a plan document signed"),
)
def sign_document_pathway(
    *, by: Actor, at: datetime, document_id: int, edition: int | None = None
) -> None:
    """Sign it: its figures are frozen with source and date, whatever the register says later.

    `edition` is the one the signer read. Raises Refused where another was saved since, and with the
    first finding without whose remedy the analysis means nothing.
    """
    record = one(by, DocumentPathwayRecord.objects.all(), document_id, what=DOCUMENT)
    require(_is_current(record, record.edition if edition is None else edition))
    frozen = current_document(record)
    require(may_sign_document(frozen, by, localdate(at)))
    signed = DocumentPathwayRecord.objects.filter(
        pk=record.pk, state=PathwayState.DRAFT, edition=record.edition
    ).update(
        state=PathwayState.SIGNED,
        signed_at=at,
        signed_by=by.name,
        signatory=as_kept(holder_of(record.agency_id, localdate(at))),
        steps=steps_as_kept(frozen),
    )
    if signed != 1:
        raise Refused(CHANGED_MEANWHILE)
    if record.replaces_id is not None:
        replaced = DocumentPathwayRecord.objects.filter(pk=record.replaces_id)
        replaced.update(state=PathwayState.SUPERSEDED)
        # What carried out the analysis that was replaced carries out its revision.
        PathwayRecord.objects.filter(carries_out=record.replaces_id).update(carries_out=record)
    event = "budget.document_pathway.signed"
    leave_event(event, by=by, at=at, subject=record, edition=record.edition)


@command(
    "budget.document_pathway.revised",
    says=Text("Revisi GAP dokumen rencana dibuka", "Revision of a plan document's GAP opened"),
)
def revise_document_pathway(*, by: Actor, at: datetime, document_id: int) -> int:
    """Open a draft that will replace a signed one, on the same form.

    Raises Refused where a revision is open already.
    """
    record = one(by, _locked_documents(), document_id, what=DOCUMENT)
    require(may_take_step(PathwayStep.REVISE, document_as_rule_sees_it(record), by))
    if DocumentPathwayRecord.objects.filter(replaces=record).exists():
        require(refused("Revisi GAP ini sudah dibuka.", "A revision of this GAP is open already."))
    revision = DocumentPathwayRecord.objects.create(
        **{name: getattr(record, name) for name in _REVISED},
        state=PathwayState.DRAFT,
        saved_by=by.name,
        saved_at=at,
        replaces=record,
    )
    _tie(revision, list(record.issues.values_list("issue_id", flat=True)))
    event = "budget.document_pathway.revised"
    leave_event(event, by=by, at=at, subject=revision, revises=record.pk)
    return revision.pk


@command(
    "budget.pathway.carries_out",
    says=Text("GAP dikaitkan ke GAP dokumen rencana", "GAP tied to the GAP of a plan document"),
)
def carry_out(*, by: Actor, at: datetime, pathway_id: int, document_id: int | None) -> None:
    """Say which plan document's analysis a GAP brings into its budget; None unties it.

    It may be said of a signed GAP too, whose own words do not change. Raises Refused where the
    budget year is not of the plan and where the analysis was replaced or dropped; NotFound.
    """
    record = one(by, PathwayRecord.objects.all(), pathway_id, what=PATHWAY)
    require(by.may(Permission.WRITE_PATHWAY, agency_id=record.agency_id))
    document = None
    if document_id is not None:
        document = one(by, _locked_documents(), document_id, what=DOCUMENT)
        require(_is_worked_on(document))
        require(_is_of_plan(record, document))
    PathwayRecord.objects.filter(pk=record.pk).update(carries_out=document)
    event = "budget.pathway.carries_out"
    leave_event(event, by=by, at=at, subject=record, document=document_id)


def _begun(empty: DocumentPathway, issues: Sequence[IssueRecord], at: datetime) -> DocumentPathway:
    """Each issue in its own words, with its figures where the register still has them."""
    evidence: list[Datum] = []
    written = []
    for number, issue in enumerate(issues, start=1):
        datum = datum_of_issue(issue, localdate(at))
        key = len(evidence) + 1
        if datum is not None:
            evidence.append(replace(datum, key=key))
        written.append(PlanIssue(number, issue.title, (key,) if datum else ()))
    return replace(empty, evidence=tuple(evidence), issues=tuple(written))


def _tie(record: DocumentPathwayRecord, issue_ids: Sequence[int]) -> None:
    DocumentIssueRecord.objects.bulk_create(
        DocumentIssueRecord(document=record, issue_id=pk) for pk in issue_ids
    )


def _writable(by: Actor, document_id: int, edition: int) -> DocumentPathwayRecord:
    record = one(by, DocumentPathwayRecord.objects.all(), document_id, what=DOCUMENT)
    require(may_take_step(PathwayStep.SAVE, document_as_rule_sees_it(record), by))
    require(_is_current(record, edition))
    return record


def _named_agencies(by: Actor, draft: DocumentDraft, today: date) -> DocumentDraft:
    """The draft with each agency's own name. Raises NotFound for a foreign agency."""
    if draft.agencies is None:
        return draft
    agencies = AgencyRecord.objects.prefetch_related("names")
    named = []
    for part in draft.agencies:
        agency = one(by, agencies, part.agency_id, what=AGENCY)
        name = agency.as_rule_sees_it().name_on(today).name
        named.append(replace(part, name=name, code=agency.code))
    return replace(draft, agencies=tuple(named))


def _keep(
    record: DocumentPathwayRecord, written: DocumentPathway, *, by: Actor, at: datetime
) -> None:
    """Write the steps where nobody wrote since they were read. Raises Refused otherwise."""
    judged = DocumentPathwayRecord.objects.filter(
        pk=record.pk, edition=record.edition, state=PathwayState.DRAFT
    )
    kept = judged.update(
        title=written.title.strip(),
        steps=steps_as_kept(written),
        edition=F("edition") + 1,
        saved_by=by.name,
        saved_at=at,
    )
    if kept != 1:
        raise Refused(CHANGED_MEANWHILE)


def _is_current(record: DocumentPathwayRecord, edition: int) -> Verdict:
    if record.edition == edition:
        return Verdict(allowed=True)
    return refused(
        "{who} menyimpan GAP ini pada {at}, setelah Anda membukanya. Bandingkan dengan isi "
        "terbaru, lalu simpan lagi.",
        "{who} saved this GAP on {at}, after you opened it. Compare with what is there now, "
        "then save again.",
        who=record.saved_by,
        at=localtime(record.saved_at),
    )


def _locked_documents() -> QuerySet[DocumentPathwayRecord]:
    # Whoever asks twice at once waits here, and sees what the first did.
    return DocumentPathwayRecord.objects.select_for_update()


def _is_worked_on(document: DocumentPathwayRecord) -> Verdict:
    if document.state not in OVER:
        return Verdict(allowed=True)
    return refused(
        "{title} berstatus {state}. Pilihlah yang berlaku.",
        "{title} is {state}. Choose the one that holds.",
        title=document.title,
        state=PathwayState(document.state).label,
    )


def _is_of_plan(record: PathwayRecord, document: DocumentPathwayRecord) -> Verdict:
    if document.first_year <= record.year <= document.last_year:
        return Verdict(allowed=True)
    return refused(
        "Tahun anggaran {year} di luar periode {title}, {first}–{last}.",
        "The budget year {year} is outside the period of {title}, {first}–{last}.",
        year=str(record.year),
        title=document.title,
        first=str(document.first_year),
        last=str(document.last_year),
    )


_REVISED = (
    *("government_id", "agency_id", "kind", "title", "first_year", "last_year"),
    *("form_key", "form_version", "steps"),
)
_NO_ISSUE = Text(
    "Pilih paling sedikit satu isu gender sebagai titik tolak.",
    "Choose one gender issue at least to begin with.",
)
_NOT_OFFERED = Text(
    "Angka “{code}” tidak ada lagi untuk diambil. Muat ulang halaman.",
    "The figures “{code}” cannot be taken any more. Reload the page.",
)
