"""Who asks: a person with seats in one government, the operator, or the public."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.permission import GRANTS, Permission, Reach
from setara.domain.foundation.seat import Capacity, SeatKind
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Language

# Who speaks for a holder on one occasion reads along; deciding stays with the seat.
SPOKEN_FOR = frozenset({Permission.READ_RECORDS})


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A seat the actor sits in at the moment of asking, and in what capacity."""

    kind: SeatKind
    capacity: Capacity
    agency_id: int | None = None
    seat_id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One who asks or acts; `government_id` bounds everything he or she can see.

    `is_operator` marks the person who runs the installation, who founds governments and
    opens accounts, and has no say over their content; `is_practising` one who is in a practice
    year, a copy of the own government's records.
    """

    name: str
    government_id: int | None = None
    account_id: int | None = None
    person_id: int | None = None
    seats: tuple[SeatTaken, ...] = ()
    is_operator: bool = False
    is_practising: bool = False
    language: Language = Language.INDONESIAN

    @property
    def is_public(self) -> bool:
        """Nobody signed in."""
        return self.account_id is None and not self.is_operator

    @property
    def agency_ids(self) -> frozenset[int]:
        """The agencies the actor has a seat in."""
        return frozenset(seat.agency_id for seat in self.seats if seat.agency_id is not None)

    def may(self, permission: Permission, *, agency_id: int | None = None) -> Verdict:
        """Whether a seat of the actor grants `permission`, for `agency_id` where one is meant."""
        if self.is_public:
            return refused(
                "Silakan masuk terlebih dahulu.",
                "Please sign in first.",
            )
        reaches = [
            (reach, seat.agency_id)
            for seat in self.seats
            if seat.capacity is not Capacity.REPRESENTING or permission in SPOKEN_FOR
            if (reach := GRANTS[seat.kind].get(permission)) is not None
        ]
        if not reaches:
            return refused(
                "Kedudukan Anda tidak mencakup tindakan ini.",
                "Your seat does not cover this action.",
            )
        for reach, own_agency_id in reaches:
            if reach is Reach.GOVERNMENT or agency_id is None or own_agency_id == agency_id:
                return ALLOWED
        return refused(
            "Tindakan ini hanya untuk perangkat daerah Anda sendiri.",
            "This action is for your own agency only.",
        )


PUBLIC = Actor(name="—")
