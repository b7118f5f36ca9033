"""The version of a record that a paper is printed from: its content, its hash, how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from setara.domain.budget.pathway import PathwayState
from setara.domain.reports.fingerprint import fingerprint
from setara.domain.reports.paper_kinds import PaperKind
from setara.store.models import PathwayRecord, StatementRecord, TermsRecord

CHECKED = frozenset({PaperKind.PATHWAY, PaperKind.STATEMENT, PaperKind.TERMS})
"""The papers whose prints can be checked by their code."""


@dataclass(frozen=True, slots=True)
class PaperVersion:
    """What a paper says as one hash (SHA-256), and whether that was signed or replaced.

    `said` is what the page of a print's code may say of it to anybody.
    """

    government_id: int
    agency_id: int
    content_hash: str
    signed_on: date | None
    is_superseded: bool
    replaced_on: date | None
    signatory: dict[str, str] | None
    said: dict[str, str]


def version_of(kind: PaperKind, subject_id: int) -> PaperVersion | None:
    """The version as it stands now, of any government; None where there is no such record.

    The caller has to ask whose it is. Cost: two to four queries.
    """
    if kind is PaperKind.PATHWAY:
        rows = PathwayRecord.objects.select_related("agency").prefetch_related("agency__names")
        pathway = rows.filter(pk=subject_id).first()
        return _of_pathway(pathway) if pathway else None
    if kind not in CHECKED:
        return None
    found = (
        StatementRecord.objects.select_related("pathway__agency", "line__version")
        .prefetch_related("pathway__agency__names")
        .filter(pk=subject_id)
        .first()
    )
    if found is None:
        return None
    terms = None
    if kind is PaperKind.TERMS:
        record = TermsRecord.objects.filter(statement=found).first()
        terms = record.content if record else {}
    return _of_statement(found, terms)


def _of_pathway(row: PathwayRecord) -> PaperVersion:
    signed_on = localdate(row.signed_at) if row.signed_at else None
    return PaperVersion(
        government_id=row.government_id,
        agency_id=row.agency_id,
        content_hash=fingerprint(_pathway_content(row)),
        signed_on=signed_on,
        is_superseded=row.state == PathwayState.SUPERSEDED,
        replaced_on=_replaced_on(row),
        signatory=row.signatory,
        said=_said(row, signed_on, row.activity_code, row.activity_name),
    )


def _of_statement(row: StatementRecord, terms: dict[str, Any] | None) -> PaperVersion:
    """The statement, with the terms where they are what is printed."""
    line = row.line
    content = {
        "pathway": _pathway_content(row.pathway),
        "line": [line.code, line.name, line.amount],
        "stage": [line.version.year, line.version.phase, line.version.sequence],
        "category": row.category,
    } | ({} if terms is None else {"terms": terms})
    signed_on = localdate(row.approved_at) if row.approved_at else None
    changed_on = _changed_on(row)
    return PaperVersion(
        government_id=row.government_id,
        agency_id=row.pathway.agency_id,
        content_hash=fingerprint(content),
        signed_on=signed_on,
        is_superseded=row.pathway.state == PathwayState.SUPERSEDED or changed_on is not None,
        replaced_on=changed_on or _replaced_on(row.pathway),
        signatory=row.signatory,
        said=_said(row.pathway, signed_on, line.code, line.name),
    )


def _pathway_content(row: PathwayRecord) -> dict[str, Any]:
    return {
        "agency": row.agency.code,
        "year": row.year,
        "activity": [row.activity_code, row.activity_name],
        "objective": row.objective,
        "reformulated_objective": row.reformulated_objective,
        "reason_kept": row.reason_kept,
        "columns": row.columns,
    }


def _replaced_on(row: PathwayRecord) -> date | None:
    if row.state != PathwayState.SUPERSEDED:
        return None
    revision = PathwayRecord.objects.filter(replaces=row, signed_at__isnull=False).first()
    return localdate(revision.signed_at) if revision and revision.signed_at else None


def _changed_on(row: StatementRecord) -> date | None:
    """When a statement of the changed budget (GBS perubahan) was approved in its place."""
    later = StatementRecord.objects.filter(changes=row, approved_at__isnull=False).first()
    return localdate(later.approved_at) if later and later.approved_at else None


def _said(row: PathwayRecord, signed_on: date | None, code: str, name: str) -> dict[str, str]:
    day = signed_on or localdate(row.saved_at)
    return {
        "agency": row.agency.as_rule_sees_it().name_on(day).name,
        "code": code,
        "name": name,
        "year": str(row.year),
        "signed_on": signed_on.isoformat() if signed_on else "",
    }
