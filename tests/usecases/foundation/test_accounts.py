"""Accounts are opened by the operator; what is done with them is in the trail."""

from datetime import date, datetime, timedelta

import pytest

from setara.domain.foundation.actor import PUBLIC, Actor
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Refused
from setara.domain.language.text import Language
from setara.store.models import AccountRecord
from setara.usecases.foundation.access import NotFound
from setara.usecases.foundation.actors import OPERATOR, actor
from setara.usecases.foundation.commands import (
    choose_language,
    note_password_change,
    note_sign_in,
    note_sign_out,
    open_account,
    register_person,
)
from tests.events import last_event
from tests.makers import AT, agency_of
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def person_id(cast):
    return register_person(by=cast.dian, at=AT, name="Lestari", sex=Sex.FEMALE)


def open_for(person_id, **changes):
    facts = {"by": OPERATOR, "email": "lestari@contoh.id", "password": PASSWORD}
    return open_account(at=AT, person_id=person_id, **(facts | changes))


def test_an_account_keeps_its_password_as_a_hash(cast, person_id):
    account = AccountRecord.objects.get(pk=open_for(person_id, email=" Lestari@Contoh.ID "))

    assert account.email == "lestari@contoh.id"
    assert account.check_password(PASSWORD)
    assert PASSWORD not in account.password
    event = last_event(cast.dian)
    assert (event.name, event.actor_name) == ("foundation.account.opened", "Operator")
    assert event.detail == {"person": "Lestari"}


def test_without_a_password_nobody_can_sign_in_yet(cast, person_id):
    account = AccountRecord.objects.get(pk=open_for(person_id, password=None))

    assert not account.has_usable_password()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"email": "bukan surel"}, "is not an e-mail address"),
        ({"email": ""}, "is not an e-mail address"),
        ({"password": "123"}, "too short"),
    ],
)
def test_accounts_that_cannot_be_are_refused(cast, person_id, changes, reason):
    with pytest.raises(Refused, match=reason):
        open_for(person_id, **changes)


def test_a_weak_password_is_explained_in_both_languages(cast, person_id):
    with pytest.raises(Refused) as refusal:
        open_for(person_id, password="123")

    indonesian, english = (refusal.value.reason.say(each) for each in Language)
    assert indonesian != english
    assert "too short" not in indonesian


def test_an_address_and_a_person_have_one_account(cast, person_id):
    taken = AccountRecord.objects.get(pk=cast.sari.account_id).email
    with pytest.raises(Refused, match="already used"):
        open_for(person_id, email=taken.upper())
    open_for(person_id)

    with pytest.raises(Refused, match="Lestari already has an account"):
        open_for(person_id, email="kedua@contoh.id")


def test_only_the_operator_opens_accounts(cast, person_id):
    with pytest.raises(Refused, match="for the operator only"):
        open_for(person_id, by=cast.dian)
    with pytest.raises(NotFound):
        open_for(999_999)


def test_an_actor_has_the_seats_of_the_moment(cast, django_assert_num_queries):
    with django_assert_num_queries(3):
        sari = actor(account_id=cast.sari.account_id, at=AT)

    assert sari == cast.sari
    assert sari.agency_ids == {agency_of(cast.sari)}
    assert not actor(account_id=sari.account_id, at=AT - timedelta(days=400)).seats


def test_the_day_of_a_seat_is_the_day_of_the_place_not_of_greenwich(cast):
    first_minute = datetime.fromisoformat("2025-01-02T00:00:00+08:00")

    assert first_minute.astimezone().date() <= date(2025, 1, 2)
    assert actor(account_id=cast.sari.account_id, at=first_minute).seats
    assert not actor(account_id=cast.sari.account_id, at=first_minute - timedelta(minutes=1)).seats


def test_a_closed_and_an_unknown_account_are_the_public(cast):
    AccountRecord.objects.filter(pk=cast.sari.account_id).update(is_active=False)

    for account_id in (cast.sari.account_id, 999_999, None):
        assert actor(account_id=account_id, at=AT) is PUBLIC


def test_a_chosen_language_stays_with_the_account(cast):
    choose_language(by=cast.sari, at=AT, language=Language.ENGLISH)

    assert actor(account_id=cast.sari.account_id, at=AT).language is Language.ENGLISH
    event = last_event(cast.sari)
    assert (event.name, event.detail) == ("foundation.account.language_chosen", {"language": "en"})


@pytest.mark.parametrize(
    ("note", "name"),
    [
        (note_sign_in, "foundation.account.signed_in"),
        (note_sign_out, "foundation.account.signed_out"),
        (note_password_change, "foundation.account.password_changed"),
    ],
)
def test_what_is_done_with_an_account_is_noted(cast, note, name):
    note(by=cast.budi, at=AT)

    event = last_event(cast.budi)
    assert (event.name, event.actor_name, event.account_id) == (name, "Budi", cast.budi.account_id)
    assert (event.subject_kind, event.subject_id) == ("Account", str(cast.budi.account_id))


@pytest.mark.parametrize("note", [note_sign_in, note_sign_out, note_password_change])
def test_nobody_has_no_account_to_note(db, note):
    for who in (PUBLIC, Actor(name="Hantu", government_id=1, account_id=999_999)):
        with pytest.raises(NotFound):
            note(by=who, at=AT)
