"""Verbs on seats: created, filled by decree, vacated, spoken for."""

from __future__ import annotations

from datetime import date, datetime

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import (
    Capacity,
    Holding,
    Seat,
    SeatKind,
    may_create_seat,
    may_end,
    may_seat,
)
from setara.domain.foundation.verdict import ALLOWED, Refused, Verdict, refused, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyRecord,
    DecreeRecord,
    HoldingRecord,
    PersonRecord,
    RepresentationRecord,
    SeatRecord,
)
from setara.usecases.foundation.access import CHANGED_MEANWHILE, government_of, one, visible
from setara.usecases.foundation.command import command, leave_event

SEAT = Text("Kedudukan", "The seat")
PERSON = Text("Orang", "The person")
DECREE = Text("SK", "The decree")


@command("foundation.seat.created", says=Text("Kedudukan dibuat", "Seat created"))
def create_seat(
    *, by: Actor, at: datetime, kind: SeatKind, title: str, agency_id: int | None = None
) -> int:
    """Create a seat, in an agency where its kind needs one. Raises Refused, NotFound."""
    require(by.may(Permission.MANAGE_SEATS))
    agency = (
        None
        if agency_id is None
        else one(by, AgencyRecord.objects.all(), agency_id, what=Text("Perangkat daerah", "Agency"))
    )
    title = title.strip()
    if not title:
        require(refused("Sebutan kedudukan belum diisi.", "The title of the seat is empty."))
    require(may_create_seat(Seat(kind, title, agency.code if agency else None)))
    twin = visible(by, SeatRecord.objects.filter(kind=kind, title=title, agency=agency))
    if twin.exists():
        require(
            refused("Kedudukan “{title}” sudah ada.", "Seat “{title}” already exists.", title=title)
        )
    seat = SeatRecord.objects.create(
        government_id=government_of(by), kind=kind, title=title, agency=agency
    )
    leave_event("foundation.seat.created", by=by, at=at, subject=seat, title=seat.title)
    return seat.pk


@command("foundation.seat.filled", says=Text("Kedudukan diisi", "Seat filled"))
def fill_seat(
    *,
    by: Actor,
    at: datetime,
    seat_id: int,
    person_id: int,
    decree_id: int,
    valid_from: date,
    valid_to: date | None = None,
    capacity: Capacity = Capacity.HOLDER,
) -> int:
    """Put a person into a seat for a term, on a decree that has not run out. Raises Refused."""
    require(by.may(Permission.MANAGE_SEATS))
    seat = one(by, SeatRecord.objects.all(), seat_id, what=SEAT)
    person = one(by, PersonRecord.objects.all(), person_id, what=PERSON)
    decree = one(by, DecreeRecord.objects.all(), decree_id, what=DECREE)
    require(_may_carry(decree, valid_from, valid_to))
    term = Period(valid_from, valid_to)
    require(may_seat(_terms_of(seat), Holding(person.pk, capacity, term, decree.number)))
    holding = HoldingRecord.objects.create(
        seat=seat,
        person=person,
        decree=decree,
        capacity=capacity,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    leave_event(
        "foundation.seat.filled",
        by=by,
        at=at,
        subject=seat,
        person=person.name,
        capacity=capacity,
        decree=decree.number,
        valid_from=valid_from.isoformat(),
    )
    return holding.pk


def _terms_of(seat: SeatRecord) -> list[Holding]:
    rows = HoldingRecord.objects.filter(seat=seat).select_related("decree").order_by("pk")
    return [row.as_rule_sees_it() for row in rows]


def _may_carry(decree: DecreeRecord, valid_from: date, valid_to: date | None) -> Verdict:
    if valid_to is not None and valid_to <= valid_from:
        return refused("Masa tugas berakhir sebelum mulai.", "The term ends before it starts.")
    if decree.expires_on is not None and decree.expires_on <= valid_from:
        return refused(
            "SK {number} berakhir pada {day}, sebelum masa tugas ini mulai.",
            "Decree {number} ran out on {day}, before this term starts.",
            number=decree.number,
            day=decree.expires_on,
        )
    return ALLOWED


@command("foundation.seat.vacated", says=Text("Kedudukan dilepas", "Seat vacated"))
def end_holding(*, by: Actor, at: datetime, holding_id: int, valid_to: date) -> None:
    """End a person's term on a day; the seat and all it did stay. Raises Refused, NotFound."""
    require(by.may(Permission.MANAGE_SEATS))
    holding = one(
        by,
        HoldingRecord.objects.select_related("seat", "person", "decree"),
        holding_id,
        what=SEAT,
        through="seat__government",
    )
    require(may_end(holding.as_rule_sees_it(), valid_to))
    unchanged = HoldingRecord.objects.filter(pk=holding.pk, valid_to=holding.valid_to)
    if unchanged.update(valid_to=valid_to) != 1:
        raise Refused(CHANGED_MEANWHILE)
    leave_event(
        "foundation.seat.vacated",
        by=by,
        at=at,
        subject=holding.seat,
        person=holding.person.name,
        valid_to=valid_to.isoformat(),
    )


@command("foundation.seat.represented", says=Text("Kedudukan diwakili", "Seat represented"))
def represent_seat(
    *,
    by: Actor,
    at: datetime,
    seat_id: int,
    person_id: int,
    occasion: str,
    valid_from: date,
    valid_to: date,
) -> int:
    """Let a person speak on behalf of a seat's holder on one occasion. Raises Refused, NotFound."""
    require(by.may(Permission.MANAGE_SEATS))
    seat = one(by, SeatRecord.objects.all(), seat_id, what=SEAT)
    person = one(by, PersonRecord.objects.all(), person_id, what=PERSON)
    require(_may_represent(seat, person, occasion, valid_from, valid_to))
    row = RepresentationRecord.objects.create(
        seat=seat,
        person=person,
        occasion=occasion.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
    )
    leave_event(
        "foundation.seat.represented",
        by=by,
        at=at,
        subject=seat,
        person=person.name,
        occasion=occasion.strip(),
        valid_from=valid_from.isoformat(),
    )
    return row.pk


def _may_represent(
    seat: SeatRecord, person: PersonRecord, occasion: str, valid_from: date, valid_to: date
) -> Verdict:
    if not occasion.strip() or valid_to <= valid_from:
        return refused(
            "Sebutkan acaranya, dan tanggal akhir setelah tanggal mulai.",
            "Name the occasion, and an end after the start.",
        )
    twin = RepresentationRecord.objects.filter(seat=seat, person=person, valid_from=valid_from)
    if twin.exists():
        return refused(
            "{name} sudah tercatat mewakili kedudukan ini sejak {day}.",
            "{name} is already recorded as representing this seat from {day}.",
            name=person.name,
            day=valid_from,
        )
    return ALLOWED
