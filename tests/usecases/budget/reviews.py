"""A GBS taken through its review, as the tests of other parts need it."""

from __future__ import annotations

from setara.domain.budget.review.comments import NewComment
from setara.domain.foundation.actor import Actor
from setara.usecases.budget.reviewing import approve_statement, return_statement
from tests.makers import AT
from tests.world import World

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
