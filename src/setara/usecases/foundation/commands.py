"""Verbs of the foundation: governments, persons, decrees, accounts."""

from __future__ import annotations

from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import override

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, first_refusal, refused, require
from setara.domain.language.text import Language, Text
from setara.domain.law.places import places_of
from setara.store.models import (
    AccountRecord,
    DecreeRecord,
    GovernmentRecord,
    PersonRecord,
    PlaceRecord,
)
from setara.usecases.foundation.access import NotFound, account_of, government_of
from setara.usecases.foundation.command import command, leave_event
from setara.usecases.foundation.territory import keep_places

PERSON = Text("Orang ini", "This person")
# Birth date, month of appointment, sex and serial (Peraturan BKN 22/2007, unverified).
NIP_DIGITS = 18


def may_operate(by: Actor) -> Verdict:
    """Founding governments and opening accounts is the operator's."""
    if by.is_operator:
        return ALLOWED
    return refused(
        "Tindakan ini hanya untuk operator sistem.", "This action is for the operator only."
    )


@command(
    "foundation.government.founded",
    says=Text("Pemerintah daerah didaftarkan", "Government registered"),
)
def found_government(
    *, by: Actor, at: datetime, place_code: str, name: str, is_practice: bool
) -> int:
    """Register a government with all places of its territory, and start its audit trail.

    The places come from the shipped code list. Raises Refused for anyone but the operator,
    an empty name or a place that has its government; NoSuchPlace where the list does not
    hold `place_code`. Cost: two queries a level of places.
    """
    require(may_operate(by))
    require(_may_found(place_code, name, is_practice))
    keep_places(places_of(place_code))
    government = GovernmentRecord.objects.create(
        place=PlaceRecord.objects.get(code=place_code), name=name.strip(), is_practice=is_practice
    )
    leave_event(
        "foundation.government.founded",
        by=by,
        at=at,
        subject=government,
        government_id=government.pk,
        place_code=place_code,
        is_practice=is_practice,
    )
    return government.pk


def _may_found(place_code: str, name: str, is_practice: bool) -> Verdict:
    if not name.strip():
        return refused("Nama pemerintah daerah belum diisi.", "The government's name is empty.")
    twin = GovernmentRecord.objects.filter(place__code=place_code, is_practice=is_practice).first()
    if twin is not None:
        return refused(
            "Wilayah {code} sudah terdaftar sebagai {name}.",
            "Place {code} is already registered as {name}.",
            code=place_code,
            name=twin.name,
        )
    return ALLOWED


@command("foundation.decree.issued", says=Text("SK dicatat", "Decree recorded"))
def issue_decree(
    *,
    by: Actor,
    at: datetime,
    number: str,
    title: str,
    decided_on: date,
    expires_on: date | None = None,
) -> int:
    """Record a decree on which seats can be filled. Raises Refused for a used or empty number."""
    require(by.may(Permission.MANAGE_SEATS))
    require(_may_issue(by, number, decided_on, expires_on))
    decree = DecreeRecord.objects.create(
        government_id=government_of(by),
        number=number.strip(),
        title=title.strip(),
        decided_on=decided_on,
        expires_on=expires_on,
    )
    leave_event("foundation.decree.issued", by=by, at=at, subject=decree, number=decree.number)
    return decree.pk


def _may_issue(by: Actor, number: str, decided_on: date, expires_on: date | None) -> Verdict:
    if not number.strip():
        return refused("Nomor SK belum diisi.", "The decree number is empty.")
    if expires_on is not None and expires_on <= decided_on:
        return refused(
            "SK tidak dapat berakhir sebelum ditetapkan.",
            "A decree cannot expire before it is decided.",
        )
    taken = DecreeRecord.objects.filter(government_id=by.government_id, number=number.strip())
    if taken.exists():
        return refused(
            "SK nomor {number} sudah tercatat.",
            "Decree number {number} is already recorded.",
            number=number.strip(),
        )
    return ALLOWED


@command("foundation.person.registered", says=Text("Orang didaftarkan", "Person registered"))
def register_person(
    *, by: Actor, at: datetime, name: str, sex: Sex, employee_number: str = "", rank: str = ""
) -> int:
    """Register a person of the government. Raises Refused for an empty name or a used NIP."""
    require(by.may(Permission.MANAGE_SEATS))
    require(_may_register(by, name, employee_number))
    person = PersonRecord.objects.create(
        government_id=government_of(by),
        name=name.strip(),
        sex=sex,
        employee_number=employee_number.strip(),
        rank=rank.strip(),
    )
    leave_event("foundation.person.registered", by=by, at=at, subject=person, name=person.name)
    return person.pk


