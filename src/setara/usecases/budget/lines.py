"""Budget lines as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.money import Rupiah
from setara.store.models import BudgetLineRecord


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """One line of a book."""

    line_id: int
    agency_name: str
    code: str
    name: str
    amount: Rupiah
    realised: Rupiah | None
    row: int


def line_answer(row: BudgetLineRecord, today: date) -> LineAnswer:
    """A stored line as it is shown. Cost: queries unless the agency and its names are loaded."""
    return LineAnswer(
        line_id=row.pk,
        agency_name=row.agency.as_rule_sees_it().name_on(today).short_name,
        code=row.code,
        name=row.name,
        amount=Rupiah(row.amount),
        realised=None if row.realised is None else Rupiah(row.realised),
        row=row.row,
    )
