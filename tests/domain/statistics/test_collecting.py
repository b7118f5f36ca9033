"""What a call asks, how complete an answer is, and what may be done with it when."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, same
from setara.domain.statistics.asked import (
    AskedItem,
    Territory,
    breakdowns_by,
    cells_of,
    expected_cells,
    may_stand,
)
from setara.domain.statistics.call import (
    changed_version,
    may_ask_agencies,
    may_change_call,
    may_close_call,
    may_drop_element,
    may_move_due_day,
    may_open_call,
    may_plan_call,
)
from setara.domain.statistics.completeness import Completeness, completeness, total
from setara.domain.statistics.dimension import EVERYBODY, Breakdown
from setara.domain.statistics.element import (
    Element,
    Measure,
    Polarity,
    PopulationType,
    Range,
)
from setara.domain.statistics.inventory import InventoryFacts, NextMove, next_move
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.submission import (
    OWNERS,
    TRANSITIONS,
    Availability,
    CallState,
    SubmissionState,
    may_fill,
    may_lock,
    may_move_submission,
    may_return,
    may_submit,
    may_verify,
    submit_warnings,
)
from setara.domain.statistics.timeliness import (
    ReminderLevel,
    Timing,
    may_remind,
    reminder_level,
    timeliness,
)

DUE = date(2025, 6, 30)
OPEN, DRAFT = CallState.OPEN, SubmissionState.DRAFT
PASER = Territory("64.01", tuple(f"64.01.{number:02}" for number in range(1, 11)))
VALUES = st.one_of(
    st.none(), st.sampled_from(Nothing), st.decimals(0, 10**6, allow_nan=False, places=0)
)


def element(**changes: object) -> Element:
    facts = {
        "code": "KS15",
        "name": same("Kader"),
        "unit": same("orang"),
        "polarity": Polarity.NEITHER,
        "measure": Measure.COUNT,
        "population_type": PopulationType.CADRES,
    }
    return Element(**(facts | changes))


def test_a_call_asks_for_places_times_breakdowns_times_sexes():
    rows = breakdowns_by(element(), "disability")
    asked = cells_of(AskedItem(element(), rows, by_subdistrict=True), PASER)

    assert len(asked) == 10 * (1 + 6) * 2
    assert len(set(asked)) == len(asked)
    assert {key.sex for key in asked} == set(Sex)
    assert EVERYBODY in {key.breakdown for key in asked}


def test_the_whole_area_is_asked_where_an_element_does_not_go_down():
    asked = cells_of(AskedItem(element()), PASER)

    assert [(key.place_code, key.sex) for key in asked] == [
        ("64.01", Sex.MALE),
        ("64.01", Sex.FEMALE),
    ]
    no_subdistricts = AskedItem(element(), by_subdistrict=True)
    assert {key.place_code for key in cells_of(no_subdistricts, Territory("64.01"))} == {"64.01"}


def test_a_subdistrict_is_asked_for_itself_alone():
    kuaro = PASER.within("64.01.05")
    item = AskedItem(element(), by_subdistrict=True)

    assert {key.place_code for key in cells_of(item, kuaro)} == {"64.01.05"}
    assert PASER.within(None) == PASER
    assert PASER.within("64.01.05.2001") == PASER
    together = [
        key for code in PASER.subdistrict_codes for key in cells_of(item, PASER.within(code))
    ]
    assert together == list(cells_of(item, PASER))


@pytest.mark.parametrize(
    ("places", "may"),
    [
        ([None], True),
        (["64.01.05"], True),
        (["64.01.05", "64.01.06"], True),
        (["64.01.05", "64.01.05"], False),
        (["64.01.05", None], False),
        ([None, None], False),
        ([], True),
    ],
)
def test_no_two_producers_answer_for_one_area(places, may):
    assert bool(may_ask_agencies(places)) == may


def test_an_element_about_one_sex_asks_for_that_sex_only():
    mothers = AskedItem(element(only_sex=Sex.FEMALE), by_subdistrict=True)

    assert {key.sex for key in cells_of(mothers, PASER)} == {Sex.FEMALE}


def test_ages_are_asked_in_five_year_groups_within_the_ages_of_the_element():
    toddlers = breakdowns_by(element(from_age=0, below_age=5), "age")
    adults = breakdowns_by(element(from_age=15), "age")

    assert toddlers == (Breakdown.of({"age": "0-4"}),)
    assert adults[0] == Breakdown.of({"age": "15-19"})
    assert adults[-1] == Breakdown.of({"age": "75+"})
    assert breakdowns_by(element(), "market") == ()


@given(st.lists(st.sampled_from(["age", "disability", "education"]), max_size=3), st.booleans())
def test_asking_twice_asks_no_cell_twice(dimensions, down):
    rows = tuple(each for code in dimensions for each in breakdowns_by(element(), code))
    item = AskedItem(element(), rows, by_subdistrict=down)

    assert expected_cells([item, item], PASER) == cells_of(item, PASER)


@pytest.mark.parametrize("value", ["12.5", "-1", "0.1"])
def test_people_are_counted_whole(value):
    assert not may_stand(element(), Decimal(value))
    assert may_stand(element(measure=Measure.VALUE), Decimal(value))


def test_a_figure_lies_within_the_bounds_of_its_element():
    share = element(measure=Measure.RATE, range=Range(Decimal(0), Decimal(100)))

    assert may_stand(share, Decimal("100"))
    kept = element(measure=Measure.RATE, range=Range(Decimal("0.000000"), Decimal("0.500000")))
    reason = may_stand(kept, Decimal(2)).reason
    assert reason is not None
    assert "(0 to 0.5)" in reason.say(Language.ENGLISH)
    assert not may_stand(share, Decimal("100.1"))
    assert may_stand(share, Nothing.REFUSED)
    assert not may_stand(element(), Decimal(10) ** 18)
    assert not may_stand(element(measure=Measure.VALUE), Decimal("0.0000001"))


def test_nothing_of_four_kinds_is_counted_apart_and_zero_is_a_figure():
    found = completeness([Decimal(0), None, *Nothing])

    assert found == Completeness(
        figures=1, none_exists=1, refused=1, not_applicable=1, not_reported=2
    )
    assert (found.answered, found.asked) == (4, 6)


@given(st.lists(VALUES, max_size=60))
def test_completeness_lies_between_nothing_and_everything(values):
    found = completeness(values)

    assert found.asked == len(values)
    assert found.share is None or 0 <= found.share <= 1
    assert (found.percent == 100) == (bool(values) and not found.not_reported)
    assert (found.percent == 0) == (not found.answered)
    assert 0 <= found.figures_percent <= found.percent


@given(st.lists(VALUES, max_size=30), VALUES)
def test_an_answer_more_never_makes_it_less_complete(values, another):
    before, after = completeness([*values, None]), completeness([*values, another])

    assert after.answered >= before.answered
    assert after.percent >= before.percent


@given(st.lists(st.lists(VALUES, max_size=10), max_size=5))
def test_parts_add_up_to_the_whole(parts):
    assert total(map(completeness, parts)) == completeness([v for part in parts for v in part])


def test_one_missing_cell_of_many_is_never_called_complete():
    assert Completeness(figures=9999, not_reported=1).percent == 99
    assert Completeness(figures=1, not_reported=9999).percent == 1


@pytest.mark.parametrize(
    ("submitted", "today", "timing", "days"),
    [
        (DUE, DUE + timedelta(90), Timing.ON_TIME, 0),
        (DUE + timedelta(2), DUE + timedelta(90), Timing.LATE, 2),
        (None, DUE, Timing.WAITING, 0),
        (None, DUE - timedelta(5), Timing.WAITING, 5),
        (None, DUE + timedelta(1), Timing.MISSING, 1),
    ],
)
def test_an_answer_stands_to_its_day(submitted, today, timing, days):
    found = timeliness(DUE, submitted, today)

    assert (found.timing, found.days) == (timing, days)
    assert found.sentence.say(Language.INDONESIAN)


@given(st.integers(-60, 60))
def test_the_level_of_a_reminder_only_rises_with_time(past):
    order = [None, *ReminderLevel]
    now, later = (reminder_level(DUE, DUE + timedelta(past + step)) for step in (0, 1))

    assert order.index(later) >= order.index(now)


@pytest.mark.parametrize(
    ("past", "level"),
    [
        (-8, None),
        (-7, ReminderLevel.FOCAL_POINT),
        (0, ReminderLevel.FOCAL_POINT),
        (1, ReminderLevel.AGENCY_HEAD),
        (7, ReminderLevel.AGENCY_HEAD),
        (8, ReminderLevel.CHAIR),
        (14, ReminderLevel.CHAIR),
        (15, ReminderLevel.REGIONAL_SECRETARY),
    ],
)
def test_reminders_climb_from_the_focal_point_to_the_regional_secretary(past, level):
    assert reminder_level(DUE, DUE + timedelta(past)) is level


def test_a_producer_is_reminded_once_a_day_of_what_is_awaited():
    assert may_remind(OPEN, DRAFT, DUE, DUE, None)
    assert not may_remind(OPEN, DRAFT, DUE, DUE, DUE)
    assert not may_remind(OPEN, DRAFT, DUE, DUE - timedelta(30), None)
    assert not may_remind(OPEN, SubmissionState.SUBMITTED, DUE, DUE, None)
    assert not may_remind(CallState.CLOSED, DRAFT, DUE, DUE, None)


def test_a_call_goes_out_once_with_something_asked_and_a_day_to_come():
    assert may_open_call(CallState.DRAFT, 1, DUE, DUE)
    assert not may_open_call(CallState.DRAFT, 0, DUE, DUE)
    assert not may_open_call(CallState.DRAFT, 1, DUE, DUE + timedelta(1))
    assert not may_open_call(OPEN, 1, DUE, DUE)


def test_a_call_is_changed_until_it_is_closed_and_counts_versions_once_it_is_out():
    assert may_change_call(OPEN)
    assert not may_change_call(CallState.CLOSED)
    assert changed_version(CallState.DRAFT, 1) == 1
    assert changed_version(OPEN, 1) == 2
    assert may_move_due_day(CallState.DRAFT, DUE, DUE + timedelta(9))
    assert not may_move_due_day(OPEN, DUE, DUE + timedelta(9))
    assert not may_plan_call(" ", DUE, date(2024, 1, 1))
    assert not may_plan_call("Data 2026", DUE, date(2026, 1, 1))
    assert may_drop_element(OPEN, 0)
    assert not may_drop_element(OPEN, 3)


def test_a_call_closes_once_nothing_waits_for_a_judgement():
    assert may_close_call(OPEN, [DRAFT, SubmissionState.LOCKED])
    assert not may_close_call(OPEN, [SubmissionState.SUBMITTED])
    assert not may_close_call(CallState.DRAFT, [])


def test_only_an_answer_that_says_nothing_is_held_back():
    assert not may_submit(OPEN, DRAFT, Completeness(not_reported=9))
    assert may_submit(OPEN, DRAFT, Completeness(figures=1, not_reported=8))
    assert may_submit(OPEN, DRAFT, Completeness(none_exists=1))
    assert not may_submit(CallState.CLOSED, DRAFT, Completeness(figures=1))
    assert len(submit_warnings(Completeness(refused=1, not_reported=8), 1)) == 3
    assert submit_warnings(Completeness(figures=1), 0) == ()


@pytest.mark.parametrize("state", SubmissionState)
def test_who_may_fill_can_hand_in_and_nobody_else(state):
    is_producers = SubmissionState.SUBMITTED in TRANSITIONS[state]

    assert bool(may_fill(OPEN, state)) == is_producers
    assert bool(may_submit(OPEN, state, Completeness(figures=1))) == is_producers


@given(st.lists(st.sampled_from(SubmissionState), max_size=12))
def test_every_way_through_the_states_ends_at_the_lock_and_figures_pass_a_judgement(wishes):
    state, passed = DRAFT, [DRAFT]
    for wish in wishes:
        if may_move_submission(state, wish):
            state = wish
            passed.append(state)

    if SubmissionState.LOCKED in passed:
        assert passed.index(SubmissionState.LOCKED) == len(passed) - 1
        assert passed[-2] is SubmissionState.VERIFIED
    if SubmissionState.VERIFIED in passed:
        assert SubmissionState.SUBMITTED in passed[: passed.index(SubmissionState.VERIFIED)]


def test_every_state_but_the_last_is_somebodys_move():
    assert {state for state in SubmissionState if not OWNERS[state]} == {SubmissionState.LOCKED}
    assert {state for state in SubmissionState if not TRANSITIONS[state]} == {
        SubmissionState.LOCKED
    }


def test_nothing_goes_back_without_a_comment_nor_on_with_an_open_one():
    assert not may_return(SubmissionState.SUBMITTED, 0)
    assert may_return(SubmissionState.SUBMITTED, 1)
    assert may_verify(SubmissionState.SUBMITTED, 0)
    assert not may_verify(SubmissionState.SUBMITTED, 1)
    assert may_lock(SubmissionState.VERIFIED, 0)
    assert not may_lock(SubmissionState.VERIFIED, 1)
    assert not may_return(DRAFT, 1)
    assert not may_verify(DRAFT, 0)
    assert not may_lock(SubmissionState.SUBMITTED, 0)


@pytest.mark.parametrize(
    ("facts", "move"),
    [
        (InventoryFacts(None, False, False, False), NextMove.NAME_PRODUCER),
        (InventoryFacts(None, True, False, False), NextMove.SAY_AVAILABILITY),
        (InventoryFacts(None, True, True, True), NextMove.ANSWER_CALL),
        (InventoryFacts(Availability.AVAILABLE, True, False, False), NextMove.ASK_FOR_IT),
        (InventoryFacts(Availability.AVAILABLE, True, True, False), NextMove.NOTHING),
        (InventoryFacts(Availability.NEEDS_SPLITTING, True, True, False), NextMove.SPLIT_BY_SEX),
        (InventoryFacts(Availability.MISSING, True, False, False), NextMove.BEGIN_COLLECTING),
        (InventoryFacts(Availability.NOT_APPLICABLE, True, False, False), NextMove.NOTHING),
    ],
)
def test_the_inventory_names_one_next_step(facts, move):
    assert next_move(facts) is move
    assert move.says.say(Language.ENGLISH)
