"""A GBS whose budget changed says so, and its change is drawn up in one act."""

from __future__ import annotations

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.statement import StatementState
from setara.domain.budget.statement_change import LineChange
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import StatementRecord
from setara.usecases.budget import statements as verbs
from setara.usecases.budget.statement_changes import (
    StatementChange,
    draw_up_changed_statement,
    statement_change,
    statement_changes,
)
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

STATED = 1


def later(world: World, money: str | None, phase: BudgetPhase = BudgetPhase.DPPA) -> None:
    """A later budget of 2026 in which the agency has that money for the sub kegiatan, or none."""
    own = [*ANALYSED, money, ""] if money else [*ANALYSED[:2], "2.17.07.2.01.0004", "Lain", "5", ""]
    take_in(world.planner, book(own, [*HEALTH, "7", ""]), year=2026, phase=phase)


def seen(world: World, pk: int = STATED) -> StatementChange:
    return statement_change(by=world.author, statement_id=pk)


def change(world: World, pk: int = STATED) -> int:
    return draw_up_changed_statement(by=world.author, at=AT, statement_id=pk)


def test_without_a_later_budget_there_is_nothing_to_say(world: World):
    found = seen(world)

    assert found.standing.change is LineChange.LATEST
    assert not found.says
    with pytest.raises(Refused):
        change(world)


@pytest.mark.parametrize(
    ("money", "kind", "words"),
    [
        ("700.000.000", LineChange.UP, "naik Rp14.750.000"),
        ("600.000.000", LineChange.DOWN, "turun Rp85.250.000"),
        ("685.250.000", LineChange.SAME, "sama dengan dalam RKA 2026"),
        (None, LineChange.GONE, "tidak ada dalam DPPA 2026"),
    ],
)
def test_the_later_budget_is_said_on_the_statement(world: World, money, kind, words):
    later(world, money)

    found = seen(world)

    assert found.standing.change is kind
    assert words in found.standing.words.say(Language.INDONESIAN)
    assert statement_changes(by=world.chair)[STATED].standing == found.standing
    assert bool(found.may_change) == (kind in {LineChange.UP, LineChange.DOWN})


def test_a_budget_of_other_agencies_alone_changes_nothing(world: World):
    take_in(
        world.planner, book([*HEALTH, "7", ""]), year=2026, phase=BudgetPhase.DPPA, name="a.csv"
    )

    assert seen(world).standing.change is LineChange.LATEST


def test_a_change_is_drawn_up_once_and_points_back(world: World):
    later(world, "700.000.000")

    drawn = change(world)

    record = StatementRecord.objects.get(pk=drawn)
    earlier = StatementRecord.objects.get(pk=STATED)
    assert (record.changes_id, record.pathway_id) == (STATED, earlier.pathway_id)
    assert (record.line.amount, record.category) == (700_000_000, earlier.category)
    assert record.state == StatementState.DRAFT
    assert last_event(world.author).detail["before"] == 685_250_000
    assert seen(world).changed_by_id == drawn
    assert not seen(world).says
    new = seen(world, drawn)
    assert new.stated_before is not None
    assert new.stated_before.difference == Rupiah(14_750_000)
    assert new.standing.change is LineChange.LATEST
    with pytest.raises(Refused) as caught:
        change(world)
    assert "sudah disusun" in caught.value.reason.say(Language.INDONESIAN)


def test_the_change_goes_through_the_same_steps(world: World):
    later(world, "700.000.000")
    drawn = change(world)

    verbs.submit_statement(by=world.author, at=AT, statement_id=drawn)

    assert StatementRecord.objects.get(pk=drawn).submitted_at == AT


def test_a_change_of_the_change_follows_the_next_budget(world: World):
    later(world, "700.000.000", BudgetPhase.DPA)
    drawn = change(world)
    StatementRecord.objects.filter(pk=drawn).update(
        state=StatementState.APPROVED, approved_at=AT, approved_by="Wati"
    )
    later(world, "650.000.000")

    again = change(world, drawn)

    assert StatementRecord.objects.get(pk=again).changes_id == drawn
    assert seen(world).changed_by_id == drawn


def test_one_that_is_not_approved_is_corrected_instead(world: World):
    StatementRecord.objects.filter(pk=STATED).update(
        state=StatementState.DRAFT, approved_at=None, approved_by=""
    )
    later(world, "700.000.000")

    with pytest.raises(Refused) as caught:
        change(world)

    assert "belum disetujui" in caught.value.reason.say(Language.INDONESIAN)


def test_what_is_gone_is_not_restated_as_nothing(world: World):
    later(world, None)

    with pytest.raises(Refused) as caught:
        change(world)

    assert "tidak ada lagi dalam DPPA 2026" in caught.value.reason.say(Language.INDONESIAN)


def test_only_its_agency_changes_it_and_a_stranger_finds_nothing(world: World):
    later(world, "700.000.000")

    for who in (world.colleague, world.planner, world.inspector):
        with pytest.raises(Refused):
            draw_up_changed_statement(by=who, at=AT, statement_id=STATED)
    with pytest.raises(NotFound):
        draw_up_changed_statement(by=world.stranger, at=AT, statement_id=STATED)
    with pytest.raises(NotFound):
        statement_change(by=world.stranger, statement_id=STATED)
    assert statement_changes(by=world.stranger) == {}
