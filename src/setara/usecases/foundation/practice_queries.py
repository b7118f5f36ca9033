"""Questions about the practice year, and who an actor is within it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q

from setara.domain.foundation.actor import Actor, SeatTaken
from setara.domain.foundation.practice import (
    PLAYABLE,
    may_close,
    may_enter,
    may_open,
    may_play,
)
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyRecord,
    GovernmentRecord,
    HoldingRecord,
    PersonRecord,
    SeatRecord,
)
from setara.usecases.foundation.access import government_of, one, visible
from setara.usecases.foundation.copying import LEFT_OUT
from setara.usecases.foundation.practice import open_copy


@dataclass(frozen=True, slots=True)
class PlayableSeat:
    """A seat of the practice year that may be played."""

    seat_id: int
    title: str
    agency: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class PracticeAnswer:
    """The practice year as a person of the government sees it; `copied_at` None without one.

    `seats` are those to be played, empty while not practising; `left_out` is why some records are
    not in the copy.
    """

    copied_at: datetime | None
    is_practising: bool
    seats: tuple[PlayableSeat, ...]
    left_out: tuple[Text, ...]
    may_open: Verdict
    may_close: Verdict
    may_enter: Verdict


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a session keeps of practising: the copy one is in, and the seat one plays."""

    copy_id: int
    seat_id: int | None = None


def practice_year(*, by: Actor, today: date) -> PracticeAnswer:
    """The practice year of the actor's government, from outside or from within.

    Raises NotFound for an actor without a government. Cost: four queries.
    """
    own = GovernmentRecord.objects.get(pk=government_of(by))
    copy = own if by.is_practising else open_copy(own.pk)
    is_open = copy is not None
    return PracticeAnswer(
        copied_at=copy.copied_at if copy else None,
        is_practising=by.is_practising,
        seats=_seats(by, today) if by.is_practising else (),
        left_out=tuple(dict.fromkeys(LEFT_OUT.values())),
        may_open=may_open(by, is_open=is_open),
        may_close=may_close(by, is_open=is_open),
        may_enter=may_enter(by, is_open=is_open),
    )


def way_in(*, by: Actor) -> Sitting | None:
    """Where an actor who enters the practice year is; None where none is open. One query."""
    copy = open_copy(government_of(by))
    return Sitting(copy.pk) if copy else None


def practising(*, by: Actor, sitting: Sitting, on: date) -> Actor | None:
    """The actor as someone in the practice year; None where it is closed or not the actor's.

    The seats are those the person held when the copy was made, or the one that is played.
    Cost: three queries.
    """
    copy = GovernmentRecord.objects.filter(
        pk=sitting.copy_id, copy_of=by.government_id, closed_at__isnull=True
    ).first()
    if copy is None or by.person_id is None:
        return None
    twin = PersonRecord.objects.filter(government=copy, copied_from=by.person_id).first()
    seats = _played(copy.pk, sitting.seat_id) or (_held(twin, on) if twin else ())
    return replace(
        by,
        government_id=copy.pk,
        person_id=twin.pk if twin else None,
        seats=seats,
        is_practising=True,
        is_operator=False,
    )


def _played(copy_id: int, seat_id: int | None) -> tuple[SeatTaken, ...]:
    if seat_id is None:
        return ()
    seat = SeatRecord.objects.filter(pk=seat_id, government=copy_id, kind__in=PLAYABLE).first()
    return (_taken(seat, Capacity.HOLDER),) if seat else ()


def _held(person: PersonRecord, on: date) -> tuple[SeatTaken, ...]:
    sitting = Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    rows = HoldingRecord.objects.filter(sitting, person=person).select_related("seat")
    return tuple(_taken(row.seat, Capacity(row.capacity)) for row in rows.order_by("pk"))


def _taken(seat: SeatRecord, capacity: Capacity) -> SeatTaken:
    return SeatTaken(SeatKind(seat.kind), capacity, seat.agency_id, seat.pk)


def _seats(by: Actor, today: date) -> tuple[PlayableSeat, ...]:
    mine = {seat.seat_id for seat in by.seats}
    agencies = {
        row.pk: row.as_rule_sees_it().name_on(today).short_name
        for row in visible(by, AgencyRecord.objects.prefetch_related("names"))
    }
    rows = visible(by, SeatRecord.objects.filter(kind__in=PLAYABLE))
    return tuple(
        PlayableSeat(row.pk, row.title, agencies.get(row.agency_id or 0, ""), row.pk in mine)
        for row in rows.order_by("kind", "title", "pk")
    )


def seat_to_play(*, by: Actor, seat_id: int | None) -> Sitting:
    """Where an actor who takes that seat is; the own seats for None.

    Raises Refused outside of the practice year and for a seat that may not be played, NotFound for
    one that is not there.
    """
    if seat_id is None:
        return Sitting(government_of(by))
    seat = one(by, SeatRecord.objects.all(), seat_id, what=Text("Kedudukan", "The seat"))
    require(may_play(SeatKind(seat.kind), by))
    return Sitting(government_of(by), seat.pk)
