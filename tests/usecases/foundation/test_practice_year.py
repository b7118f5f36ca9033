"""The practice year: a whole copy that never meets the real records, and can be taken away."""

from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import ForeignKey

from setara.domain.foundation.seat import SeatKind
from setara.domain.foundation.verdict import Refused
from setara.store.models import (
    AgencyRecord,
    BudgetLineRecord,
    CallItemRecord,
    CoverLetterRecord,
    DataCallRecord,
    ElementRecord,
    EventRecord,
    GovernmentRecord,
    PathwayRecord,
    PersonRecord,
    SeatRecord,
)
from setara.usecases.budget.pathway_queries import pathways
from setara.usecases.budget.pathways import revise_pathway
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR
from setara.usecases.foundation.copying import LEFT_OUT, SHARED, copied_kinds, rows_of
from setara.usecases.foundation.operating import households
from setara.usecases.foundation.practice import close_practice_year, open_practice_year
from setara.usecases.foundation.practice_queries import (
    Sitting,
    practice_year,
    practising,
    seat_to_play,
    way_in,
)
from tests.makers import AT

TODAY = date(2025, 6, 16)


@pytest.fixture
def copy_id(world):
    return open_practice_year(by=world.secretary, at=AT)


def within(actor, copy_id, seat_id=None):
    return practising(by=actor, sitting=Sitting(copy_id, seat_id), on=TODAY)


def counted(government_id):
    return {kind.__name__: rows_of(kind, government_id).count() for kind in copied_kinds()}


def test_every_table_is_copied_shared_or_left_out_with_a_reason(db):
    names = {model.__name__ for model in apps.get_app_config("store").get_models()}
    copied = {kind.__name__ for kind in copied_kinds()}
    assert copied | SHARED | set(LEFT_OUT) == names
    assert {"BudgetLineRecord", "PathwayRecord", "ObservationRecord", "MeetingRecord"} <= copied


def test_nothing_that_names_its_subject_by_a_bare_number_is_copied(db):
    for kind in copied_kinds():
        assert "subject_id" not in {field.name for field in kind._meta.concrete_fields}, kind


def test_the_copy_holds_as_much_as_the_original(world, copy_id):
    original = counted(world.secretary.government_id)
    assert original["PathwayRecord"] >= 1
    assert original["BudgetLineRecord"] > 10
    assert counted(copy_id) == original


def test_no_reference_leads_from_the_copy_to_the_original(world, copy_id):
    looked_at = 0
    for kind in copied_kinds():
        for field in kind._meta.concrete_fields:
            if not isinstance(field, ForeignKey) or field.name == "copied_from":
                continue
            target = field.related_model
            if target not in copied_kinds():
                continue
            outside = rows_of(target, world.secretary.government_id).values("pk")
            led = rows_of(kind, copy_id).filter(**{f"{field.name}__in": outside})
            assert not led.exists(), (kind, field)
            looked_at += 1
    assert looked_at > 30


def test_what_is_done_in_practice_does_not_reach_the_real_records(world, copy_id):
    signed = PathwayRecord.objects.filter(government=copy_id, state="signed").first()
    author = next(
        found
        for seat in SeatRecord.objects.filter(
            government=copy_id, kind=SeatKind.FOCAL_POINT, agency=signed.agency
        )
        if (found := within(world.author, copy_id, seat.pk))
    )
    before = pathways(by=world.author, today=TODAY)
    events = EventRecord.objects.filter(government=world.author.government_id).count()
    revise_pathway(by=author, at=AT, pathway_id=signed.pk)
    assert pathways(by=world.author, today=TODAY) == before
    assert EventRecord.objects.filter(government=world.author.government_id).count() == events
    assert len(pathways(by=author, today=TODAY)) == len(before) + 1


def test_the_real_records_cannot_be_reached_from_practice(world, copy_id):
    real = PathwayRecord.objects.filter(government=world.author.government_id).first()
    with pytest.raises(NotFound):
        revise_pathway(by=within(world.author, copy_id), at=AT, pathway_id=real.pk)


def test_a_person_keeps_the_own_seats(world, copy_id):
    there = within(world.author, copy_id)
    assert there.is_practising
    assert there.account_id == world.author.account_id
    assert [seat.kind for seat in there.seats] == [seat.kind for seat in world.author.seats]
    assert not there.agency_ids & world.author.agency_ids


def test_a_person_may_play_a_driver_but_not_the_secretariat(world, copy_id):
    there = within(world.author, copy_id)
    seats = SeatRecord.objects.filter(government=copy_id)
    finance = seats.get(kind=SeatKind.DRIVER_FINANCE)
    sitting = seat_to_play(by=there, seat_id=finance.pk)
    assert [seat.kind for seat in practising(by=world.author, sitting=sitting, on=TODAY).seats] == [
        SeatKind.DRIVER_FINANCE
    ]
    secretary = seats.get(kind=SeatKind.SECRETARY)
    with pytest.raises(Refused, match="cannot be played"):
        seat_to_play(by=there, seat_id=secretary.pk)
    forged = within(world.author, copy_id, secretary.pk)
    assert [seat.kind for seat in forged.seats] == [seat.kind for seat in world.author.seats]


