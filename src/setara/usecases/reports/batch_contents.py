"""Which papers a batch is made of, in the order of its index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from setara.domain.budget.pathway import OVER
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.domain.reports.paper_batch import file_in_batch
from setara.store.models import StatementRecord
from setara.usecases.budget.pathway_queries import pathways
from setara.usecases.budget.statement_queries import statements
from setara.usecases.foundation.access import visible
from setara.usecases.foundation.queries import agencies
from setara.usecases.reports.papers import NAMES, PaperFormat, PaperKind

BATCHED = (PaperKind.PATHWAY, PaperKind.STATEMENT, PaperKind.TERMS)
USUAL = (PaperKind.PATHWAY, PaperKind.STATEMENT)
"""The kinds that can be printed together."""


@dataclass(frozen=True, slots=True)
class BatchWanted:
    """What is to be printed together; no agency means all of them."""

    year: int
    agency_id: int | None
    kinds: tuple[PaperKind, ...]
    form: PaperFormat
    language: Language


@dataclass(frozen=True, slots=True)
class BatchedPaper:
    """One paper of a batch before it is printed."""

    kind: PaperKind
    subject_id: int
    agency_id: int
    agency: str
    activity_code: str
    activity_name: str
    year: int
    state: Text
    amount: Rupiah | None

    def file(self, form: PaperFormat) -> str:
        """Where the paper lies in the archive."""
        return file_in_batch(
            agency=self.agency,
            kind=NAMES[self.kind],
            activity_code=self.activity_code,
            pk=self.subject_id,
            form=form.value,
        )


def batched_papers(*, by: Actor, wanted: BatchWanted, today: date) -> tuple[BatchedPaper, ...]:
    """The papers meant, by agency, activity and kind. Raises Refused. Cost: seven queries.

    A GAP that was dropped or that another edition replaced is left out, so is a GBS that stands on
    one or whose GBS perubahan is approved: what counts in their place is printed.
    """
    require(by.may(Permission.READ_RECORDS))
    # Lists call an agency by its long name or by its short one; an index needs one name for both.
    names = {each.agency_id: each.name for each in agencies(by=by, on=today)}
    found = [
        replace(each, agency=names[each.agency_id])
        for each in (*_pathways(by, today), *_statements(by, today))
        if each.kind in wanted.kinds
        and each.year == wanted.year
        and wanted.agency_id in {None, each.agency_id}
    ]
    return tuple(sorted(found, key=_place))


def years_with_papers(*, by: Actor, today: date) -> tuple[int, ...]:
    """The years that have anything to print, the latest first. Raises Refused."""
    require(by.may(Permission.READ_RECORDS))
    years = {each.year for each in (*_pathways(by, today), *_statements(by, today))}
    return tuple(sorted(years, reverse=True))


def _place(paper: BatchedPaper) -> tuple[object, ...]:
    kind = BATCHED.index(paper.kind)
    return (paper.agency, paper.agency_id, paper.activity_code, kind, paper.subject_id)


def _pathways(by: Actor, today: date) -> list[BatchedPaper]:
    return [
        BatchedPaper(
            kind=PaperKind.PATHWAY,
            subject_id=line.pathway_id,
            agency_id=line.agency_id,
            agency=line.agency_name,
            activity_code=line.activity_code,
            activity_name=line.activity_name,
            year=line.year,
            state=line.state.label,
            amount=None,
        )
        for line in pathways(by=by, today=today)
        if line.state not in OVER
    ]


def _statements(by: Actor, today: date) -> Iterator[BatchedPaper]:
    """The GBS, and the terms of reference that are printed from the same record."""
    over = _over(by)
    for line in statements(by=by, today=today):
        if line.statement_id in over:
            continue
        for kind in (PaperKind.STATEMENT, PaperKind.TERMS):
            yield BatchedPaper(
                kind=kind,
                subject_id=line.statement_id,
                agency_id=line.agency_id,
                agency=line.agency_name,
                activity_code=line.activity_code,
                activity_name=line.activity_name,
                year=line.year,
                state=line.state.label,
                # The money stands on the GBS; elsewhere it would be counted twice.
                amount=line.amount if kind is PaperKind.STATEMENT else None,
            )


def _over(by: Actor) -> frozenset[int]:
    """The GBS in whose place another one counts. Cost: one query."""
    changed = Q(changed_by__approved_at__isnull=False)
    rows = visible(by, StatementRecord.objects.filter(Q(pathway__state__in=OVER) | changed))
    return frozenset(rows.values_list("pk", flat=True))
