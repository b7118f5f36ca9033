"""Questions about the working group as it is seated."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from setara.domain.coordination.working_group import (
    Sitting,
    WorkingGroup,
    runs_out,
    working_group,
)
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.seat import Capacity, SeatKind, holding_on
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import require
from setara.store.models import AgencyRecord, HoldingRecord, SeatRecord
from setara.usecases.foundation.access import visible


@dataclass(frozen=True, slots=True)
class GroupAnswer:
    """The group with names for the codes, and the seats whose decree runs out."""

    group: WorkingGroup
    agency_names: dict[str, str]
    running_out: tuple[Sitting, ...]

    @property
    def without_focal_point(self) -> tuple[str, ...]:
        """The names of the agencies nobody speaks for."""
        return tuple(self.agency_names[code] for code in self.group.agencies_without_focal_point)


def group_on(*, by: Actor, day: date) -> GroupAnswer:
    """The working group on a day. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    holdings = HoldingRecord.objects.select_related("person", "decree").order_by("pk")
    seats = (
        visible(by, SeatRecord.objects.select_related("agency"))
        .prefetch_related(Prefetch("holdings", holdings))
        .order_by("pk")
    )
    agencies = visible(by, AgencyRecord.objects.prefetch_related("names")).order_by("code")
    names = {
        row.code: row.as_rule_sees_it().name_on(day).short_name
        for row in agencies
        if row.as_rule_sees_it().exists_on(day)
    }
    order = list(SeatKind)
    sittings = sorted(
        (_sitting(row, day) for row in seats), key=lambda seat: order.index(seat.kind)
    )
    group = working_group(sittings, names)
    return GroupAnswer(group, names, tuple(seat for seat in group.sittings if runs_out(seat, day)))


def _sitting(row: SeatRecord, day: date) -> Sitting:
    by_facts = {holding.as_rule_sees_it(): holding for holding in row.holdings.all()}
    sitting = holding_on(by_facts, day)
    code = row.agency.code if row.agency else None
    if sitting is None:
        return Sitting(SeatKind(row.kind), row.title, code)
    holding = by_facts[sitting]
    return Sitting(
        kind=SeatKind(row.kind),
        title=row.title,
        agency_code=code,
        holder=holding.person.name,
        sex=Sex(holding.person.sex),
        capacity=Capacity(holding.capacity),
        decree_number=holding.decree.number,
        decree_expires_on=holding.decree.expires_on,
    )
