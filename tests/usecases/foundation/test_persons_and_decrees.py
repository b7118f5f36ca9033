"""Persons are registered and decrees recorded before a seat can be filled."""

from datetime import date

import pytest

from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.store.models import DecreeRecord, PersonRecord
from setara.usecases.foundation.commands import issue_decree, register_person
from tests.events import last_event
from tests.makers import AT

pytestmark = pytest.mark.django_db
NIP = "198501012010012001"


def issue(by, **changes):
    facts = {"number": "100/2025", "title": "Pokja PUG", "decided_on": date(2025, 1, 2)}
    return issue_decree(by=by, at=AT, **(facts | changes))


def register(by, **changes):
    return register_person(by=by, at=AT, **({"name": "Lestari", "sex": Sex.FEMALE} | changes))


def test_a_decree_is_recorded_with_its_days(cast):
    decree = DecreeRecord.objects.get(
        pk=issue(cast.dian, number=" 100/2025 ", expires_on=date(2030, 1, 2))
    )

    assert (decree.number, decree.title) == ("100/2025", "Pokja PUG")
    assert (decree.decided_on, decree.expires_on) == (date(2025, 1, 2), date(2030, 1, 2))
    assert decree.government_id == cast.dian.government_id
    event = last_event(cast.dian)
    assert (event.name, event.detail) == ("foundation.decree.issued", {"number": "100/2025"})


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"number": " "}, "number is empty"),
        ({"number": "SK/Sari/2025"}, "already recorded"),
        ({"expires_on": date(2025, 1, 2)}, "cannot expire before"),
    ],
)
def test_a_decree_that_cannot_be_is_refused(cast, changes, reason):
    with pytest.raises(Refused, match=reason):
        issue(cast.dian, **changes)


def test_the_same_number_serves_another_government(cast):
    assert issue(cast.maya, number="SK/Sari/2025")


def test_a_person_is_registered(cast):
    person = PersonRecord.objects.get(
        pk=register(cast.dian, name=" Lestari ", employee_number=NIP, rank="Penata")
    )

    assert (person.name, person.sex, person.employee_number) == ("Lestari", "P", NIP)
    event = last_event(cast.dian)
    assert (event.name, event.detail) == ("foundation.person.registered", {"name": "Lestari"})


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": " "}, "name is empty"),
        ({"employee_number": "123"}, "has 18 digits"),
        ({"employee_number": "19850101201001200X"}, "has 18 digits"),
    ],
)
def test_a_person_who_cannot_be_is_refused(cast, changes, reason):
    with pytest.raises(Refused, match=reason):
        register(cast.dian, **changes)


def test_an_employee_number_belongs_to_one_person_of_a_government(cast):
    register(cast.dian, employee_number=NIP)

    with pytest.raises(Refused, match="belongs to someone else"):
        register(cast.dian, name="Lain", employee_number=NIP)
    assert register(cast.maya, employee_number=NIP)


def test_persons_without_a_number_do_not_collide(cast):
    assert register(cast.dian) != register(cast.dian)


def test_only_the_secretariat_registers_and_records(cast):
    for who in (cast.sari, cast.joko):
        with pytest.raises(Refused, match="does not cover"):
            register(who)
        with pytest.raises(Refused, match="does not cover"):
            issue(who)
