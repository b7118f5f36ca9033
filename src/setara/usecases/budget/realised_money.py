"""What was spent on sub kegiatan by the end of each quarter, from the imported realisations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from setara.domain.budget.activity import normal_form
from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.quarter import Quarter
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.activity_lines import ActivityOfYear, spellings
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class Realised:
    """Money spent since January by the end of the month of `stage`, as its book says."""

    amount: Rupiah
    stage: Stage
    line_id: int


RealisedByQuarter = dict[ActivityOfYear, dict[Quarter, Realised]]


def realised_money(by: Actor, activities: Collection[ActivityOfYear]) -> RealisedByQuarter:
    """Each quarter's money where a realisation up to one of its months was imported.

    Of several months of a quarter the last counts; a line without a figure says nothing. Cost:
    one query.
    """
    years = {year for year, _, _ in activities}
    agencies = {agency for _, agency, _ in activities}
    rows = BudgetLineRecord.objects.filter(
        version__phase=BudgetPhase.REALISATION,
        version__year__in=years,
        agency__in=agencies,
        code__in=spellings(code for _, _, code in activities),
        realised__isnull=False,
    )
    found: RealisedByQuarter = {}
    for row in (
        visible(by, rows, through="version__government")
        .select_related("version")
        .order_by("version__sequence", "pk")
    ):
        key = (row.version.year, row.agency_id, normal_form(row.code))
        month = row.version.sequence
        quarter = next(each for each in Quarter if month in each.months)
        realised = Realised(Rupiah(row.realised or 0), row.version.stage, row.pk)
        found.setdefault(key, {})[quarter] = realised
    return found
