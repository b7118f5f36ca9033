"""A data submission moves as its table says, and whose move it is is always known."""

import pytest

from setara.domain.language.text import Language
from setara.domain.statistics.submission import (
    MAY_BE_FILLED,
    OWNERS,
    TRANSITIONS,
    SubmissionState,
    may_move_submission,
)


@pytest.mark.parametrize("state", SubmissionState)
@pytest.mark.parametrize("to", SubmissionState)
def test_only_known_steps_are_allowed(state: SubmissionState, to: SubmissionState) -> None:
    verdict = may_move_submission(state, to)
    assert verdict.allowed is (to in TRANSITIONS[state])
    if not verdict:
        assert state.label.say(Language.INDONESIAN) in verdict.reason.say(Language.INDONESIAN)


def test_every_state_that_can_move_has_somebody_to_move_it() -> None:
    for state in SubmissionState:
        assert bool(TRANSITIONS[state]) is bool(OWNERS[state])


def test_every_state_but_the_first_is_reached_and_locked_is_the_end() -> None:
    reached = set().union(*TRANSITIONS.values())
    assert reached == set(SubmissionState) - {SubmissionState.DRAFT}
    assert not TRANSITIONS[SubmissionState.LOCKED]
    assert SubmissionState.LOCKED not in MAY_BE_FILLED
