"""A seat outlives the persons who hold it, act in it, or speak on its behalf."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text


class SeatKind(StrEnum):
    """The seats that Permendagri 15/2008 jo 67/2011 and SE 4 Menteri 2012 speak of."""

    LEADER = "leader"
    CHAIR = "chair"
    SECRETARY = "secretary"
    DRIVER_PLANNING = "driver_planning"
    DRIVER_FINANCE = "driver_finance"
    DRIVER_SUBSTANCE = "driver_substance"
    DRIVER_ASSURANCE = "driver_assurance"
    TECHNICAL_TEAM = "technical_team"
    AGENCY_HEAD = "agency_head"
    FOCAL_POINT = "focal_point"
    GENDER_CHAMPION = "gender_champion"

    @property
    def label(self) -> Text:
        """The seat's name; the Indonesian one is the field's own."""
        return LABELS[self]


LABELS = {
    SeatKind.LEADER: Text("Pimpinan daerah", "Head of government"),
    SeatKind.CHAIR: Text("Ketua Pokja PUG", "Chair of the working group"),
    SeatKind.SECRETARY: Text("Sekretariat Pokja PUG", "Secretariat of the working group"),
    SeatKind.DRIVER_PLANNING: Text("Driver perencanaan", "Planning driver"),
    SeatKind.DRIVER_FINANCE: Text("Driver keuangan", "Finance driver"),
    SeatKind.DRIVER_SUBSTANCE: Text("Driver pemberdayaan perempuan", "Women's agency driver"),
    SeatKind.DRIVER_ASSURANCE: Text("Driver pengawasan", "Inspectorate driver"),
    SeatKind.TECHNICAL_TEAM: Text("Anggota tim teknis", "Member of the technical team"),
    SeatKind.AGENCY_HEAD: Text("Kepala perangkat daerah", "Head of agency"),
    SeatKind.FOCAL_POINT: Text("Focal point gender", "Gender focal point"),
    SeatKind.GENDER_CHAMPION: Text("Gender champion", "Gender champion"),
}

# Seats that make no sense outside an agency.
AGENCY_SEATS = frozenset({SeatKind.AGENCY_HEAD, SeatKind.FOCAL_POINT, SeatKind.GENDER_CHAMPION})


class Capacity(StrEnum):
    """In what capacity a person sits."""

    HOLDER = "holder"
    ACTING = "plt"
    DAILY = "plh"
    REPRESENTING = "representing"

    @property
    def label(self) -> Text:
        """In both languages."""
        return CAPACITY_LABELS[self]

    @property
    def prefix(self) -> str:
        """What stands before the office in a signature: `Plt. `, `Plh. `, `a.n. ` or nothing."""
        return PREFIXES[self]


CAPACITY_LABELS = {
    Capacity.HOLDER: Text("pejabat definitif", "holder"),
    Capacity.ACTING: Text("pelaksana tugas (Plt.)", "acting holder (Plt.)"),
    Capacity.DAILY: Text("pelaksana harian (Plh.)", "day-to-day acting holder (Plh.)"),
    Capacity.REPRESENTING: Text("mewakili", "on behalf of the holder"),
}
PREFIXES = {
    Capacity.HOLDER: "",
    Capacity.ACTING: "Plt. ",
    Capacity.DAILY: "Plh. ",
    Capacity.REPRESENTING: "a.n. ",
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat; `agency_code` is None for seats of the government as a whole."""

    kind: SeatKind
    title: str
    agency_code: str | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in a seat for a time, on the ground of a decree."""

    person_id: int
    capacity: Capacity
    term: Period
    decree_number: str


def holding_on(holdings: Iterable[Holding], day: date) -> Holding | None:
    """Who sits on `day`: an acting holder goes before the holder he or she stands in for."""
    sitting = [holding for holding in holdings if day in holding.term]
    acting = [holding for holding in sitting if holding.capacity is not Capacity.HOLDER]
    return next(iter(acting or sitting), None)


def may_create_seat(seat: Seat) -> Verdict:
    """Focal points, champions and heads belong to an agency."""
    if seat.kind in AGENCY_SEATS and seat.agency_code is None:
        return refused(
            "{kind} harus melekat pada satu perangkat daerah.",
            "A {kind} must belong to one agency.",
            kind=seat.kind.label,
        )
    return ALLOWED


def may_seat(holdings: Iterable[Holding], proposed: Holding) -> Verdict:
    """One holder and at most one acting holder at a time, each on a decree.

    Source: seats are filled by decree (Permendagri 15/2008 jo 67/2011, unverified wording).
    """
    if not proposed.decree_number.strip():
        return refused(
            "Nomor SK belum diisi: kedudukan diisi berdasarkan SK.",
            "The decree number is empty: a seat is filled by decree.",
        )
    if proposed.capacity is Capacity.REPRESENTING:
        return refused(
            "Mewakili berlaku untuk satu acara; catat sebagai perwakilan, bukan sebagai pengisian.",
            "To represent is for one occasion; record it as a representation, not as a term.",
        )
    same_capacity = [
        holding
        for holding in holdings
        if (holding.capacity is Capacity.HOLDER) == (proposed.capacity is Capacity.HOLDER)
    ]
    for holding in same_capacity:
        if holding.term.overlaps(proposed.term):
            return refused(
                "Kedudukan ini sudah terisi pada masa itu ({term}). Akhiri dahulu masa sebelumnya.",
                "This seat is already filled in that time ({term}). End the earlier term first.",
                term=holding.term,
            )
    return ALLOWED


def may_end(holding: Holding, on: date) -> Verdict:
    """A term ends after it started, and is never made longer by ending it."""
    if on <= holding.term.valid_from:
        return refused(
            "Masa tugas harus berakhir setelah {day}.",
            "The term must end after {day}.",
            day=holding.term.valid_from,
        )
    if holding.term.valid_to is not None and on >= holding.term.valid_to:
        return refused(
            "Masa tugas ini sudah berakhir pada {day}.",
            "This term already ends on {day}.",
            day=holding.term.valid_to,
        )
    return ALLOWED
