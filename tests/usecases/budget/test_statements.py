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
from setara.usecases.budget.review_queries import review_of
from setara.usecases.budget.reviewing import answer_comments
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
from tests.usecases.budget.reviews import approve, approve_in_turn, send_back
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


def answer_all(by: Actor, pk: int) -> None:
    comments = review_of(by=by, statement_id=pk, today=TODAY).comments
    answer_comments(
        by=by, at=AT, statement_id=pk, answers={each.comment_id: "Diperbaiki" for each in comments}
    )


def revised(by: Actor, pathway_id: int) -> int:
    revision = revise_pathway(by=by, at=AT, pathway_id=pathway_id)
    sign_pathway(by=by, at=AT, pathway_id=revision)
    return revision


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
    send_back(world.substance, drawn)
    with pytest.raises(Refused) as caught:
        submit(world.author, drawn)
    assert "1 catatan reviu belum dijawab" in caught.value.reason.say(Language.INDONESIAN)

    correct(world.author, drawn, line_of(ANALYSED[2]))
    assert last_event(world.author).detail["after"] == [line_of(ANALYSED[2]), "1"]
    answer_all(world.author, drawn)
    submit(world.author, drawn)
    approve_in_turn(world, drawn)

    answer = seen(world.chair, drawn)
    assert (answer.line.category, answer.line.state) == (TARGETED, StatementState.APPROVED)
    assert (answer.approved_by, answer.approved_at) == (world.finance.name, AT)


def test_a_correction_is_held_to_the_same_rules(world: World, drawn):
    for line_id in (line_of(HEALTH[2]), line_of(ANALYSED[2], BudgetPhase.RKA)):
        with pytest.raises(Refused):
            correct(world.author, drawn, line_id)
    submit(world.author, drawn)
    with pytest.raises(Refused):
        correct(world.author, drawn, line_of(ANALYSED[2]))

    assert seen(world.author, drawn).line.category is EQUALITY


def test_the_inspectorate_and_its_own_author_approve_nothing(world: World, drawn):
    submit(world.author, drawn)
    in_two_seats = replace(world.author, seats=world.author.seats + world.substance.seats)

    for by in (
        world.inspector,
        world.author,
        world.colleague,
        world.chair,
        world.planner,
        in_two_seats,
        PUBLIC,
    ):
        with pytest.raises((Refused, NotFound)):
            approve(by, drawn)
        assert seen(world.planner, drawn).line.state is StatementState.SUBMITTED

    approve(world.substance, drawn)


def test_nobody_submits_for_another_agency(world: World, drawn):
    for by in (world.colleague, world.planner, world.inspector, world.secretary):
        with pytest.raises(Refused):
            submit(by, drawn)
        with pytest.raises(Refused):
            correct(by, drawn, line_of(ANALYSED[2]))


def test_a_gbs_that_is_mended_follows_the_signed_revision(world: World, drawn):
    revision = revised(world.author, SIGNED)

    assert last_event(world.author).detail["statements"] == [drawn]
    assert seen(world.author, drawn).line.pathway_id == revision
    submit(world.author, drawn)
    # The locked one stays with the analysis it was locked with.
    assert seen(world.author, APPROVED).line.pathway_id == SIGNED


def test_a_gbs_whose_gap_is_replaced_while_it_waits_goes_back_first(world: World, drawn):
    submit(world.author, drawn)
    revision = revised(world.author, SIGNED)

    with pytest.raises(Refused) as caught:
        approve(world.substance, drawn)
    assert "sudah diganti" in caught.value.reason.say(Language.INDONESIAN)

    send_back(world.substance, drawn)
    assert seen(world.author, drawn).line.pathway_id == revision


def test_no_second_gbs_is_drawn_from_the_revision_of_a_gap_whose_gbs_waits(world: World, drawn):
    submit(world.author, drawn)
    revision = revised(world.author, SIGNED)

    with pytest.raises(Refused) as caught:
        draw_up(world.author, line_of(ANALYSED[2]), revision)
    assert "sudah mempunyai GBS" in caught.value.reason.say(Language.INDONESIAN)


def test_where_two_were_drawn_before_that_was_seen_the_return_says_so(world: World, drawn):
    submit(world.author, drawn)
    revision = revised(world.author, SIGNED)
    twin = StatementRecord.objects.get(pk=drawn)
    twin.pk, twin.pathway_id, twin.state = None, revision, StatementState.DRAFT
    twin.save()

    with pytest.raises(Refused) as caught:
        send_back(world.substance, drawn)
    assert "GBS lain untuk baris anggaran ini" in caught.value.reason.say(Language.INDONESIAN)


def test_of_two_drivers_the_second_is_told(world: World, drawn, monkeypatch):
    submit(world.author, drawn)

    def meanwhile(*given: object):
        StatementRecord.objects.filter(pk=drawn).update(state=StatementState.RETURNED)
        return may_approve(*given)

    monkeypatch.setattr("setara.usecases.budget.reviewing.may_approve", meanwhile)
    with pytest.raises(Refused):
        approve(world.substance, drawn)

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
