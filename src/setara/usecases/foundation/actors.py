"""Who is asking: an account becomes an actor with the seats of that moment."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q
from django.utils.timezone import localdate

from setara.domain.foundation.actor import PUBLIC, Actor, SeatTaken
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.language.text import Language
from setara.store.models import (
    AccountRecord,
    HoldingRecord,
    PersonRecord,
    RepresentationRecord,
)

OPERATOR = Actor(name="Operator", is_operator=True)
"""The person at the terminal of the installation; whoever can start it can read its file."""


def actor(*, account_id: int | None, at: datetime) -> Actor:
    """The actor behind an account at that moment; the public for none or a closed one.

    Cost: three queries.
    """
    if account_id is None:
        return PUBLIC
    account = (
        AccountRecord.objects.filter(pk=account_id, is_active=True).select_related("person").first()
    )
    if account is None:
        return PUBLIC
    return Actor(
        name=account.person.name,
        government_id=account.person.government_id,
        account_id=account.pk,
        person_id=account.person.pk,
        seats=_seats_of(account.person, localdate(at)),
        is_operator=account.is_staff,
        language=Language(account.language),
    )


def _seats_of(person: PersonRecord, day: date) -> tuple[SeatTaken, ...]:
    sitting = Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))
    holdings = HoldingRecord.objects.filter(sitting, person=person).select_related("seat")
    spoken_for = RepresentationRecord.objects.filter(sitting, person=person).select_related("seat")
    taken = [(row.seat, Capacity(row.capacity)) for row in holdings.order_by("pk")]
    taken += [(row.seat, Capacity.REPRESENTING) for row in spoken_for.order_by("pk")]
    return tuple(
        SeatTaken(SeatKind(seat.kind), capacity, seat.agency_id, seat.pk)
        for seat, capacity in taken
    )
