"""Seats are created, filled by decree, given up and spoken for."""

from datetime import date

import pytest

from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.store.models import DecreeRecord, PersonRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import actor
from setara.usecases.foundation.commands import issue_decree, register_person
from setara.usecases.foundation.queries import seats
from setara.usecases.foundation.seats import create_seat, end_holding, fill_seat, represent_seat
from tests.events import last_event
from tests.makers import AT, SINCE, agency_of

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 16)


def seat_of(who, on=TODAY):
    (own,) = who.seats
    return next(seat for seat in seats(by=who, on=on) if seat.seat_id == own.seat_id)


def decree_of(who):
    return DecreeRecord.objects.filter(government_id=who.government_id).earliest("pk").pk


def newcomer(by):
    return register_person(by=by, at=AT, name="Lestari", sex=Sex.FEMALE)


def fill(by, seat_id, person_id, **changes):
    facts = {"decree_id": decree_of(by), "valid_from": TODAY}
    return fill_seat(by=by, at=AT, seat_id=seat_id, person_id=person_id, **(facts | changes))


def test_a_new_seat_is_vacant(cast):
    seat_id = create_seat(
        by=cast.dian,
        at=AT,
        kind=SeatKind.GENDER_CHAMPION,
        title=" Champion Dinkes ",
        agency_id=agency_of(cast.sari),
    )

    seat = next(seat for seat in seats(by=cast.dian, on=TODAY) if seat.seat_id == seat_id)
    assert (seat.title, seat.agency_name) == ("Champion Dinkes", "Dinas Kesehatan")
    assert (seat.holder, seat.term, seat.decree_number) == (None, None, None)
    assert last_event(cast.dian).name == "foundation.seat.created"


@pytest.mark.parametrize(
    ("kind", "title", "reason"),
    [
        (SeatKind.FOCAL_POINT, "FP", "must belong to one agency"),
        (SeatKind.CHAIR, " Ketua Pokja ", "already exists"),
        (SeatKind.LEADER, "  ", "title of the seat is empty"),
    ],
)
def test_seats_that_make_no_sense_are_refused(cast, kind, title, reason):
    with pytest.raises(Refused, match=reason):
        create_seat(by=cast.dian, at=AT, kind=kind, title=title)


def test_a_filled_seat_names_holder_decree_and_term(cast):
    seat = seat_of(cast.sari)

    assert (seat.holder, seat.capacity) == ("Sari", Capacity.HOLDER)
    assert seat.decree_number == "SK/Sari/2025"
    assert seat.term.valid_from == SINCE


def test_an_acting_holder_sits_before_the_holder_and_gives_the_account_its_rights(cast):
    deputy = PersonRecord.objects.get(name="Budi").pk
    seat = seat_of(cast.sari)

    fill(cast.dian, seat.seat_id, deputy, capacity=Capacity.ACTING, valid_to=date(2025, 7, 1))

    assert (seat_of(cast.sari).holder, seat_of(cast.sari).capacity) == ("Budi", Capacity.ACTING)
    event = last_event(cast.dian)
    assert (event.name, event.detail["capacity"]) == ("foundation.seat.filled", "plt")
    budi = actor(account_id=cast.budi.account_id, at=AT)
    assert budi.may(Permission.WRITE_PATHWAY, agency_id=agency_of(cast.sari))


def test_the_work_of_a_seat_passes_to_the_next_person(cast):
    seat = seat_of(cast.sari)
    end_holding(by=cast.dian, at=AT, holding_id=seat.holding_id, valid_to=TODAY)
    person_id = newcomer(cast.dian)

    fill(cast.dian, seat.seat_id, person_id)

    assert seat_of(cast.sari).holder == "Lestari"
    assert seat_of(cast.sari, on=date(2025, 6, 15)).holder == "Sari"
    assert not actor(account_id=cast.sari.account_id, at=AT).seats


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, "already filled"),
        ({"capacity": Capacity.ACTING, "valid_to": TODAY}, "ends before it starts"),
        ({"capacity": Capacity.REPRESENTING, "valid_to": date(2025, 7, 1)}, "for one occasion"),
    ],
)
def test_terms_that_cannot_be_are_refused(cast, changes, reason):
    with pytest.raises(Refused, match=reason):
        fill(cast.dian, seat_of(cast.sari).seat_id, newcomer(cast.dian), **changes)


def test_a_decree_that_has_run_out_fills_no_seat(cast):
    decree_id = issue_decree(
        by=cast.dian,
        at=AT,
        number="1/2020",
        title="Pokja 2020",
        decided_on=date(2020, 1, 2),
        expires_on=date(2025, 1, 2),
    )

    with pytest.raises(Refused, match="1/2020 ran out on 2 January 2025"):
        fill(
            cast.dian,
            seat_of(cast.sari).seat_id,
            newcomer(cast.dian),
            decree_id=decree_id,
            capacity=Capacity.ACTING,
        )


