"""Questions about seats as a board, and about one seat with everyone who ever sat in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import (
    DecreeRecord,
    HoldingRecord,
    PersonRecord,
    RepresentationRecord,
)
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.foundation.queries import SeatAnswer, agencies, seats


@dataclass(frozen=True, slots=True)
class BoardAnswer:
    """Every seat, and the agencies that nobody represents as focal point on the day asked."""

    seats: tuple[SeatAnswer, ...]
    without_focal_point: tuple[str, ...]
    may_change: Verdict


@dataclass(frozen=True, slots=True)
class TermAnswer:
    """A person's term in a seat."""

    person: str
    capacity: Capacity
    term: Period
    decree_number: str


@dataclass(frozen=True, slots=True)
class SpokenForAnswer:
    """An occasion on which somebody spoke for a seat's holder."""

    person: str
    occasion: str
    term: Period


@dataclass(frozen=True, slots=True)
class Choice:
    """A row one may choose in a form."""

    pk: int
    words: str


@dataclass(frozen=True, slots=True)
class SeatRoomAnswer:
    """One seat with its past, and what is needed to change who sits in it.

    `persons` and `decrees` are empty for those who may not change it.
    """

    seat: SeatAnswer
    terms: tuple[TermAnswer, ...]
    representations: tuple[SpokenForAnswer, ...]
    persons: tuple[Choice, ...]
    decrees: tuple[Choice, ...]
    may_change: Verdict


def board(*, by: Actor, on: date) -> BoardAnswer:
    """The seats of the actor's government. Cost: nine queries, whatever their number."""
    rows = seats(by=by, on=on)
    present = [each for each in agencies(by=by, on=on) if each.exists]
    covered = {
        seat.agency_id
        for seat in rows
        if seat.kind is SeatKind.FOCAL_POINT and seat.holder is not None
    }
    return BoardAnswer(
        seats=rows,
        without_focal_point=tuple(each.name for each in present if each.agency_id not in covered),
        may_change=by.may(Permission.MANAGE_SEATS),
    )


def seat_room(*, by: Actor, seat_id: int, on: date) -> SeatRoomAnswer:
    """One seat. Raises NotFound, also for another government's. Cost: seven queries."""
    require(by.may(Permission.READ_RECORDS))
    seat = next((each for each in seats(by=by, on=on) if each.seat_id == seat_id), None)
    if seat is None:
        raise NotFound(Text("Kedudukan", "The seat"))
    may_change = by.may(Permission.MANAGE_SEATS)
    return SeatRoomAnswer(
        seat=seat,
        terms=_terms(seat_id),
        representations=_representations(seat_id),
        persons=_persons(by) if may_change else (),
        decrees=_decrees(by, on) if may_change else (),
        may_change=may_change,
    )


def _terms(seat_id: int) -> tuple[TermAnswer, ...]:
    rows = HoldingRecord.objects.filter(seat=seat_id).select_related("person", "decree")
    return tuple(
        TermAnswer(
            row.person.name,
            Capacity(row.capacity),
            Period(row.valid_from, row.valid_to),
            row.decree.number,
        )
        for row in rows.order_by("-valid_from", "-pk")
    )


def _representations(seat_id: int) -> tuple[SpokenForAnswer, ...]:
    rows = RepresentationRecord.objects.filter(seat=seat_id).select_related("person")
    return tuple(
        SpokenForAnswer(row.person.name, row.occasion, Period(row.valid_from, row.valid_to))
        for row in rows.order_by("-valid_from", "-pk")
    )


def _persons(by: Actor) -> tuple[Choice, ...]:
    rows = visible(by, PersonRecord.objects.all()).order_by("name", "pk")
    return tuple(
        Choice(row.pk, f"{row.name} ({row.employee_number})" if row.employee_number else row.name)
        for row in rows
    )


def _decrees(by: Actor, on: date) -> tuple[Choice, ...]:
    """Those that have not run out, newest first."""
    rows = visible(by, DecreeRecord.objects.all()).order_by("-decided_on", "-pk")
    return tuple(
        Choice(row.pk, f"{row.number} – {row.title}")
        for row in rows
        if row.expires_on is None or row.expires_on > on
    )
