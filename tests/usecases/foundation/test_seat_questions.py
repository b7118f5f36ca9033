"""The board of seats, and one seat with everyone who ever sat in it or spoke for it."""

from datetime import date

import pytest

from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.store.models import DecreeRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.agencies import merge_agencies
from setara.usecases.foundation.commands import issue_decree, register_person
from setara.usecases.foundation.seat_queries import board, seat_room
from setara.usecases.foundation.seats import create_seat, fill_seat, represent_seat
from tests.makers import AT, SINCE, agency_of

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 16)


def seat_of(who):
    (seat,) = who.seats
    return seat.seat_id


def test_the_board_names_agencies_without_a_focal_point(cast, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        answer = board(by=cast.sari, on=TODAY)

    assert len(answer.seats) == 7
    assert answer.without_focal_point == (
        "DP2KBP3A",
        "Bappedalitbang",
        "Badan Keuangan dan Aset Daerah",
        "Inspektorat",
    )
    assert not answer.may_change
    assert board(by=cast.dian, on=TODAY).may_change


def test_a_vacant_focal_point_is_as_good_as_none(cast):
    create_seat(
        by=cast.dian,
        at=AT,
        kind=SeatKind.FOCAL_POINT,
        title="FP Inspektorat",
        agency_id=agency_of(cast.joko),
    )

    assert "Inspektorat" in board(by=cast.dian, on=TODAY).without_focal_point


def test_a_closed_agency_needs_no_focal_point_and_marks_its_seats(cast):
    merge_agencies(
        by=cast.dian,
        at=AT,
        predecessor_ids=[agency_of(cast.joko)],
        successor_id=agency_of(cast.wati),
        happened_on=TODAY,
    )

    answer = board(by=cast.dian, on=TODAY)

    assert "Inspektorat" not in answer.without_focal_point
    closed = [seat.title for seat in answer.seats if seat.agency_is_closed]
    assert closed == ["Driver Inspektorat"]


def test_a_seat_remembers_everyone(cast, django_assert_max_num_queries):
    person_id = register_person(by=cast.dian, at=AT, name="Lestari", sex=Sex.FEMALE)
    seat_id = seat_of(cast.sari)
    fill_seat(
        by=cast.dian,
        at=AT,
        seat_id=seat_id,
        person_id=person_id,
        decree_id=DecreeRecord.objects.get(number="SK/Sari/2025").pk,
        capacity=Capacity.ACTING,
        valid_from=date(2025, 6, 1),
        valid_to=date(2025, 7, 1),
    )
    represent_seat(
        by=cast.dian,
        at=AT,
        seat_id=seat_id,
        person_id=cast.budi.person_id,
        occasion="Rakor",
        valid_from=TODAY,
        valid_to=date(2025, 6, 17),
    )

    with django_assert_max_num_queries(7):
        room = seat_room(by=cast.dian, seat_id=seat_id, on=TODAY)

    assert room.seat.holder == "Lestari"
    assert [(term.person, term.capacity) for term in room.terms] == [
        ("Lestari", Capacity.ACTING),
        ("Sari", Capacity.HOLDER),
    ]
    (spoken,) = room.representations
    assert (spoken.person, spoken.occasion, spoken.term.valid_from) == ("Budi", "Rakor", TODAY)
    assert "Lestari" in [choice.words for choice in room.persons]


def test_only_decrees_that_still_hold_are_offered(cast):
    issue_decree(
        by=cast.dian,
        at=AT,
        number="1/2020",
        title="Pokja 2020",
        decided_on=date(2020, 1, 2),
        expires_on=TODAY,
    )

    room = seat_room(by=cast.dian, seat_id=seat_of(cast.sari), on=TODAY)

    assert "SK/Sari/2025 – Susunan Pokja PUG" in [choice.words for choice in room.decrees]
    assert not any("1/2020" in choice.words for choice in room.decrees)


def test_those_who_may_not_change_a_seat_are_offered_nobody(cast):
    room = seat_room(by=cast.sari, seat_id=seat_of(cast.hasan), on=TODAY)

    assert (room.persons, room.decrees) == ((), ())
    assert not room.may_change


def test_a_term_that_outlasts_its_decree_is_marked(cast):
    DecreeRecord.objects.filter(number="SK/Sari/2025").update(expires_on=TODAY)

    before = seat_room(by=cast.dian, seat_id=seat_of(cast.sari), on=SINCE).seat
    after = seat_room(by=cast.dian, seat_id=seat_of(cast.sari), on=TODAY).seat

    assert (before.decree_has_expired, after.decree_has_expired) == (False, True)


def test_another_governments_seat_is_not_found(cast):
    for seat_id in (seat_of(cast.sari), 999_999):
        with pytest.raises(NotFound):
            seat_room(by=cast.maya, seat_id=seat_id, on=TODAY)
    with pytest.raises(Refused, match="sign in"):
        board(by=cast.tamu, on=TODAY)
