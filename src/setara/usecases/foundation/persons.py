"""Questions about persons, the decrees that seat them, and one's own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Language, Text
from setara.store.models import (
    AccountRecord,
    DecreeRecord,
    HoldingRecord,
    PersonRecord,
    SeatRecord,
)
from setara.usecases.foundation.access import NotFound, account_of, visible


@dataclass(frozen=True, slots=True)
class PersonAnswer:
    """A person of the government with the titles of the seats held on the day asked."""

    person_id: int
    name: str
    sex: Sex
    employee_number: str
    rank: str
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecreeAnswer:
    """A decree, how many terms rest on it, and whether it has run out on the day asked."""

    decree_id: int
    number: str
    title: str
    decided_on: date
    expires_on: date | None
    terms: int
    has_expired: bool


@dataclass(frozen=True, slots=True)
class RosterAnswer:
    """Every person and decree of a government, and whether the actor may add to them."""

    persons: tuple[PersonAnswer, ...]
    decrees: tuple[DecreeAnswer, ...]
    may_add: Verdict


@dataclass(frozen=True, slots=True)
class OwnSeatAnswer:
    """A seat the owner of an account sits in now."""

    kind: SeatKind
    title: str
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class AccountAnswer:
    """The actor's own account."""

    name: str
    email: str
    language: Language
    government_name: str
    seats: tuple[OwnSeatAnswer, ...]


def roster(*, by: Actor, on: date) -> RosterAnswer:
    """Persons by name and decrees from the newest on, for those who fill seats.

    Raises Refused for others: employee numbers are not for everyone. Cost: three queries.
    """
    may_add = by.may(Permission.MANAGE_SEATS)
    require(may_add)
    sitting = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    holdings = HoldingRecord.objects.filter(sitting).select_related("seat").order_by("pk")
    persons = visible(by, PersonRecord.objects.prefetch_related(Prefetch("holdings", holdings)))
    decrees = visible(by, DecreeRecord.objects.annotate(terms=Count("holdings")))
    return RosterAnswer(
        persons=tuple(_person(row) for row in persons.order_by("name", "pk")),
        decrees=tuple(
            DecreeAnswer(
                decree_id=row.pk,
                number=row.number,
                title=row.title,
                decided_on=row.decided_on,
                expires_on=row.expires_on,
                terms=row.terms,
                has_expired=row.expires_on is not None and row.expires_on <= on,
            )
            for row in decrees.order_by("-decided_on", "-pk")
        ),
        may_add=may_add,
    )


def _person(row: PersonRecord) -> PersonAnswer:
    return PersonAnswer(
        person_id=row.pk,
        name=row.name,
        sex=Sex(row.sex),
        employee_number=row.employee_number,
        rank=row.rank,
        seats=tuple(holding.seat.title for holding in row.holdings.all()),
    )


def own_account(*, by: Actor) -> AccountAnswer:
    """The account the actor is signed in with. Raises NotFound without one. Cost: two queries."""
    account = (
        AccountRecord.objects.filter(pk=account_of(by))
        .select_related("person", "person__government")
        .first()
    )
    if account is None:
        raise NotFound(Text("Akun", "The account"))
    return AccountAnswer(
        name=account.person.name,
        email=account.email,
        language=Language(account.language),
        government_name=account.person.government.name,
        seats=_own_seats(by),
    )


def _own_seats(by: Actor) -> tuple[OwnSeatAnswer, ...]:
    taken = [seat.seat_id for seat in by.seats if seat.seat_id is not None]
    titles = dict(SeatRecord.objects.filter(pk__in=taken).values_list("pk", "title"))
    return tuple(
        OwnSeatAnswer(seat.kind, titles[seat.seat_id], seat.capacity)
        for seat in by.seats
        if seat.seat_id in titles
    )
