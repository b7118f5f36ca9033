"""Stored tags as the rules of tagging see them."""

from __future__ import annotations

from collections.abc import Iterable

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Answer, Grade, checklist, scored
from setara.domain.budget.tagging.conditions import Ground, InstitutionalWork
from setara.domain.budget.tagging.overtagging import TaggedActivity
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.store.models import BudgetLineRecord, BudgetTagRecord, PathwayRecord

ActivityKey = tuple[int, str]
"""The agency and the code of a sub kegiatan, the same in every version of a year."""


def tag_of(record: BudgetTagRecord) -> Tag:
    """What was decided."""
    return Tag(
        category=AllocationCategory(record.category),
        scope=TagScope(record.scope),
        grade=Grade(record.grade),
        reason=record.reason,
        lines=frozenset(record.parts),
        weight=record.weight,
    )


def ground_of(record: BudgetTagRecord) -> Ground:
    """What the tag rests on; the sex left behind is not read from the figures here."""
    return Ground(
        disparity=record.issue.title if record.issue else "",
        has_pathway=record.pathway_id is not None,
        target=Sex(record.target) if record.target else None,
        need=record.need,
        work=InstitutionalWork(record.work) if record.work else None,
    )


def evidence_of(record: BudgetTagRecord) -> Grade | None:
    """The grade of the answered checklist, None where it was not answered."""
    if not record.answers:
        return None
    return scored(checklist(), {key: Answer(said) for key, said in record.answers.items()}).grade


def activity_of(record: BudgetTagRecord, before: BudgetTagRecord | None) -> TaggedActivity:
    """The tagged line with all a rule of over-tagging may ask. Cost: queries unless the line,
    the issue and the pathway are selected."""
    line, pathway = record.line, record.pathway
    return TaggedActivity(
        owner=str(line.agency_id),
        code=line.code,
        name=line.name,
        amount=Rupiah(line.amount),
        objective=(pathway.reformulated_objective or pathway.objective) if pathway else "",
        tag=tag_of(record),
        ground=ground_of(record),
        evidence=evidence_of(record),
        data_year=record.issue.valid_from.year if record.issue else None,
        before=activity_of(before, None) if before else None,
        carried=Confirmation(record.confirmation) if record.confirmation else None,
    )


def signed_pathways(
    lines: Iterable[BudgetLineRecord], *, year: int
) -> dict[ActivityKey, PathwayRecord]:
    """The signed GAP of each line that has one, the latest of several. Cost: one query."""
    keys = {(line.agency_id, line.code) for line in lines}
    rows = PathwayRecord.objects.filter(
        state=PathwayState.SIGNED,
        year=year,
        agency_id__in={agency_id for agency_id, _ in keys},
        activity_code__in={code for _, code in keys},
    )
    found = {
        (row.agency_id, row.activity_code): row
        for row in rows.select_related("issue").order_by("pk")
    }
    return {key: row for key, row in found.items() if key in keys}
