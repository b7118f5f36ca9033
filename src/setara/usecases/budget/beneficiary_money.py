"""The money that beneficiaries are set against: budgeted, or spent up to a month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from setara.domain.budget.beneficiaries.headcount import ReachStage
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.money import Rupiah
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.tag_grounds import ActivityKey

Spent = Mapping[int, int]
"""Rupiah spent since January, by the month up to which they were."""


def spent_on(lines: Sequence[BudgetLineRecord]) -> dict[ActivityKey, dict[int, int]]:
    """What the realisations of the year say of each sub kegiatan. Cost: one query.

    The lines must be of one version, with it selected.
    """
    if not lines:
        return {}
    version = lines[0].version
    rows = BudgetLineRecord.objects.filter(
        version__government_id=version.government_id,
        version__year=version.year,
        version__phase=BudgetPhase.REALISATION,
        agency_id__in={line.agency_id for line in lines},
        realised__isnull=False,
    )
    found: dict[ActivityKey, dict[int, int]] = defaultdict(dict)
    for agency, code, month, realised in rows.values_list(
        "agency_id", "code", "version__sequence", "realised"
    ):
        if realised is not None:
            found[agency, code][month] = realised
    return found


def money_of(line: BudgetLineRecord, stage: ReachStage, month: int, spent: Spent) -> Rupiah | None:
    """The budget of a plan, or what was spent up to the month of the figures; None where unknown.

    A budget that tells its realisation beside the amounts does not say up to when; it counts where
    no realisation of that month was taken in. The realisation of another month never does.
    """
    if stage is ReachStage.PLANNED:
        return Rupiah(line.amount)
    beside = line.realised if line.version.stage.phase.is_plan else None
    found = spent.get(month, beside)
    return None if found is None else Rupiah(found)


def most_of(line: BudgetLineRecord, stage: ReachStage, spent: Spent) -> Rupiah | None:
    """The most that costs can be part of at a stage; None where it is unknown."""
    if stage is ReachStage.PLANNED:
        return Rupiah(line.amount)
    known = [*spent.values(), *([] if line.realised is None else [line.realised])]
    return Rupiah(max(known)) if known else None
