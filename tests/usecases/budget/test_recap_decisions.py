"""Which decision on a sub kegiatan counts in the recapitulation, and what part of its money."""

from __future__ import annotations

import io
from datetime import timedelta

from openpyxl import load_workbook

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.recap import Recap
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    DeclinedLineRecord,
    PathwayRecord,
)
from setara.usecases.budget.recap_queries import responsive_recap, responsive_recap_file
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World


def weighted(world: World) -> Recap | None:
    return way(world, Numerator.WEIGHTED)


def way(world: World, numerator: Numerator) -> Recap | None:
    made = responsive_recap(by=world.chair, year=2026, today=AT.date(), numerator=numerator)
    return made.recap


def plan(world: World, phase: BudgetPhase, amount: str) -> BudgetLineRecord:
    rows = [[*ANALYSED, "400", ""], [*HEALTH, amount, ""]]
    version = take_in(
        world.planner,
        book(*rows),
        year=2026,
        phase=phase,
        accepts_warnings=True,
        name=f"{phase}.csv",
    )
    return BudgetLineRecord.objects.get(version=version, code=HEALTH[2])


def tag(line: BudgetLineRecord, weight: int = 100) -> BudgetTagRecord:
    return BudgetTagRecord.objects.create(
        line=line,
        category=AllocationCategory.TARGETED,
        scope="weighted" if weight < 100 else "whole",
        weight=weight,
        grade=100,
        reason="untuk perempuan",
        set_by="Wati",
        set_at=AT,
    )


def withdraw(record: BudgetTagRecord) -> None:
    record.withdrawn_at, record.withdrawn_by = AT + timedelta(hours=1), "Wati"
    record.withdrawal_reason = "keliru"
    record.save()


def decline(line: BudgetLineRecord) -> None:
    DeclinedLineRecord.objects.create(
        line=line, reason="Belanja kantor", account_id=1, set_by="Wati", set_at=AT
    )


def test_a_tag_withdrawn_on_the_latest_plan_does_not_fall_back_to_an_earlier_one(world: World):
    tag(plan(world, BudgetPhase.DPA, "600"))
    later = plan(world, BudgetPhase.DPPA, "500")
    record = tag(later)
    made = weighted(world)
    assert made is not None
    assert made.total.gross == Rupiah(500)

    withdraw(record)

    assert weighted(world) is None

    tag(later)
    again = weighted(world)
    assert again is not None
    assert again.total.gross == Rupiah(500)


def test_a_line_declined_on_the_latest_plan_counts_no_more(world: World):
    tag(plan(world, BudgetPhase.DPA, "600"))
    later = plan(world, BudgetPhase.DPPA, "500")
    made = weighted(world)
    assert made is not None
    assert made.total.gross == Rupiah(500)

    decline(later)

    assert weighted(world) is None


def test_a_tag_on_the_latest_plan_counts_though_an_earlier_one_was_declined(world: World):
    decline(plan(world, BudgetPhase.DPA, "600"))
    tag(plan(world, BudgetPhase.DPPA, "500"))

    made = weighted(world)

    assert made is not None
    assert made.total.gross == Rupiah(500)


def test_a_part_stays_that_part_where_the_latest_plan_has_no_money(world: World):
    tag(plan(world, BudgetPhase.DPA, "600"), weight=25)
    plan(world, BudgetPhase.DPPA, "0")

    made = weighted(world)

    assert made is not None
    assert (made.total.gross, made.total.pagu) == (Rupiah(0), Rupiah(150))


def test_a_way_without_lines_has_one_column_of_shares(world: World):
    plan(world, BudgetPhase.DPA, "600")
    drafts = {"state": StatementState.DRAFT, "approved_at": None, "approved_by": ""}
    PathwayRecord.objects.get(pk=1).statements.update(**drafts)

    file = responsive_recap_file(
        by=world.chair, year=2026, today=AT.date(), language=Language.ENGLISH
    )

    front = load_workbook(io.BytesIO(file.content))["Recap"]
    heads = [str(cell.value) for row in front for cell in row if "(i)" in str(cell.value)]
    assert not [head for head in heads if "weighted" in head or "gross" in head]
