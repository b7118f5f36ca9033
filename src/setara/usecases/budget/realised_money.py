"""What was spent on sub kegiatan by the end of each quarter, from the imported realisations."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.quarter import Quarter
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.store.models import BudgetLineRecord
from setara.usecases.budget.activity_lines import ActivityOfYear, by_activity, lies_within
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class Realised:
    """Money spent since January by the end of the month of `stage`, as its book says."""

    amount: Rupiah
    stage: Stage


RealisedByQuarter = dict[ActivityOfYear, dict[Quarter, Realised]]


def realised_money(by: Actor, activities: Collection[ActivityOfYear]) -> RealisedByQuarter:
    """Each quarter's money where a realisation up to one of its months was imported.

    Of several months of a quarter the last counts; a line without a figure says nothing. What is
    analysed above sub kegiatan has the money of all within it. Cost: one query.
    """
    rows = BudgetLineRecord.objects.filter(
        lies_within(activities), version__phase=BudgetPhase.REALISATION, realised__isnull=False
    )
    rows = visible(by, rows, through="version__government").select_related("version")
    found: RealisedByQuarter = {}
    lines = by_activity(rows.order_by("version__sequence", "pk"), activities)
    for key, own in lines.items():
        for stage, month in groupby(own, key=lambda line: line.version.stage):
            spent = total(Rupiah(line.realised or 0) for line in month)
            quarter = next(each for each in Quarter if stage.sequence in each.months)
            found.setdefault(key, {})[quarter] = Realised(spent, stage)
    return found
