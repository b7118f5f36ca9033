"""A round of data collection from its plan to the lock, and who may do what in it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.submission import Availability, CallState, SubmissionState
from setara.domain.statistics.timeliness import ReminderLevel, Timing
from setara.store.models import (
    CallItemRecord,
    DataCallRecord,
    ElementRecord,
    ObservationRecord,
    ObservationVersionRecord,
    ReminderRecord,
    SourceRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.board import board
from setara.usecases.statistics.call_queries import call, calls, choosing
from setara.usecases.statistics.calls import (
    NewItem,
    ask_elements,
    close_call,
    edit_call,
    open_call,
    plan_call,
)
from setara.usecases.statistics.inventory import inventory, say_availability
from setara.usecases.statistics.submission_queries import (
    asked_of_me,
    entry,
    submission,
    waiting_for_verification,
)
from setara.usecases.statistics.submissions import (
    comment_cell,
    hand_in,
    lock_submission,
    return_submission,
    settle_comment,
    write_reminder,
)
from setara.usecases.statistics.verifying import verify_submission
from tests.events import count_of_events, last_event
from tests.makers import AT, agency_of
from tests.people import Cast
from tests.usecases.statistics.rounds import (
    DUE,
    MEN,
    PERIOD,
    WOMEN,
    fill,
    hand_in_full,
    make_call,
    make_element,
    make_round,
    verify,
)

TODAY = AT.date()


def state_of(pk: int) -> str:
    return SubmissionRecord.objects.get(pk=pk).state


def figures() -> dict[str, Decimal | Nothing]:
    return {row.sex: row.figure() for row in ObservationRecord.objects.filter(element__code="KS15")}


def test_a_round_runs_from_plan_to_lock(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    verify(cast, made.sari)
    lock_submission(by=cast.dian, at=AT, submission_id=made.sari)

    assert state_of(made.sari) == SubmissionState.LOCKED
    assert figures() == {"L": Decimal(3), "P": Decimal(96)}
    source = SourceRecord.objects.get()
    assert (source.publisher, source.document) == ("Dinas Kesehatan", "Data terpilah 2024")
    assert source.is_sample
    assert last_event(cast.dian).name == "statistics.submission.locked"


def test_who_is_asked_first_becomes_the_producer_of_nobodys_element(cast: Cast) -> None:
    make_call(cast)

    assert ElementRecord.objects.get(code="KS15").producer_id == agency_of(cast.sari)


def test_a_returned_figure_comes_again_as_a_version_of_its_own(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    verify(cast, made.sari)
    comment_cell(by=cast.dian, at=AT, submission_id=made.sari, key=WOMEN, comment="Salah ketik?")
    return_submission(by=cast.dian, at=AT, submission_id=made.sari)
    fill(cast.sari, made.sari, {WOMEN: Decimal(69)})
    hand_in(by=cast.sari, at=AT, submission_id=made.sari)
    settle_comment(by=cast.dian, at=AT, submission_id=made.sari, key=WOMEN)
    verify(cast, made.sari)

    assert figures() == {"L": Decimal(3), "P": Decimal(69)}
    old = ObservationVersionRecord.objects.get()
    assert (old.version, old.figure()) == (1, Decimal(96))
    assert ObservationRecord.objects.get(sex="P").version == 2
    assert ObservationRecord.objects.get(sex="L").version == 1


def test_a_later_call_never_replaces_a_figure_by_not_reported(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    verify(cast, made.sari)
    comment_cell(by=cast.dian, at=AT, submission_id=made.sari, key=MEN, comment="Sumbernya?")
    return_submission(by=cast.dian, at=AT, submission_id=made.sari)
    fill(cast.sari, made.sari, {MEN: Nothing.NOT_REPORTED, WOMEN: Nothing.NONE_EXISTS})
    hand_in(by=cast.sari, at=AT, submission_id=made.sari)
    settle_comment(by=cast.dian, at=AT, submission_id=made.sari, key=MEN)
    verify(cast, made.sari)

    assert figures() == {"L": Decimal(3), "P": Nothing.NONE_EXISTS}


def test_empty_cells_bring_nothing_along_and_kinds_of_nothing_do(cast: Cast) -> None:
    made = make_round(cast)
    fill(cast.sari, made.sari, {WOMEN: Nothing.REFUSED})
    hand_in(by=cast.sari, at=AT, submission_id=made.sari, note="Menunggu puskesmas")
    verify(cast, made.sari)

    assert figures() == {"P": Nothing.REFUSED}


def test_an_answer_without_a_word_is_not_handed_in(cast: Cast) -> None:
    made = make_round(cast)
    before = count_of_events(cast.sari)

    with pytest.raises(Refused, match="single cell"):
        hand_in(by=cast.sari, at=AT, submission_id=made.sari)

    assert state_of(made.sari) == SubmissionState.DRAFT
    assert count_of_events(cast.sari) == before


def test_what_was_handed_in_is_not_filled_in_any_more(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)

    with pytest.raises(Refused, match="submitted"):
        fill(cast.sari, made.sari, {MEN: Decimal(4)})


def test_nothing_goes_back_or_on_against_its_comments(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    with pytest.raises(Refused, match="comment"):
        return_submission(by=cast.dian, at=AT, submission_id=made.sari)
    comment_cell(by=cast.dian, at=AT, submission_id=made.sari, key=MEN, comment="Hanya tiga?")

    with pytest.raises(Refused, match="not settled"):
        verify(cast, made.sari)

    assert not ObservationRecord.objects.exists()


def test_what_was_verified_is_what_was_read(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    read = SubmissionRecord.objects.get(pk=made.sari).version
    comment_cell(by=cast.dian, at=AT, submission_id=made.sari, key=MEN, comment="Hanya tiga?")
    return_submission(by=cast.dian, at=AT, submission_id=made.sari)
    hand_in_full(cast, made.sari, men=4)
    settle_comment(by=cast.dian, at=AT, submission_id=made.sari, key=MEN)

    with pytest.raises(Refused):
        verify_submission(by=cast.dian, at=AT, submission_id=made.sari, expected_version=read)

    assert not ObservationRecord.objects.exists()


def test_a_change_of_an_open_call_is_a_new_version_with_new_producers(cast: Cast) -> None:
    made = make_round(cast)
    make_element(cast.dian, "PL03")
    item = NewItem("PL03", agency_of(cast.wati))
    ask_elements(by=cast.dian, at=AT, call_id=made.call_id, items=[item], dropped=["PD08"])

    assert DataCallRecord.objects.get().version == 2
    assert set(CallItemRecord.objects.values_list("element__code", flat=True)) == {"KS15", "PL03"}
    assert SubmissionRecord.objects.filter(agency=agency_of(cast.wati)).exists()


def test_what_is_being_answered_is_not_taken_away_nor_handed_over(cast: Cast) -> None:
    made = make_round(cast)
    fill(cast.sari, made.sari, {MEN: Decimal(3)})
    handed_over = [NewItem("KS15", agency_of(cast.budi))]

    with pytest.raises(Refused, match="1 of its cells"):
        ask_elements(by=cast.dian, at=AT, call_id=made.call_id, items=[], dropped=["KS15"])
    with pytest.raises(Refused, match="1 of its cells"):
        ask_elements(by=cast.dian, at=AT, call_id=made.call_id, items=handed_over)

    assert DataCallRecord.objects.get().version == 1


def test_a_call_goes_out_once_and_closes_when_all_is_judged(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    with pytest.raises(Refused):
        open_call(by=cast.dian, at=AT, call_id=made.call_id)
    with pytest.raises(Refused, match="1 submissions still wait"):
        close_call(by=cast.dian, at=AT, call_id=made.call_id)
    verify(cast, made.sari)
    close_call(by=cast.dian, at=AT, call_id=made.call_id)

    assert DataCallRecord.objects.get().state == CallState.CLOSED
    with pytest.raises(Refused, match="closed"):
        ask_elements(by=cast.dian, at=AT, call_id=made.call_id, items=[])
    with pytest.raises(Refused, match="closed"):
        edit_call(by=cast.dian, at=AT, call_id=made.call_id, title="Lain", due_on=DUE)


def test_a_title_is_used_once(cast: Cast) -> None:
    make_call(cast)

    with pytest.raises(Refused, match="Data terpilah 2024"):
        plan_call(by=cast.dian, at=AT, title="Data terpilah 2024 ", period=PERIOD, due_on=DUE)


def test_a_day_that_is_gone_is_not_given(cast: Cast) -> None:
    made = make_round(cast)

    with pytest.raises(Refused, match="has passed"):
        edit_call(
            by=cast.dian,
            at=AT,
            call_id=made.call_id,
            title="Data terpilah 2024",
            due_on=date(2025, 6, 1),
        )


def test_only_those_who_run_calls_run_them(cast: Cast) -> None:
    made = make_round(cast)
    hand_in_full(cast, made.sari)
    for who in (cast.sari, cast.wati, cast.hasan, cast.joko):
        with pytest.raises(Refused):
            plan_call(by=who, at=AT, title="Lain", period=PERIOD, due_on=DUE)
        with pytest.raises(Refused):
            close_call(by=who, at=AT, call_id=made.call_id)
        with pytest.raises(Refused):
            verify_submission(by=who, at=AT, submission_id=made.sari)
        with pytest.raises(Refused):
            comment_cell(by=who, at=AT, submission_id=made.sari, key=MEN, comment="…")
    for who in (cast.maya, cast.tamu):
        with pytest.raises(NotFound):
            close_call(by=who, at=AT, call_id=made.call_id)
        with pytest.raises(NotFound):
            verify_submission(by=who, at=AT, submission_id=made.sari)


def test_nobody_hands_in_for_another_agency(cast: Cast) -> None:
    made = make_round(cast)
    fill(cast.sari, made.sari, {MEN: Decimal(3)})

    for who in (cast.budi, cast.hasan, cast.maya):
        with pytest.raises(NotFound):
            hand_in(by=who, at=AT, submission_id=made.sari)


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
