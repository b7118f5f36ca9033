"""Rounds of review: what stands, what is asked again, and who is told what."""

from __future__ import annotations

from datetime import timedelta

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.pathway import PathwayDraft
from setara.domain.budget.review.comments import CommentState, NewComment, ReviewVerdict
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import (
    BudgetLineRecord,
    ReviewRecord,
    RoundRecord,
    StatementRecord,
)
from setara.usecases.budget import reviewing as verbs
from setara.usecases.budget.accepted_examples import (
    accept_example,
    accepted_examples,
    withdraw_example,
)
from setara.usecases.budget.pathways import revise_pathway, save_pathway, sign_pathway
from setara.usecases.budget.review_queries import (
    comments_on_pathway,
    correction_hints,
    round_difference,
)
from setara.usecases.budget.statements import (
    correct_statement,
)
from setara.usecases.foundation.access import NotFound
from tests.events import last_event
from tests.makers import AT
from tests.usecases.budget.reviews import (
    answer_all,
    approve,
    approve_in_turn,
    line_id,
    review,
    send_back,
    state,
    submit,
)
from tests.world import World

TODAY = AT.date()
LOCKED = 1
DAY = timedelta(days=1)
OBJECTIVE = NewComment("reformulated_objective", "Rumuskan bagi keduanya", "GAP-05")


def recategorise(world: World, pk: int) -> None:
    correct_statement(
        by=world.author,
        at=AT,
        statement_id=pk,
        line_id=line_id(),
        category=AllocationCategory.TARGETED,
    )


def revise_objective(world: World, pk: int) -> int:
    before = StatementRecord.objects.get(pk=pk).pathway_id
    revision = revise_pathway(by=world.author, at=AT, pathway_id=before)
    draft = PathwayDraft(reformulated_objective="Usaha mikro perempuan dan laki-laki tumbuh setara")
    save_pathway(by=world.author, at=AT, pathway_id=revision, edition=1, draft=draft)
    sign_pathway(by=world.author, at=AT, pathway_id=revision)
    return revision


def test_from_the_first_driver_to_the_lock(world: World, submitted: int):
    for by, expected in (
        (world.substance, StatementState.SUBSTANCE_AGREED),
        (world.planner, StatementState.PLAN_AGREED),
        (world.finance, StatementState.APPROVED),
    ):
        approve(by, submitted)
        assert state(submitted) is expected
    verbs.assure_statement(by=world.inspector, at=AT, statement_id=submitted, note="CHR: sesuai")
    assert state(submitted) is StatementState.COMPLETE
    verbs.lock_statement(by=world.finance, at=AT, statement_id=submitted)

    record = StatementRecord.objects.get(pk=submitted)
    assert (record.state, record.locked_by, record.locked_at) == ("locked", world.finance.name, AT)
    stops = review(world.author, submitted).stops
    assert [stop.driver for stop in stops] == [
        SeatKind.DRIVER_SUBSTANCE,
        SeatKind.DRIVER_PLANNING,
        SeatKind.DRIVER_FINANCE,
        SeatKind.DRIVER_ASSURANCE,
    ]
    assert stops[-1].last
    assert stops[-1].last.verdict is ReviewVerdict.ASSURANCE
    with pytest.raises(Refused):
        recategorise(world, submitted)
    assert last_event(world.author).name == "budget.statement.locked"


def test_the_inspectorates_silence_stops_nothing(world: World, submitted: int):
    approve_in_turn(world, submitted)

    with pytest.raises(Refused):
        verbs.lock_statement(by=world.secretary, at=AT, statement_id=submitted)
    verbs.lock_statement(by=world.secretary, at=AT + 10 * DAY, statement_id=submitted)

    assert state(submitted) is StatementState.LOCKED


