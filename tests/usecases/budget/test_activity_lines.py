"""What a GAP analyses is found in the budget: in the latest stage, and whole."""

from __future__ import annotations

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.foundation.money import Rupiah
from setara.store.models import PathwayRecord
from setara.usecases.budget.pathway_lists import PathwaysWanted, pathway_list
from setara.usecases.budget.rule_grounds import budget_of
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()
SIGNED = 1
YEAR = 2026


def load(world: World, phase: BudgetPhase, *rows: list[str]) -> None:
    content = book(*rows)
    name = f"{phase.value.lower()}.csv"
    take_in(world.planner, content, year=YEAR, phase=phase, name=name, accepts_warnings=True)


def judged_against(pathway_id: int = SIGNED) -> Rupiah | None:
    return budget_of(PathwayRecord.objects.get(pk=pathway_id))


def listed_stage(world: World) -> Stage | None:
    (found,) = pathway_list(by=world.author, today=TODAY, wanted=PathwaysWanted(year=YEAR)).lines
    return found.stage


def test_money_is_judged_by_the_latest_stage_and_not_by_the_book_loaded_last(world: World):
    load(world, BudgetPhase.DPPA, [*ANALYSED, "700.000.000", ""])
    load(world, BudgetPhase.DPA, [*ANALYSED, "500.000.000", ""])

    assert judged_against() == Rupiah(700_000_000)


def test_the_list_names_the_latest_stage_and_not_that_of_the_book_loaded_last(world: World):
    load(world, BudgetPhase.DPPA, [*ANALYSED, "700.000.000", ""])
    load(world, BudgetPhase.DPA, [*ANALYSED, "500.000.000", ""])

    assert listed_stage(world) == Stage(BudgetPhase.DPPA)


def test_nothing_is_judged_where_the_agency_took_it_out_of_its_latest_budget(world: World):
    other = [*ANALYSED[:2], "2.17.01.2.02.0001", "Penyediaan layanan"]
    load(world, BudgetPhase.DPA, [*other, "800.000.000", ""])

    assert judged_against() is None


def test_a_later_budget_of_other_agencies_alone_changes_nothing(world: World):
    before = judged_against()
    load(world, BudgetPhase.DPA, [*HEALTH, "800.000.000", ""])

    assert before is not None
    assert judged_against() == before
