"""Seats on their pages: who sits, who is missing, and how the work passes on."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language
from setara.store.models import DecreeRecord, HoldingRecord, RepresentationRecord, SeatRecord
from setara.usecases.foundation.commands import issue_decree, register_person
from setara.usecases.foundation.seats import create_seat
from tests.makers import AT, SINCE, agency_of
from tests.web.visitor import Visitor, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def dian(cast):
    return Visitor(cast.dian)


@pytest.fixture
def person_id(cast):
    return register_person(by=cast.dian, at=AT, name="Lestari", sex=Sex.FEMALE)


@pytest.fixture
def decree_id(cast):
    return issue_decree(by=cast.dian, at=AT, number="9/2025", title="Pokja PUG", decided_on=SINCE)


def seat_of(who):
    (seat,) = who.seats
    return seat.seat_id


def test_the_board_tells_who_sits_on_which_decree_and_who_is_missing(cast, dian):
    create_seat(
        by=cast.dian,
        at=AT,
        kind=SeatKind.FOCAL_POINT,
        title="FP Inspektorat",
        agency_id=agency_of(cast.joko),
    )

    seen = words(dian.opens("foundation:seats"))

    assert "7 dari 8 kedudukan terisi; 0 di antaranya" in seen
    assert "FP Dinkes Dinas Kesehatan Sari SK/Sari/2025 sejak 2 Januari 2025" in seen
    assert "FP Inspektorat Inspektorat kosong" in seen
    missing = seen[seen.index("Tanpa focal point") : seen.index("Pokja PUG Kedudukan")]
    assert "Inspektorat" in missing
    assert "Dinas Kesehatan" not in missing


def test_acting_holders_are_told_by_their_prefix(cast, dian, person_id, decree_id):
    answer = dian.sends(
        "foundation:fill_seat",
        seat_of(cast.sari),
        person_id=person_id,
        decree_id=decree_id,
        capacity="plt",
        valid_from=localdate().isoformat(),
        valid_to=(localdate() + timedelta(days=30)).isoformat(),
    )

    assert answer.status_code == 302
    seen = words(dian.opens("foundation:seats"))
    assert "Plt. Lestari" in seen
    assert "1 di antaranya oleh pelaksana tugas" in seen


def test_the_last_day_named_is_a_day_in_the_seat(cast, dian, person_id, decree_id):
    today = localdate()
    dian.sends(
        "foundation:fill_seat",
        seat_of(cast.sari),
        person_id=person_id,
        decree_id=decree_id,
        capacity="plh",
        valid_from=today.isoformat(),
        valid_to=today.isoformat(),
    )

    holding = HoldingRecord.objects.get(capacity=Capacity.DAILY)
    assert holding.valid_to == today + timedelta(days=1)
    assert "Plh. Lestari" in words(dian.opens("foundation:seat", seat_of(cast.sari)))


def test_the_work_passes_on_and_the_past_stays(cast, dian, person_id, decree_id):
    seat_id, today = seat_of(cast.sari), localdate()
    yesterday = (today - timedelta(days=1)).isoformat()

    assert dian.sends("foundation:end_holding", seat_id, valid_to=yesterday).status_code == 302
    assert "kosong" in words(dian.opens("foundation:seat", seat_id))
    dian.sends(
        "foundation:fill_seat",
        seat_id,
        person_id=person_id,
        decree_id=decree_id,
        capacity="holder",
        valid_from=today.isoformat(),
    )

    seen = words(dian.opens("foundation:seat", seat_id))
    assert "Pejabat Lestari" in seen
    assert seen.index("Lestari pejabat definitif") < seen.index("Sari pejabat definitif")
    assert "9/2025" in seen


def test_an_overlap_is_explained_and_keeps_the_choices(cast, dian, person_id, decree_id):
    answer = dian.sends(
        "foundation:fill_seat",
        seat_of(cast.sari),
        person_id=person_id,
        decree_id=decree_id,
        capacity="holder",
        valid_from="2025-06-16",
    )

    assert answer.status_code == 422
    assert "Kedudukan ini sudah terisi" in words(answer)
    assert f'<option value="{person_id}" selected>' in answer.content.decode()


def test_ending_a_vacant_seat_is_refused(cast, dian):
    seat_id = create_seat(by=cast.dian, at=AT, kind=SeatKind.LEADER, title="Bupati")

    answer = dian.sends("foundation:end_holding", seat_id, valid_to="2025-06-16")

    assert answer.status_code == 422
    assert "Kedudukan ini kosong" in words(answer)


def test_a_representation_is_recorded_with_its_occasion(cast, dian):
    seat_id = seat_of(cast.hasan)
    sent = {"person_id": cast.budi.person_id, "valid_from": "2025-06-16"}

    wrong = dian.sends("foundation:represent_seat", seat_id, **sent)
    right = dian.sends(
        "foundation:represent_seat", seat_id, occasion="Rakor", valid_to="2025-06-16", **sent
    )

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert RepresentationRecord.objects.count() == 1
    assert "Budi Rakor 16 Juni 2025" in words(dian.opens("foundation:seat", seat_id))


def test_a_seat_is_created_in_its_agency(cast, dian):
    sent = {"kind": "gender_champion", "title": "Champion Dinkes"}

    without = dian.sends("foundation:create_seat", **sent)
    within = dian.sends("foundation:create_seat", agency_id=agency_of(cast.sari), **sent)

    assert without.status_code == 422
    assert "harus melekat pada satu perangkat daerah" in words(without)
    assert within.status_code == 302
    assert SeatRecord.objects.get(title="Champion Dinkes").agency_id == agency_of(cast.sari)


def test_a_decree_that_has_run_out_is_marked(cast, dian):
    DecreeRecord.objects.filter(number="SK/Sari/2025").update(expires_on=localdate())

    assert words(dian.opens("foundation:seats")).count("SK berakhir") == 1
    assert "SK berakhir" in words(dian.opens("foundation:seat", seat_of(cast.sari)))


def test_who_may_not_change_seats_reads_them_without_forms(cast):
    sari = Visitor(cast.sari, Language.ENGLISH)

    page = sari.opens("foundation:seat", seat_of(cast.hasan))

    assert "Record a change" not in words(page)
    assert page.context_data["page"].room.persons == ()
    assert sari.opens("foundation:create_seat").status_code == 403
    assert sari.opens("foundation:roster").status_code == 403


def test_another_governments_seat_is_not_found(cast):
    maya = Visitor(cast.maya)

    assert maya.opens("foundation:seat", seat_of(cast.sari)).status_code == 404
    for name in ("fill_seat", "end_holding", "represent_seat"):
        assert maya.sends(f"foundation:{name}", seat_of(cast.sari)).status_code == 404


def test_persons_and_decrees_are_added_in_one_room(cast, dian):
    person = {"name": "Lestari", "sex": "P", "employee_number": "198501012010012001"}
    decree = {"number": "9/2025", "title": "Pokja PUG", "decided_on": "2025-01-02"}

    assert dian.sends("foundation:register_person", **person).status_code == 302
    assert dian.sends("foundation:issue_decree", **decree).status_code == 302

    seen = words(dian.opens("foundation:roster"))
    assert "Lestari P 198501012010012001" in seen
    assert "9/2025 Pokja PUG 2 Januari 2025 tidak dibatasi 0" in seen
    assert "Sari P – – FP Dinkes" in seen


def test_a_wrong_number_is_told_beside_what_was_typed(dian):
    answer = dian.sends(
        "foundation:register_person", name="Lestari", sex="P", employee_number="123"
    )

    assert answer.status_code == 422
    assert "NIP terdiri atas 18 angka" in words(answer)
    assert 'value="Lestari"' in answer.content.decode()
