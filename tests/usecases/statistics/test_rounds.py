"""A round of data collection from its plan to the lock, and who may do what in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from setara.domain.foundation.verdict import Refused
from setara.domain.statistics.observation import Nothing
from setara.domain.statistics.submission import CallState, SubmissionState
from setara.store.models import (
    CallItemRecord,
    DataCallRecord,
    ElementRecord,
    ObservationRecord,
    ObservationVersionRecord,
    SourceRecord,
    SubmissionRecord,
)
from setara.usecases.foundation.access import NotFound
from setara.usecases.statistics.asking import NewItem, ask_elements
from setara.usecases.statistics.calls import close_call, edit_call, open_call, plan_call
from setara.usecases.statistics.submissions import (
    comment_cell,
    hand_in,
    lock_submission,
    return_submission,
    settle_comment,
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
