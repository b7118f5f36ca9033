"""The queue of the review and its windows: whose turn it is, since when, and who is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.review.comments import NewComment
from setara.domain.budget.review.windows import WindowKind
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import (
    BudgetVersionRecord,
)
from setara.usecases.budget.review_queue import QueueAnswer, QueueFilter, review_queue
from setara.usecases.budget.review_windows import (
    extend_review_window,
    review_windows,
    set_review_window,
)
from setara.usecases.budget.statements import (
    submit_statement,
)
from setara.usecases.foundation.access import NotFound
from tests.makers import AT
from tests.usecases.budget.reviews import (
    answer_all,
    line_id,
    send_back,
    submit,
)
from tests.world import World

TODAY = AT.date()
LOCKED = 1
DAY = timedelta(days=1)
OBJECTIVE = NewComment("reformulated_objective", "Rumuskan bagi keduanya", "GAP-05")


def queue(by: Actor, days: int = 0, **only: object) -> QueueAnswer:
    return review_queue(by=by, today=TODAY + days * DAY, only=QueueFilter(**only))


def test_everyone_sees_one_queue_and_the_own_part_of_it_first(world: World, submitted: int):
    assert [each.line.statement_id for each in queue(world.substance).mine] == [submitted]
    for by in (world.planner, world.finance, world.inspector, world.author):
        answer = queue(by)
        assert answer.mine == ()
        assert {each.line.statement_id for each in answer.others} == {LOCKED, submitted}
    assert queue(world.author).late == 0
    assert queue(world.author, days=10).late == 1
    assert queue(world.stranger).others == ()


def test_a_returned_gbs_waits_for_its_agency(world: World, submitted: int):
    send_back(world.substance, submitted)

    (mine,) = queue(world.author).mine
    assert (mine.waits_for, mine.open_comments) == (SeatKind.FOCAL_POINT, 1)
    assert queue(world.colleague).mine == ()


def past_window(world: World, pk: int, *, days: int) -> int | None:
    answer = queue(world.author, days=days)
    (found,) = [each for each in (*answer.mine, *answer.others) if each.line.statement_id == pk]
    return found.waiting.past_window if found.waiting else None


def open_until(world: World, kind: WindowKind, last_day: date) -> None:
    set_review_window(
        by=world.secretary,
        at=AT,
        year=2026,
        kind=kind,
        opens_on=TODAY,
        last_day=last_day,
        reason="SE Sekda",
    )


def test_a_changed_gbs_is_late_after_its_own_window_not_after_the_first_review(
    world: World, submitted: int
):
    open_until(world, WindowKind.REVIEW, TODAY)
    open_until(world, WindowKind.CHANGE, TODAY + 2 * DAY)
    assert past_window(world, submitted, days=3) == 3

    BudgetVersionRecord.objects.filter(lines=line_id()).update(phase=BudgetPhase.DPPA)
    assert past_window(world, submitted, days=3) == 1


def test_what_was_sent_back_is_not_late_by_the_drivers_window(world: World, submitted: int):
    open_until(world, WindowKind.REVIEW, TODAY)
    send_back(world.substance, submitted)

    assert past_window(world, submitted, days=3) == 0


def test_the_queue_is_filtered(world: World, submitted: int):
    answer = queue(world.chair, state=StatementState.LOCKED)
    assert [each.line.statement_id for each in answer.others] == [LOCKED]
    assert queue(world.chair, year=2025).others == ()
    assert queue(world.chair, agency_id=answer.agencies[0][0]).others


def test_a_window_is_set_extended_and_asked(world: World, submitted: int):
    send_back(world.substance, submitted)
    answer_all(world, submitted)
    window = set_review_window(
        by=world.secretary,
        at=AT,
        year=2026,
        kind=WindowKind.REVIEW,
        opens_on=TODAY + 5 * DAY,
        last_day=TODAY + 9 * DAY,
        reason="SE Sekda",
    )
    with pytest.raises(Refused) as caught:
        submit(world, submitted)
    assert "dibuka pada" in caught.value.reason.say(Language.INDONESIAN)
    with pytest.raises(Refused):
        extend_review_window(
            by=world.author, at=AT, window_id=window, last_day=TODAY + 20 * DAY, because="x"
        )
    with pytest.raises(NotFound):
        extend_review_window(
            by=world.stranger, at=AT, window_id=window, last_day=TODAY + 20 * DAY, because="x"
        )
    extend_review_window(
        by=world.secretary, at=AT, window_id=window, last_day=TODAY + 20 * DAY, because="Banjir"
    )
    answer = review_windows(by=world.author, year=2026, today=TODAY)
    (line,) = answer.windows
    assert (line.last_day, line.change_reason) == (TODAY + 20 * DAY, "Banjir")
    assert {each.window.kind for each in answer.proposals} == {
        WindowKind.SUBMISSION,
        WindowKind.CHANGE,
    }
    submit_statement(by=world.author, at=AT + 6 * DAY, statement_id=submitted)