def test_what_was_approved_before_rounds_were_kept_waits_since_its_last_yes(
    world: World, submitted: int
):
    approve_in_turn(world, submitted)
    ReviewRecord.objects.all().delete()
    RoundRecord.objects.all().delete()
    month_ago = AT - 30 * DAY
    StatementRecord.objects.filter(pk=submitted).update(submitted_at=month_ago, approved_at=AT)

    # The inspectorate has its days from the last yes on, so nobody locks past it.
    with pytest.raises(Refused):
        verbs.lock_statement(by=world.secretary, at=AT + DAY, statement_id=submitted)
    verbs.assure_statement(by=world.inspector, at=AT + DAY, statement_id=submitted, note="CHR")
    assert RoundRecord.objects.get(statement=submitted).submitted_at == month_ago


def test_a_yes_stands_where_only_the_money_changed(world: World, submitted: int):
    approve(world.substance, submitted)
    approve(world.planner, submitted)
    send_back(world.finance, submitted)
    recategorise(world, submitted)
    answer_all(world, submitted)
    submit(world, submitted)

    assert state(submitted) is StatementState.PLAN_AGREED
    substance, planning, finance, _ = review(world.author, submitted).stops
    assert (substance.holds, substance.is_earlier) == (True, True)
    assert (planning.holds, planning.is_earlier) == (True, True)
    assert finance.waiting is not None
    approve(world.finance, submitted)
    assert state(submitted) is StatementState.APPROVED


def test_a_yes_falls_where_what_was_judged_has_changed(world: World, submitted: int):
    approve(world.substance, submitted)
    send_back(world.planner, submitted, OBJECTIVE)
    revision = revise_objective(world, submitted)
    answer_all(world, submitted)

    assert review(world.author, submitted).stops[0].holds is False
    submit(world, submitted)

    assert state(submitted) is StatementState.SUBMITTED
    assert StatementRecord.objects.get(pk=submitted).pathway_id == revision


def test_a_comment_is_open_answered_and_accepted(world: World, submitted: int):
    send_back(world.substance, submitted, OBJECTIVE, NewComment("category", "Kurang tepat"))
    revision = revise_pathway(by=world.author, at=AT, pathway_id=1)

    shown = comments_on_pathway(by=world.author, pathway_id=revision)
    assert [(each.part, each.rule) for each in shown] == [
        ("reformulated_objective", "GAP-05"),
        ("category", ""),
    ]
    sign_pathway(by=world.author, at=AT, pathway_id=revision)
    answer_all(world, submitted)
    submit(world, submitted)
    first, second = review(world.author, submitted).comments
    verbs.return_statement(
        by=world.substance,
        at=AT,
        statement_id=submitted,
        comments=[],
        accepted={first.comment_id},
    )
    first, second = review(world.author, submitted).comments
    assert (first.state, first.accepted_by) == (CommentState.ACCEPTED, world.substance.name)
    assert (second.state, second.answer) == (CommentState.OPEN, "Sudah diubah")

    answer_all(world, submitted, "Kategori diganti")
    submit(world, submitted)
    approve(world.substance, submitted)
    assert not review(world.author, submitted).unsettled


def test_comments_are_refused_whole_and_nothing_is_kept(world: World, submitted: int):
    for comments in ((), (OBJECTIVE, NewComment("kolom", "x")), (NewComment("data", " "),)):
        with pytest.raises(Refused):
            verbs.return_statement(
                by=world.substance, at=AT, statement_id=submitted, comments=comments
            )
    assert state(submitted) is StatementState.SUBMITTED
    assert review(world.author, submitted).comments == ()


def test_only_the_writer_answers_and_only_what_was_asked_here(world: World, submitted: int):
    send_back(world.substance, submitted)
    (asked,) = review(world.author, submitted).comments
    for by in (world.colleague, world.substance, world.inspector, world.stranger):
        with pytest.raises((Refused, NotFound)):
            verbs.answer_comments(
                by=by, at=AT, statement_id=submitted, answers={asked.comment_id: "x"}
            )
    for wrong in ({}, {asked.comment_id + 99: "x"}):
        with pytest.raises(NotFound):
            verbs.answer_comments(by=world.author, at=AT, statement_id=submitted, answers=wrong)


def test_of_two_reviewers_the_second_finds_it_gone(world: World, submitted: int):
    approve(world.substance, submitted)

    with pytest.raises(Refused) as caught:
        send_back(world.substance, submitted)

    assert "giliran Driver perencanaan" in caught.value.reason.say(Language.INDONESIAN)
    assert ReviewRecord.objects.filter(round__statement=submitted).count() == 1


