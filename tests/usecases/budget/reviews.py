"""A GBS taken through its review, as the tests of other parts need it."""

from __future__ import annotations

import pytest

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.review.comments import NewComment
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import Actor
from setara.store.models import (
    BudgetLineRecord,
    StatementRecord,
)
from setara.usecases.budget.review_queries import (
    ReviewAnswer,
    review_of,
)
from setara.usecases.budget.reviewing import answer_comments, approve_statement, return_statement
from setara.usecases.budget.statements import (
    draw_up_statement,
    submit_statement,
)
from tests.makers import AT
from tests.usecases.budget.books import ANALYSED, HEALTH, book, take_in
from tests.world import World

TODAY = AT.date()
CATEGORY = (NewComment("category", "Kategori belum tepat"),)


def approve(by: Actor, pk: int) -> None:
    """One driver's yes."""
    approve_statement(by=by, at=AT, statement_id=pk)


def approve_in_turn(world: World, pk: int) -> None:
    """The yes of all three drivers that decide."""
    for by in (world.substance, world.planner, world.finance):
        approve(by, pk)


def send_back(by: Actor, pk: int, *comments: NewComment) -> None:
    """One driver's return."""
    return_statement(by=by, at=AT, statement_id=pk, comments=comments or CATEGORY)


@pytest.fixture
def submitted(world: World) -> int:
    """A GBS on the DPA of the year of the signed GAP, before the first driver."""
    lines = book([*ANALYSED, "600.000.000", ""], [*HEALTH, "1.400.000.000", ""])
    take_in(world.planner, lines, year=2026, phase=BudgetPhase.DPA)
    drawn = draw_up_statement(
        by=world.author,
        at=AT,
        pathway_id=1,
        line_id=line_id(),
        category=AllocationCategory.EQUALITY,
    )
    submit(world, drawn)
    return drawn


def line_id() -> int:
    """The line of the analysed sub kegiatan that was taken in last."""
    return BudgetLineRecord.objects.filter(code=ANALYSED[2]).latest("pk").pk


def submit(world: World, pk: int) -> None:
    """The author hands it in."""
    submit_statement(by=world.author, at=AT, statement_id=pk)


def review(by: Actor, pk: int) -> ReviewAnswer:
    """The review as somebody sees it."""
    return review_of(by=by, statement_id=pk, today=TODAY)


def state(pk: int) -> StatementState:
    """Where it stands."""
    return StatementState(StatementRecord.objects.get(pk=pk).state)


def answer_all(world: World, pk: int, words: str = "Sudah diubah") -> None:
    """The author answers every open comment."""
    asked = [each for each in review(world.author, pk).comments if each.state == "open"]
    answer_comments(
        by=world.author, at=AT, statement_id=pk, answers={each.comment_id: words for each in asked}
    )
