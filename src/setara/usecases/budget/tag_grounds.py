"""Stored tags as the rules of tagging see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType

from django.db.models import Q

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.tagging.carried import Confirmation
from setara.domain.budget.tagging.checklist import Answer, Grade, checklist, scored
from setara.domain.budget.tagging.conditions import Ground, InstitutionalWork
from setara.domain.budget.tagging.overtagging import Part, TaggedActivity
from setara.domain.budget.tagging.tag import Tag, TagScope
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.disparity import Behind
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    IssueRecord,
    ObservationRecord,
    PathwayRecord,
)
from setara.usecases.statistics.pairs import disparity_between, pairs_by_element

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


def ground_of(record: BudgetTagRecord, behind: Sex | None = None) -> Ground:
    """What the tag rests on; `behind` is the sex the figures of its issue leave behind."""
    return Ground(
        disparity=record.issue.title if record.issue else "",
        behind=behind,
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


def activity_of(
    record: BudgetTagRecord,
    before: BudgetTagRecord | None,
    *,
    behind: Sex | None = None,
    parts: Mapping[str, Part] = MappingProxyType({}),
) -> TaggedActivity:
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
        ground=ground_of(record, behind),
        evidence=evidence_of(record),
        data_year=record.issue.valid_from.year if record.issue else None,
        parts=parts,
        before=activity_of(before, None) if before else None,
        carried=Confirmation(record.confirmation) if record.confirmation else None,
    )


def behind_of(issues: Iterable[IssueRecord]) -> dict[int, Sex]:
    """The sex that today's figures of each issue leave behind, where they leave one.

    Cost: one query however many; element and place must be selected.
    """
    asked = Q()
    wanted: dict[tuple[str, str, date], list[int]] = {}
    for row in issues:
        asked |= Q(element_id=row.element_id, place_id=row.place_id, valid_from=row.valid_from)
        key = (row.element.code, row.place.code, row.valid_from)
        wanted.setdefault(key, []).append(row.pk)
    found: dict[int, Sex] = {}
    for element, pairs in (
        pairs_by_element(ObservationRecord.objects.filter(asked)) if wanted else ()
    ):
        for pair in pairs:
            sex = _BEHIND.get(disparity_between(element, pair).behind)
            for pk in wanted.get((element.code, pair.place_code, pair.period.valid_from), ()):
                if sex is not None:
                    found[pk] = sex
    return found


_BEHIND = {Behind.WOMEN: Sex.FEMALE, Behind.MEN: Sex.MALE}


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