def _may_register(by: Actor, name: str, employee_number: str) -> Verdict:
    if not name.strip():
        return refused("Nama belum diisi.", "The name is empty.")
    number = employee_number.strip()
    if number and not (number.isdigit() and len(number) == NIP_DIGITS):
        return refused(
            "NIP terdiri atas 18 angka; yang diisi “{number}”.",
            "An employee number (NIP) has 18 digits; “{number}” was given.",
            number=number,
        )
    taken = PersonRecord.objects.filter(government_id=by.government_id, employee_number=number)
    if number and taken.exists():
        return refused(
            "NIP {number} sudah dipakai orang lain.",
            "Employee number {number} already belongs to someone else.",
            number=number,
        )
    return ALLOWED


@command("foundation.account.opened", says=Text("Akun dibuka", "Account opened"))
def open_account(
    *,
    by: Actor,
    at: datetime,
    person_id: int,
    email: str,
    password: str | None = None,
    language: Language = Language.INDONESIAN,
    is_operator: bool = False,
) -> int:
    """Open an account for a person; without a password one is set through the reset e-mail.

    Raises Refused for anyone but the operator, a person who has an account, an address
    that is taken or none, or a weak password; NotFound for an unknown person.
    """
    require(may_operate(by))
    person = PersonRecord.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound(PERSON)
    address = email.strip().lower()
    require(first_refusal(_may_have(person, address), _may_choose(password)))
    account = AccountRecord(email=address, person=person, language=language, is_staff=is_operator)
    account.set_password(password)
    account.save()
    leave_event(
        "foundation.account.opened",
        by=by,
        at=at,
        subject=account,
        government_id=person.government_id,
        person=person.name,
    )
    return account.pk


def _may_have(person: PersonRecord, address: str) -> Verdict:
    try:
        validate_email(address)
    except ValidationError:
        return refused(
            "“{email}” bukan alamat surel.", "“{email}” is not an e-mail address.", email=address
        )
    if AccountRecord.objects.filter(email__iexact=address).exists():
        return refused(
            "Alamat {email} sudah dipakai.", "The address {email} is already used.", email=address
        )
    if AccountRecord.objects.filter(person=person).exists():
        return refused(
            "{name} sudah mempunyai akun.", "{name} already has an account.", name=person.name
        )
    return ALLOWED


def _may_choose(password: str | None) -> Verdict:
    if password is None:
        return ALLOWED
    weakness = {language: _weakness(password, language) for language in Language}
    if not any(weakness.values()):
        return ALLOWED
    return refused(weakness[Language.INDONESIAN], weakness[Language.ENGLISH])


def _weakness(password: str, language: Language) -> str:
    # Django's validators speak the active language and nothing else.
    with override(language):
        try:
            validate_password(password)
        except ValidationError as weak:
            return " ".join(weak.messages)
    return ""


@command("foundation.account.language_chosen", says=Text("Bahasa dipilih", "Language chosen"))
def choose_language(*, by: Actor, at: datetime, language: Language) -> None:
    """Keep the language an account wants to read."""
    account = _own_account(by)
    AccountRecord.objects.filter(pk=account.pk).update(language=language)
    leave_event(
        "foundation.account.language_chosen", by=by, at=at, subject=account, language=language
    )


@command("foundation.account.signed_in", says=Text("Masuk", "Signed in"))
def note_sign_in(*, by: Actor, at: datetime) -> None:
    """Record that an account was signed in to."""
    leave_event("foundation.account.signed_in", by=by, at=at, subject=_own_account(by))


@command("foundation.account.signed_out", says=Text("Keluar", "Signed out"))
def note_sign_out(*, by: Actor, at: datetime) -> None:
    """Record that an account was signed out of."""
    leave_event("foundation.account.signed_out", by=by, at=at, subject=_own_account(by))


@command("foundation.account.password_changed", says=Text("Sandi diganti", "Password changed"))
def note_password_change(*, by: Actor, at: datetime) -> None:
    """Record that the password of an account was changed."""
    leave_event("foundation.account.password_changed", by=by, at=at, subject=_own_account(by))


def _own_account(by: Actor) -> AccountRecord:
    account = AccountRecord.objects.filter(pk=account_of(by)).first()
    if account is None:
        raise NotFound(Text("Akun", "The account"))
    return account
