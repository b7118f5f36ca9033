"""Whatever is done, and by whom: no GBS is complete without three yeses of its own content."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from setara.domain.budget.allocation import Allocation, AllocationCategory
from setara.domain.budget.pathway import PathwayState
from setara.domain.budget.statement import (
    DECIDING,
    TRANSITIONS,
    Statement,
    StatementState,
    StatementStep,
    may_approve,
    may_assure,
    may_lock,
    may_return,
    may_submit,
    reached,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.seat import SeatKind
from tests.domain.budget.examples import AGENCY, exemplar, sitting

KINDS = st.sampled_from(list(SeatKind))
WRITER = 1


class Reviewed(RuleBasedStateMachine):
    """A statement handled by anybody in any order; what each driver judges may change between."""

    def __init__(self) -> None:
        super().__init__()
        pathway = replace(exemplar(), state=PathwayState.SIGNED)
        money = Allocation(AllocationCategory.EQUALITY, Rupiah(5))
        self.seen = Statement(pathway, money, AGENCY, pathway.activity_code, pathway.year)
        self.content = dict.fromkeys(DECIDING, 0)
        self.said: dict[SeatKind, int | None] = {}
        self.assured = False
        self.was_late = False

    @rule(driver=st.sampled_from(DECIDING))
    def mend(self, driver: SeatKind) -> None:
        if self.seen.state in {StatementState.DRAFT, StatementState.RETURNED}:
            self.content[driver] += 1

    @rule(kind=KINDS)
    def submit(self, kind: SeatKind) -> None:
        if may_submit(self.seen, sitting(kind, account_id=WRITER)):
            assert kind is SeatKind.FOCAL_POINT
            self._move(StatementStep.SUBMIT, submitted_by=WRITER)

    @rule(kind=KINDS, account_id=st.integers(WRITER, 3))
    def approve(self, kind: SeatKind, account_id: int) -> None:
        if may_approve(self.seen, sitting(kind, account_id=account_id)):
            assert kind in DECIDING
            assert account_id != WRITER
            self.said[kind] = self.content[kind]
            self._move(StatementStep.APPROVE)

    @rule(kind=KINDS)
    def send_back(self, kind: SeatKind) -> None:
        if may_return(self.seen, sitting(kind, account_id=2), ["x"]):
            assert kind in DECIDING
            self.said[kind] = None
            self._move(StatementStep.RETURN)

    @rule(kind=KINDS)
    def assure(self, kind: SeatKind) -> None:
        if may_assure(self.seen, sitting(kind, account_id=2), "CHR"):
            assert kind is SeatKind.DRIVER_ASSURANCE
            self.assured = True
            self._move(StatementStep.ASSURE)

    @rule(kind=KINDS, is_late=st.booleans())
    def lock(self, kind: SeatKind, is_late: bool) -> None:
        if may_lock(self.seen, sitting(kind, account_id=2), is_late):
            self.was_late = is_late
            self._move(StatementStep.LOCK)

    @invariant()
    def three_yeses_of_what_stands_now(self) -> None:
        if self.seen.state.is_approved:
            assert [self.said.get(driver) for driver in DECIDING] == list(self.content.values())

    @invariant()
    def the_inspectorate_is_no_yes_and_no_obstacle(self) -> None:
        if self.seen.state is StatementState.COMPLETE:
            assert self.assured
        if self.seen.state is StatementState.LOCKED:
            assert self.assured or self.was_late

    def _move(self, step: StatementStep, **changes: object) -> None:
        to = TRANSITIONS[self.seen.state, step]
        if step in {StatementStep.SUBMIT, StatementStep.APPROVE}:
            standing = {each for each in DECIDING if self.said.get(each) == self.content[each]}
            to = reached(to, standing)
        self.seen = replace(self.seen, state=to, **changes)


TestReviewed = Reviewed.TestCase
TestReviewed.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)


def test_the_machine_gets_there():
    """The invariants above hold something: the straight way leads to a locked statement."""
    machine = Reviewed()
    machine.submit(SeatKind.FOCAL_POINT)
    for driver in DECIDING:
        machine.approve(driver, 2)
    machine.assure(SeatKind.DRIVER_ASSURANCE)
    machine.lock(SeatKind.SECRETARY, is_late=False)

    assert machine.seen.state is StatementState.LOCKED
