"""What the operator brings into the house, and what stays the secretariat's."""

import pytest

from setara.domain.foundation.actor import PUBLIC
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import AccountRecord, EventRecord, PersonRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR, actor
from setara.usecases.foundation.commands import open_account
from setara.usecases.foundation.operating import (
    household,
    households,
    operators,
    persons_called,
    start_secretariat,
)
from setara.usecases.foundation.trail import trails
from tests.makers import AT, SINCE, make_government
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


def start(government_id, **changes):
    facts = {
        "by": OPERATOR,
        "name": "Dian",
        "sex": Sex.FEMALE,
        "decree_number": "1/2025",
        "decided_on": SINCE,
    }
    return start_secretariat(at=AT, government_id=government_id, **(facts | changes))


def test_the_first_secretary_can_do_everything_else():
    government_id = make_government()
    person_id = start(government_id)
    account_id = open_account(
        by=OPERATOR, at=AT, person_id=person_id, email="dian@contoh.id", password=PASSWORD
    )

    dian = actor(account_id=account_id, at=AT)

    assert dian.government_id == government_id
    assert dian.may(Permission.MANAGE_SEATS)
    names = EventRecord.objects.filter(actor_name="Operator").values_list("name", flat=True)
    assert "foundation.seat.filled" in names
    assert not trails(by=OPERATOR)[0].faults


def test_a_secretariat_is_started_once(cast):
    with pytest.raises(Refused, match="the secretariat itself fills seats"):
        start(cast.dian.government_id)
    with pytest.raises(NotFound):
        start(999_999)


def test_a_start_that_fails_leaves_nothing():
    government_id = make_government()

    with pytest.raises(Refused, match="name is empty"):
        start(government_id, name=" ")

    assert not PersonRecord.objects.exists()
    assert EventRecord.objects.count() == 1


def test_only_the_operator_operates(cast):
    for who in (cast.dian, PUBLIC):
        for ask in (households, operators):
            with pytest.raises(Refused, match="for the operator only"):
                ask(by=who)
        with pytest.raises(Refused, match="for the operator only"):
            persons_called(by=who, government_id=1, name="Sari")
        with pytest.raises(Refused, match="for the operator only"):
            start(cast.dian.government_id, by=who)


def test_households_are_counted(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        paser, berau = households(by=OPERATOR)

    assert (paser.place_code, paser.persons, paser.accounts) == ("64.01", 7, 7)
    assert (berau.name, berau.is_practice) == ("Kabupaten Berau", True)
    assert household(by=OPERATOR, place_code="64.01", is_practice=True) == paser
    with pytest.raises(NotFound):
        household(by=OPERATOR, place_code="64.01", is_practice=False)


def test_persons_are_found_by_name_or_number_in_their_government_only(cast):
    own = cast.dian.government_id
    PersonRecord.objects.filter(pk=cast.budi.person_id).update(employee_number="1" * 18)

    def found(name):
        return [each.name for each in persons_called(by=OPERATOR, government_id=own, name=name)]

    assert found(" SARI ") == ["Sari"]
    assert found("1" * 18) == ["Budi"]
    assert found("Maya") == []
    assert found("") == []


def test_operators_are_those_with_an_open_account(cast):
    for who, language in ((cast.joko, "en"), (cast.hasan, "id")):
        AccountRecord.objects.filter(pk=who.account_id).update(is_staff=True, language=language)
    AccountRecord.objects.filter(pk=cast.hasan.account_id).update(is_active=False)

    (joko,) = operators(by=OPERATOR)

    assert joko.language is Language.ENGLISH
    assert joko.email.startswith("joko.")