def test_a_term_ends_once_and_after_it_began(cast):
    holding_id = seat_of(cast.sari).holding_id
    end = {"by": cast.dian, "at": AT, "holding_id": holding_id}

    with pytest.raises(Refused, match="must end after 2 January 2025"):
        end_holding(valid_to=SINCE, **end)
    end_holding(valid_to=TODAY, **end)
    assert last_event(cast.dian).detail == {"person": "Sari", "valid_to": "2025-06-16"}
    with pytest.raises(Refused, match="already ends on 16 June 2025"):
        end_holding(valid_to=date(2026, 1, 1), **end)


def test_who_speaks_for_a_seat_reads_along_and_decides_nothing(cast):
    person_id = cast.budi.person_id
    chair = seat_of(cast.hasan).seat_id

    represent_seat(
        by=cast.dian,
        at=AT,
        seat_id=chair,
        person_id=person_id,
        occasion="Rakor Pokja PUG",
        valid_from=TODAY,
        valid_to=date(2025, 6, 17),
    )

    budi = actor(account_id=cast.budi.account_id, at=AT)
    assert {seat.capacity for seat in budi.seats} == {Capacity.HOLDER, Capacity.REPRESENTING}
    assert not budi.may(Permission.HOLD_MEETING)
    assert last_event(cast.dian).detail["occasion"] == "Rakor Pokja PUG"


@pytest.mark.parametrize(("occasion", "valid_to"), [(" ", date(2025, 6, 17)), ("Rakor", TODAY)])
def test_a_representation_needs_an_occasion_and_an_end(cast, occasion, valid_to):
    with pytest.raises(Refused, match="Name the occasion"):
        represent_seat(
            by=cast.dian,
            at=AT,
            seat_id=seat_of(cast.hasan).seat_id,
            person_id=cast.budi.person_id,
            occasion=occasion,
            valid_from=TODAY,
            valid_to=valid_to,
        )


def test_a_representation_is_recorded_once(cast):
    facts = {
        "by": cast.dian,
        "at": AT,
        "seat_id": seat_of(cast.hasan).seat_id,
        "person_id": cast.budi.person_id,
        "occasion": "Rakor",
        "valid_from": TODAY,
        "valid_to": date(2025, 6, 17),
    }
    represent_seat(**facts)

    with pytest.raises(Refused, match="already recorded as representing"):
        represent_seat(**facts)


def test_another_governments_seats_persons_and_decrees_are_not_found(cast):
    seat, theirs = seat_of(cast.sari), seat_of(cast.maya)

    with pytest.raises(NotFound):
        fill(cast.maya, seat.seat_id, cast.maya.person_id)
    with pytest.raises(NotFound):
        fill(cast.dian, seat.seat_id, cast.maya.person_id)
    with pytest.raises(NotFound):
        fill(cast.dian, seat.seat_id, cast.budi.person_id, decree_id=decree_of(cast.maya))
    with pytest.raises(NotFound):
        end_holding(by=cast.dian, at=AT, holding_id=theirs.holding_id, valid_to=TODAY)
    with pytest.raises(NotFound):
        represent_seat(
            by=cast.dian,
            at=AT,
            seat_id=theirs.seat_id,
            person_id=cast.budi.person_id,
            occasion="Rakor",
            valid_from=TODAY,
            valid_to=date(2025, 6, 17),
        )
    with pytest.raises(NotFound):
        create_seat(
            by=cast.maya,
            at=AT,
            kind=SeatKind.FOCAL_POINT,
            title="FP",
            agency_id=agency_of(cast.sari),
        )


def test_only_the_secretariat_changes_seats(cast):
    seat = seat_of(cast.sari)

    with pytest.raises(Refused, match="does not cover"):
        create_seat(by=cast.hasan, at=AT, kind=SeatKind.LEADER, title="Bupati")
    with pytest.raises(Refused, match="does not cover"):
        fill(cast.sari, seat.seat_id, cast.sari.person_id)
    with pytest.raises(Refused, match="does not cover"):
        end_holding(by=cast.sari, at=AT, holding_id=seat.holding_id, valid_to=TODAY)
    with pytest.raises(Refused, match="sign in"):
        seats(by=cast.tamu, on=TODAY)


def test_the_board_is_ordered_by_kind_and_costs_the_same_for_many(
    cast, django_assert_max_num_queries
):
    with django_assert_max_num_queries(4):
        board = seats(by=cast.dian, on=TODAY)

    kinds = [seat.kind for seat in board]
    assert kinds == sorted(kinds, key=list(SeatKind).index)
    assert len(board) == 7
