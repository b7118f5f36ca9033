"""Who signs the papers of an agency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from setara.domain.foundation.seat import Capacity, SeatKind, holding_on
from setara.store.models import HoldingRecord


@dataclass(frozen=True, slots=True)
class Holder:
    """The head of an agency, or who acts for the head."""

    office: str
    name: str
    rank: str
    employee_number: str
    capacity: Capacity


def holder_of(agency_id: int, today: date) -> Holder | None:
    """Who sits as head of the agency today; None where nobody does. Cost: one query."""
    heads = HoldingRecord.objects.filter(seat__agency_id=agency_id, seat__kind=SeatKind.AGENCY_HEAD)
    return _sitting(heads, today)


def holder_in(seat_id: int, today: date) -> Holder | None:
    """Who sits in the seat today; None where nobody does. Cost: one query."""
    return _sitting(HoldingRecord.objects.filter(seat=seat_id), today)


def _sitting(holdings: QuerySet[HoldingRecord], today: date) -> Holder | None:
    related = holdings.select_related("seat", "person", "decree")
    by_facts = {holding.as_rule_sees_it(): holding for holding in related.order_by("pk")}
    sitting = holding_on(by_facts, today)
    if sitting is None:
        return None
    holding = by_facts[sitting]
    return Holder(
        office=holding.seat.title,
        name=holding.person.name,
        rank=holding.person.rank,
        employee_number=holding.person.employee_number,
        capacity=sitting.capacity,
    )


def as_kept(holder: Holder | None) -> dict[str, str] | None:
    """The holder as JSON values, to be kept with what was signed."""
    if holder is None:
        return None
    return {
        "office": holder.office,
        "name": holder.name,
        "rank": holder.rank,
        "employee_number": holder.employee_number,
        "capacity": holder.capacity.value,
    }


def from_kept(kept: dict[str, str] | None) -> Holder | None:
    """The holder who was kept; None where nobody was."""
    if kept is None:
        return None
    return Holder(
        office=kept["office"],
        name=kept["name"],
        rank=kept["rank"],
        employee_number=kept["employee_number"],
        capacity=Capacity(kept["capacity"]),
    )
