"""A GBS is drawn from a signed GAP and a budget line, and goes its way between two agencies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.statement import StatementState, may_approve
from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import BudgetLineRecord, IssueRecord, StatementRecord
from setara.usecases.budget import statements as verbs
from setara.usecases.budget.pathway_queries import pathway
from setara.usecases.budget.pathways import revise_pathway, sign_pathway
from setara.usecases.budget.statement_queries import (
    StatementAnswer,
    statement,
    statements,
    statements_of_issue,
)
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()
SIGNED, APPROVED = 1, 1
EQUALITY, TARGETED = AllocationCategory.EQUALITY, AllocationCategory.TARGETED


@pytest.fixture
def drawn(world: World) -> int:
    """A GBS in draft, on the DPA of the year of the signed GAP."""
    take_in(
        world.planner,
        book([*ANALYSED, "600.000.000", ""], [*HEALTH, "1.400.000.000", ""]),
        year=2026,
        phase=BudgetPhase.DPA,
    )
    return draw_up(world.author, line_of(ANALYSED[2]))


def line_of(code: str, phase: BudgetPhase = BudgetPhase.DPA) -> int:
    return BudgetLineRecord.objects.get(code=code, version__phase=phase).pk


def draw_up(by: Actor, line_id: int, pathway_id: int = SIGNED) -> int:
    return verbs.draw_up_statement(
        by=by, at=AT, pathway_id=pathway_id, line_id=line_id, category=EQUALITY
    )


def correct(by: Actor, pk: int, line_id: int, category: AllocationCategory = TARGETED) -> None:
    verbs.correct_statement(by=by, at=AT, statement_id=pk, line_id=line_id, category=category)


def submit(by: Actor, pk: int) -> None:
    verbs.submit_statement(by=by, at=AT, statement_id=pk)


def send_back(by: Actor, pk: int, comment: str = "Kategori belum tepat") -> None:
    verbs.return_statement(by=by, at=AT, statement_id=pk, comment=comment)


def approve(by: Actor, pk: int) -> None:
    verbs.approve_statement(by=by, at=AT, statement_id=pk)


def seen(by: Actor, pk: int) -> StatementAnswer:
    return statement(by=by, statement_id=pk, today=TODAY)


def test_the_amount_is_the_budget_lines_and_its_shares_name_their_wholes(world: World, drawn):
    answer = seen(world.author, drawn)

    assert answer.line.amount == Rupiah(600_000_000)
    assert answer.line.state is StatementState.DRAFT
    assert [share.say(Language.INDONESIAN) for share in answer.shares] == [
        "100,00% dari seluruh pagu Disperindagkop UKM dalam DPA 2026",
        "30,00% dari seluruh pagu sub kegiatan dalam DPA 2026",
    ]
    assert answer.pathway == pathway(by=world.author, pathway_id=SIGNED, today=TODAY).pathway


def test_one_gap_and_one_line_are_tied_once(world: World, drawn):
    with pytest.raises(Refused) as caught:
        draw_up(world.author, line_of(ANALYSED[2]))

    assert "sudah mempunyai GBS" in caught.value.reason.say(Language.INDONESIAN)
    answer = pathway(by=world.author, pathway_id=SIGNED, today=TODAY)
    assert len(answer.lines) == 2
    assert answer.untied_lines == ()
    assert answer.statement_ids == (APPROVED, drawn)


def test_another_sub_activity_and_an_unsigned_gap_are_tied_to_nothing(world: World, drawn):
    with pytest.raises(Refused) as caught:
        draw_up(world.author, line_of(HEALTH[2]))
    assert "milik perangkat daerah lain" in caught.value.reason.say(Language.INDONESIAN)

    revision = revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    with pytest.raises(Refused) as caught:
        draw_up(world.author, line_of(ANALYSED[2]), revision)
    assert "belum ditandatangani" in caught.value.reason.say(Language.INDONESIAN)


def test_it_goes_back_with_a_comment_is_corrected_and_comes_again(world: World, drawn):
    submit(world.author, drawn)
    send_back(world.planner, drawn, " Kategori belum tepat ")
    assert seen(world.author, drawn).comment == "Kategori belum tepat"

    correct(world.author, drawn, line_of(ANALYSED[2]))
    assert last_event(world.author).detail["after"] == [line_of(ANALYSED[2]), "1"]
    submit(world.author, drawn)
    assert seen(world.author, drawn).comment == ""
    approve(world.planner, drawn)

    answer = seen(world.chair, drawn)
    assert (answer.line.category, answer.line.state) == (TARGETED, StatementState.APPROVED)
    assert (answer.approved_by, answer.approved_at) == (world.planner.name, AT)


def test_a_correction_is_held_to_the_same_rules(world: World, drawn):
    for line_id in (line_of(HEALTH[2]), line_of(ANALYSED[2], BudgetPhase.RKA)):
        with pytest.raises(Refused):
            correct(world.author, drawn, line_id)
    submit(world.author, drawn)
    with pytest.raises(Refused):
        correct(world.author, drawn, line_of(ANALYSED[2]))

    assert seen(world.author, drawn).line.category is EQUALITY


def test_a_return_says_what_to_mend(world: World, drawn):
    submit(world.author, drawn)

    with pytest.raises(Refused):
        send_back(world.planner, drawn, " ")

    assert seen(world.author, drawn).line.state is StatementState.SUBMITTED


def test_the_inspectorate_and_its_own_author_approve_nothing(world: World, drawn):
    submit(world.author, drawn)
    in_two_seats = replace(world.author, seats=world.author.seats + world.planner.seats)

    for by in (world.inspector, world.author, world.colleague, world.chair, in_two_seats, PUBLIC):
        with pytest.raises((Refused, NotFound)):
            approve(by, drawn)
        assert not seen(world.planner, drawn).approved_at

    approve(world.planner, drawn)


def test_nobody_submits_for_another_agency(world: World, drawn):
    for by in (world.colleague, world.planner, world.inspector, world.secretary):
        with pytest.raises(Refused):
            submit(by, drawn)
        with pytest.raises(Refused):
            correct(by, drawn, line_of(ANALYSED[2]))


def test_a_gbs_of_a_replaced_gap_is_not_submitted(world: World, drawn):
    revision = revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    sign_pathway(by=world.author, at=AT, pathway_id=revision)

    with pytest.raises(Refused) as caught:
        submit(world.author, drawn)

    assert "sudah diganti" in caught.value.reason.say(Language.INDONESIAN)


def test_a_gbs_whose_gap_is_replaced_while_it_waits_is_not_approved(world: World, drawn):
    submit(world.author, drawn)
    revision = revise_pathway(by=world.author, at=AT, pathway_id=SIGNED)
    sign_pathway(by=world.author, at=AT, pathway_id=revision)

    with pytest.raises(Refused) as caught:
        approve(world.planner, drawn)

    assert "sudah diganti" in caught.value.reason.say(Language.INDONESIAN)


def test_of_two_drivers_the_second_is_told(world: World, drawn, monkeypatch):
    submit(world.author, drawn)

    def meanwhile(*given: object):
        StatementRecord.objects.filter(pk=drawn).update(state=StatementState.RETURNED)
        return may_approve(*given)

    monkeypatch.setattr("setara.usecases.budget.statements.may_approve", meanwhile)
    with pytest.raises(Refused):
        approve(world.planner, drawn)

    # The refusal undoes what happened meanwhile too: both stood in one transaction.
    assert StatementRecord.objects.get(pk=drawn).state == StatementState.SUBMITTED


def test_what_is_another_governments_is_not_there(world: World, drawn):
    acts: list[Callable[[], object]] = [
        lambda: draw_up(world.stranger, line_of(ANALYSED[2])),
        lambda: correct(world.stranger, drawn, line_of(ANALYSED[2])),
        lambda: submit(world.stranger, drawn),
        lambda: send_back(world.stranger, drawn),
        lambda: approve(world.stranger, drawn),
        lambda: seen(world.stranger, drawn),
    ]
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert statements(by=world.stranger, today=TODAY) == ()


def test_the_gbss_of_an_issue_are_found_from_it(world: World, drawn):
    issue_id = IssueRecord.objects.get().pk

    found = statements_of_issue(by=world.chair, issue_id=issue_id, today=TODAY)

    assert [line.statement_id for line in found] == [APPROVED, drawn]
    assert [line.is_sample for line in found] == [True, False]
