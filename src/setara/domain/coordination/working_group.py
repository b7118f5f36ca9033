"""The working group (Pokja PUG) as it is seated on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.sex import Sex

# Permendagri 15/2008 jo 67/2011 (unverified wording): chair, secretariat, technical team, and a
# focal point in every agency; the four drivers by SE 4 Menteri 2012.
NEEDED = (
    SeatKind.CHAIR,
    SeatKind.SECRETARY,
    SeatKind.DRIVER_PLANNING,
    SeatKind.DRIVER_FINANCE,
    SeatKind.DRIVER_SUBSTANCE,
    SeatKind.DRIVER_ASSURANCE,
)
WARN_DAYS = 90
"""A decree that runs out within these days is pointed out (practice, a house rule)."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat on that day; `holder` and what follows are None where it is vacant."""

    kind: SeatKind
    title: str
    agency_code: str | None
    holder: str | None = None
    sex: Sex | None = None
    capacity: Capacity | None = None
    decree_number: str | None = None
    decree_expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """Who sits, what is vacant, which agencies nobody speaks for."""

    sittings: tuple[Sitting, ...]
    vacant: tuple[Sitting, ...]
    missing: tuple[SeatKind, ...]
    agencies_without_focal_point: tuple[str, ...]
    women: int
    men: int


def working_group(sittings: Iterable[Sitting], agency_codes: Iterable[str]) -> WorkingGroup:
    """The group from its seats; `agency_codes` are the agencies that exist on the day.

    `missing` are the kinds of seats the group needs and does not have at all.
    """
    seats = tuple(sittings)
    filled = [seat for seat in seats if seat.holder is not None]
    spoken_for = {seat.agency_code for seat in filled if seat.kind is SeatKind.FOCAL_POINT}
    kinds = {seat.kind for seat in seats}
    return WorkingGroup(
        sittings=seats,
        vacant=tuple(seat for seat in seats if seat.holder is None),
        missing=tuple(kind for kind in NEEDED if kind not in kinds),
        agencies_without_focal_point=tuple(code for code in agency_codes if code not in spoken_for),
        women=sum(seat.sex is Sex.FEMALE for seat in filled),
        men=sum(seat.sex is Sex.MALE for seat in filled),
    )


def days_left(sitting: Sitting, today: date) -> int | None:
    """The days until the seat's decree expires; None where it does not."""
    if sitting.decree_expires_on is None:
        return None
    return (sitting.decree_expires_on - today).days


def runs_out(sitting: Sitting, today: date) -> bool:
    """Whether the decree has expired or soon will."""
    left = days_left(sitting, today)
    return left is not None and left <= WARN_DAYS
