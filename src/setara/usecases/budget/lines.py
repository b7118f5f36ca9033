"""Budget lines as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.budget.phase import Stage
from setara.domain.foundation.money import Rupiah
from setara.store.models import BudgetLineRecord, PathwayRecord
from setara.usecases.budget.activity_lines import activity_of, plan_lines


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """One line of a book."""

    line_id: int
    stage: Stage
    agency_name: str
    code: str
    name: str
    amount: Rupiah
    realised: Rupiah | None
    row: int


def line_answer(row: BudgetLineRecord, today: date) -> LineAnswer:
    """A stored line as it is shown. Cost: queries unless the version, the agency and its
    names are loaded."""
    return LineAnswer(
        line_id=row.pk,
        stage=row.version.stage,
        agency_name=row.agency.as_rule_sees_it().name_on(today).short_name,
        code=row.code,
        name=row.name,
        amount=Rupiah(row.amount),
        realised=None if row.realised is None else Rupiah(row.realised),
        row=row.row,
    )


def lines_of(pathway: PathwayRecord, today: date) -> tuple[LineAnswer, ...]:
    """The budget lines the GAP can be tied to, the latest version first.

    Cost: two queries.
    """
    key = activity_of(pathway)
    stages = plan_lines([key]).get(key, {})
    return tuple(line_answer(line, today) for own in reversed(stages.values()) for line in own)
