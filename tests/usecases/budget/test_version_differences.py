"""Two versions of a budget stand side by side, and the ARG follows its lines."""

from __future__ import annotations

import pytest

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.differences import Change
from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.money import Rupiah, total
from setara.store.models import BudgetLineRecord, BudgetTagRecord, BudgetVersionRecord
from setara.usecases.budget.version_differences import budget_differences
from setara.usecases.foundation.access import NotFound
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()


def first_version() -> int:
    """The RKA of 2026, on a line of which the practice government has its approved GBS."""
    return BudgetVersionRecord.objects.get(year=2026, phase=BudgetPhase.RKA).pk


def compared(world: World, *rows: list[str]):
    after = take_in(world.planner, book(*rows), year=2026, phase=BudgetPhase.DPA)
    return budget_differences(
        by=world.planner, before_id=first_version(), after_id=after, today=TODAY
    )


def analysed() -> BudgetLineRecord:
    return BudgetLineRecord.objects.get(version=first_version(), code=ANALYSED[2])


def test_the_money_of_every_level_is_that_of_the_versions(world: World):
    answer = compared(world, [*ANALYSED, "600000000", ""], [*HEALTH, "1400000000", ""])

    assert answer.after.amount == Rupiah(2_000_000_000)
    for level in ActivityLevel:
        assert total(each.change.before for each in answer.levels[level]) == answer.before.amount
        assert total(each.change.after for each in answer.levels[level]) == answer.after.amount
    (program,) = [
        each for each in answer.levels[ActivityLevel.PROGRAM] if each.change.code == "2.17.07"
    ]
    assert program.change.after == Rupiah(600_000_000)
    assert program.name


def test_lines_are_counted_by_kind_and_chosen_by_kind_and_agency(world: World):
    new = [*HEALTH[:2], "1.02.02.2.02.9999", "Kegiatan yang belum pernah ada", "7", ""]
    answer = compared(world, [*ANALYSED, "600000000", ""], new)

    kinds = {each.change: each for each in answer.kinds}
    assert (kinds[Change.NEW].lines, kinds[Change.NEW].amount) == (1, Rupiah(7))
    assert kinds[Change.GONE].lines == answer.before.lines - 1
    (line,) = answer.chosen(Change.NEW, "")
    assert (line.before, line.shown.code, line.agency_name) == (None, new[2], "Dinkes")
    assert answer.chosen(Change.NEW, "2.17") == ()
    assert answer.chosen(Change.NEW, line.shown.agency) == (line,)
    assert len(answer.chosen(None, "")) == len(answer.lines) - kinds[Change.SAME].lines


def test_the_responsive_budget_follows_its_line(world: World):
    before = Rupiah(analysed().amount)
    answer = compared(world, [*ANALYSED, "600000000", ""], [*HEALTH, "1", ""])

    assert answer.responsive.lines == 1
    assert (answer.responsive.before, answer.responsive.after) == (before, Rupiah(600_000_000))
    assert answer.responsive.amount == Rupiah(600_000_000) - before
    assert answer.responsive.gone == 0


def test_a_responsive_line_that_is_gone_is_told(world: World):
    before = Rupiah(analysed().amount)
    answer = compared(world, [*HEALTH, "1", ""])

    assert (answer.responsive.gone, answer.responsive.after) == (1, Rupiah(0))
    assert answer.responsive.amount == Rupiah(0) - before


def test_a_version_does_not_differ_from_itself(world: World):
    pk = first_version()
    answer = budget_differences(by=world.author, before_id=pk, after_id=pk, today=TODAY)

    assert answer.amount == answer.responsive.amount == Rupiah(0)
    assert answer.chosen(None, "") == ()


def test_the_cost_does_not_grow_with_the_book(world: World, django_assert_max_num_queries):
    rows = [[*HEALTH[:2], f"1.02.02.2.02.{n:04}", f"Layanan {n}", "1", ""] for n in range(1, 400)]
    after = take_in(world.planner, book(*rows), year=2026, phase=BudgetPhase.DPA)

    with django_assert_max_num_queries(14):
        budget_differences(by=world.planner, before_id=first_version(), after_id=after, today=TODAY)


def test_another_government_compares_nothing_here(world: World):
    pk = first_version()
    with pytest.raises(NotFound):
        budget_differences(by=world.stranger, before_id=pk, after_id=pk, today=TODAY)


def test_two_months_are_compared_by_what_was_realised(world: World):
    june, september = (
        take_in(
            world.planner,
            book([*ANALYSED, "1000", spent]),
            year=2026,
            phase=BudgetPhase.REALISATION,
            sequence=month,
        )
        for month, spent in ((6, "250"), (9, "700"))
    )
    answer = budget_differences(by=world.planner, before_id=june, after_id=september, today=TODAY)

    assert answer.is_spent
    assert (answer.before.amount, answer.after.amount) == (Rupiah(250), Rupiah(700))
    assert answer.amount == Rupiah(450)
    for level in ActivityLevel:
        assert total(each.change.amount for each in answer.levels[level]) == Rupiah(450)
    plan = budget_differences(
        by=world.planner, before_id=first_version(), after_id=june, today=TODAY
    )
    assert plan.after.amount == Rupiah(1000)


def test_tags_are_told_for_each_version(world: World):
    line = analysed()
    BudgetTagRecord.objects.filter(line__version=first_version()).delete()
    BudgetTagRecord.objects.create(
        line=line,
        category="2",
        scope="weighted",
        weight=50,
        grade=50,
        reason="Contoh",
        set_by="Sari",
        set_at=AT,
    )
    before, after = compared(world, [*ANALYSED, "600000000", ""]).tagged

    assert (before.lines, after.lines) == (1, 0)
    assert before.money.gross == Rupiah(line.amount // 2)
    assert before.money.weighted == Rupiah(line.amount // 4)
    assert after.money.weighted == Rupiah(0)
