"""What a GAP analyses is found in the budget: in the latest stage, and whole."""

from __future__ import annotations

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.foundation.money import Rupiah
from setara.store.models import PathwayRecord
from setara.usecases.budget import pathways as verbs
from setara.usecases.budget import ticking
from setara.usecases.budget.action_lines import tick_lines
from setara.usecases.budget.lines import lines_of
from setara.usecases.budget.pathway_lists import PathwaysWanted, pathway_list
from setara.usecases.budget.result_queries import pathway_result
from setara.usecases.budget.rule_grounds import budget_of
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.usecases.budget.results import MAY
from tests.usecases.budget.test_tag_parts import detailed
from tests.world import World

TODAY = AT.date()
SIGNED = 1
WIDE = "2.17.07.2.01"
MARKET = [*ANALYSED[:2], "2.17.07.2.01.0016", "Pemasaran UMKM"]
BESIDE = [*ANALYSED[:2], "2.17.07.2.02.0001", "Pengawasan koperasi"]
ATK = ["5.1.02.01.01.0024", "Belanja Alat Tulis Kantor"]
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


def widened(pathway_id: int = SIGNED) -> PathwayRecord:
    """The GAP as the form of 2013 has it, on the kegiatan."""
    record = PathwayRecord.objects.get(pk=pathway_id)
    record.activity_code, record.level = WIDE, ActivityLevel.ACTIVITY
    record.save()
    return record


def test_a_gap_on_a_kegiatan_has_the_budget_and_the_realisation_of_all_within(world: World):
    record = widened()
    load(
        world,
        BudgetPhase.DPA,
        [*ANALYSED, "500.000.000", ""],
        [*MARKET, "90.000.000", ""],
        [*BESIDE, "7.000.000", ""],
    )
    take_in(
        world.planner,
        book([*ANALYSED, "500.000.000", "40.000.000"], [*MARKET, "90.000.000", "5.000.000"]),
        year=YEAR,
        phase=BudgetPhase.REALISATION,
        sequence=3,
        name="realisasi.csv",
    )

    money = pathway_result(by=world.author, pathway_id=SIGNED, today=MAY.date()).money
    assert (money.budget, money.spent) == (Rupiah(590_000_000), Rupiah(45_000_000))
    assert budget_of(record) == Rupiah(590_000_000)
    assert listed_stage(world) == Stage(BudgetPhase.DPA)
    lines = lines_of(record, TODAY)
    assert [line.code for line in lines if line.stage.phase is BudgetPhase.DPA] == [
        ANALYSED[2],
        MARKET[2],
    ]


def test_lines_alike_in_two_sub_kegiatan_of_a_kegiatan_are_two_and_are_taken_once(world: World):
    content = detailed(
        [*ANALYSED, *ATK, "1000000"], [*MARKET, *ATK, "3000000"], [*BESIDE, *ATK, "9000000"]
    )
    take_in(
        world.planner,
        content,
        year=YEAR,
        phase=BudgetPhase.DPA,
        name="dpa.csv",
        accepts_warnings=True,
    )
    draft = verbs.revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    narrow, wide = PathwayRecord.objects.get(pk=draft), widened()
    wide.replaces = narrow.replaces = None
    narrow.save()

    budget = ticking.budget_of(wide)
    assert budget is not None
    assert budget.amount == Rupiah(4_000_000)
    assert [line.amount for line in budget.lines.values()] == [Rupiah(1_000_000), Rupiah(3_000_000)]
    [only] = ticking.budget_of(narrow).lines
    tick_lines(
        by=world.author,
        at=AT,
        pathway_id=draft,
        edition=narrow.edition,
        action_key=1,
        wanted={only: None},
    )
    assert ticking.taken_elsewhere(wide) == {next(iter(budget.lines)): Rupiah(1_000_000)}
    assert ticking.taken_elsewhere(PathwayRecord.objects.get(pk=draft)) == {}