def test_what_changed_since_it_was_submitted_is_not_approved(world: World, submitted: int):
    BudgetLineRecord.objects.filter(pk=line_id()).update(amount=1)

    with pytest.raises(Refused) as caught:
        approve(world.substance, submitted)

    assert "berubah sejak diajukan" in caught.value.reason.say(Language.INDONESIAN)
    send_back(world.substance, submitted)


def test_a_round_shows_its_words_beside_those_before(world: World, submitted: int):
    send_back(world.substance, submitted, OBJECTIVE)
    revise_objective(world, submitted)
    answer_all(world, submitted)
    submit(world, submitted)

    found = round_difference(
        by=world.author, statement_id=submitted, number=2, language=Language.INDONESIAN
    )
    changed = [part.label.id for part in found.parts if part.has_changed]
    assert changed == ["Kolom 6 (reformulasi tujuan)"]
    first = round_difference(
        by=world.author, statement_id=submitted, number=1, language=Language.ENGLISH
    )
    assert first.before is None
    assert not any(part.has_changed for part in first.parts)
    with pytest.raises(NotFound):
        round_difference(
            by=world.author, statement_id=submitted, number=3, language=Language.ENGLISH
        )


def test_hints_count_this_governments_returns(world: World, submitted: int):
    for _ in range(2):
        send_back(world.substance, submitted, OBJECTIVE)
        answer_all(world, submitted)
        submit(world, submitted)

    (hint,) = correction_hints(by=world.author, today=TODAY)
    assert (hint.part, hint.count, hint.of, hint.rule) == (OBJECTIVE.part, 2, 2, "GAP-05")
    assert correction_hints(by=world.author, today=TODAY + 800 * DAY) == ()
    assert correction_hints(by=world.stranger, today=TODAY) == ()


def test_an_example_is_chosen_shown_and_withdrawn(world: World, submitted: int):
    chosen = accept_example(
        by=world.substance, at=AT, statement_id=LOCKED, part="actions", reason="Menjawab sebabnya"
    )
    (shown,) = accepted_examples(by=world.colleague)
    assert (shown.reason, shown.chosen_by) == ("Menjawab sebabnya", world.substance.name)
    assert shown.words
    assert accepted_examples(by=world.stranger) == ()

    for given in (
        {"by": world.author, "statement_id": LOCKED},
        {"by": world.inspector, "statement_id": LOCKED},
        {"by": world.substance, "statement_id": submitted},
        {"by": world.substance, "statement_id": LOCKED},
        {"by": world.substance, "statement_id": LOCKED, "part": "x"},
        {"by": world.substance, "statement_id": LOCKED, "part": "data", "reason": " "},
    ):
        with pytest.raises(Refused):
            accept_example(**{"at": AT, "part": "actions", "reason": "x"} | given)
    with pytest.raises(NotFound):
        withdraw_example(by=world.stranger, at=AT, example_id=chosen, because="x")
    with pytest.raises(Refused):
        withdraw_example(by=world.planner, at=AT, example_id=chosen, because=" ")
    withdraw_example(by=world.planner, at=AT, example_id=chosen, because="Ada yang lebih baik")
    assert accepted_examples(by=world.colleague) == ()


def test_what_is_another_governments_is_not_there(world: World, submitted: int):
    stranger = world.stranger
    for act in (
        lambda: approve(stranger, submitted),
        lambda: send_back(stranger, submitted),
        lambda: verbs.assure_statement(by=stranger, at=AT, statement_id=submitted, note="x"),
        lambda: verbs.lock_statement(by=stranger, at=AT, statement_id=submitted),
        lambda: review(stranger, submitted),
        lambda: comments_on_pathway(by=stranger, pathway_id=1),
        lambda: accept_example(by=stranger, at=AT, statement_id=LOCKED, part="data", reason="x"),
        lambda: round_difference(
            by=stranger, statement_id=submitted, number=1, language=Language.ENGLISH
        ),
    ):
        with pytest.raises((NotFound, Refused)):
            act()