def test_real_seats_cannot_be_played(world):
    finance = SeatRecord.objects.get(
        government=world.author.government_id, kind=SeatKind.DRIVER_FINANCE
    )
    with pytest.raises(Refused, match="practice year only"):
        seat_to_play(by=world.author, seat_id=finance.pk)


def test_a_stranger_is_not_let_in(world, copy_id):
    assert within(world.stranger, copy_id) is None
    assert way_in(by=world.stranger) is None


def test_only_the_secretariat_opens_and_closes(world):
    with pytest.raises(Refused, match="does not cover"):
        open_practice_year(by=world.author, at=AT)
    open_practice_year(by=world.secretary, at=AT)
    with pytest.raises(Refused, match="does not cover"):
        close_practice_year(by=world.author, at=AT)


def test_there_is_one_at_a_time_and_none_within_another(world, copy_id):
    with pytest.raises(Refused, match="open already"):
        open_practice_year(by=world.secretary, at=AT)
    with pytest.raises(Refused, match="practising"):
        open_practice_year(by=within(world.secretary, copy_id), at=AT)
    origin = GovernmentRecord.objects.get(pk=world.secretary.government_id)
    with pytest.raises(IntegrityError), transaction.atomic():
        GovernmentRecord.objects.create(
            place_id=origin.place_id, name="x", is_practice=True, copy_of=origin, copied_at=AT
        )


def test_closing_takes_the_copy_away_and_leaves_the_real_records_and_the_trail(world, copy_id):
    original = counted(world.secretary.government_id)
    close_practice_year(by=world.secretary, at=AT)
    assert counted(world.secretary.government_id) == original
    assert set(counted(copy_id).values()) == {0}
    assert not PersonRecord.objects.filter(government=copy_id).exists()
    assert EventRecord.objects.filter(government=copy_id).exists()
    assert within(world.author, copy_id) is None
    with pytest.raises(Refused, match="no practice year"):
        close_practice_year(by=world.secretary, at=AT)
    assert open_practice_year(by=world.secretary, at=AT) != copy_id


def test_what_is_made_in_practice_goes_with_it(world, copy_id):
    element = ElementRecord.objects.filter(government=copy_id)[0]
    producer = AgencyRecord.objects.filter(government=copy_id)[0]
    call = DataCallRecord.objects.create(
        government_id=copy_id,
        title="x",
        valid_from=TODAY,
        valid_to=date(2025, 7, 1),
        due_on=TODAY,
    )
    CallItemRecord.objects.create(call=call, element=element, agency=producer)
    CoverLetterRecord.objects.create(
        government_id=copy_id,
        agency=producer,
        year=2026,
        dated_on=TODAY,
        recipient="x",
        written_at=AT,
        written_by=world.secretary.name,
    )

    close_practice_year(by=world.secretary, at=AT)

    connection.check_constraints()
    assert not CoverLetterRecord.objects.filter(government=copy_id).exists()
    assert not DataCallRecord.objects.filter(government=copy_id).exists()


def test_the_operator_counts_the_people_once(world, copy_id):
    governments = [each.government_id for each in households(by=OPERATOR)]
    assert world.secretary.government_id in governments
    assert copy_id not in governments


def test_an_interrupted_copy_leaves_nothing(world, monkeypatch):
    def stops(*_: object, **__: object) -> None:
        message = "power cut"
        raise OSError(message)

    lines = BudgetLineRecord.objects.count()
    monkeypatch.setattr("setara.usecases.foundation.practice.leave_event", stops)
    with pytest.raises(OSError, match="power cut"):
        open_practice_year(by=world.secretary, at=AT)
    assert BudgetLineRecord.objects.count() == lines
    assert not GovernmentRecord.objects.filter(copy_of__isnull=False).exists()


def test_the_page_says_what_one_may_do(world, copy_id):
    outside = practice_year(by=world.secretary, today=TODAY)
    assert (bool(outside.may_open), bool(outside.may_close), bool(outside.may_enter)) == (
        False,
        True,
        True,
    )
    inside = practice_year(by=within(world.secretary, copy_id), today=TODAY)
    assert not inside.may_close
    assert inside.copied_at == AT
    assert {seat.title for seat in inside.seats} >= {
        row.title for row in SeatRecord.objects.filter(government=copy_id, kind="focal_point")
    }
    assert not practice_year(by=replace(world.stranger), today=TODAY).may_enter
