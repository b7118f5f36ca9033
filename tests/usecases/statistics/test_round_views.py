"""What people see of a round: the board, what is asked of them, the inventory; and reminders."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.submission import Availability, SubmissionState
from setara.domain.statistics.timeliness import ReminderLevel, Timing
from setara.store.models import ElementRecord, ReminderRecord, SubmissionRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.agencies import found_agency
from setara.usecases.statistics.asked import asked_cells
from setara.usecases.statistics.asking import NewItem, ask_elements
from setara.usecases.statistics.board import board
from setara.usecases.statistics.call_queries import call, calls, choosing
from setara.usecases.statistics.calls import open_call, plan_call
from setara.usecases.statistics.entry_queries import entry
from setara.usecases.statistics.inventory import inventory, say_availability
from setara.usecases.statistics.submission_queries import (
    asked_of_me,
    submission,
    waiting_for_verification,
)
from setara.usecases.statistics.submissions import (
    write_reminder,
)
from tests.events import last_event
from tests.makers import AT, agency_of
from tests.people import Cast
from tests.usecases.statistics.rounds import (
    DUE,
    MEN,
    PERIOD,
    fill,
    hand_in_full,
    make_call,
    make_element,
    make_round,
    verify,
)

TODAY = AT.date()


def test_another_agencys_cells_are_not_there_but_its_state_is(cast: Cast) -> None:
    made = make_round(cast)
    fill(cast.sari, made.sari, {MEN: Decimal(3)})

    for who in (cast.budi, cast.hasan, cast.wati):
        with pytest.raises(NotFound):
            submission(by=who, submission_id=made.sari, today=TODAY)
        with pytest.raises(NotFound):
            entry(by=who, submission_id=made.sari, element_code="KS15", today=TODAY)
        shown = board(by=who, today=TODAY)
        assert shown is not None
        assert {line.short_name for line in shown.lines} == {"Dinkes", "Disdikbud"}
    with pytest.raises(NotFound):
        board(by=cast.maya, today=TODAY, call_id=made.call_id)
    assert board(by=cast.maya, today=TODAY) is None


def test_a_draft_call_is_seen_by_those_who_prepare_it(cast: Cast) -> None:
    call_id = make_call(cast)

    assert [line.call_id for line in calls(by=cast.dian).lines] == [call_id]
    assert calls(by=cast.sari).lines == ()
    with pytest.raises(NotFound):
        call(by=cast.sari, call_id=call_id, today=TODAY)
    with pytest.raises(Refused):
        choosing(by=cast.sari, call_id=call_id, today=TODAY)


def test_the_board_puts_the_late_ones_first(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    shown = board(by=cast.hasan, today=DUE + timedelta(days=15), call_id=made.call_id)

    assert shown is not None
    assert [line.short_name for line in shown.lines] == ["Disdikbud", "Dinkes"]
    late, timely = shown.lines
    assert (late.timeliness.timing, late.timeliness.days) == (Timing.MISSING, 15)
    assert late.level is ReminderLevel.REGIONAL_SECRETARY
    assert timely.timeliness.timing is Timing.ON_TIME
    assert (timely.completeness.percent, shown.whole.percent) == (100, 50)
    assert dict(shown.by_state)[SubmissionState.SUBMITTED] == 1


def test_asked_of_me_is_my_agencys_only(cast: Cast) -> None:
    make_round(cast)
    (mine,) = asked_of_me(by=cast.sari, today=TODAY)

    assert [line.short_name for line in mine.lines] == ["Dinkes"]
    assert asked_of_me(by=cast.wati, today=TODAY) == ()


def test_the_figure_of_the_year_before_stands_beside_the_cell(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    verify(cast, made.sari)
    later = plan_call(
        by=cast.dian,
        at=AT,
        title="Data terpilah 2025",
        period=PERIOD.year(2025),
        due_on=date(2026, 6, 30),
    )
    item = NewItem("KS15", agency_of(cast.sari))
    ask_elements(by=cast.dian, at=AT, call_id=later, items=[item])
    open_call(by=cast.dian, at=AT, call_id=later)
    pk = SubmissionRecord.objects.get(call=later).pk
    shown = entry(by=cast.sari, submission_id=pk, element_code="KS15", today=TODAY)

    assert [cell.last for cell in shown.cells] == [Decimal(3), Decimal(96)]
    assert {cell.last_period for cell in shown.cells} == {PERIOD}


def test_a_reminder_is_written_once_a_day_when_it_is_time(cast: Cast) -> None:
    made = make_round(cast)
    with pytest.raises(Refused, match="7 days"):
        write_reminder(by=cast.dian, at=AT, submission_id=made.budi)
    late = AT + timedelta(days=20)
    write_reminder(by=cast.dian, at=late, submission_id=made.budi)

    with pytest.raises(Refused):
        write_reminder(by=cast.dian, at=late, submission_id=made.budi)
    assert ReminderRecord.objects.count() == 1
    assert last_event(cast.dian).detail["level"] == ReminderLevel.AGENCY_HEAD


def test_a_producer_says_what_exists_and_why_not(cast: Cast) -> None:
    make_call(cast)
    say_availability(by=cast.sari, at=AT, element_code="KS15", availability=Availability.AVAILABLE)
    with pytest.raises(Refused, match="Say why"):
        say_availability(
            by=cast.sari, at=AT, element_code="KS15", availability=Availability.MISSING
        )
    for who in (cast.budi, cast.joko):
        with pytest.raises(Refused):
            say_availability(
                by=who, at=AT, element_code="KS15", availability=Availability.AVAILABLE
            )
    with pytest.raises(NotFound):
        say_availability(
            by=cast.maya, at=AT, element_code="KS15", availability=Availability.AVAILABLE
        )

    shown = inventory(by=cast.wati, today=TODAY, availability=Availability.AVAILABLE)
    assert [line.element.code for line in shown.lines] == ["KS15"]
    unsaid = inventory(by=cast.wati, today=TODAY, is_unsaid=True)
    assert [line.element.code for line in unsaid.lines] == ["PD08"]


@pytest.mark.parametrize("who", ["sari", "dian"])
def test_every_step_is_told_in_the_history(cast: Cast, who: str) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    reader: Actor = getattr(cast, who)
    shown = submission(by=reader, submission_id=made.sari, today=TODAY)

    assert [event.label.en for event in shown.history] == ["Data handed in", "Cells filled in"]


def test_whose_move_it_is_follows_the_answer(cast: Cast) -> None:
    made = make_round(cast)
    assert len(asked_of_me(by=cast.sari, today=TODAY, is_mine_to_move=True)) == 1
    assert waiting_for_verification(by=cast.dian, today=TODAY) == ()
    hand_in_full(cast, made.sari)

    assert asked_of_me(by=cast.sari, today=TODAY, is_mine_to_move=True) == ()
    (waiting,) = waiting_for_verification(by=cast.dian, today=TODAY)
    assert waiting.submission_id == made.sari
    assert waiting_for_verification(by=cast.sari, today=TODAY) == ()
    assert waiting_for_verification(by=cast.maya, today=TODAY) == ()


def test_every_subdistrict_answers_for_its_own_area(cast: Cast) -> None:
    make_element(cast.dian, "PL08")
    ids = {
        code: found_agency(
            by=cast.dian,
            at=AT,
            code=code,
            name=f"Kecamatan {code}",
            short_name=code,
            valid_from=date(2017, 1, 3),
            place_code=code,
        )
        for code in ("64.01.05", "64.01.06")
    }
    call_id = plan_call(
        by=cast.dian, at=AT, title="Musrenbang 2025", period=PERIOD.year(2025), due_on=DUE
    )
    items = [NewItem("PL08", pk) for pk in ids.values()]
    ask_elements(by=cast.dian, at=AT, call_id=call_id, items=items)
    open_call(by=cast.dian, at=AT, call_id=call_id)

    for code, pk in ids.items():
        own = SubmissionRecord.objects.get(call=call_id, agency=pk)
        assert {cell.place_code for cell in asked_cells(own)} == {code}
    shown = board(by=cast.dian, today=TODAY, call_id=call_id)
    assert shown is not None
    assert shown.whole.asked == 4
    assert ElementRecord.objects.get(code="PL08").producer is None


def test_one_element_is_not_asked_of_two_for_the_same_area(cast: Cast) -> None:
    call_id = make_call(cast)
    both = [NewItem("KS15", agency_of(who)) for who in (cast.sari, cast.budi)]

    with pytest.raises(Refused, match="one producer"):
        ask_elements(by=cast.dian, at=AT, call_id=call_id, items=both)


def test_an_element_nobody_has_answered_is_handed_over(cast: Cast) -> None:
    made = make_round(cast)
    item = NewItem("KS15", agency_of(cast.budi))
    ask_elements(by=cast.dian, at=AT, call_id=made.call_id, items=[item])

    assert [line.elements for line in asked_of_me(by=cast.budi, today=TODAY)[0].lines] == [2]
    assert asked_of_me(by=cast.sari, today=TODAY) == ()
