"""Questions about the foundation: places, agencies, seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Prefetch, QuerySet

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.agency import AgencyName, SuccessionKind
from setara.domain.foundation.period import Period
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import PlaceKind
from setara.domain.foundation.seat import Capacity, SeatKind, holding_on
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyRecord,
    AgencySuccessionRecord,
    GovernmentRecord,
    HoldingRecord,
    PlaceRecord,
    SeatRecord,
)
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.foundation.actors import actor

__all__ = ["actor", "agencies", "agency", "government", "places", "seats"]


@dataclass(frozen=True, slots=True)
class GovernmentAnswer:
    """The actor's own government; `copied_at` is when a practice year was copied."""

    name: str
    place_code: str
    is_practice: bool
    copied_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """A place with the number of places right below it."""

    code: str
    name: str
    kind: PlaceKind
    below: int


@dataclass(frozen=True, slots=True)
class SuccessionAnswer:
    """An arrow of a merger or split, seen from one agency."""

    kind: SuccessionKind
    on: date
    other_id: int
    other_name: str


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """An agency as it is called on the day asked, with the whole of its past.

    `exists` on that day, that is founded by then and not yet closed.
    """

    agency_id: int
    code: str
    name: str
    short_name: str
    names: tuple[AgencyName, ...]
    exists: bool
    closed_on: date | None
    passed_on_to: tuple[SuccessionAnswer, ...]
    took_over_from: tuple[SuccessionAnswer, ...]
    may_change: Verdict


@dataclass(frozen=True, slots=True)
class AgencyRoomAnswer:
    """One agency, and the others that could take over its work."""

    agency: AgencyAnswer
    others: tuple[AgencyAnswer, ...]


@dataclass(frozen=True, slots=True)
class SeatAnswer:
    """A seat and who sits in it on the day asked; `holder` is None for a vacant one.

    `agency_is_closed` marks a seat whose agency no longer exists that day, `decree_has_expired`
    a term that outlasts the decree it rests on.
    """

    seat_id: int
    kind: SeatKind
    title: str
    agency_id: int | None
    agency_name: str | None
    agency_is_closed: bool
    holder: str | None
    holding_id: int | None
    capacity: Capacity | None
    decree_number: str | None
    decree_has_expired: bool
    term: Period | None


def government(*, by: Actor) -> GovernmentAnswer:
    """The actor's government. Raises NotFound for an actor without one. Cost: one query."""
    row = GovernmentRecord.objects.select_related("place").filter(pk=government_of(by)).first()
    if row is None:
        raise NotFound(Text("Pemerintah daerah", "The government"))
    return GovernmentAnswer(row.name, row.place.code, row.is_practice, row.copied_at)


def places(*, by: Actor, parent_code: str | None = None) -> tuple[PlaceAnswer, ...]:
    """The places right below `parent_code`, by code; below the government's place for None.

    Raises NotFound for a code outside the list. Cost: three queries.
    """
    require(by.may(Permission.READ_RECORDS))
    code = parent_code or government(by=by).place_code
    parent = PlaceRecord.objects.filter(code=code).first()
    if parent is None:
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=code))
    rows = parent.children.annotate(below=Count("children")).order_by("code")
    return tuple(PlaceAnswer(row.code, row.name, PlaceKind(row.kind), row.below) for row in rows)


def agencies(*, by: Actor, on: date) -> tuple[AgencyAnswer, ...]:
    """Every agency of the actor's government, by code. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    return tuple(_agency_answer(by, row, on) for row in _agency_rows(by).order_by("code"))


def agency(*, by: Actor, agency_id: int, on: date) -> AgencyAnswer:
    """One agency. Raises NotFound, also for another government's. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    row = _agency_rows(by).filter(pk=agency_id).first()
    if row is None:
        raise NotFound(Text("Perangkat daerah", "The agency"))
    return _agency_answer(by, row, on)


def agency_room(*, by: Actor, agency_id: int, on: date) -> AgencyRoomAnswer:
    """One agency among the others. Raises NotFound, also for another government's.

    Cost: seven queries.
    """
    everyone = {each.agency_id: each for each in agencies(by=by, on=on)}
    if agency_id not in everyone:
        raise NotFound(Text("Perangkat daerah", "The agency"))
    asked = everyone.pop(agency_id)
    return AgencyRoomAnswer(asked, tuple(each for each in everyone.values() if each.exists))


def seats(*, by: Actor, on: date) -> tuple[SeatAnswer, ...]:
    """Every seat with its holder on that day, by kind and title. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    holdings = HoldingRecord.objects.select_related("person", "decree").order_by("pk")
    rows = (
        visible(by, SeatRecord.objects.all())
        .select_related("agency")
        .prefetch_related(Prefetch("holdings", holdings), "agency__names")
        .order_by("pk")
    )
    order = list(SeatKind)
    answers = [_seat_answer(row, on) for row in rows]
    return tuple(
        sorted(
            answers, key=lambda seat: (order.index(seat.kind), seat.agency_name or "", seat.title)
        )
    )


def _agency_rows(by: Actor) -> QuerySet[AgencyRecord]:
    arrows = AgencySuccessionRecord.objects.order_by("happened_on", "pk")
    return visible(by, AgencyRecord.objects.all()).prefetch_related(
        "names",
        Prefetch(
            "passed_on_to", arrows.select_related("successor").prefetch_related("successor__names")
        ),
        Prefetch(
            "took_over_from",
            arrows.select_related("predecessor").prefetch_related("predecessor__names"),
        ),
    )


def _agency_answer(by: Actor, row: AgencyRecord, on: date) -> AgencyAnswer:
    rule_view = row.as_rule_sees_it()
    name = rule_view.name_on(on)
    return AgencyAnswer(
        agency_id=row.pk,
        code=row.code,
        name=name.name,
        short_name=name.short_name,
        names=tuple(sorted(rule_view.names, key=lambda known: known.validity)),
        exists=rule_view.exists_on(on),
        closed_on=row.closed_on,
        passed_on_to=tuple(_arrow(each, each.successor) for each in row.passed_on_to.all()),
        took_over_from=tuple(_arrow(each, each.predecessor) for each in row.took_over_from.all()),
        may_change=by.may(Permission.MANAGE_AGENCIES),
    )


def _arrow(row: AgencySuccessionRecord, other: AgencyRecord) -> SuccessionAnswer:
    name = other.as_rule_sees_it().name_on(row.happened_on).name
    return SuccessionAnswer(SuccessionKind(row.kind), row.happened_on, other.pk, name)


def _seat_answer(row: SeatRecord, on: date) -> SeatAnswer:
    by_facts = {holding.as_rule_sees_it(): holding for holding in row.holdings.all()}
    sitting = holding_on(by_facts, on)
    holding = by_facts[sitting] if sitting is not None else None
    agency = row.agency.as_rule_sees_it() if row.agency else None
    expires_on = holding.decree.expires_on if holding else None
    return SeatAnswer(
        seat_id=row.pk,
        kind=SeatKind(row.kind),
        title=row.title,
        agency_id=row.agency_id,
        agency_name=agency.name_on(on).name if agency else None,
        agency_is_closed=agency is not None and not agency.exists_on(on),
        holder=holding.person.name if holding else None,
        holding_id=holding.pk if holding else None,
        capacity=Capacity(holding.capacity) if holding else None,
        decree_number=holding.decree.number if holding else None,
        decree_has_expired=expires_on is not None and expires_on <= on,
        term=sitting.term if sitting else None,
    )
